import { AppError } from '../../../shared/contract/errors.ts';
import { quantity } from '../../../shared/domain/quantity.ts';
import type { CommandHandler } from '../../app/context.ts';
import { query } from '../../database/query.ts';
import { staffOf } from '../orders/append-event.ts';
import { readingOf, uploadOf } from './orderlla-upload.ts';
import { planOrderlla } from './plan-orderlla.ts';
import { writeOldOrder } from './write-old-order.ts';
import { soldOf, type Writing, writeCustomer, writeProduct, writeTenders } from './write-orderlla.ts';

const rowsAStep = 25;

/**
 * Brings in what the last preview read, in one transaction. It is compared with the shop once more: what another
 * import has made meanwhile stays as it is.
 */
export const runOrderlla: CommandHandler<'orderllaImport.run'> = function* (ctx, { uploadId }) {
  const { fileName } = uploadOf(ctx, uploadId);
  const reading = readingOf(ctx, uploadId);
  const draft = reading.orderlla;
  const plan = planOrderlla(ctx.db, draft);
  const { customers, products, orders } = plan;
  const total = customers.length + products.length + orders.length;
  if (total === 0) throw new AppError('nothing-to-import');
  const unchanged = draft.customers.length + draft.products.length + draft.orders.length - total;
  const counted = { created: total, changed: 0, unchanged, refused: draft.leftOut };
  const row = { fileName, format: 'orderlla', at: ctx.now, staffId: staffOf(ctx.actor), ...counted };
  const importId = ctx.db.run(query.insertInto('imports').values(row)).lastId;
  const writing: Writing = { ctx, importId, plan, tenders: new Map(plan.tenders) };
  writeTenders(writing);
  const sold = soldOf(orders);
  const none = { quantity: quantity(0), firstAt: ctx.now };
  const steps = [
    ...customers.map((customer) => () => writeCustomer(writing, customer)),
    ...products.map((product) => () => writeProduct(writing, product, sold.get(product.oldId) ?? none)),
    ...orders.map((order) => () => writeOldOrder(writing, order)),
  ];
  for (const [index, write] of steps.entries()) {
    if (index % rowsAStep === 0) yield { done: index, total };
    write();
  }
  const created = { customers: customers.length, products: products.length, orders: orders.length };
  ctx.note(`import ${importId}`, { fileName, ...created, unchanged, leftOut: draft.leftOut });
  reading.made = { importId, created, unchanged, leftOut: draft.leftOut };
  return reading.made;
};
