import type { Input } from '../../src/shared/contract/index.ts';
import { type Amounts, amountsOf, type ModelDiscount, sumOf } from './arithmetic.ts';
import { type Oracle, refuse } from './expected.ts';
import {
  type ModelLine,
  type ModelOrder,
  type ModelProduct,
  type ModelShop,
  type Role,
  todayOf,
} from './model-shop.ts';
import { isAboveShare, may } from './rights.ts';
import { takenOf } from './take-tenders.ts';
import { lineShare, orderShare } from './taken-off.ts';

export type SentLine = Input<'orders.place'>['lines'][number];

/** Lines as the shop would sell them now, before they are priced together. */
export type WantedLine = Omit<ModelLine, keyof Amounts | 'lineNo'>;

/** What the lines that are asked for are, or the refusal. */
export function wantedOf(shop: ModelShop, sent: readonly SentLine[], role: Role): readonly WantedLine[] {
  const lines = sent.map((line): WantedLine => {
    if (line.quantity <= 0) refuse('quantity-not-positive');
    const { unitPrice, quantity, discount: given } = line;
    if (line.productId === null) {
      return { product: null, unitPrice, quantity, given, rate: 200_000, unitCost: null };
    }
    const product = shop.products.find((one) => one.id === line.productId);
    if (!product) return refuse('product-gone');
    if (!product.isMeasured && quantity % 1000 !== 0) refuse('whole-pieces-only');
    const isOverridden = line.priceOverridden && unitPrice !== product.price;
    if (isOverridden && !may(role, 'override-price')) refuse('price-override-not-allowed');
    const price = line.priceOverridden ? unitPrice : product.price;
    return { product, unitPrice: price, quantity, given, rate: product.rate, unitCost: product.cost };
  });
  if (lines.some((line, index) => line.unitPrice !== sent[index]?.unitPrice)) refuse('price-changed');
  return lines;
}

/** Refuses to take more off a line, or by the order's discount, than the role may. */
export function limitDiscounts(role: Role, amounts: readonly Amounts[]): void {
  const ofOrder = orderShare(amounts);
  const isAbove = amounts.some((one) => isAboveShare(role, lineShare(one, ofOrder)));
  if (isAbove || isAboveShare(role, ofOrder)) refuse('discount-above-limit');
}

/** Refuses what is not there, by each product's policy. Answers the products that are sold beyond what there is. */
export function limitStock(
  wanted: ReadonlyMap<ModelProduct, number>,
  role: Role,
  accepted: readonly number[],
): void {
  const short = [...wanted].filter(
    ([{ tracked, policy, onHand, reserved }, most]) =>
      tracked && policy !== 'allow' && most > 0 && most > onHand - reserved,
  );
  if (!may(role, 'oversell') && short.some(([product]) => product.policy === 'block')) refuse('out-of-stock');
  if (short.some(([product]) => !accepted.includes(product.id))) refuse('stock-warning');
}

/** How much of each product lines want, together. */
export function quantityByProduct(
  lines: readonly Pick<ModelLine, 'product' | 'quantity'>[],
): Map<ModelProduct, number> {
  const wanted = new Map<ModelProduct, number>();
  for (const { product, quantity } of lines) {
    if (product) wanted.set(product, (wanted.get(product) ?? 0) + quantity);
  }
  return wanted;
}

/** What lines come to together. */
export function pricedOf(
  shop: ModelShop,
  lines: readonly Pick<ModelLine, 'unitPrice' | 'quantity' | 'given' | 'rate'>[],
  orderDiscount: ModelDiscount | null,
): readonly Amounts[] {
  const priceable = lines.map((line) => ({ ...line, discount: line.given }));
  return amountsOf(priceable, orderDiscount, shop.pricesIncludeTax);
}

type Sold = Omit<ModelOrder, 'id' | 'payments'> & {
  readonly payments: readonly Omit<ModelOrder['payments'][number], 'paymentNo'>[];
};

/** Books an order: counter sales leave the shelf, the others reserve. */
export function book(shop: ModelShop, sold: Sold): ModelOrder {
  const payments = sold.payments.map((one, index) => ({ ...one, paymentNo: index + 1 }));
  const order = { ...sold, id: shop.orders.length + 1, payments };
  shop.orders.push(order);
  for (const { product, quantity } of order.lines) {
    if (!product) continue;
    if (order.kind === 'counter') product.onHand -= quantity;
    else product.reserved += quantity;
  }
  return order;
}

/** The order that these lines would make, placed now. */
export function freshOrder(
  shop: ModelShop,
  {
    kind,
    deliveryDate,
    wanted,
    amounts,
    orderDiscount,
  }: {
    readonly kind: ModelOrder['kind'];
    readonly deliveryDate: number | null;
    readonly wanted: readonly WantedLine[];
    readonly amounts: readonly Amounts[];
    readonly orderDiscount: ModelOrder['orderDiscount'];
  },
): Omit<Sold, 'payments' | 'rounding'> {
  const isCounter = kind === 'counter';
  const lines = wanted.flatMap((line, index): ModelLine[] => {
    const amount = amounts[index];
    return amount ? [{ ...line, ...amount, lineNo: index + 1 }] : [];
  });
  return {
    ...{
      kind,
      deliveryDate,
      orderDiscount,
      lines,
      date: todayOf(shop),
      status: isCounter ? 'delivered' : 'received',
    },
    ...{
      before: 'received',
      deliveredAt: isCounter ? shop.now : null,
      cancelledAt: null,
      credited: 0,
      revision: 0,
    },
    highestNo: lines.findLast((line) => line.product)?.lineNo ?? 0,
  };
}

/** What must come of placing an order. */
export const placeOracle: Oracle<Input<'orders.place'>> = (shop, input, role) => {
  const { kind, delivery, orderDiscount, expectedTotal } = input;
  if (kind !== 'counter') {
    if (!delivery) return refuse('delivery-details-missing');
    if (delivery.name === '') refuse('customer-needed');
    if (kind === 'delivery' && delivery.address === '') refuse('delivery-details-missing');
    if (delivery.date < todayOf(shop)) refuse('delivery-date-in-past');
  }
  const wanted = wantedOf(shop, input.lines, role);
  const amounts = pricedOf(shop, wanted, orderDiscount);
  limitDiscounts(role, amounts);
  const total = sumOf(amounts, (one) => one.net + one.tax);
  if (total !== expectedTotal) refuse('price-changed');
  limitStock(quantityByProduct(wanted), role, input.oversellAccepted);
  const { payments, rounding, paid, change } = takenOf(input.tenders, total, shop.coin);
  if (kind === 'counter' && paid < total + rounding) refuse('not-fully-paid');
  const deliveryDate = kind === 'counter' ? null : (delivery?.date ?? null);
  const order = freshOrder(shop, { kind, deliveryDate, wanted, amounts, orderDiscount });
  const { id: orderId } = book(shop, { ...order, rounding, payments });
  if (shop.openCart === input.cartId) shop.openCart = null;
  shop.heldCarts.delete(input.cartId);
  return { orderId, total: total + rounding, paid, change };
};
