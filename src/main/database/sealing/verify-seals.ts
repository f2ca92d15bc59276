import type BetterSqlite3 from 'better-sqlite3';
import { stepTo } from '../walk.ts';
import { compareDigest } from './compare-digest.ts';
import { forgedDigests, missingDigests, ordersKind } from './digest-findings.ts';
import { readDigests } from './digest-rows.ts';
import { orderColumns, orderSeals, paperSeals } from './order-seal.ts';
import { verifyPapers } from './paper-findings.ts';
import type { RawFinding } from './raw-finding.ts';
import { keptOrderColumns, sealsOver } from './seal-file.ts';
import type { SealKeys } from './seal-keys.ts';
import { hashedColumns } from './seal-triggers.ts';
import { orderTables, sealedKinds } from './sealed-kinds.ts';
import { orderFinding } from './sealing.ts';
import { keptColumns, sumRows } from './sum-rows.ts';

/** What a step looked at. */
export type Seen = { readonly orders: number; readonly rows: number };

export type VerifyScope = {
  /** Everything, or what is small and what is newest. */
  readonly scope: 'quick' | 'whole';
  /** Order numbers that were taken while the application was not looking; null where it knows of none. */
  readonly unseen: { readonly from: number; readonly to: number } | null;
};

/** Kinds of so many rows are small: looked at each start. */
const smallKind = 2000;
/** Orders that are looked at each start. */
const newestOrders = 500;
const ordersInStep = 50;

/** Compares the rows that this connection sees with their seals, step by step. */
export function* verifySeals(
  database: BetterSqlite3.Database,
  keys: SealKeys,
  { scope, unseen }: VerifyScope,
): Generator<Seen, readonly RawFinding[]> {
  const read = readDigests(database, keys.digests);
  const { digests } = read;
  const findings: RawFinding[] = [...forgedDigests(read), ...missingDigests(database, read)];
  for (const sealed of sealedKinds) {
    const digest = digests.get(sealed.kind);
    if (!digest || (scope === 'quick' && digest.rowCount > smallKind)) continue;
    const columns = keptColumns(database, sealed, digest.columns) ?? hashedColumns(database, sealed);
    const found = yield* asSeen(sumRows(database, sealed, columns, keys));
    findings.push(...compareDigest(database, sealed, digest, found));
  }
  const newest = newestOrder(database);
  const first = scope === 'quick' ? Math.max(0, newest - newestOrders) : 0;
  const columns = digests.get(ordersKind)?.columns;
  findings.push(...(yield* verifyOrders(database, keys, columns, first, unseen)));
  if (scope === 'whole') {
    const kept = columns === undefined ? null : keptOrderColumns(database, columns);
    const papers = paperSeals(database, kept ?? orderColumns(database), keys.orders);
    findings.push(...(yield* asSeen(verifyPapers(database, papers))), ...orphans(database, newest));
  }
  return findings;
}

function* verifyOrders(
  database: BetterSqlite3.Database,
  keys: SealKeys,
  columns: string | undefined,
  first: number,
  unseen: VerifyScope['unseen'],
): Generator<Seen, readonly RawFinding[]> {
  const over = columns === undefined ? null : sealsOver(database, columns, keys);
  const seals = over ?? orderSeals(database, orderColumns(database), keys.orders);
  const next = database
    .prepare<[number, number], [number, string]>(
      'SELECT id, seal FROM orders WHERE id > ? ORDER BY id LIMIT ?',
    )
    .raw();
  const findings: RawFinding[] = [];
  const isGivenUp = numbersGivenUp(database);
  for (let last = first; ; ) {
    const rows = next.all(last, ordersInStep);
    if (rows.length === 0) return findings;
    for (const [orderId, seal] of rows) {
      const expected = last + 1;
      last = stepTo(last, orderId);
      if (orderId > expected && !isGivenUp(expected, orderId - 1))
        findings.push(ordersMissing(expected, orderId - 1));
      const must = seals.make(orderId) ?? '';
      if (seal === must) continue;
      const isAdded = unseen !== null && orderId >= unseen.from && orderId <= unseen.to;
      findings.push(orderFinding(orderId, isAdded ? '' : seal, must));
    }
    yield { orders: rows.length, rows: 0 };
  }
}

/** Rows as they are summed up; what is read from is let go when nobody asks on. */
function* asSeen<T>(steps: Generator<number, T>): Generator<Seen, T> {
  try {
    for (;;) {
      const step = steps.next();
      if (step.done) return step.value;
      yield { orders: 0, rows: step.value };
    }
  } finally {
    steps.return(undefined as never);
  }
}

function newestOrder(database: BetterSqlite3.Database): number {
  return database.prepare<[], number | null>('SELECT max(id) FROM orders').pluck().get() ?? 0;
}

/** Whether all of these numbers had orders that came with an import of history, which was taken back as a whole. */
function numbersGivenUp(database: BetterSqlite3.Database): (from: number, to: number) => boolean {
  const gaps = database
    .prepare<[], [number, number]>(
      'SELECT gapFrom, gapTo FROM historyImports WHERE gapFrom IS NOT NULL ORDER BY gapFrom',
    )
    .raw()
    .all();
  return (from, to) => {
    let next = from;
    for (const [gapFrom, gapTo] of gaps) if (gapFrom <= next && gapTo >= next) next = gapTo + 1;
    return next > to;
  };
}

/** Order numbers without an order. */
export function ordersMissing(from: number, to: number): RawFinding {
  return {
    kind: 'orders-missing',
    fingerprint: `${from} ${to}`,
    target: null,
    params: { from, to, count: to - from + 1 },
  };
}

/** Rows of orders that were never placed: beyond the newest, or before the first. Missing ones are found by number. */
function orphans(database: BetterSqlite3.Database, newest: number): readonly RawFinding[] {
  return orderTables.flatMap(({ table, order, only }) => {
    if (table === 'orders') return [];
    const where = only ? `${only(table)} AND ` : '';
    const count = (range: string): number =>
      database
        .prepare<[number], number>(`SELECT count(*) FROM main.${table} WHERE ${where}${order} ${range}`)
        .pluck()
        .get(range === '> ?' ? newest : 1) ?? 0;
    const found = count('> ?') + count('< ?');
    if (found === 0) return [];
    return [
      {
        kind: 'rows-added' as const,
        fingerprint: `${table} beyond ${newest} ${found}`,
        target: null,
        params: { table, count: found },
      },
    ];
  });
}
