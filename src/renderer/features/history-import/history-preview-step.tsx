import { useApp, useText } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Figure } from '../../ui/figure.tsx';
import { useHotkeys } from '../../ui/hotkeys.ts';
import { Note } from '../../ui/note.tsx';
import { StepTitle } from '../../ui/step-title.tsx';
import { HistoryFooter } from './history-footer.tsx';
import styles from './history-preview-step.module.css';
import { HistoryProblems } from './history-problems.tsx';
import { HistoryRefusal } from './history-refusal.tsx';
import type { HistoryPreview } from './history-state.ts';
import { MonthsChart } from './months-chart.tsx';
import { OddThings } from './odd-things.tsx';
import { PreviewFacts } from './preview-facts.tsx';
import type { History } from './use-history.ts';

type StepProps = { readonly history: History };

/** Step 3: what comes in, what is made new, what stays, and what is odd, before anything is changed. */
export function HistoryPreviewStep({ history }: StepProps) {
  const text = useText();
  const { state, session } = history;
  const { preview } = state;
  const count = preview === null ? 0 : preview.counts.orders + preview.counts.returns;
  const run = () => {
    if (count > 0) void session.run();
  };
  const hasReturns = (preview?.counts.returns ?? 0) > 0;
  const label = text(hasReturns ? 'history-screen.run-both' : 'history-screen.run-orders', { count });
  useHotkeys([{ keys: 'Mod+Enter', label, run }]);
  if (preview === null) return null;
  return (
    <>
      <StepTitle title={text('history-screen.step-preview')} hidden />
      <HistoryRefusal history={history} />
      <Summary preview={preview} />
      {count > 0 && (
        <>
          <Figures preview={preview} />
          <MonthsChart preview={preview} />
          <PreviewFacts preview={preview} />
        </>
      )}
      <OddThings history={history} preview={preview} />
      {preview.problemCount > 0 && (
        <Card title={text('history-screen.problems')} flush>
          <HistoryProblems preview={preview} />
        </Card>
      )}
      <HistoryFooter history={history} aside={<Ways history={history} preview={preview} />}>
        <Button
          variant="primary"
          keys="Mod+Enter"
          onPress={run}
          disabledReason={count === 0 ? text('history-screen.nothing') : undefined}
        >
          {label}
        </Button>
      </HistoryFooter>
    </>
  );
}

/** The buttons that lead back and aside. */
function Ways({ history: { state, session }, preview }: StepProps & { readonly preview: HistoryPreview }) {
  const text = useText();
  return (
    <>
      <Button onPress={() => session.goBack()}>{text('history-screen.back')}</Button>
      {preview.problemCount > 0 && (
        <Button onPress={() => void session.saveProblems()} pending={state.isSaving}>
          {text('history-screen.save-problems')}
        </Button>
      )}
    </>
  );
}

/** In a sentence what comes in; where nothing does, why. */
function Summary({ preview }: { readonly preview: HistoryPreview }) {
  const { text, format } = useApp();
  const { counts, fromDate, toDate } = preview;
  if (counts.orders + counts.returns > 0) {
    if (fromDate === null || toDate === null) return null;
    const span = format.daySpan(fromDate, toDate);
    return (
      <p className={styles.summary}>
        {counts.returns === 0
          ? text('history-screen.summary-orders', { count: counts.orders, span })
          : text('history-screen.summary', {
              orders: text('history-screen.n-orders', { count: counts.orders }),
              returns: text('history-screen.n-returns', { count: counts.returns }),
              span,
            })}
      </p>
    );
  }
  const isKnown = counts.knownOrders > 0 && counts.leftOutOrders + counts.unreadRows === 0;
  return (
    <Note tone={isKnown ? 'info' : 'warning'}>
      {isKnown
        ? text('history-screen.all-known', { count: counts.knownOrders })
        : text('history-screen.none-readable', { orders: counts.leftOutOrders, rows: counts.unreadRows })}
    </Note>
  );
}

function Figures({ preview }: { readonly preview: HistoryPreview }) {
  const { text, format } = useApp();
  const { counts, totals } = preview;
  return (
    <section className={styles.figures} aria-label={text('history-screen.step-preview')}>
      <Figure plain label={text('history-screen.orders')} value={format.number(counts.orders)} />
      <Figure plain label={text('history-screen.sold')} value={format.money(totals.sales)} />
      {counts.returns > 0 && (
        <>
          <Figure plain label={text('history-screen.came-back')} value={format.money(totals.returned)} />
          <Figure plain label={text('history-screen.net')} value={format.money(totals.net)} />
        </>
      )}
    </section>
  );
}
