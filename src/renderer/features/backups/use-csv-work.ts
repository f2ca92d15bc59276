import type { Input } from '../../../shared/contract/index.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { useProgress } from '../../bridge/use-progress.ts';
import { useText } from '../../ui/app-context.tsx';
import { useErrorText } from '../../ui/error-text.ts';
import { toast } from '../../ui/toast-queue.ts';

/** Saving the shop as CSV: whether this window does, how far it is, stopping it. */
export function useCsvWork() {
  const text = useText();
  const errorText = useErrorText();
  const save = useCommand('backups.exportCsv');
  const cancel = useCommand('backups.cancel');
  const progress = useProgress(save.isPending ? save.requestId : null);
  return {
    isSaving: save.isPending,
    progress,
    error: save.isPending || save.error?.code === 'cancelled' ? null : save.error,
    save: (wanted: Input<'backups.exportCsv'>) =>
      save.mutate(wanted, {
        onSuccess: ({ saved, fileName, rows }) => {
          if (saved) toast(text('backups.csv-saved', { count: rows, file: fileName }), { tone: 'positive' });
        },
        onError: (error) => error.code === 'cancelled' && toast(errorText(error), { tone: 'info' }),
      }),
    stop: () => cancel.mutate({}),
  };
}

export type CsvWork = ReturnType<typeof useCsvWork>;
