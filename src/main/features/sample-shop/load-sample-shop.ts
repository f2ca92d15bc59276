import { AppError } from '../../../shared/contract/errors.ts';
import { businessDateOf } from '../../../shared/domain/calendar.ts';
import { stockValue } from '../../../shared/domain/stock-value.ts';
import type { CommandContext, CommandHandler, Progress } from '../../app/context.ts';
import { query } from '../../database/query.ts';
import { moveStock } from '../stock/move-stock.ts';
import { generateOrders } from './generate-orders.ts';
import { insertSampleCatalogue, type SampleProducts } from './insert-sample-catalogue.ts';
import { insertSampleCustomers, insertSampleStaff } from './insert-sample-people.ts';
import { planReceipts, type SampleReceipt } from './plan-receipts.ts';
import type { SampleCatalogue } from './sample-catalogue.ts';
import { sampleOrderWriter } from './write-sample-order.ts';

/** The same shop each time: its year ends today, and nothing else about it changes. */
const seed = 7;
const ordersAStep = 100;

/**
 * Fills a new shop with products, customers and a year of orders of our own making, through the same code that
 * places a real order, so that every screen has life and every figure adds up.
 */
export const loadSampleShop: CommandHandler<'setup.loadSample'> = function* (ctx) {
  requireEmpty(ctx);
  const catalogue = JSON.parse(
    new TextDecoder().decode(ctx.resource('sample-shop/catalogue.json')),
  ) as SampleCatalogue;
  const { now, today, shop } = ctx;
  const { timeZone, dayStartMinutes } = shop;
  const orders = generateOrders({ catalogue, seed, now, today, timeZone, dayStartMinutes });
  const total = orders.length + catalogue.products.length;
  const products = insertSampleCatalogue(ctx, catalogue, orders[0]?.placedAt ?? now);
  const customers = insertSampleCustomers(ctx, catalogue.customers);
  const staff = insertSampleStaff(ctx, catalogue.staff);
  yield { done: catalogue.products.length, total };
  const receipts = [...planReceipts(catalogue.products, orders)];
  const writer = sampleOrderWriter(ctx, { products, customers, staff });
  for (const [index, order] of orders.entries()) {
    while (receipts[0] && receipts[0].receivedAt <= order.placedAt) {
      receive(ctx, products, receipts.shift() as SampleReceipt);
    }
    writer.place(order);
    if (index % ordersAStep === 0) yield progress(catalogue.products.length + index, total);
  }
  writer.finish();
  ctx.db.run(query.updateTable('shop').set({ isSample: 1 }).where('id', '=', 1));
  ctx.note('shop', { sample: catalogue.shop.name, orders: orders.length });
  return { products: catalogue.products.length, customers: customers.length, orders: orders.length };
};

function progress(done: number, total: number): Progress {
  return { done, total };
}

/** @throws AppError `not-empty`: a sample among real goods could never be told apart again. */
function requireEmpty({ db }: CommandContext): void {
  const product = db.get(query.selectFrom('products').select('id').limit(1));
  const order = db.get(query.selectFrom('orders').select('id').limit(1));
  if (product || order) throw new AppError('not-empty');
}

/** Goods come in with a paper of their own, like those that a shop receives later. */
function receive(ctx: CommandContext, products: SampleProducts, receipt: SampleReceipt): void {
  const product = products.get(receipt.productKey);
  if (!product) throw new Error(`no sample product ${receipt.productKey}`);
  const { timeZone, dayStartMinutes } = ctx.shop;
  const at = receipt.receivedAt;
  const by = { staffId: null, at, businessDate: businessDateOf(at, timeZone, dayStartMinutes) };
  const paper = (): number => {
    const total = stockValue([{ quantity: receipt.quantity, unitCost: product.cost }]);
    const row = { ...by, supplier: '', reference: '', note: '', lineCount: 1, total };
    return ctx.db.run(query.insertInto('stockReceipts').values(row)).lastId;
  };
  moveStock(ctx.db, {
    ...by,
    productId: product.id,
    type: receipt.type,
    onHandChange: receipt.quantity,
    unitCost: product.cost,
    sourceType: receipt.type === 'opening' ? 'product' : 'receipt',
    sourceId: receipt.type === 'opening' ? product.id : paper(),
    sourceLine: receipt.type === 'opening' ? product.id : 1,
  });
}
