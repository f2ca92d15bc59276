import { createContext, useContext } from 'react';
import type { OrderStatus } from '../../../shared/domain/order-status.ts';
import type { Movable } from './use-advance.ts';

/** A dialog over an order. `hand-over` takes the money that is open while it delivers. */
export type OrderDialog = {
  readonly kind: 'pay' | 'hand-over' | 'cancel' | 'reschedule' | 'note' | 'undo' | 'give-back';
  readonly orderId: number;
};

/** What is done to orders, from the list, the panel and the page alike. */
export type OrderWork = {
  readonly advance: (order: Movable, to: OrderStatus) => void;
  /** The order whose step is on its way. */
  readonly busyId: number | null;
  readonly open: (dialog: OrderDialog) => void;
  /** Why the last step of an order was refused, to be said where it was asked. */
  readonly trouble: { readonly orderId: number; readonly words: string } | null;
  /** Several orders are chosen: the key of the next step is theirs. */
  readonly hasChosen: boolean;
};

export const OrderWorkContext = createContext<OrderWork | null>(null);

export function useOrderWork(): OrderWork {
  const work = useContext(OrderWorkContext);
  if (work === null) throw new Error('This component must stand inside <OrderWorkArea>');
  return work;
}
