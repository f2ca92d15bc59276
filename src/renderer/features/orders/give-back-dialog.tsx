import type { OrderDetail } from '../../../shared/contract/order-views.ts';
import { useApp, useText } from '../../ui/app-context.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { MoneyField } from '../../ui/money-field.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { OrderDialogFrame } from './order-dialog-frame.tsx';
import { type GiveBack, useGiveBack } from './use-give-back.ts';
import { useRefusalWords } from './use-refusal-words.ts';

type GiveBackDialogProps = { readonly order: OrderDetail; readonly onClose: () => void };

/** Gives money back without goods: of what is due back, or as goodwill, which takes it off the order. */
export function GiveBackDialog({ order, onClose }: GiveBackDialogProps) {
  const { text, format } = useApp();
  const refusalWords = useRefusalWords();
  const form = useGiveBack(order, onClose);
  const { amount, goodwill } = form.draft;
  return (
    <OrderDialogFrame
      title={text('orders.give-back-title', { number: String(order.id) })}
      size="medium"
      action={
        amount === null || !form.isAmount
          ? text('orders.give-back-nothing')
          : text('orders.give-back', { amount: format.money(amount) })
      }
      onAction={form.give}
      pending={form.isPending}
      refusal={form.error && refusalWords(form.error, order.id)}
      onClose={onClose}
    >
      {order.dueBack > 0 && order.status !== 'cancelled' && <WhichMoney form={form} />}
      <FromPayment form={form} />
      <Fields form={form} />
      {goodwill && <p>{text('orders.give-back-takes-off')}</p>}
    </OrderDialogFrame>
  );
}

type FormProps = { readonly form: GiveBack };

function WhichMoney({ form }: FormProps) {
  const text = useText();
  return (
    <Segmented
      label={text('orders.give-back-what')}
      choices={[
        { key: 'due', label: text('orders.give-back-due') },
        { key: 'goodwill', label: text('orders.give-back-goodwill') },
      ]}
      value={form.draft.goodwill ? 'goodwill' : 'due'}
      onChange={(what) => form.set({ goodwill: what === 'goodwill' })}
    />
  );
}

/** Asked where there are several. */
function FromPayment({ form }: FormProps) {
  const { text, format } = useApp();
  const { payments, payment } = form;
  if (payments.length < 2) return null;
  return (
    <Select
      label={text('orders.give-back-from')}
      choices={payments.map(({ paymentNo, tenderName, refundable }) => ({
        key: String(paymentNo),
        label: text('orders.give-back-payment', {
          tender: tenderName,
          amount: format.money(refundable),
        }),
      }))}
      value={payment === undefined ? null : String(payment.paymentNo)}
      onChange={(paymentNo) => form.set({ paymentNo: Number(paymentNo) })}
    />
  );
}

function Fields({ form }: FormProps) {
  const { text, format } = useApp();
  const { draft, set, most, cash, missing } = form;
  const amountMissing = text('orders.give-back-amount-missing', { most: format.money(most) });
  const reasonMissing = missing.reason ? text('orders.give-back-reason-missing') : undefined;
  return (
    <>
      <MoneyField
        label={text('orders.give-back-amount')}
        autoFocus
        value={draft.amount}
        onChange={(amount) => set({ amount })}
        most={most}
        description={text('orders.give-back-most', { most: format.money(most) })}
        error={missing.amount ? amountMissing : undefined}
      />
      <TextField
        label={text('orders.give-back-reason')}
        value={draft.reason}
        onChange={(reason) => set({ reason })}
        maxLength={300}
        error={form.isCard ? text('pay.card-number') : reasonMissing}
      />
      {cash !== null && cash > 0 && (
        <Checkbox
          checked={draft.cashNow}
          onChange={(cashNow) => set({ cashNow })}
          description={text('orders.cash-now-help')}
        >
          {text('orders.cash-now', { amount: format.money(cash) })}
        </Checkbox>
      )}
    </>
  );
}
