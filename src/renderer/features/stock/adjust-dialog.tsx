import { useReducer, useState } from 'react';
import { type Quantity, quantity } from '../../../shared/domain/quantity.ts';
import { isMeasured } from '../../../shared/domain/unit.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { useApp } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useErrorText } from '../../ui/error-text.ts';
import { QuantityField } from '../../ui/quantity-field.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { toast } from '../../ui/toast-queue.ts';
import {
  adjustProblems,
  adjustReducer,
  differenceOf,
  figureOf,
  fits,
  startOfAdjusting,
} from './adjust-draft.ts';
import { OnHandNow } from './on-hand-now.tsx';
import styles from './stock-dialog.module.css';
import { type ProductStock, StockDialogFrame } from './stock-dialog-frame.tsx';

const reasons = ['found', 'miscounted', 'own-use', 'sample', 'transfer', 'other'] as const;
const longestNote = 500;
const lowest = quantity(-1_000_000_000_000);

type AdjustDialogProps = { readonly productId: number; readonly onClose: () => void };

/** Puts right what is on hand of a product: by a difference or by the new figure, with a reason. */
export function AdjustDialog({ productId, onClose }: AdjustDialogProps) {
  return (
    <StockDialogFrame productId={productId} titleKey="stock.adjust-of" onClose={onClose}>
      {(stock) => <AdjustForm stock={stock} onClose={onClose} />}
    </StockDialogFrame>
  );
}

type AdjustFormProps = { readonly stock: ProductStock; readonly onClose: () => void };

function AdjustForm({ stock, onClose }: AdjustFormProps) {
  const { text, format } = useApp();
  const form = useAdjusting(stock, onClose);
  const { draft, dispatch, problems } = form;
  const { unit } = stock;
  const measured = isMeasured(unit);
  const written = (amount: Quantity) => format.quantity(amount, unit);
  const figure = figureOf(draft);
  const field = { decimal: measured, unit: measured ? text(`catalog.sign-${unit}`) : undefined };
  return (
    <Dialog
      open
      onClose={onClose}
      title={text('stock.adjust-of', { name: stock.name })}
      busy={form.isSaving}
      onSubmit={form.save}
      footer={
        <>
          <Button onPress={onClose} disabled={form.isSaving}>
            {text('ui.cancel')}
          </Button>
          <Button type="submit" variant="primary" pending={form.isSaving}>
            {figure === null ? text('stock.adjust') : text('stock.adjust-to', { quantity: written(figure) })}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <OnHandNow stock={stock} />
        <ChangedMeanwhile stock={stock} form={form} />
        <div className={styles.pair}>
          <QuantityField
            {...field}
            label={text('stock.difference')}
            description={text('stock.difference-help')}
            least={lowest}
            value={differenceOf(draft)}
            onChange={(value) => dispatch({ type: 'said', said: 'difference', value })}
            onCommit={form.save}
            error={problems.figure && text(`stock.${problems.figure}`)}
            autoFocus
          />
          <QuantityField
            {...field}
            label={text('stock.new-figure')}
            description={text('stock.new-figure-help')}
            least={lowest}
            value={figure}
            onChange={(value) => dispatch({ type: 'said', said: 'figure', value })}
            onCommit={form.save}
          />
        </div>
        <Select
          label={text('stock.reason')}
          choices={reasons.map((key) => ({ key, label: text(`stock.reason-${key}`) }))}
          value={draft.reason}
          onChange={(reason) => dispatch({ type: 'because', reason })}
          error={problems.reason && text(`stock.${problems.reason}`)}
        />
        <TextField
          label={text('stock.note')}
          value={draft.note}
          onChange={(note) => dispatch({ type: 'noted', note })}
          error={problems.note && text(`stock.${problems.note}`)}
          maxLength={longestNote}
          optional
        />
        {form.refusal !== null && (
          <p role="alert" className={styles.refusal}>
            {form.refusal}
          </p>
        )}
      </div>
    </Dialog>
  );
}

type ChangedMeanwhileProps = {
  readonly stock: ProductStock;
  readonly form: ReturnType<typeof useAdjusting>;
};

/** What was seen is no longer so: nothing is sent before that was seen too. */
function ChangedMeanwhile({ stock, form: { draft, dispatch } }: ChangedMeanwhileProps) {
  const { text, format } = useApp();
  if (draft.seen === stock.onHand) return null;
  const before = format.quantity(draft.seen, stock.unit);
  const now = format.quantity(stock.onHand, stock.unit);
  return (
    <div role="alert" className={styles.changed}>
      <p>{text('stock.changed-meanwhile', { before, now })}</p>
      <Button size="small" onPress={() => dispatch({ type: 'seen', onHand: stock.onHand })}>
        {text('stock.go-on-from', { quantity: now })}
      </Button>
    </div>
  );
}

function useAdjusting(stock: ProductStock, onDone: () => void) {
  const { text, format } = useApp();
  const errorText = useErrorText();
  const adjust = useCommand('stock.adjust');
  const [draft, dispatch] = useReducer(adjustReducer, stock.onHand, startOfAdjusting);
  const [isJudged, setJudged] = useState(false);
  const found = adjustProblems(draft);

  const save = () => {
    setJudged(true);
    const change = differenceOf(draft);
    const { reason, seen } = draft;
    if (Object.keys(found).length > 0 || change === null || reason === null) return;
    if (!fits(change, isMeasured(stock.unit)) || seen !== stock.onHand) return;
    const { productId, name } = stock;
    adjust.mutate(
      { productId, change, expectedOnHand: seen, reason, note: draft.note },
      {
        onSuccess: ({ onHand }) => {
          const written = format.quantity(onHand, stock.unit);
          toast(text('stock.adjusted', { name, quantity: written }), { tone: 'positive' });
          onDone();
        },
      },
    );
  };
  return {
    draft,
    dispatch,
    problems: isJudged ? found : {},
    isSaving: adjust.isPending,
    refusal: adjust.error ? errorText(adjust.error) : null,
    save,
  };
}
