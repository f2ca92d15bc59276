import { businessDateOf } from '../../../shared/domain/calendar.ts';
import { type Quantity, quantity } from '../../../shared/domain/quantity.ts';
import type { CommandContext } from '../../app/context.ts';
import { query } from '../../database/query.ts';
import { indexProduct } from '../catalog/index-product.ts';
import { indexCustomer } from '../customers/index-customer.ts';
import { staffOf } from '../orders/append-event.ts';
import { defaultTaxClass } from '../orders/order-statements.ts';
import { ensureStockRow } from '../stock/ensure-stock-row.ts';
import { moveStock } from '../stock/move-stock.ts';
import { keepOldId } from './old-ids.ts';
import type { DraftCustomer, DraftMethod, DraftOrder, DraftProduct } from './orderlla-draft.ts';
import type { OrderllaPlan } from './plan-orderlla.ts';

/** An import under way: what it writes with, and what it has made so far. */
export type Writing = {
  readonly ctx: CommandContext;
  readonly importId: number;
  readonly plan: OrderllaPlan;
  /** The tender of each way of paying. */
  readonly tenders: Map<string, number>;
};

/** Ways of paying that the till does not know are made, archived: old orders name them, nobody is offered them. */
export function writeTenders({ ctx, plan, tenders }: Writing): void {
  const last = ctx.db.get(query.selectFrom('tenders').select(({ fn }) => fn.max('position').as('position')));
  plan.newMethods.forEach(({ name, kind }: DraftMethod, index) => {
    const position = (last?.position ?? 0) + 1 + index;
    const archivedAt = kind === 'other' ? ctx.now : null;
    const row = { name, kind, asksReference: 1 as const, position, archivedAt };
    tenders.set(name, ctx.db.run(query.insertInto('tenders').values(row)).lastId);
  });
}

export function writeCustomer({ ctx, importId, plan }: Writing, customer: DraftCustomer): void {
  const { oldId, ...row } = customer;
  const created = { ...row, createdAt: ctx.now, archivedAt: null };
  const newId = ctx.db.run(query.insertInto('customers').values(created)).lastId;
  indexCustomer(ctx.db, newId);
  keepOldId(ctx.db, plan.ids, { kind: 'customer', oldId, newId, importId });
}

export function writeProduct({ ctx, importId, plan }: Writing, product: DraftProduct, sold: Sold): void {
  const { oldId, stock, ...row } = product;
  const taxClassId = defaultTaxClass.get(ctx.db, {})?.id;
  if (taxClassId === undefined) throw new Error('The shop has no tax class');
  const productId = ctx.db.run(
    query.insertInto('products').values({
      ...row,
      kind: 'single',
      taxClassId,
      unit: 'piece',
      createdAt: ctx.now,
    }),
  ).lastId;
  ensureStockRow(ctx.db, { productId, tracked: stock !== null, reorderLevel: ctx.shop.reorderLevel });
  const opening = quantity((stock ?? 0) + sold.quantity);
  if (opening !== 0) openStock(ctx, importId, productId, opening, Math.min(sold.firstAt, ctx.now));
  indexProduct(ctx.db, productId);
  keepOldId(ctx.db, plan.ids, { kind: 'product', oldId, newId: productId, importId });
}

function openStock(
  ctx: CommandContext,
  importId: number,
  productId: number,
  onHandChange: Quantity,
  at: number,
): void {
  moveStock(ctx.db, {
    productId,
    type: 'opening',
    onHandChange,
    sourceType: 'import',
    sourceId: importId,
    sourceLine: productId,
    staffId: staffOf(ctx.actor),
    at,
    businessDate: businessDateOf(at, ctx.shop.timeZone, ctx.shop.dayStartMinutes),
  });
}

/** How much of a product the file's orders took from the stock that it says is left, and since when. */
export type Sold = { readonly quantity: Quantity; readonly firstAt: number };

/**
 * What the opening stock must be above what is left: Orderlla took goods off when they were ordered, and put them back
 * when the order was cancelled. What is promised and not sent yet still lies on the shelf.
 */
export function soldOf(orders: readonly DraftOrder[]): ReadonlyMap<number, Sold> {
  const sold = new Map<number, Sold>();
  for (const { lines, status, placedAt } of orders) {
    for (const { oldProductId, quantity: count } of lines) {
      if (oldProductId === null) continue;
      const before = sold.get(oldProductId) ?? { quantity: quantity(0), firstAt: placedAt };
      const taken = status === 'cancelled' ? 0 : count;
      sold.set(oldProductId, {
        quantity: quantity(before.quantity + taken),
        firstAt: Math.min(before.firstAt, placedAt),
      });
    }
  }
  return sold;
}
