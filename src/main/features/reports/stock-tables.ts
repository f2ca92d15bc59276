import { sql } from 'kysely';
import type { CalendarDate } from '../../../shared/domain/calendar.ts';
import { money } from '../../../shared/domain/money.ts';
import { quantity } from '../../../shared/domain/quantity.ts';
import type { Span } from '../../../shared/domain/report-span.ts';
import { stockValue } from '../../../shared/domain/stock-value.ts';
import type { Progress } from '../../app/context.ts';
import type { ReadDb } from '../../database/connection.ts';
import { lowStock } from '../stock/low-stock.ts';
import { categoriesOfProducts, categoryNames, nameProducts } from './product-tables.ts';
import type { Reading } from './read-days.ts';
import { readOnce } from './read-once.ts';
import { readProducts } from './read-products.ts';
import type { Asked, NameColumn, Row, Table } from './report-parts.ts';
import { plainColumn } from './report-parts.ts';

const productNames: readonly NameColumn[] = [
  { key: 'name', unit: 'text' },
  { key: 'sku', unit: 'text' },
];

export type OnHand = { readonly productId: number; readonly onHand: number; readonly cost: number | null };

/** What is counted and sold: tracked, not archived, no parent of variants. */
export function onHandRows(db: ReadDb): readonly OnHand[] {
  return db.all(sql<OnHand>`SELECT s.productId, s.onHand, p.cost FROM productStock AS s
    JOIN products AS p ON p.id = s.productId WHERE s.tracked = 1 AND s.onHand <> 0 ORDER BY s.productId`);
}

/** At what it cost; nothing where nobody knows that. */
export function worthOf({ onHand, cost }: OnHand): number {
  return cost === null ? 0 : stockValue([{ quantity: quantity(onHand), unitCost: money(cost) }]);
}

/** What is on hand, product by product with its category, and what it is worth at cost. */
export function* stockValueTable(asked: Asked): Generator<Progress, Table> {
  yield { done: 0, total: 1 };
  const categoryOf = categoriesOfProducts(asked.ctx.db);
  const categories = categoryNames(asked.ctx.db);
  return {
    names: [...productNames, { key: 'category', unit: 'text' }],
    columns: [
      plainColumn('onHand', 'onHand'),
      {
        key: 'unitCost',
        unit: 'money',
        metric: 'cost',
        value: (sums) => (sums.isOne === 1 ? (sums.unitCost ?? null) : null),
      },
      plainColumn('stockValue', 'value'),
    ],
    rows: onHandRows(asked.ctx.db).map((row) => ({
      part: { kind: 'product', key: String(row.productId) },
      span: null,
      names: [null, null, categories.get(categoryOf.get(row.productId) ?? 0) ?? null],
      sums: {
        onHand: row.onHand,
        value: worthOf(row),
        isOne: 1,
        ...(row.cost === null ? {} : { unitCost: row.cost }),
      },
    })),
    sort: asked.seesProfit ? '-stockValue' : '-onHand',
    nameRows: (rows) => nameProducts(asked, rows),
    hasTotals: true,
  };
}

/** More than any shop has: the report is of all of them. */
const everyLow = 1_000_000;

/** What is down to its reorder level, the worst first. */
export function* lowStockTable(asked: Asked): Generator<Progress, Table> {
  yield { done: 0, total: 1 };
  return {
    names: productNames,
    columns: [
      { key: 'available', unit: 'quantity', metric: null, value: (sums) => sums.available ?? 0 },
      { key: 'reorderLevel', unit: 'quantity', metric: null, value: (sums) => sums.reorderLevel ?? 0 },
      { key: 'missing', unit: 'quantity', metric: null, value: (sums) => sums.missing ?? 0 },
    ],
    rows: lowStock(asked.ctx.db, null, everyLow).map(({ productId, name, sku, available, reorderLevel }) => ({
      part: { kind: 'product', key: String(productId) },
      span: null,
      names: [name, sku],
      sums: { available, reorderLevel, missing: Math.max(0, reorderLevel - available) },
    })),
    sort: null,
    hasTotals: false,
  };
}

