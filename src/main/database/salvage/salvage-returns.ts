import type BetterSqlite3 from 'better-sqlite3';
import type { IndexEntries } from './salvage-entries.ts';
import type { StandInWords } from './salvage-stand-ins.ts';

type Found = {
  readonly lines: number | null;
  readonly net: number;
  readonly tax: number;
  readonly refunded: number;
  readonly at: number | null;
  readonly date: number | null;
};

/**
 * Puts returns together again whose own row is lost: from their lines and refunds, so that money that went back keeps
 * its reason. The newest schema alone. Answers how many there were.
 */
export function rebuildReturns(
  database: BetterSqlite3.Database,
  { entries, words }: { readonly entries: IndexEntries; readonly words: StandInWords },
): number {
  const ids = database
    .prepare(
      `SELECT id FROM (SELECT returnId AS id FROM returnLines
         UNION SELECT returnId FROM refunds WHERE returnId IS NOT NULL)
       WHERE id NOT IN (SELECT id FROM returns) ORDER BY id`,
    )
    .pluck()
    .all() as number[];
  const find = database.prepare(`SELECT
    (SELECT max(lineNo) FROM returnLines WHERE returnId = @id) AS lines,
    (SELECT total(net) FROM returnLines WHERE returnId = @id) AS net,
    (SELECT total(tax) FROM returnLines WHERE returnId = @id) AS tax,
    (SELECT total(amount) FROM refunds WHERE returnId = @id) AS refunded,
    coalesce((SELECT min(at) FROM stockMovements WHERE sourceType = 'return' AND sourceId = @id),
      (SELECT min(at) FROM orderEvents WHERE kind = 'return' AND details ->> 'returnId' = @id),
      (SELECT min(openedAt) FROM refunds WHERE returnId = @id)) AS at,
    coalesce((SELECT min(businessDate) FROM stockMovements WHERE sourceType = 'return' AND sourceId = @id),
      (SELECT min(businessDate) FROM refunds WHERE returnId = @id)) AS date`);
  const told = database
    .prepare(`SELECT orderId FROM orderEvents WHERE kind = 'return' AND details ->> 'returnId' = ? LIMIT 1`)
    .pluck();
  const insert = database.prepare(`INSERT OR IGNORE INTO returns
    (id, orderId, exchangeOrderId, at, businessDate, lineCount, net, tax, rounding, total, note)
    VALUES (@id, @orderId, @exchangeOrderId, @at, @date, @lineCount, @net, @tax, 0, @net + @tax, @note)`);
  let count = 0;
  for (const id of ids) {
    const entry = entries.of('returns').get(id) ?? {};
    const found = find.get({ id }) as Found;
    count += insert.run({
      id,
      orderId: entry.orderId ?? told.get(id) ?? null,
      exchangeOrderId: entry.exchangeOrderId ?? null,
      at: found.at ?? 0,
      date: entry.businessDate ?? found.date ?? 19_700_101,
      lineCount: Math.max(1, found.lines ?? 0),
      net: found.lines === null ? found.refunded : found.net,
      tax: found.tax,
      note: words.note,
    }).changes;
  }
  return count;
}
