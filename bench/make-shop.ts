import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { CommandContext } from '../src/main/app/context.ts';
import { query } from '../src/main/database/query.ts';
import { indexProduct } from '../src/main/features/catalog/index-product.ts';
import { indexCustomer } from '../src/main/features/customers/index-customer.ts';
import { productForSale } from '../src/main/features/orders/order-statements.ts';
import { writeOrder } from '../src/main/features/orders/write-order.ts';
import { ensureStockRow } from '../src/main/features/stock/ensure-stock-row.ts';
import { moveStock } from '../src/main/features/stock/move-stock.ts';
import { addDays, calendarDate } from '../src/shared/domain/calendar.ts';
import { money, zeroMoney } from '../src/shared/domain/money.ts';
import { priceOrder } from '../src/shared/domain/pricing.ts';
import { pieces } from '../src/shared/domain/quantity.ts';
import { percent } from '../src/shared/domain/rate.ts';
import { seededRandom } from '../test/crash/seeded-random.ts';
import { createOpenShop, type TestApp } from '../test/support/create-test-app.ts';

export type ShopSize = { readonly orders: number; readonly products: number; readonly customers: number };

const cache = join(import.meta.dirname, '../.cache/bench');
/** Raised when the generator or the schema changes, so that no old file is measured. */
const version = 3;

/**
 * A shop file of a given size, generated once and kept in `.cache/bench`: products that sell by Zipf's law (0.85),
 * 1 to 6 lines an order, a third of the orders with a customer, ten years of days. Answers a fresh copy,
 * on the given disk.
 */
export async function shopOfSize(size: ShopSize, disk = cache): Promise<string> {
  const kept = join(cache, `v${version}-${size.orders}-${size.products}-${size.customers}`);
  if (!existsSync(join(kept, 'shop.db'))) {
    process.stdout.write(`making a shop of ${size.orders} orders …\n`);
    const test = await createOpenShop({}, { keep: true });
    fill(test, size);
    await test.close();
    mkdirSync(cache, { recursive: true });
    cpSync(test.folder, kept, { recursive: true });
    rmSync(test.folder, { recursive: true, force: true });
  }
  const copy = mkdtempSync(join(disk, 'orderlla-copy-'));
  cpSync(kept, copy, { recursive: true });
  return copy;
}

const words =
  'amber birch cedar delta ember fern grove harbour indigo juniper kettle linen maple nectar opal pearl quartz river slate thistle umber velvet willow yarrow zephyr'.split(
    ' ',
  );

function nameOf(index: number): string {
  const word = (at: number): string => words[at % words.length] ?? 'plain';
  const name = `${word(index * 7)} ${word(index * 13 + 5)} ${word(Math.floor(index / 25) * 3 + 1)} ${index}`;
  return name[0]?.toUpperCase() + name.slice(1);
}

function fill(test: TestApp, size: ShopSize): void {
  const chunk = 2000;
  for (let from = 1; from <= size.products; from += chunk) {
    test.file.transaction((db) => {
      for (let index = from; index < Math.min(from + chunk, size.products + 1); index += 1) {
        const sku = `SKU-${String(index).padStart(6, '0')}`;
        const productId = db.run(
          query.insertInto('products').values({
            kind: 'single',
            parentId: null,
            name: nameOf(index),
            variantLabel: null,
            sku,
            externalKey: null,
            description: '',
            categoryId: null,
            taxClassId: 1,
            price: money(99 + (index % 97) * 50),
            compareAtPrice: null,
            cost: money(50),
            unit: 'piece',
            oversell: 'allow',
            pictureId: null,
            pictureSource: null,
            popularity: Math.max(0, 2000 - index),
            createdAt: test.now,
            archivedAt: null,
          }),
        ).lastId;
        db.run(
          query.insertInto('barcodes').values({ barcode: String(2_000_000_000_000 + index), productId }),
        );
        ensureStockRow(db, { productId, tracked: true, reorderLevel: pieces(5) });
        const opening = { type: 'opening', onHandChange: pieces(100_000), sourceType: 'product' } as const;
        const source = { sourceId: productId, sourceLine: 0, staffId: null, at: test.now };
        moveStock(db, { productId, ...opening, ...source, businessDate: calendarDate(20161122) });
        indexProduct(db, productId);
      }
    });
  }
  test.file.transaction((db) => {
    for (let index = 1; index <= size.customers; index += 1) {
      const row = { phone: `555-${index}`, email: '', address: `${index} High Street`, note: '' };
      const { lastId } = db.run(
        query
          .insertInto('customers')
          .values({ name: nameOf(index), ...row, createdAt: test.now, archivedAt: null }),
      );
      indexCustomer(db, lastId);
    }
  });
  writeOrders(test, size);
}

function writeOrders(test: TestApp, size: ShopSize): void {
  const random = seededRandom(20261122);
  const shop = test.file.read.get(query.selectFrom('shop').selectAll());
  if (!shop) throw new Error('no shop');
  const days = 3650;
  const zipf = (): number => 1 + Math.floor(size.products * random() ** 6.5);
  const tender = { id: 1, name: 'Cash', kind: 'cash', asksReference: 0 } as const;
  const taxes = [{ name: 'VAT', rate: percent(20) }];
  const chunk = 2000;
  for (let from = 0; from < size.orders; from += chunk) {
    test.file.transaction((db) => {
      for (let index = from; index < Math.min(from + chunk, size.orders); index += 1) {
        const daysAgo = days - Math.floor((index / size.orders) * days);
        const lines = Array.from({ length: 1 + Math.floor(random() * random() * 9) }, () => {
          const product = productForSale.get(db, { productId: Math.min(size.products, zipf()) });
          if (!product) throw new Error('no product');
          const { name, sku, unit, price, cost } = product;
          const amount = {
            quantity: pieces(1 + Math.floor(random() * 2)),
            listPrice: price,
            unitPrice: price,
          };
          return { product, name, sku, unit, ...amount, unitCost: cost, discount: null, taxes, note: '' };
        });
        const priced = priceOrder({
          lines,
          orderDiscount: null,
          pricesIncludeTax: true,
          taxRounding: 'line',
        });
        const { total } = priced;
        const customerId = random() < 0.35 ? 1 + Math.floor(random() * size.customers) : null;
        const customer =
          customerId === null ? null : { id: customerId, name: nameOf(customerId), phone: '', address: '' };
        const ctx = {
          db,
          shop,
          now: test.now - daysAgo * 86_400_000 + (index % 36_000) * 1000,
          today: addDays(calendarDate(20261122), -daysAgo),
          actor: { kind: 'staff', staffId: 1 },
        } as unknown as CommandContext;
        writeOrder(ctx, {
          input: { kind: 'counter', orderDiscount: null, note: '' },
          recipient: { customer, name: null, phone: null, address: null, date: null },
          lines,
          priced,
          taken: {
            payments: [{ tender, amount: total, change: zeroMoney, reference: null }],
            rounding: zeroMoney,
            paid: total,
            change: zeroMoney,
          },
          oversold: [],
          total,
        });
      }
    });
  }
}
