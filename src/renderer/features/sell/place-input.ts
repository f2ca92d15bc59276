import type { Input } from '../../../shared/contract/index.ts';
import type { Cart, CartLine } from '../../../shared/domain/cart.ts';
import type { Money } from '../../../shared/domain/money.ts';
import type { TakenTender } from '../../ui/pay/pay-figures.ts';

type PlaceInput = Input<'orders.place'>;

type Payment = {
  readonly cartId: string;
  readonly total: Money;
  readonly taken: readonly TakenTender[];
  readonly oversellAccepted: readonly number[];
};

/** The order as it is sent: what to sell and what the cashier saw. Main prices it again. */
export function placeInput(cart: Cart, { cartId, total, taken, oversellAccepted }: Payment): PlaceInput {
  return {
    cartId,
    kind: cart.kind,
    lines: cart.lines.map(placeLine),
    orderDiscount: cart.orderDiscount,
    customerId: cart.customerId,
    delivery: cart.kind === 'counter' ? null : cart.delivery,
    tenders: taken.map(({ tenderId, amount, reference }) => ({ tenderId, amount, reference })),
    expectedTotal: total,
    note: cart.note,
    oversellAccepted: [...oversellAccepted],
  };
}

function placeLine(line: CartLine): PlaceInput['lines'][number] {
  const { productId, name, quantity, unitPrice, priceOverridden, discount, note, taxClassId } = line;
  return { productId, name, quantity, unitPrice, priceOverridden, discount, note, taxClassId };
}

/** Whether a pickup or delivery order says to whom, where and when. A counter sale needs none of it. */
export function isDeliveryComplete({ kind, delivery }: Cart): boolean {
  if (kind === 'counter') return true;
  if (delivery === null || delivery.name.trim() === '') return false;
  return kind === 'pickup' || delivery.address.trim() !== '';
}
