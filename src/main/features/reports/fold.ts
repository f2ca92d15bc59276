import { type RawBuilder, sql } from 'kysely';
import type { Span } from '../../../shared/domain/report-span.ts';
import type { WriteDb } from '../../database/connection.ts';
import { added } from './correct-figures.ts';
import { type DayKind, dayKinds, dayRows } from './day-kinds.ts';
import { productColumns, productRows } from './product-rows.ts';

/** Folds some days, of which nothing is folded yet. They lie in one month. */
export function foldDays(db: WriteDb, span: Span, timeZone: string): void {
  for (const kind of dayKinds) db.run(sql`INSERT INTO dayFigures ${keptRows(kind, span, timeZone)}`);
  const sums = sql.join(productColumns.map((name) => sql.ref(name)));
  for (const [table, period] of [
    ['productMonths', sql`month`],
    ['productYears', sql`month / 100`],
  ] as const) {
    db.run(sql`INSERT INTO ${sql.table(table)} SELECT ${period}, productId, ${sums}
      FROM (${productRows(span)}) WHERE true ON CONFLICT DO UPDATE SET ${added(productColumns)}`);
  }
}

/** The rows of a kind as `dayFigures` keeps them; what has no day, because nobody knows it, is left out. */
export function keptRows(kind: DayKind, span: Span, timeZone: string): RawBuilder<unknown> {
  return sql`SELECT ${kind} AS kind, CAST(key AS TEXT) AS key, date, count, gross, discount, amount, tax, rounding,
    quantity, cost, costed FROM (${dayRows(kind, span, timeZone)})`;
}
