import type { OrderDetail } from '../../../shared/contract/order-views.ts';
import { isOpenStatus, mayEditOrder, type OrderStatus } from '../../../shared/domain/order-status.ts';
import type { Right } from '../../../shared/domain/rights.ts';
import { nextStep, otherSteps } from './order-steps.ts';

/**
 * `ask`: it is offered, and somebody whose right it is approves it where it is refused. `blocked` says why not, where
 * somebody would look for it; what is `absent` does not belong to this order, or not to this person's work.
 */
export type Ability =
  | { readonly kind: 'yes' }
  | { readonly kind: 'ask' }
  | { readonly kind: 'absent' }
  | { readonly kind: 'blocked'; readonly why: 'no-right' | 'invoiced' | 'shipped' };

/** Whether it can be begun: what is asked for is lifted on the way. */
export function isOffered({ kind }: Ability): boolean {
  return kind === 'yes' || kind === 'ask';
}

export type OrderAbilities = {
  /** What one press does next, and the steps beside it. */
  readonly next: OrderStatus | null;
  readonly others: readonly OrderStatus[];
  readonly pay: Ability;
  readonly cancel: Ability;
  readonly edit: Ability;
  readonly reschedule: Ability;
  readonly note: boolean;
  readonly undo: Ability;
  /** Money, of what is due back or as goodwill. */
  readonly giveBack: Ability;
  readonly goBack: Ability;
  /** Papers that go with the goods. */
  readonly deliver: boolean;
  readonly invoice: boolean;
};

type May = (right: Right) => boolean;

const absent: Ability = { kind: 'absent' };

/** What this person may do with this order as it stands. Only for what is shown: main decides on every call. */
export function orderAbilities(order: OrderDetail, may: May): OrderAbilities {
  const { status, kind } = order;
  const isOpen = isOpenStatus(status);
  const advances = isOffered(able(may, 'advance-order'));
  return {
    next: advances ? nextStep(order) : null,
    others: advances ? otherSteps(order) : [],
    pay: order.open > 0 && status !== 'cancelled' ? able(may, 'take-payment') : absent,
    cancel: cancelAbility(status, may),
    edit: editAbility(order, may),
    reschedule: isOpen && kind !== 'counter' ? able(may, 'edit-order') : absent,
    note: may('see-orders'),
    undo: order.undoUntil === null ? absent : able(may, 'undo-delivered'),
    giveBack: giveBackAbility(order, may),
    goBack: goBackAbility(order, may),
    deliver: kind !== 'counter' && status !== 'cancelled',
    invoice: status !== 'cancelled',
  };
}

/** What somebody who works with orders may not do they can ask for; who only looks at them is offered nothing. */
function able(may: May, ...needed: readonly Right[]): Ability {
  if (needed.every(may)) return { kind: 'yes' };
  return worksWithOrders(may) ? { kind: 'ask' } : absent;
}

export function worksWithOrders(may: May): boolean {
  return may('sell') || may('advance-order') || may('take-payment');
}

/** What has left the shop comes back as a failed delivery, which takes a right of its own. */
function cancelAbility(status: OrderStatus, may: May): Ability {
  if (!isOpenStatus(status)) return absent;
  return status === 'received' ? able(may, 'cancel-order') : able(may, 'cancel-order', 'cancel-shipped');
}

function editAbility(order: OrderDetail, may: May): Ability {
  const ability = able(may, 'edit-order');
  if (!isOpenStatus(order.status) || !isOffered(ability)) return absent;
  if (!mayEditOrder(order.status)) return { kind: 'blocked', why: 'shipped' };
  return order.invoiceNumber === null ? ability : { kind: 'blocked', why: 'invoiced' };
}

/** What is due goes back in any case; goodwill is a discount that is given later. */
function giveBackAbility(order: OrderDetail, may: May): Ability {
  if (!order.payments.some((payment) => payment.refundable > 0)) return absent;
  if (order.dueBack > 0) return able(may, 'refund');
  if (order.status === 'cancelled' || order.total <= order.credited) return absent;
  return may('discount-any') ? able(may, 'refund') : able(may, 'refund', 'discount');
}

/** Returns have a screen of their own, which nobody can be let into for one action. */
function goBackAbility({ status, lines }: OrderDetail, may: May): Ability {
  if (status !== 'delivered' || !lines.some((line) => line.returned < line.quantity)) return absent;
  if (may('refund')) return { kind: 'yes' };
  return worksWithOrders(may) ? { kind: 'blocked', why: 'no-right' } : absent;
}
