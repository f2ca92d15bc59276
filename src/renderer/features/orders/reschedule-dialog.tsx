import { useState } from 'react';
import type { OrderDetail } from '../../../shared/contract/order-views.ts';
import type { CalendarDate } from '../../../shared/domain/calendar.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { useToday } from '../../bridge/use-session.ts';
import { useApp, useText } from '../../ui/app-context.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { toast } from '../../ui/toast-queue.ts';
import { OrderDialogFrame } from './order-dialog-frame.tsx';
import styles from './reschedule-dialog.module.css';
import { useRefusalWords } from './use-refusal-words.ts';

type RescheduleDialogProps = { readonly order: OrderDetail; readonly onClose: () => void };

type Draft = {
  readonly name: string;
  readonly phone: string;
  readonly address: string;
  readonly date: CalendarDate | null;
};

/** Changes to whom, where and when an order goes. */
export function RescheduleDialog({ order, onClose }: RescheduleDialogProps) {
  const { text, format } = useApp();
  const today = useToday();
  const refusalWords = useRefusalWords();
  const command = useCommand('orders.reschedule');
  const [draft, setDraft] = useState(() => draftOf(order, today));
  const [isAsked, setAsked] = useState(false);
  const isDelivery = order.kind === 'delivery';
  const missing = missingIn(draft, order, today);
  const save = () => {
    setAsked(true);
    const { date } = draft;
    if (command.isPending || date === null || missing.name || missing.address || missing.date) return;
    const number = String(order.id);
    command.mutate(
      { orderId: order.id, ...draft, date },
      {
        onSuccess: () => {
          toast(text('orders.rescheduled', { number, date: format.weekdayDate(date) }), { tone: 'positive' });
          onClose();
        },
      },
    );
  };
  return (
    <OrderDialogFrame
      title={text(isDelivery ? 'orders.change-delivery' : 'orders.change-pickup')}
      size="medium"
      action={text(isDelivery ? 'orders.save-delivery' : 'orders.save-pickup')}
      onAction={save}
      pending={command.isPending}
      refusal={command.error && refusalWords(command.error, order.id)}
      onClose={onClose}
    >
      <Fields
        draft={draft}
        order={order}
        missing={isAsked ? missing : nothingMissing}
        onChange={(change) => setDraft({ ...draft, ...change })}
      />
    </OrderDialogFrame>
  );
}

const nothingMissing = { name: false, address: false, date: false };

function draftOf(order: OrderDetail, today: CalendarDate): Draft {
  return {
    name: order.deliveryName ?? '',
    phone: order.deliveryPhone ?? '',
    address: order.deliveryAddress ?? '',
    date: order.deliveryDate ?? today,
  };
}

/** A day that has passed may stay as it is, so that the address of a late order can be put right. */
function missingIn({ name, address, date }: Draft, order: OrderDetail, today: CalendarDate) {
  return {
    name: name.trim() === '',
    address: order.kind === 'delivery' && address.trim() === '',
    date: date === null || (date < today && date !== order.deliveryDate),
  };
}

type FieldsProps = {
  readonly draft: Draft;
  readonly order: OrderDetail;
  readonly missing: typeof nothingMissing;
  readonly onChange: (change: Partial<Draft>) => void;
};

function Fields({ draft, order, missing, onChange }: FieldsProps) {
  const text = useText();
  const today = useToday();
  const isDelivery = order.kind === 'delivery';
  const least = order.deliveryDate !== null && order.deliveryDate < today ? order.deliveryDate : today;
  return (
    <>
      <div className={styles.pair}>
        <TextField
          label={text(isDelivery ? 'orders.deliver-to' : 'orders.picked-up-by')}
          autoFocus
          value={draft.name}
          onChange={(name) => onChange({ name })}
          maxLength={160}
          error={missing.name ? text('orders.name-missing') : undefined}
        />
        <TextField
          label={text('orders.phone')}
          optional
          type="tel"
          value={draft.phone}
          onChange={(phone) => onChange({ phone })}
          maxLength={60}
        />
      </div>
      {isDelivery && (
        <TextArea
          label={text('orders.address')}
          rows={3}
          value={draft.address}
          onChange={(address) => onChange({ address })}
          maxLength={400}
          error={missing.address ? text('orders.address-missing') : undefined}
        />
      )}
      <DateField
        label={text(isDelivery ? 'orders.delivery-date' : 'orders.pickup-date')}
        value={draft.date}
        onChange={(date) => onChange({ date })}
        least={least}
        around={today}
        error={missing.date ? text('orders.date-missing') : undefined}
      />
    </>
  );
}
