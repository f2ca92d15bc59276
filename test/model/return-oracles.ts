import type { Input } from '../../src/shared/contract/index.ts';
import { share, sumOf } from './arithmetic.ts';
import { type Oracle, refuse } from './expected.ts';
import {
  exchangeTender,
  type ModelLine,
  type ModelOrder,
  type ModelReturn,
  type ModelReturnLine,
  type ModelShop,
  type Role,
} from './model-shop.ts';
import { dueBackOf, totalOf } from './order-money.ts';
import {
  book,
  freshOrder,
  limitDiscounts,
  limitStock,
  pricedOf,
  quantityByProduct,
  wantedOf,
} from './place-oracle.ts';
import { addRefund, openRefunds, sharedWishes } from './refund-oracles.ts';
import { comeIn } from './stock-oracles.ts';
import { takenOf } from './take-tenders.ts';

type Create = Input<'returns.create'>;
type Kept = ModelReturnLine & { readonly unitCost: number | null };

/** How much of a line came back before. */
export function returnedOf({ returns }: ModelShop, order: ModelOrder, lineNo: number): number {
  const lines = returns.filter((one) => one.order === order).flatMap((one) => one.lines);
  return sumOf(lines, (line) => (line.orderLineNo === lineNo ? line.quantity : 0));
}

/** What a running quantity of a line is worth, and the tax in it. */
function within({ net, tax, quantity }: ModelLine, returned: number) {
  const total = share(net + tax, returned, quantity);
  return { total, tax: net + tax === 0 ? 0 : share(total, tax, net + tax) };
}

function keptLines(shop: ModelShop, order: ModelOrder, wanted: Create['lines']): readonly Kept[] {
  const returned = new Map(order.lines.map((line) => [line.lineNo, returnedOf(shop, order, line.lineNo)]));
  return wanted.map(({ lineNo, quantity, disposition, giveMoneyBack }) => {
    const line = order.lines.find((one) => one.lineNo === lineNo) ?? refuse('not-found');
    if (quantity <= 0) refuse('quantity-not-positive');
    if (!line.product?.isMeasured && quantity % 1000 !== 0) refuse('whole-pieces-only');
    const before = returned.get(lineNo) ?? 0;
    if (before + quantity > line.quantity) refuse('return-above-sold');
    returned.set(lineNo, before + quantity);
    const [earlier, later] = [within(line, before), within(line, before + quantity)];
    const tax = giveMoneyBack ? later.tax - earlier.tax : 0;
    const net = giveMoneyBack ? later.total - earlier.total - tax : 0;
    const { product, unitCost } = line;
    return { orderLineNo: lineNo, product, quantity, net, tax, disposition, unitCost };
  });
}

const worth = (lines: readonly ModelReturnLine[]): number => sumOf(lines, (line) => line.net + line.tax);

/** What returned goods of so much worth have taken off an order, its cash rounding with the last of them. */
function creditFor(order: ModelOrder, returned: number): number {
  const total = totalOf(order);
  return returned >= total - order.rounding ? total : Math.min(returned, total);
}

/** What a return would take off its order, never more than it still costs: what a window shows before it asks. */
export function creditOf(shop: ModelShop, order: ModelOrder, wanted: Create['lines']): number {
  const earlier = shop.returns.filter((one) => one.order === order);
  const before = sumOf(earlier, (one) => worth(one.lines));
  const credit = creditFor(order, before + worth(keptLines(shop, order, wanted))) - creditFor(order, before);
  return Math.min(credit, Math.max(0, totalOf(order) - order.credited));
}

function bookReturn(
  shop: ModelShop,
  back: Pick<ModelReturn, 'order' | 'rounding'> & { readonly lines: readonly Kept[] },
): ModelReturn {
  for (const { product, quantity, disposition, unitCost } of back.lines) {
    if (product && disposition === 'restock') comeIn(product, quantity, unitCost);
  }
  const lines = back.lines.map(({ unitCost: _cost, ...line }) => line);
  const booked = { ...back, lines, id: shop.returns.length + 1, exchangeOrderId: null };
  shop.returns.push(booked);
  return booked;
}

