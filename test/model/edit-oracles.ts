import type { Input } from '../../src/shared/contract/index.ts';
import { type Amounts, type ModelDiscount, sumOf } from './arithmetic.ts';
import { type Oracle, refuse } from './expected.ts';
import type { ModelLine, ModelOrder, ModelProduct, ModelShop, Role } from './model-shop.ts';
import { dueBackOf, refundsOf, totalOf } from './order-money.ts';
import { orderNo, standing, takePayments } from './order-oracles.ts';
import { limitStock, pricedOf, type WantedLine, wantedOf } from './place-oracle.ts';
import { openRefunds, sharedWishes } from './refund-oracles.ts';
import { isAboveShare, shareTaken } from './rights.ts';
import { goodwillShare, lineShare, orderShare, together } from './taken-off.ts';

type Edit = Input<'orders.edit'>;

function editable(
  shop: ModelShop,
  { orderId, revision }: { readonly orderId: number; readonly revision: number },
): ModelOrder {
  const order = orderNo(shop, orderId);
  if (order.status !== 'received') refuse('order-not-editable');
  if (order.revision !== revision) refuse('order-changed');
  if (shop.invoices.includes(orderId)) refuse('already-invoiced');
  return order;
}

/** A discount as it is given again: a percentage anew, an amount as it came to. */
function again(given: ModelDiscount | null, cameTo: number): ModelDiscount | null {
  if (given?.kind === 'percent') return given;
  return cameTo === 0 ? null : { kind: 'amount', amount: cameTo };
}

/** What was rounded to coins stays, but an order never costs less than nothing. */
function keptRounding(rounding: number, goods: number): number {
  return goods <= 0 ? 0 : Math.max(rounding, -goods);
}

const goodsOf = (lines: readonly Amounts[]): number => sumOf(lines, (line) => line.net + line.tax);

/** Puts other lines into an order that has not left: promises move, goodwill and rounding stay. */
function revise({ pricesIncludeTax }: ModelShop, order: ModelOrder, after: ModelLine[], role: Role): void {
  if (after.length === 0) refuse('nothing-left');
  const before = totalOf(order);
  const rounding = keptRounding(order.rounding, goodsOf(after));
  const total = goodsOf(after) + rounding;
  if (total < order.credited) refuse('nothing-left');
  const allowed = shareTaken(before, order.credited);
  const grown = shareTaken(total, order.credited);
  const inAll = (lines: readonly ModelLine[], cost: number): number =>
    goodwillShare({ lines, total: cost, pricesIncludeTax }, order.credited);
  const isAbove =
    isAboveShare(role, grown, allowed) || isAboveShare(role, inAll(after, total), inAll(order.lines, before));
  if (grown > allowed && isAbove) refuse('discount-above-limit');
  for (const { product, quantity } of order.lines) if (product) product.reserved -= quantity;
  for (const { product, quantity } of after) if (product) product.reserved += quantity;
  const orderDiscount = again(
    order.orderDiscount,
    sumOf(after, (line) => line.orderDiscount),
  );
  Object.assign(order, { lines: after, rounding, orderDiscount, revision: order.revision + 1 });
}

/** Opens what an edit made due back, together with what earlier edits made due and nobody sent. */
function settle(shop: ModelShop, order: ModelOrder, dueBefore: number, cashNow: boolean) {
  for (const one of refundsOf(shop, order)) {
    if (one.cause === 'edit' && one.state === 'awaiting') one.state = 'voided';
  }
  const due = Math.max(0, dueBackOf(shop, order) - dueBefore);
  const why = { cause: 'edit' as const, returnId: null, cashNow };
  const { refundAwaiting, refundedInCash } = openRefunds(shop, order, sharedWishes(shop, order, due), why);
  return { refundAwaiting, refundedInCash };
}

export const cancelLinesOracle: Oracle<Input<'orders.cancelLines'>> = (shop, input, role) => {
  const order = editable(shop, input);
  if (input.lineNos.some((no) => !order.lines.some((line) => line.lineNo === no))) refuse('not-found');
  const dueBefore = dueBackOf(shop, order);
  const after = order.lines.filter((line) => !input.lineNos.includes(line.lineNo));
  revise(shop, order, after, role);
  return standing(shop, order, settle(shop, order, dueBefore, input.refundCashNow));
};

type Kept = { readonly line: ModelLine; readonly quantity: number };

