import type { Input } from '../../shared/contract/index.ts';
import { isRefusal } from './client.ts';
import { useCommand } from './use-command.ts';
import { useProgress } from './use-progress.ts';

/** What main answers once a list was saved, or was not. */
export type ListSaved = { readonly saved: boolean; readonly fileName: string; readonly rows: number };

/** Saves a list as a file, tells how far it is, and stops it. */
export function useListExport() {
  const command = useCommand('lists.export');
  const stop = useCommand('lists.cancelExport');
  const progress = useProgress(command.requestId);
  return {
    isBusy: command.isPending,
    progress: command.isPending ? progress : null,
    /** Stopped by the person is no fault. */
    error: command.error && !isRefusal(command.error, 'cancelled') ? command.error : null,
    save: (wish: Input<'lists.export'>, onSaved: (saved: ListSaved) => void) => {
      if (!command.isPending) command.mutate(wish, { onSuccess: onSaved });
    },
    stop: () => stop.mutate({}),
  };
}
export type ListExport = ReturnType<typeof useListExport>;
