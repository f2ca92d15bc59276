import type { OrderDetail } from '../../../shared/contract/order-views.ts';
import { isOpenStatus, mayEditOrder, type OrderStatus } from '../../../shared/domain/order-status.ts';
import type { Right } from '../../../shared/domain/rights.ts';
import { nextStep, otherSteps } from './order-steps.ts';

/** `blocked` says why not, where somebody would look for it; what is `absent` does not belong to this order. */
export type Ability =
  | { readonly kind: 'yes' }
  | { readonly kind: 'absent' }
  | { readonly kind: 'blocked'; readonly why: 'no-right' | 'invoiced' | 'shipped' };

export type OrderAbilities = {
  /** What one press does next, and the steps beside it. */
  readonly next: OrderStatus | null;
  readonly others: readonly OrderStatus[];
  readonly pay: boolean;
  readonly cancel: Ability;
  readonly edit: Ability;
  readonly reschedule: boolean;
  readonly note: boolean;
  readonly undo: Ability;
  /** Money, of what is due back or as goodwill. */
  readonly giveBack: boolean;
  readonly goBack: boolean;
  /** Papers that go with the goods. */
  readonly deliver: boolean;
  readonly invoice: boolean;
};

const yes: Ability = { kind: 'yes' };
const absent: Ability = { kind: 'absent' };
const noRight: Ability = { kind: 'blocked', why: 'no-right' };

/** What this person may do with this order as it stands. Only for what is shown: main decides on every call. */
export function orderAbilities(order: OrderDetail, may: (right: Right) => boolean): OrderAbilities {
  const { status, kind } = order;
  const isOpen = isOpenStatus(status);
  const mayAdvance = may('advance-order');
  return {
    next: mayAdvance ? nextStep(order) : null,
    others: mayAdvance ? otherSteps(order) : [],
    pay: order.open > 0 && status !== 'cancelled' && may('take-payment'),
    cancel: cancelAbility(status, may),
    edit: editAbility(order, may),
    reschedule: isOpen && kind !== 'counter' && may('edit-order'),
    note: may('see-orders'),
    undo: undoAbility(order, may),
    giveBack: mayGiveBack(order, may),
    goBack:
      status === 'delivered' && may('refund') && order.lines.some((line) => line.returned < line.quantity),
    deliver: kind !== 'counter' && status !== 'cancelled',
    invoice: status !== 'cancelled',
  };
}

/** What has left the shop comes back as a failed delivery, which takes a right of its own. */
function cancelAbility(status: OrderStatus, may: (right: Right) => boolean): Ability {
  if (!isOpenStatus(status) || !may('cancel-order')) return absent;
  return status === 'received' || may('cancel-shipped') ? yes : noRight;
}

function editAbility(order: OrderDetail, may: (right: Right) => boolean): Ability {
  if (!isOpenStatus(order.status) || !may('edit-order')) return absent;
  if (!mayEditOrder(order.status)) return { kind: 'blocked', why: 'shipped' };
  return order.invoiceNumber === null ? yes : { kind: 'blocked', why: 'invoiced' };
}

/** What is due goes back in any case; goodwill is a discount that is given later. */
function mayGiveBack(order: OrderDetail, may: (right: Right) => boolean): boolean {
  if (!may('refund') || !order.payments.some((payment) => payment.refundable > 0)) return false;
  const mayTakeOff = may('discount') || may('discount-any');
  return order.dueBack > 0 || (mayTakeOff && order.status !== 'cancelled' && order.total > order.credited);
}

function undoAbility(order: OrderDetail, may: (right: Right) => boolean): Ability {
  if (order.undoUntil === null || !may('advance-order')) return absent;
  return may('undo-delivered') ? yes : noRight;
}
