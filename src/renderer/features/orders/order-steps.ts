import {
  nextOnTheWay,
  nextStatuses,
  type OrderKind,
  type OrderStatus,
} from '../../../shared/domain/order-status.ts';
import type { AppText } from '../../../shared/text/english.ts';

type Where = { readonly kind: OrderKind; readonly status: OrderStatus };

/** What one press does next; null where nothing is left to do. */
export function nextStep({ kind, status }: Where): OrderStatus | null {
  return nextOnTheWay(kind, status);
}

/** The other lawful steps. A pickup is handed over and never sent; cancelling is a step of its own. */
export function otherSteps({ kind, status }: Where): readonly OrderStatus[] {
  const next = nextOnTheWay(kind, status);
  if (kind === 'pickup') return [];
  return nextStatuses(status).filter((to) => to !== next && to !== 'cancelled');
}

/** A step as the button says it: a verb with its object. */
export function stepWords(to: OrderStatus, order: Where & { readonly id: number }, text: AppText): string {
  switch (to) {
    case 'shipped':
      return text('orders.mark-shipped');
    case 'in-transit':
      return text('orders.mark-in-transit');
    default:
      return order.kind === 'pickup'
        ? text('orders.hand-over', { number: String(order.id) })
        : text('orders.mark-delivered');
  }
}

/** What has become of an order, said once it was done. */
export function movedWords(
  to: OrderStatus,
  order: { readonly id: number; readonly kind: OrderKind },
  text: AppText,
): string {
  const number = String(order.id);
  if (to === 'shipped' || to === 'in-transit') return text(`orders.is-${to}`, { number });
  return text(order.kind === 'pickup' ? 'orders.is-handed-over' : 'orders.is-delivered', { number });
}
