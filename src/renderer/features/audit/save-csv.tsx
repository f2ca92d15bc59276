import { Download } from 'lucide-react';
import { useCommand } from '../../bridge/use-command.ts';
import { useMay, useToday } from '../../bridge/use-session.ts';
import { useText } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { useErrorText } from '../../ui/error-text.ts';
import { usePlace } from '../../ui/router.ts';
import { toast } from '../../ui/toast-queue.ts';
import { logInput, readLogFilter } from './log-filter.ts';

/** Saves what the filters leave of the log, for a spreadsheet. */
export function SaveCsv() {
  const text = useText();
  const errorText = useErrorText();
  const { query } = usePlace();
  const today = useToday();
  const maySave = useMay('export');
  const save = useCommand('audit.saveCsv');
  const run = () =>
    save.mutate(logInput(readLogFilter(query), today), {
      onSuccess: ({ saved, fileName, rows }) => {
        if (saved) toast(text('audit.saved', { count: rows, file: fileName }), { tone: 'positive' });
      },
      onError: (error) => void toast(errorText(error), { tone: 'danger' }),
    });
  return (
    <Button
      icon={<Download />}
      onPress={run}
      pending={save.isPending}
      disabledReason={maySave ? undefined : text('audit.save-csv-right')}
    >
      {text('audit.save-csv')}
    </Button>
  );
}
