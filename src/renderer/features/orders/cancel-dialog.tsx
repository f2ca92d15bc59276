import type { OrderDetail } from '../../../shared/contract/order-views.ts';
import { mayEditOrder } from '../../../shared/domain/order-status.ts';
import { useApp, useText } from '../../ui/app-context.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { CancelLines } from './cancel-lines.tsx';
import { cancelReasons } from './cancel-reasons.ts';
import { CancelWords } from './cancel-words.tsx';
import { OrderDialogFrame } from './order-dialog-frame.tsx';
import { type CancelForm, useCancelDraft } from './use-cancel-draft.ts';
import { useCancelOrder } from './use-cancel-order.ts';

type CancelDialogProps = { readonly order: OrderDetail; readonly onClose: () => void };

/** Cancels an order or lines of it, with a reason; says before what happens to goods and money. */
export function CancelDialog({ order, onClose }: CancelDialogProps) {
  const text = useText();
  const form = useCancelDraft(order);
  const { cancel, isPending, refusal } = useCancelOrder(order, form, onClose);
  const { draft, set, isWhole } = form;
  return (
    <OrderDialogFrame
      title={text('orders.cancel-title', { number: String(order.id) })}
      size="medium"
      action={
        isWhole ? text('orders.cancel') : text('orders.cancel-lines', { count: draft.lineNos?.size ?? 0 })
      }
      danger
      onAction={cancel}
      keep={text('orders.keep-order')}
      pending={isPending}
      refusal={refusal}
      onClose={onClose}
    >
      <Extent order={order} form={form} />
      {draft.lineNos !== null && (
        <CancelLines
          order={order}
          lineNos={draft.lineNos}
          onChange={(lineNos) => set({ lineNos })}
          error={form.missing.lines ? text('orders.lines-missing') : undefined}
        />
      )}
      <CancelFields form={form} />
      <CancelWords order={order} form={form} />
    </OrderDialogFrame>
  );
}

type FormProps = { readonly form: CancelForm };

/** The whole order, or lines of it while it is still in the shop and not invoiced. */
function Extent({ order, form }: FormProps & { readonly order: OrderDetail }) {
  const text = useText();
  if (!mayEditOrder(order.status) || order.invoiceNumber !== null || order.lines.length < 2) return null;
  return (
    <Segmented
      label={text('orders.cancel-what')}
      choices={[
        { key: 'order', label: text('orders.cancel-whole') },
        { key: 'lines', label: text('orders.cancel-some') },
      ]}
      value={form.draft.lineNos === null ? 'order' : 'lines'}
      onChange={(what) => form.set({ lineNos: what === 'order' ? null : new Set() })}
    />
  );
}

function CancelFields({ form }: FormProps) {
  const { text, format } = useApp();
  const { draft, set, outcome } = form;
  return (
    <>
      <Select
        label={text('orders.reason')}
        choices={cancelReasons.map((key) => ({ key, label: text(`orders.reason-${key}`) }))}
        value={draft.reason}
        onChange={(reason) => set({ reason })}
        autoFocus
        error={form.missing.reason ? text('orders.reason-missing') : undefined}
      />
      <TextField
        label={text('orders.note')}
        optional
        value={draft.note}
        onChange={(note) => set({ note })}
        maxLength={500}
        error={form.isCard ? text('pay.card-number') : undefined}
      />
      {outcome.cash > 0 && (
        <Checkbox
          checked={draft.cashNow}
          onChange={(cashNow) => set({ cashNow })}
          description={text('orders.cash-now-help')}
        >
          {text('orders.cash-now', { amount: format.money(outcome.cash) })}
        </Checkbox>
      )}
    </>
  );
}
