import { type CalendarDate, isoDate } from '../../../shared/domain/calendar.ts';
import { useMay } from '../../bridge/use-session.ts';
import { useApp } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { DoneStep } from '../../ui/done-step.tsx';
import { Figure } from '../../ui/figure.tsx';
import { navigate } from '../../ui/router.ts';
import styles from './history-done.module.css';
import { HistoryRefusal } from './history-refusal.tsx';
import type { History } from './use-history.ts';

/** What came in, and where to go from here: first to the comparison with the file. */
export function HistoryDone({ history }: { readonly history: History }) {
  const { text, format } = useApp();
  const maySeeReports = useMay('see-reports');
  const maySeeOrders = useMay('see-orders');
  const { state, session } = history;
  const { preview, result } = state;
  if (preview === null || result === null) return null;
  const file = preview.files[0]?.fileName ?? '';
  return (
    <DoneStep
      title={text('history-screen.done', { count: result.orders })}
      more={text('history-screen.done-more', { file })}
      actions={
        <>
          <Button onPress={() => session.startOver()}>{text('history-screen.another')}</Button>
          {preview.problemCount > 0 && (
            <Button onPress={() => void session.saveProblems()} pending={state.isSaving}>
              {text('history-screen.save-problems')}
            </Button>
          )}
          {maySeeOrders && (
            <Button onPress={() => navigate('/orders')}>{text('history-screen.see-orders')}</Button>
          )}
          {maySeeReports && (
            <Button
              onPress={() =>
                navigate('/reports/sales', { query: reportQuery(preview.fromDate, preview.toDate) })
              }
            >
              {text('history-screen.see-report')}
            </Button>
          )}
          <Button variant="primary" onPress={() => navigate(`/import/history/${result.importId}`)}>
            {text('history-screen.compare')}
          </Button>
        </>
      }
    >
      <div className={styles.figures}>
        <Figure plain label={text('history-screen.orders')} value={format.number(result.orders)} />
        <Figure plain label={text('history-screen.returns')} value={format.number(result.returns)} />
        <Figure plain label={text('history-screen.new-products')} value={format.number(result.products)} />
        <Figure plain label={text('history-screen.new-customers')} value={format.number(result.customers)} />
      </div>
      <HistoryRefusal history={history} />
    </DoneStep>
  );
}

/** The report over the days of the file. */
function reportQuery(from: CalendarDate | null, to: CalendarDate | null): Readonly<Record<string, string>> {
  return from === null || to === null ? {} : { from: isoDate(from), to: isoDate(to), by: 'month' };
}
