import { FolderOpen } from 'lucide-react';
import type { BackupsState } from '../../../shared/contract/backup-fields.ts';
import { csvSchedules } from '../../../shared/contract/csv-tables.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { useMay } from '../../bridge/use-session.ts';
import { useApp } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { DescriptionList } from '../../ui/description-list.tsx';
import { useErrorText } from '../../ui/error-text.ts';
import { useFailureWords } from '../../ui/failure-words.ts';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { Select } from '../../ui/select.tsx';
import { toast } from '../../ui/toast-queue.ts';
import styles from './csv-part.module.css';

/** How often the whole shop is saved as CSV by itself, and how the last time came out. */
export function CsvScheduleCard({ csv }: { readonly csv: BackupsState['csv'] }) {
  const { text, format } = useApp();
  const errorText = useErrorText();
  const failureWords = useFailureWords();
  const mayChange = useMay('change-settings');
  const set = useCommand('backups.setSettings');
  const show = useCommand('backups.showFolder');
  const onError = (error: Parameters<typeof errorText>[0]) => toast(errorText(error), { tone: 'danger' });
  const { last, failure } = csv;
  const choose = (schedule: BackupsState['csv']['schedule']) =>
    set.mutate(
      { csv: schedule },
      {
        onSuccess: () =>
          toast(text(schedule === 'never' ? 'backups.csv-schedule-off' : 'backups.csv-schedule-set'), {
            tone: 'positive',
          }),
        onError,
      },
    );
  return (
    <Card title={text('backups.csv-schedule')}>
      <div className={styles.form}>
        <Select
          label={text('backups.csv-how-often')}
          description={
            mayChange
              ? text('backups.csv-schedule-note')
              : `${text('backups.csv-schedule-note')} ${text('backups.settings-right')}`
          }
          disabled={!mayChange || set.isPending}
          value={(set.isPending ? set.variables.csv : undefined) ?? csv.schedule}
          choices={csvSchedules.map((key) => ({ key, label: text(`backups.csv-${key}`) }))}
          onChange={choose}
        />
        <DescriptionList
          items={[
            {
              term: text('backups.csv-last'),
              detail: last ? <bdi>{format.dateTime(last.at)}</bdi> : text('backups.fact-never'),
            },
            ...(last && last.stillTrueAt !== null
              ? [{ term: text('backups.fact-true'), detail: <bdi>{format.dateTime(last.stillTrueAt)}</bdi> }]
              : []),
            ...(last ? [{ term: text('backups.size'), detail: format.bytes(last.bytes) }] : []),
          ]}
        />
        {failure && (
          <ProblemNote tone="warning">
            <p>
              {text('backups.csv-failure', {
                ...{ time: format.dateTime(failure.at), reason: failureWords(failure.reason) },
              })}
            </p>
          </ProblemNote>
        )}
        {last && (
          <div className={styles.actions}>
            <Button
              icon={<FolderOpen />}
              label={text('backups.show-of', { place: text('backups.csv') })}
              onPress={() => show.mutate({ place: 'csv' }, { onError })}
            >
              {text('backups.show')}
            </Button>
          </div>
        )}
      </div>
    </Card>
  );
}
