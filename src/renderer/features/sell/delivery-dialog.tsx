import { useState } from 'react';
import type { CustomerView } from '../../../shared/contract/customers.ts';
import { addDays, type CalendarDate } from '../../../shared/domain/calendar.ts';
import { useApiQuery } from '../../bridge/api-query.ts';
import { useMay, useToday } from '../../bridge/use-session.ts';
import { useText } from '../../ui/app-context.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useSell } from './sell-context.ts';
import { SellDialogFrame } from './sell-dialog.tsx';
import styles from './sell-form.module.css';

/** To whom, where and when: the customer's own details unless others are typed. */
export function DeliveryDialog({ thenPay }: { readonly thenPay: boolean }) {
  const { customerId } = useSell().state.cart;
  const may = useMay('see-customers');
  const wanted = customerId !== null && may;
  const answer = useApiQuery('customers.get', { customerId: customerId ?? 0 }, { enabled: wanted });
  // The form begins with the customer's details, so it waits the moment until they are there.
  if (wanted && answer.isPending) return null;
  return <DeliveryForm thenPay={thenPay} customer={answer.data ?? null} />;
}

type Draft = {
  readonly name: string;
  readonly phone: string;
  readonly address: string;
  readonly date: CalendarDate | null;
};

type DeliveryFormProps = { readonly thenPay: boolean; readonly customer: CustomerView | null };

function DeliveryForm({ thenPay, customer }: DeliveryFormProps) {
  const text = useText();
  const today = useToday();
  const { state, dispatch, shop } = useSell();
  const { kind, delivery } = state.cart;
  const isDelivery = kind === 'delivery';
  const [draft, setDraft] = useState<Draft>(() => ({
    name: delivery?.name || customer?.name || '',
    phone: delivery?.phone || customer?.phone || '',
    address: delivery?.address || customer?.address || '',
    date: delivery?.date ?? addDays(today, shop.deliveryDays),
  }));
  const [isAsked, setAsked] = useState(false);
  const set = (change: Partial<Draft>) => setDraft({ ...draft, ...change });
  const save = () => {
    setAsked(true);
    const missing = missingIn(draft, isDelivery, today);
    if (draft.date === null || missing.date || missing.name || missing.address) return;
    dispatch({ type: 'cart', action: { type: 'set-delivery', delivery: { ...draft, date: draft.date } } });
    if (thenPay) dispatch({ type: 'open', dialog: { kind: 'pay' } });
    else dispatch({ type: 'close' });
  };
  return (
    <SellDialogFrame
      title={text(isDelivery ? 'sell.delivery' : 'sell.pickup')}
      size="medium"
      action={text(isDelivery ? 'sell.save-delivery' : 'sell.save-pickup')}
      onAction={save}
    >
      <DeliveryFields draft={draft} isDelivery={isDelivery} isAsked={isAsked} onChange={set} />
    </SellDialogFrame>
  );
}

function missingIn({ name, address, date }: Draft, isDelivery: boolean, today: CalendarDate) {
  return {
    name: name.trim() === '',
    address: isDelivery && address.trim() === '',
    date: date === null || date < today,
  };
}

type DeliveryFieldsProps = {
  readonly draft: Draft;
  readonly isDelivery: boolean;
  readonly isAsked: boolean;
  readonly onChange: (change: Partial<Draft>) => void;
};

function DeliveryFields({ draft, isDelivery, isAsked, onChange }: DeliveryFieldsProps) {
  const text = useText();
  const today = useToday();
  const missing = missingIn(draft, isDelivery, today);
  const nameMissing = text(isDelivery ? 'sell.delivery-name-missing' : 'sell.pickup-name-missing');
  return (
    <div className={styles.form}>
      <div className={styles.pair}>
        <TextField
          label={text('sell.delivery-name')}
          autoFocus
          value={draft.name}
          onChange={(name) => onChange({ name })}
          maxLength={160}
          error={isAsked && missing.name ? nameMissing : undefined}
        />
        <TextField
          label={text('sell.delivery-phone')}
          optional
          type="tel"
          value={draft.phone}
          onChange={(phone) => onChange({ phone })}
          maxLength={60}
        />
      </div>
      {isDelivery && (
        <TextArea
          label={text('sell.delivery-address')}
          rows={2}
          value={draft.address}
          onChange={(address) => onChange({ address })}
          maxLength={400}
          error={isAsked && missing.address ? text('sell.delivery-address-missing') : undefined}
        />
      )}
      <DateField
        label={text(isDelivery ? 'sell.delivery-date' : 'sell.pickup-date')}
        value={draft.date}
        onChange={(date) => onChange({ date })}
        least={today}
        around={today}
        error={isAsked && missing.date ? text('sell.delivery-date-missing') : undefined}
      />
    </div>
  );
}