/** What lies on hand and was not sold in the range; with the day it was last sold, where it ever was. */
export function* deadStockTable(asked: Asked): Generator<Progress, Table> {
  const rows = yield* deadStock(asked);
  return {
    names: [...productNames, { key: 'lastSold', unit: 'date' }],
    columns: [plainColumn('onHand', 'onHand'), plainColumn('deadStockValue', 'value')],
    rows: rows.map((row) => ({
      part: { kind: 'product', key: String(row.productId) },
      span: null,
      names: [null, null, null],
      sums: { onHand: row.onHand, value: worthOf(row) },
    })),
    sort: asked.seesProfit ? '-deadStockValue' : '-onHand',
    nameRows: (list) =>
      nameProducts(
        asked,
        list.map((row) => ({ ...row, names: [null, null, lastSold(asked.ctx.db, row)] })),
      ),
    hasTotals: true,
  };
}

/** Products on hand of which none was sold in the span, cancelled sales left alone. */
export function* deadStock(asked: Asked): Generator<Progress, readonly OnHand[]> {
  const found = yield* readProducts(asked.reading, asked.span);
  const sold = new Set(found.filter((one) => one.soldQuantity > 0).map((one) => one.productId));
  return onHandRows(asked.ctx.db).filter((row) => row.onHand > 0 && !sold.has(row.productId));
}

/** From the product's own ledger, read backwards. */
function lastSold(db: ReadDb, { part }: Row): CalendarDate | null {
  const found = db.get(sql<{ date: CalendarDate }>`SELECT businessDate AS date FROM stockMovements
    WHERE productId = ${Number(part.key)} AND type = 'sale' ORDER BY movementNo DESC LIMIT 1`);
  return found?.date ?? null;
}

/** What they come to. */
export function deadStockValue(rows: readonly OnHand[]): number {
  return rows.reduce((sum, row) => sum + worthOf(row), 0);
}

export type MovementSums = {
  readonly type: string;
  readonly count: number;
  readonly into: number;
  readonly out: number;
};

/** Products read together: the ledger is clustered by product and has no order by day. */
const productsAStep = 2000;

/** Movements on hand in a span by their type; what only promises or releases moves nothing. */
export function* movementSums({
  reading,
  span,
}: Pick<Asked, 'reading' | 'span'>): Generator<Progress, readonly MovementSums[]> {
  return yield* readOnce(reading, 'movements', span, () => readMovements(reading, span));
}

function* readMovements({ db }: Reading, span: Span): Generator<Progress, readonly MovementSums[]> {
  const last = db.get(sql<{ id: number | null }>`SELECT max(id) AS id FROM products`)?.id ?? 0;
  const found = new Map<string, MovementSums>();
  for (let from = 0; from <= last; from += productsAStep) {
    yield { done: from, total: last };
    const rows = db.all(sql<MovementSums>`SELECT type, count(*) AS count,
        sum(max(0, onHandChange)) AS "into", sum(max(0, -onHandChange)) AS out
      FROM stockMovements WHERE productId > ${from} AND productId <= ${from + productsAStep}
        AND businessDate BETWEEN ${span.from} AND ${span.to} AND onHandChange <> 0 GROUP BY type`);
    for (const row of rows) {
      const before = found.get(row.type);
      found.set(row.type, {
        type: row.type,
        count: row.count + (before?.count ?? 0),
        into: row.into + (before?.into ?? 0),
        out: row.out + (before?.out ?? 0),
      });
    }
  }
  return [...found.values()];
}

/** Why stock moved, and how much. */
export function* movementTable(asked: Asked): Generator<Progress, Table> {
  const found = yield* movementSums(asked);
  return {
    names: [{ key: 'type', unit: 'word' }],
    columns: [
      plainColumn('movements', 'count'),
      plainColumn('stockIn', 'into'),
      plainColumn('stockOut', 'out'),
      { key: 'change', unit: 'quantity', metric: null, value: (sums) => (sums.into ?? 0) - (sums.out ?? 0) },
    ],
    rows: found.map(({ type, count, into, out }) => ({
      part: { kind: 'movement', key: type },
      span: null,
      names: [type],
      sums: { count, into, out },
    })),
    sort: '-movements',
    hasTotals: true,
  };
}