/** The new goods on the ticket of a return, paid with what is due back and the rest by tenders. */
function sellExchange(
  shop: ModelShop,
  exchange: NonNullable<Create['exchange']>,
  dueBack: number,
  role: Role,
) {
  const wanted = wantedOf(shop, exchange.lines, role);
  const amounts = pricedOf(shop, wanted, exchange.orderDiscount);
  limitDiscounts(role, amounts);
  const total = sumOf(amounts, (one) => one.net + one.tax);
  if (total !== exchange.expectedTotal) refuse('price-changed');
  limitStock(quantityByProduct(wanted), role, exchange.oversellAccepted);
  const spent = Math.min(dueBack, total);
  const taken = takenOf(exchange.tenders, total - spent, shop.coin);
  if (taken.paid < total - spent + taken.rounding) refuse('not-fully-paid');
  const first = spent > 0 ? [{ tenderId: exchangeTender, amount: spent, change: 0 }] : [];
  const { orderDiscount } = exchange;
  const order = freshOrder(shop, { kind: 'counter', deliveryDate: null, wanted, amounts, orderDiscount });
  const payments = [...first, ...taken.payments];
  const { id } = book(shop, { ...order, rounding: taken.rounding, payments });
  return { id, spent, paid: taken.paid, change: taken.change };
}

export const returnOracle: Oracle<Create> = (shop, input, role) => {
  const order = shop.orders[input.orderId - 1] ?? refuse('not-found');
  if (order.status !== 'delivered') refuse('not-returnable');
  const lines = keptLines(shop, order, input.lines);
  const credit = creditOf(shop, order, input.lines);
  if (credit !== input.expectedCredit) refuse('amount-changed');
  const back = bookReturn(shop, { order, lines, rounding: credit - worth(lines) });
  order.credited += credit;
  const dueBack = dueBackOf(shop, order);
  const sale = input.exchange && sellExchange(shop, input.exchange, dueBack, role);
  const spent = sale?.spent ?? 0;
  shop.returns[back.id - 1] = { ...back, exchangeOrderId: sale?.id ?? null };
  const rest = dueBack - spent;
  const wishes = input.refunds.filter((one) => one.amount > 0);
  const sum = sumOf(wishes, (one) => one.amount);
  if (wishes.length > 0 && sum > rest) refuse('refund-above-due');
  if (wishes.length > 0 && sum < rest) refuse('refund-not-complete');
  const why = { cause: 'return' as const, returnId: back.id, cashNow: input.cashNow };
  const going = wishes.length > 0 ? wishes : sharedWishes(shop, order, rest);
  const { refundAwaiting, refundedInCash } = openRefunds(shop, order, going, why);
  for (const { paymentNo, amount } of sharedWishes(shop, order, spent)) {
    addRefund(
      shop,
      { order, paymentNo, returnId: back.id, cause: 'return', tenderId: exchangeTender, amount },
      true,
    );
  }
  return {
    ...{ returnId: back.id, exchangeOrderId: sale?.id ?? null, credited: credit, exchanged: spent },
    ...{ refundedInCash, refundAwaiting, paid: sale?.paid ?? 0, change: sale?.change ?? 0 },
  };
};

export const returnWithoutReceiptOracle: Oracle<Input<'returns.createWithoutReceipt'>> = (shop, input) => {
  const goods = input.lines.map(({ productId, quantity, unitPrice, disposition }) => {
    const product = shop.products.find((one) => one.id === productId) ?? refuse('product-gone');
    if (quantity <= 0) refuse('quantity-not-positive');
    if (!product.isMeasured && quantity % 1000 !== 0) refuse('whole-pieces-only');
    if (unitPrice > product.price) refuse('return-above-price');
    return { product, quantity, unitPrice, disposition, given: null, rate: product.rate };
  });
  const amounts = pricedOf(shop, goods, null);
  const lines = goods.map(({ product, quantity, disposition }, index): Kept => {
    const { net = 0, tax = 0 } = amounts[index] ?? {};
    return { orderLineNo: null, product, quantity, net, tax, disposition, unitCost: product.cost };
  });
  const total = worth(lines);
  if (total > shop.returnCap) refuse('return-above-cap');
  const { id: returnId } = bookReturn(shop, { order: null, lines, rounding: 0 });
  const { tenderId } = input;
  if (tenderId >= exchangeTender) refuse('tender-gone');
  const noSale = { exchangeOrderId: null, exchanged: 0, paid: 0, change: 0 };
  const nothing = { refundedInCash: 0, refundAwaiting: 0 };
  if (total === 0) return { ...noSale, ...nothing, returnId, credited: 0 };
  const row = { order: null, paymentNo: null, returnId, cause: 'return' as const, tenderId, amount: total };
  const { rounding } = addRefund(shop, row, tenderId === 1);
  const given = tenderId === 1 ? { refundedInCash: total + rounding } : { refundAwaiting: total };
  return { ...noSale, ...nothing, ...given, returnId, credited: total };
};
