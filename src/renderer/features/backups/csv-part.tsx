import { useState } from 'react';
import type { BackupsState } from '../../../shared/contract/backup-fields.ts';
import type { CsvTable } from '../../../shared/contract/csv-tables.ts';
import type { CalendarDate } from '../../../shared/domain/calendar.ts';
import { useMay } from '../../bridge/use-session.ts';
import { useApp } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { useErrorText } from '../../ui/error-text.ts';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { RadioCards } from '../../ui/radio-cards.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import styles from './csv-part.module.css';
import { CsvScheduleCard } from './csv-schedule-card.tsx';
import { CsvTables } from './csv-tables.tsx';
import type { CsvWork } from './use-csv-work.ts';

type CsvPartProps = {
  readonly state: BackupsState | undefined;
  readonly work: CsvWork;
  /** Somebody's own work is being done with the backups. */
  readonly isBusy: boolean;
};

/** The shop as CSV: saved where somebody says, and by itself. */
export function CsvPart({ state, work, isBusy }: CsvPartProps) {
  if (!state) return <Skeleton height="20rem" />;
  return (
    <div className={styles.cards}>
      <SaveCard isRunning={state.running === 'csv'} work={work} isBusy={isBusy} />
      <CsvScheduleCard csv={state.csv} />
    </div>
  );
}

export type CsvChoice = {
  readonly what: 'all' | 'some';
  readonly tables: readonly CsvTable[];
  readonly from: CalendarDate | null;
  readonly to: CalendarDate | null;
};

type SaveCardProps = Omit<CsvPartProps, 'state'> & { readonly isRunning: boolean };

function SaveCard({ isRunning, work, isBusy }: SaveCardProps) {
  const { text } = useApp();
  const errorText = useErrorText();
  const [choice, setChoice] = useState<CsvChoice>({ what: 'all', tables: [], from: null, to: null });
  const { what, ...some } = choice;
  const refusal = useRefusal(choice, work, isBusy);
  return (
    <Card title={text('backups.csv')}>
      <div className={styles.form}>
        <p className={styles.muted}>{text('backups.csv-about')}</p>
        <RadioCards
          label={text('backups.csv-what')}
          layout="column"
          value={what}
          onChange={(next) => setChoice({ ...choice, what: next })}
          cards={(['all', 'some'] as const).map((key) => ({
            ...{ key, label: text(`backups.csv-${key}`), description: text(`backups.csv-${key}-note`) },
          }))}
        />
        {what === 'some' && (
          <CsvTables choice={choice} onChange={(change) => setChoice({ ...choice, ...change })} />
        )}
        {work.error && <ProblemNote>{errorText(work.error)}</ProblemNote>}
        {(work.isSaving || isRunning) && <HowFar work={work} />}
        <div className={styles.actions}>
          <Button
            variant="primary"
            pending={work.isSaving}
            disabledReason={refusal}
            onPress={() => work.save(what === 'all' ? { what } : { what, ...some, tables: [...some.tables] })}
          >
            {text('backups.csv-save')}
          </Button>
          {work.isSaving && <Button onPress={work.stop}>{text('backups.stop')}</Button>}
        </div>
      </div>
    </Card>
  );
}

/** Why it cannot be saved as it stands. */
function useRefusal(
  { what, tables, from, to }: CsvChoice,
  work: CsvWork,
  isBusy: boolean,
): string | undefined {
  const { text } = useApp();
  const mayExport = useMay('export');
  if (!mayExport) return text('backups.csv-right');
  if (work.isSaving) return undefined;
  if (isBusy) return text('backups.busy');
  if (what === 'all') return undefined;
  if (tables.length === 0) return text('backups.csv-none');
  return from !== null && to !== null && from > to ? text('backups.csv-upside-down') : undefined;
}

function HowFar({ work: { progress } }: { readonly work: CsvWork }) {
  const { text, format } = useApp();
  const share = progress === null ? null : Math.min(1, progress.done / Math.max(1, progress.total));
  return (
    <ProgressBar
      label={text('backups.csv-saving')}
      value={share}
      words={
        share === null ? undefined : text('backups.percent', { done: format.number(Math.floor(share * 100)) })
      }
    />
  );
}
