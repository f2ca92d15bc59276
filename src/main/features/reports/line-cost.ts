import { type RawBuilder, sql } from 'kysely';

/** The most that a line may cost, and where its product leaves what SQLite can multiply: as `stockValue` has it. */
const most = sql.lit(1_000_000_000_000);
const beyond = sql.lit(1_000_000_000_000_000);

/** What a sold or returned line cost the shop, in SQL: 0 where nobody knows; half away from zero, as everywhere. */
export function lineCost(line: string): RawBuilder<number> {
  const [cost, count] = [sql.ref(`${line}.unitCost`), sql.ref(`${line}.quantity`)];
  return sql<number>`CASE WHEN ${cost} IS NULL OR ${cost} = 0 THEN 0
    WHEN abs(${count}) > ${beyond} / ${cost} THEN iif(${count} < 0, -${most}, ${most})
    ELSE (${cost} * ${count} + iif(${count} < 0, -500, 500)) / 1000 END`;
}

/** The line without tax, where its cost is known. */
export function lineCosted(line: string): RawBuilder<number> {
  return sql<number>`iif(${sql.ref(`${line}.unitCost`)} IS NULL, 0, ${sql.ref(`${line}.net`)})`;
}
