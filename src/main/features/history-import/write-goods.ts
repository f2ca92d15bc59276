import { zeroMoney } from '../../../shared/domain/money.ts';
import { query } from '../../database/query.ts';
import { indexProduct } from '../catalog/index-product.ts';
import { cutText } from '../csv/cut-text.ts';
import { indexCustomer } from '../customers/index-customer.ts';
import { defaultTaxClass } from '../orders/order-statements.ts';
import { ensureStockRow } from '../stock/ensure-stock-row.ts';
import { type Fine, wholeOf } from './fine-amounts.ts';
import { type HistoryWriting, noteMade } from './history-writing.ts';
import {
  customerOf,
  goodsAfter,
  partiesAfter,
  productOf,
  type StagedGood,
  type StagedParty,
  setGood,
  setParty,
} from './match-shop.ts';

/** Finds or makes the products of what comes in; yields how many are done. They are compared with the shop as it is now. */
export function* writeGoods(writing: HistoryWriting): Generator<number, void> {
  const { ctx, staged, understanding } = writing;
  let done = 0;
  for (let after = 0; ; ) {
    const goods = goodsAfter.all(staged, { after });
    if (goods.length === 0) return;
    for (const good of goods) {
      const found = productOf(ctx.db, good);
      const shopId = found ?? (understanding.products === 'none' ? null : makeProduct(writing, good));
      setGood.run(staged, { id: good.id, shopId });
      after = good.id;
      done += 1;
      if (done % 25 === 0) yield done;
    }
  }
}

/** A product of the file's name, code and latest price, whose stock is not counted: nobody knows what is left of it. */
function makeProduct(writing: HistoryWriting, { sku, name, price }: StagedGood): number {
  const { ctx, understanding } = writing;
  const taxClassId = defaultTaxClass.get(ctx.db, {})?.id;
  if (taxClassId === undefined) throw new Error('The shop has no tax class');
  const { lastId: productId } = ctx.db.run(
    query.insertInto('products').values({
      ...{ kind: 'single', sku, taxClassId, unit: 'piece', description: '', createdAt: ctx.now },
      name: name || (sku ?? writing.words.unnamedGood),
      price: price > 0 ? wholeOf(price as Fine) : zeroMoney,
      archivedAt: understanding.products === 'archived' ? ctx.now : null,
    }),
  );
  ensureStockRow(ctx.db, { productId, tracked: false, reorderLevel: ctx.shop.reorderLevel });
  indexProduct(ctx.db, productId);
  noteMade(writing, 'product', productId);
  writing.made.products += 1;
  return productId;
}

/** Finds or makes the customers of what comes in, and those of a file of customers; yields how many are done. */
export function* writeParties(writing: HistoryWriting): Generator<number, void> {
  const { ctx, staged, understanding } = writing;
  let done = 0;
  for (let after = 0; ; ) {
    const parties = partiesAfter.all(staged, { after });
    if (parties.length === 0) return;
    for (const party of parties) {
      const found = customerOf(ctx.db, understanding.sourceKey, party);
      const shopId = found ?? (understanding.customers === 'none' ? null : makeCustomer(writing, party));
      setParty.run(staged, { id: party.id, shopId });
      if (shopId !== null) rememberCustomer(writing, party.key, shopId);
      after = party.id;
      done += 1;
      if (done % 25 === 0) yield done;
    }
  }
}

function makeCustomer(writing: HistoryWriting, { key, name, email, phone, address }: StagedParty): number {
  const { ctx, words } = writing;
  const { lastId: customerId } = ctx.db.run(
    query.insertInto('customers').values({
      ...{ email, phone, address, note: '', createdAt: ctx.now, archivedAt: null },
      name: cutText(name || email || words.customer(key), 160),
    }),
  );
  indexCustomer(ctx.db, customerId);
  noteMade(writing, 'customer', customerId);
  writing.made.customers += 1;
  return customerId;
}

/** The next file of this source means the same by this key. */
function rememberCustomer({ ctx, sourceId, importId }: HistoryWriting, oldKey: string, newId: number): void {
  ctx.db.run(
    query
      .insertInto('historyIds')
      .values({ sourceId, kind: 'customer', oldKey, newId, importId })
      .onConflict((conflict) => conflict.doNothing()),
  );
}
