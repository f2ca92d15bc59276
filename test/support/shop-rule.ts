import { sql } from 'kysely';
import type { ReadDb } from '../../src/main/database/connection.ts';

/** Something that must hold of a shop file: what is wrong, and the rows of it, of which there should be none. */
export type ShopRule = readonly [what: string, rows: string];

type Finding = { readonly what: string; readonly count: number };

/** All rules in one statement, which the connection keeps: this is asked after every step of long random days. */
export function brokenRules(db: ReadDb, rules: readonly ShopRule[]): readonly string[] {
  const parts = rules.map(
    ([what, rows]) => sql`SELECT ${sql.lit(what)} AS what, count(*) AS count FROM (${sql.raw(rows)})`,
  );
  const found = db.all(sql<Finding>`${sql.join(parts, sql` UNION ALL `)}`);
  return found.filter((one) => one.count > 0).map(({ what, count }) => `${count} × ${what}`);
}
