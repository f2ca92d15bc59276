import { sql } from 'kysely';
import type { CommandContext } from '../../app/context.ts';
import type { ReadDb, WriteDb } from '../../database/connection.ts';
import { preparedRead } from '../../database/prepared.ts';
import { stepTo } from '../../database/walk.ts';
import { madeText } from './history-writing.ts';

type Made = {
  readonly kind: 'product' | 'customer' | 'tender';
  readonly rowId: number;
  readonly made: string;
};

const madeAfter = preparedRead<{ importId: number; kind: string; after: number }, Made>(
  (slot) => sql<Made>`SELECT kind, rowId, made FROM historyMade WHERE importId = ${slot('importId')}
    AND kind = ${slot('kind')} AND rowId > ${slot('after')} ORDER BY rowId LIMIT 10`,
);

/**
 * Takes away products, customers and ways of paying that an import made, where they are still as it made them and nothing
 * names them. Answers how many stay.
 */
export function* takeAwayMade(ctx: CommandContext, importId: number): Generator<number, number> {
  const { db } = ctx;
  const used = yield* usedProducts(db, importId);
  let kept = 0;
  for (const kind of ['product', 'customer', 'tender'] as const) {
    for (let after = 0; ; ) {
      const rows = madeAfter.all(db, { importId, kind, after });
      if (rows.length === 0) break;
      for (const made of rows) {
        after = stepTo(after, made.rowId);
        if (madeText(db, kind, made.rowId) === null) continue;
        const isFree = kind !== 'product' || (used !== null && !used.has(made.rowId));
        if (!isFree || !takeAway(db, made)) kept += 1;
      }
      yield kept;
    }
  }
  return kept;
}

/** A product is looked for in every line of every order when it is deleted: so many lines for all of them are too many. */
const mostLooks = 100_000_000;

/** Products of the import that other orders and returns name as well; null where it would take too long to delete any. */
function* usedProducts(db: ReadDb, importId: number): Generator<number, ReadonlySet<number> | null> {
  const used = new Set<number>();
  const made = db.get(
    sql<{
      n: number;
    }>`SELECT count(*) AS n FROM historyMade WHERE importId = ${importId} AND kind = 'product'`,
  );
  const count = made?.n ?? 0;
  if (count === 0) return used;
  const last = db.get(sql<{ id: number | null }>`SELECT max(id) AS id FROM orders`)?.id ?? 0;
  let lines = 0;
  for (let from = 1; from <= last; from += 2000) {
    const rows = db.all(sql<{ productId: number; n: number }>`SELECT productId, count(*) AS n FROM orderLines
      WHERE orderId >= ${from} AND orderId < ${from + 2000} AND productId IS NOT NULL GROUP BY productId`);
    for (const { productId, n } of rows) {
      used.add(productId);
      lines += n;
    }
    if (lines * count > mostLooks) return null;
    yield 0;
  }
  for (const { productId } of db.all(
    sql<{ productId: number }>`SELECT DISTINCT productId FROM returnLines WHERE productId IS NOT NULL`,
  )) {
    used.add(productId);
  }
  return used;
}

const isTouched: Readonly<Record<Made['kind'], (db: ReadDb, id: number) => boolean>> = {
  product: (db, id) =>
    some(db, sql`SELECT 1 FROM barcodes WHERE productId = ${id}`) ||
    some(db, sql`SELECT 1 FROM stockMovements WHERE productId = ${id}`) ||
    some(db, sql`SELECT 1 FROM productStock WHERE productId = ${id} AND tracked = 1`),
  customer: (db, id) =>
    some(db, sql`SELECT 1 FROM orders WHERE customerId = ${id}`) ||
    some(db, sql`SELECT 1 FROM customerNotes WHERE customerId = ${id}`),
  tender: () => false,
};

function some(db: ReadDb, found: ReturnType<typeof sql>): boolean {
  return db.get(found) !== undefined;
}

const rowsOf: Readonly<Record<Made['kind'], readonly (readonly [table: string, column: string])[]>> = {
  product: [
    ['productSearch', 'rowid'],
    ['productStock', 'productId'],
    ['products', 'id'],
  ],
  customer: [
    ['customerSearch', 'rowid'],
    ['customerFigures', 'customerId'],
    ['customers', 'id'],
  ],
  tender: [['tenders', 'id']],
};

/** False where it was changed, is used, or something else of the shop names it. */
function takeAway(db: WriteDb, { kind, rowId, made }: Made): boolean {
  if (madeText(db, kind, rowId) !== made || isTouched[kind](db, rowId)) return false;
  db.run(sql`SAVEPOINT takeAway`);
  try {
    for (const [table, column] of rowsOf[kind]) {
      db.run(sql`DELETE FROM ${sql.table(table)} WHERE ${sql.ref(column)} = ${rowId}`);
    }
    db.run(sql`RELEASE takeAway`);
    return true;
  } catch (error) {
    db.run(sql`ROLLBACK TO takeAway`);
    db.run(sql`RELEASE takeAway`);
    if (error instanceof Error && 'code' in error && error.code === 'SQLITE_CONSTRAINT_FOREIGNKEY')
      return false;
    throw error;
  }
}

const keysAfter = preparedRead<{ sourceId: number; kind: string; after: string }, { oldKey: string }>(
  (slot) => sql<{ oldKey: string }>`SELECT max(oldKey) AS oldKey FROM (SELECT oldKey FROM historyIds
    WHERE sourceId = ${slot('sourceId')} AND kind = ${slot('kind')} AND oldKey > ${slot('after')} ORDER BY oldKey LIMIT 500)`,
);

/** Forgets which numbers became what, so that the file can come in again. Customers who stay are known to the next one. */
export function* forgetNumbers(db: WriteDb, sourceId: number, importId: number): Generator<number, void> {
  const stays = sql`kind = 'customer' AND newId IN (SELECT id FROM customers)
    AND newId IN (SELECT rowId FROM historyMade WHERE importId = ${importId} AND kind = 'customer')`;
  for (const kind of ['order', 'return', 'customer']) {
    for (let after = ''; ; ) {
      const to = keysAfter.get(db, { sourceId, kind, after })?.oldKey ?? null;
      if (to === null) break;
      db.run(sql`DELETE FROM historyIds WHERE sourceId = ${sourceId} AND kind = ${kind} AND oldKey > ${after}
        AND oldKey <= ${to} AND importId = ${importId} AND NOT (${stays})`);
      after = to;
      yield 0;
    }
  }
}
