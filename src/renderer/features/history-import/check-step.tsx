import { Fragment } from 'react';
import { useApp, useText } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { focusRefused } from '../../ui/focus-refused.ts';
import { useHotkeys } from '../../ui/hotkeys.ts';
import { Note } from '../../ui/note.tsx';
import { StepTitle } from '../../ui/step-title.tsx';
import { AdvancedCard } from './advanced-card.tsx';
import { AmountsCard } from './amounts-card.tsx';
import { ColumnsCard, FirstRows } from './columns-card.tsx';
import { DatesCard } from './dates-card.tsx';
import { FilesCard } from './files-card.tsx';
import { GoodsCard } from './goods-card.tsx';
import { HistoryFooter } from './history-footer.tsx';
import { HistoryRefusal } from './history-refusal.tsx';
import { asksForDates, asksForWhole, isBusy, missingOf } from './history-state.ts';
import { OrdersCard } from './orders-card.tsx';
import { StatusesCard } from './statuses-card.tsx';
import { TendersCard } from './tenders-card.tsx';
import type { History } from './use-history.ts';
import { WholeCard } from './whole-card.tsx';

/** Step 2: which column holds what, how dates and amounts are meant, and what words and unknown things become. */
export function CheckStep({ history }: { readonly history: History }) {
  const text = useText();
  const { state, session } = history;
  const { preview } = state;
  const hindrance = useHindrance(history);
  const goOn = () => {
    if (hindrance === undefined && !isBusy(state) && !focusRefused()) session.goOn();
  };
  useHotkeys([{ keys: 'Mod+Enter', label: text('history-screen.see'), run: goOn }]);
  if (preview === null) return null;
  const sales = preview.files.find(({ slot }) => slot === 'sales');
  return (
    <>
      <StepTitle title={text('history-screen.step-check')} hidden />
      <HistoryRefusal history={history} />
      {preview.files.some(({ remembered }) => remembered) && (
        <Note
          tone="info"
          action={
            <Button size="small" onPress={() => session.startAfresh()} disabled={isBusy(state)}>
              {text('history-screen.start-afresh')}
            </Button>
          }
        >
          {text('history-screen.remembered')}
        </Note>
      )}
      {missingOf(state).length > 0 && <Note tone="warning">{hindrance}</Note>}
      <FilesCard history={history} />
      {sales && <DatesCard history={history} file={sales} />}
      <WholeCard history={history} preview={preview} />
      {preview.files.map((file) => (
        <Fragment key={file.slot}>
          <ColumnsCard history={history} file={file} />
          <FirstRows file={file} />
        </Fragment>
      ))}
      <OrdersCard history={history} preview={preview} />
      <AmountsCard history={history} preview={preview} />
      <StatusesCard history={history} preview={preview} />
      <TendersCard history={history} preview={preview} />
      <GoodsCard history={history} preview={preview} />
      <AdvancedCard history={history} preview={preview} />
      <HistoryFooter
        history={history}
        aside={<Button onPress={() => session.startOver()}>{text('history-screen.start-over')}</Button>}
      >
        <Button
          variant="primary"
          keys="Mod+Enter"
          onPress={goOn}
          pending={isBusy(state)}
          disabledReason={hindrance}
        >
          {text('history-screen.see')}
        </Button>
      </HistoryFooter>
    </>
  );
}

/** Why nothing can be shown yet, in a sentence. */
function useHindrance({ state }: History): string | undefined {
  const { text, format } = useApp();
  const missing = missingOf(state);
  if (missing.length > 0) {
    const isAlone = state.preview?.files.length === 1;
    const fields = missing.map(({ slot, field }) => {
      const name = text(
        field === 'price' ? 'history-screen.field-price-or-total' : `history-screen.field-${field}`,
      );
      return isAlone
        ? name
        : text('history-screen.field-in', { field: name, file: text(`history-screen.file-${slot}`) });
    });
    return text('history-screen.missing', { fields: format.list(fields) });
  }
  if (asksForDates(state)) return text('history-screen.dates-first');
  const [whole] = asksForWhole(state);
  return whole === undefined ? undefined : text('history-screen.whole-first', { file: whole.fileName });
}
