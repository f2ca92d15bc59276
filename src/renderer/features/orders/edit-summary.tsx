import type { OrderDetail } from '../../../shared/contract/order-views.ts';
import { type Money, negateMoney } from '../../../shared/domain/money.ts';
import { useMay } from '../../bridge/use-session.ts';
import { useApp } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { focusRefused } from '../../ui/focus-refused.ts';
import { useHotkeys } from '../../ui/hotkeys.ts';
import { MoneyText } from '../../ui/money-text.tsx';
import { TextField } from '../../ui/text-field.tsx';
import styles from './edit-summary.module.css';
import type { OrderEdit } from './use-order-edit.ts';

type EditSummaryProps = {
  readonly order: OrderDetail;
  readonly edit: OrderEdit;
  /** Asks for the money that the change makes open. */
  readonly onPay: () => void;
};

/** What the order came to and comes to, what is to be paid or given back, and the saving of it. */
export function EditSummary({ order, edit, onPay }: EditSummaryProps) {
  const { text, format } = useApp();
  const { draft, dispatch, figures } = edit;
  const { difference, back, cash } = figures;
  return (
    <div className={styles.summary}>
      <dl className={styles.figures} aria-live="polite">
        <Row label={text('orders.edit-before')} amount={order.total} />
        {difference !== 0 && (
          <Row
            label={text(difference > 0 ? 'orders.edit-more' : 'orders.edit-less')}
            amount={difference > 0 ? difference : negateMoney(difference)}
          />
        )}
        <Row label={text('orders.edit-after')} amount={figures.total} weight="total" />
        {figures.open > 0 && <Row label={text('orders.still-open')} amount={figures.open} weight="open" />}
        {back.map((part) => (
          <Row
            key={part.tenderId}
            label={text('orders.edit-back-by', { tender: part.tenderName })}
            amount={part.amount}
            weight="open"
          />
        ))}
      </dl>
      {cash > 0 && (
        <Checkbox
          checked={draft.cashNow}
          onChange={(cashNow) => dispatch({ type: 'pay-cash-now', cashNow })}
          description={text('orders.cash-now-help')}
        >
          {text('orders.cash-now', { amount: format.money(cash) })}
        </Checkbox>
      )}
      <TextField
        label={text('orders.note')}
        optional
        value={draft.note}
        onChange={(note) => dispatch({ type: 'write-note', note })}
        maxLength={500}
      />
      <SaveButtons order={order} edit={edit} onPay={onPay} />
    </div>
  );
}

type RowProps = {
  readonly label: string;
  readonly amount: Money;
  readonly weight?: 'normal' | 'total' | 'open';
};

function Row({ label, amount, weight = 'normal' }: RowProps) {
  return (
    <div className={styles.row} data-weight={weight}>
      <dt>{label}</dt>
      <dd>
        <MoneyText amount={amount} currencySign={weight === 'total'} />
      </dd>
    </div>
  );
}

/** Where the order was paid, the difference is taken first; one that is paid later stays open. */
function SaveButtons({ order, edit, onPay }: EditSummaryProps) {
  const { text, format } = useApp();
  const mayPay = useMay('take-payment');
  const { figures, isPending, save } = edit;
  const { open, isChanged, problem } = figures;
  const wasPaid = order.open === 0 && order.paid > 0;
  const paysFirst = open > 0 && wasPaid && mayPay;
  const canSave = isChanged && problem === null;
  const saveNow = () => save([]);
  const saveKeys = 'Mod+Enter';
  const pay = () => {
    if (!focusRefused()) onPay();
  };
  const main = paysFirst ? pay : saveNow;
  const amount = format.money(open);
  useHotkeys([
    { keys: saveKeys, label: text('orders.edit-save'), run: main, enabled: canSave && !isPending },
  ]);
  return (
    <div className={styles.buttons}>
      {problem === 'nothing-left' && <p className={styles.problem}>{text('orders.edit-nothing-left')}</p>}
      {problem === null && !isChanged && <p className={styles.none}>{text('orders.edit-nothing')}</p>}
      <Button variant="primary" wide keys={saveKeys} onPress={main} pending={isPending} disabled={!canSave}>
        {paysFirst ? text('orders.edit-take-and-save', { amount }) : text('orders.edit-save')}
      </Button>
      {open > 0 && mayPay && (
        <Button wide onPress={paysFirst ? saveNow : pay} disabled={!canSave || isPending}>
          {paysFirst
            ? text('orders.edit-save-open', { amount })
            : text('orders.edit-take-and-save', { amount })}
        </Button>
      )}
    </div>
  );
}
