import {
  Ban,
  CircleCheck,
  CircleDashed,
  CircleDollarSign,
  CircleDot,
  Inbox,
  PackageCheck,
  Truck,
  Undo2,
  Waypoints,
} from 'lucide-react';
import { memo } from 'react';
import type { OrderStatus, PaymentStatus } from '../../shared/domain/order-status.ts';
import { useText } from './app-context.tsx';
import { joinClasses } from './join-classes.ts';
import styles from './status-pill.module.css';

const statusIcons = {
  received: Inbox,
  shipped: Truck,
  'in-transit': Waypoints,
  delivered: PackageCheck,
  cancelled: Ban,
} as const;

/** Status of an order: its word, its icon, its colour. */
export const StatusPill = memo(function StatusPill({ status }: { readonly status: OrderStatus }) {
  const text = useText();
  const Icon = statusIcons[status];
  return (
    <span className={joinClasses(styles.pill, styles[status])}>
      <Icon aria-hidden="true" />
      {text(`ui.status-${status}`)}
    </span>
  );
});

const paymentIcons = {
  paid: CircleCheck,
  'part-paid': CircleDot,
  unpaid: CircleDashed,
  'refund-due': CircleDollarSign,
  'part-refunded': Undo2,
  refunded: Undo2,
} as const;

/** What is paid of an order, or to be given back. */
export const PaymentPill = memo(function PaymentPill({ status }: { readonly status: PaymentStatus }) {
  const text = useText();
  const Icon = paymentIcons[status];
  return (
    <span className={joinClasses(styles.pill, styles.payment, styles[status])}>
      <Icon aria-hidden="true" />
      {text(`ui.payment-${status}`)}
    </span>
  );
});

export type Tone = 'neutral' | 'positive' | 'warning' | 'danger' | 'info';

/** A short word about something: "Low stock", "Off sale". */
export function Badge({ tone = 'neutral', children }: { readonly tone?: Tone; readonly children: string }) {
  return <span className={joinClasses(styles.pill, styles[tone])}>{children}</span>;
}