function keptOf(order: ModelOrder, wanted: Edit['lines']): readonly Kept[] {
  const kept = wanted.map(({ lineNo, quantity }) => {
    const line = order.lines.find((one) => one.lineNo === lineNo) ?? refuse('not-found');
    if (quantity <= 0) refuse('quantity-not-positive');
    const isWhole = line.product?.isMeasured || quantity % 1000 === 0 || quantity === line.quantity;
    if (!isWhole) refuse('whole-pieces-only');
    return { line, quantity };
  });
  return kept.toSorted((a, b) => a.line.lineNo - b.line.lineNo);
}

/** What an order's lines come to after an edit: kept ones as they were placed, added ones as they are sold now. */
function amountsAfter(
  shop: ModelShop,
  order: ModelOrder,
  kept: readonly Kept[],
  added: readonly WantedLine[],
) {
  const stay = kept.map(({ line, quantity }) => ({
    ...line,
    quantity,
    given: again(line.given, line.discount),
  }));
  const ofOrder = again(
    order.orderDiscount,
    sumOf(order.lines, (line) => line.orderDiscount),
  );
  return pricedOf(shop, [...stay, ...added], ofOrder);
}

/** The new total that a window would show; nothing where it would not get so far. */
export function totalAfter(
  shop: ModelShop,
  order: ModelOrder,
  { lines, added }: Pick<Edit, 'lines' | 'added'>,
): number {
  const goods = goodsOf(amountsAfter(shop, order, keptOf(order, lines), wantedOf(shop, added, 'owner')));
  return goods + keptRounding(order.rounding, goods);
}

/** An edit gives no more away than the role may, but what somebody else gave stays. */
function limitEdit(role: Role, order: ModelOrder, kept: readonly Kept[], amounts: readonly Amounts[]): void {
  const rateOf = (given: ModelDiscount | null, otherwise: number): number =>
    given?.kind === 'percent' ? given.rate : otherwise;
  const ofOrder = orderShare(amounts);
  const before = rateOf(order.orderDiscount, orderShare(order.lines));
  const isAbove = amounts.some((one, index) => {
    const line = kept[index]?.line;
    const own = line ? rateOf(line.given, shareTaken(line.gross, line.discount)) : 0;
    return (
      isAboveShare(role, shareTaken(one.gross, one.discount), own) ||
      isAboveShare(role, lineShare(one, ofOrder), together(own, before))
    );
  });
  if (isAbove || isAboveShare(role, ofOrder, before)) refuse('discount-above-limit');
}

/** How much more of each product an edit wants than the order was promised. */
function wantedMore(
  order: ModelOrder,
  kept: readonly Kept[],
  added: readonly WantedLine[],
): Map<ModelProduct, number> {
  const more = new Map<ModelProduct, number>();
  const add = (product: ModelProduct | null, quantity: number): void => {
    if (product) more.set(product, (more.get(product) ?? 0) + quantity);
  };
  for (const { product, quantity } of order.lines) add(product, -quantity);
  for (const { line, quantity } of kept) add(line.product, quantity);
  for (const { product, quantity } of added) add(product, quantity);
  return more;
}

/** The number of the first added line: never one that a product's line had before. */
function firstNewNo(order: ModelOrder): number {
  return 1 + Math.max(order.highestNo, ...order.lines.map((line) => line.lineNo));
}

export const editOracle: Oracle<Edit> = (shop, input, role) => {
  const order = editable(shop, input);
  const kept = keptOf(order, input.lines);
  const removed = order.lines.filter((line) => !kept.some((one) => one.line === line));
  if (kept.length + input.added.length === 0) refuse('nothing-left');
  const isChanged = kept.some(({ line, quantity }) => line.quantity !== quantity);
  if (!isChanged && removed.length + input.added.length === 0) refuse('nothing-changed');
  const added = wantedOf(shop, input.added, role);
  const amounts = amountsAfter(shop, order, kept, added);
  limitEdit(role, order, kept, amounts);
  const goods = goodsOf(amounts);
  if (goods + keptRounding(order.rounding, goods) !== input.expectedTotal) refuse('price-changed');
  limitStock(wantedMore(order, kept, added), role, input.oversellAccepted);
  const dueBefore = dueBackOf(shop, order);
  const first = firstNewNo(order);
  const after = amounts.flatMap((amount, index): ModelLine[] => {
    const { line, quantity } = kept[index] ?? {};
    if (line) return [{ ...line, ...amount, quantity: quantity ?? 0 }];
    const fresh = added[index - kept.length];
    return fresh ? [{ ...fresh, ...amount, lineNo: first + index - kept.length }] : [];
  });
  revise(shop, order, after, role);
  order.highestNo = Math.max(order.highestNo, ...after.map((line) => (line.product ? line.lineNo : 0)));
  const moved = settle(shop, order, dueBefore, input.refundCashNow);
  const change = takePayments(shop, order, input.tenders, role);
  return standing(shop, order, { ...moved, change });
};
