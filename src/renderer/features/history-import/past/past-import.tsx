import { type LongQuery, useLongQuery } from '../../../bridge/use-long-query.ts';
import { useApp, useText } from '../../../ui/app-context.tsx';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { ErrorState } from '../../../ui/error-state.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { ProgressBar } from '../../../ui/progress-bar.tsx';
import { navigate } from '../../../ui/router.ts';
import { TableSkeleton } from '../../../ui/table-skeleton.tsx';
import { Comparison } from './comparison.tsx';
import type { Reconciled } from './measures.ts';
import { NoSuchImport } from './no-such-import.tsx';
import { spanWords } from './past-columns.tsx';
import styles from './past-import.module.css';
import { UndoDialog } from './undo-dialog.tsx';
import { UndoRefusal } from './undo-refusal.tsx';
import { useUndo } from './use-undo.ts';

type PastImportProps = { readonly importId: number };

const toAll = () => navigate('/import/history');

/** One import: what its file says beside what the shop has, and the way to take it back. */
export function PastImport({ importId }: PastImportProps) {
  const text = useText();
  const asked = useLongQuery('historyImport.reconcile', { importId });
  if (asked.error?.code === 'not-found') return <NoSuchImport />;
  return (
    <div className={styles.screen}>
      {asked.data ? (
        <Found reconciled={asked.data} />
      ) : (
        <>
          <PageHeader title={text('history-past.title')} onBack={toAll} />
          <NotYet asked={asked} />
        </>
      )}
    </div>
  );
}

function NotYet({ asked }: { readonly asked: LongQuery<'historyImport.reconcile'> }) {
  const { text, format } = useApp();
  const again = () => void asked.refetch();
  if (asked.isFetching) {
    const { progress } = asked;
    const words = progress && {
      done: format.number(progress.done),
      total: format.number(progress.total),
    };
    return (
      <Card>
        <div className={styles.progress}>
          <ProgressBar
            label={text('history-past.comparing')}
            value={progress?.done ?? null}
            most={progress?.total ?? 1}
            words={words ? text('history-past.comparing-orders', words) : undefined}
          />
          <Button size="small" onPress={asked.stop}>
            {text('history-past.stop')}
          </Button>
        </div>
        <TableSkeleton columns={6} />
      </Card>
    );
  }
  if (asked.error) {
    return (
      <ErrorState
        happened={text('history-past.failed')}
        safe={text('history-past.failed-safe')}
        id={asked.error.reference ?? undefined}
        onRetry={again}
      />
    );
  }
  return (
    <EmptyState
      drawing="orders"
      title={text('history-past.stopped')}
      action={<Button onPress={again}>{text('history-past.compare')}</Button>}
    >
      {text('history-past.stopped-help')}
    </EmptyState>
  );
}

function Found({ reconciled }: { readonly reconciled: Reconciled }) {
  const { text, format } = useApp();
  const { summary } = reconciled;
  const undo = useUndo(summary);
  const isHere = summary.undoneAt === null;
  const subtitle = [
    text('history-past.subtitle', {
      time: format.dateTime(summary.at),
      person: summary.staffName ?? text('history-past.nobody'),
    }),
    ...(summary.fromDate === null
      ? []
      : [text('history-past.sold', { span: spanWords(summary, text, format) })]),
  ].join(' · ');
  return (
    <>
      <PageHeader
        title={summary.fileName}
        subtitle={subtitle}
        onBack={toAll}
        actions={isHere && <Button onPress={undo.ask}>{text('history-past.undo')}</Button>}
      />
      <UndoRefusal error={undo.error} />
      {isHere ? (
        <Comparison reconciled={reconciled} />
      ) : (
        <EmptyState
          drawing="orders"
          title={text('history-past.taken-back', { time: format.dateTime(summary.undoneAt ?? 0) })}
          action={<Button onPress={toAll}>{text('history-past.see-all')}</Button>}
        >
          {text('history-past.taken-back-help')}
        </EmptyState>
      )}
      <UndoDialog summary={summary} undo={undo} />
    </>
  );
}
