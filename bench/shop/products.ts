import type BetterSqlite3 from 'better-sqlite3';
import { searchWords } from '../../src/main/features/catalog/search-text.ts';
import { addDays, type CalendarDate, calendarDate } from '../../src/shared/domain/calendar.ts';
import { type Chance, chanceOf } from './chance.ts';
import { categoryIds, nameOf } from './directory.ts';
import { inserter } from './rows.ts';
import { dayMs, nowMs, type ShopSize, seed, tradingDays } from './size.ts';

/** A product as an order needs it. */
export type Good = {
  readonly name: string;
  readonly sku: string;
  readonly price: number;
  readonly cost: number;
  readonly taxClass: number;
};

/** How many of each product lay there on the first day, thousandths. */
export const openingStock = 1_000_000_000;

/** The day before the first order: every product is opened then. */
export const openingDate: CalendarDate = addDays(calendarDate(20_261_122), -tradingDays);
const openingAt = nowMs - tradingDays * dayMs;

const productColumns = `id, kind, name, sku, description, categoryId, taxClassId, price, cost, unit, oversell, createdAt`;
const movementColumns = `productId, movementNo, type, onHandChange, reservedChange, unitCost, sourceType, sourceId,
  sourceLine, at, businessDate`;

/** The catalogue: the lower a product's number, the oftener it sells. Answers its goods, the first at 0. */
export function fillProducts(database: BetterSqlite3.Database, { products }: ShopSize): readonly Good[] {
  const chance = chanceOf(seed + 2);
  const insert = inserter(database, 'products', productColumns);
  const barcode = inserter(database, 'barcodes', 'barcode, productId');
  const stock = inserter(database, 'productStock', 'productId, tracked, onHand, reserved, reorderLevel');
  const move = inserter(database, 'stockMovements', movementColumns);
  const index = inserter(database, 'productSearch', 'rowid, words');
  const goods: Good[] = [];
  for (let id = 1; id <= products; id += 1) {
    const good = drawGood(chance, id);
    const { name, sku, price, cost, taxClass } = good;
    const category = chance.happens(0.97) ? chance.whole(categoryIds.from, categoryIds.to) : null;
    // Some have no price yet: it is typed at the till, and none of them sells here.
    insert(id, 'single', name, sku, '', category, taxClass, price, cost, 'piece', 'allow', openingAt + id);
    const code = id % 10 === 0 ? null : String(2_000_000_000_000 + id);
    if (code !== null) barcode(code, id);
    // One in twenty is low.
    stock(id, 1, openingStock, 0, id % 20 === 0 ? 2 * openingStock : 5000);
    move(id, 1, 'opening', openingStock, 0, cost, 'product', id, 0, openingAt + id, openingDate);
    index(id, searchWords([name, null, null, sku, code]));
    goods.push(good);
  }
  return goods;
}

function drawGood({ next, whole }: Chance, id: number): Good {
  const price = 99 + Math.floor(next() ** 3 * 9000);
  return {
    name: nameOf(id),
    sku: `SKU-${String(id).padStart(6, '0')}`,
    price,
    cost: Math.floor((price * whole(40, 70)) / 100),
    taxClass: [1, 1, 1, 3, 3, 2, 4][id % 7] ?? 1,
  };
}
