import { type Expression, type RawBuilder, type SqlBool, sql } from 'kysely';
import type { ReadDb } from '../../database/connection.ts';

/** An order's place in a list: the figure that it is put in order by, and its number. */
export type Row = { readonly figure: number; readonly id: number };

/** From where the next orders are read, and which way. */
export type Place = {
  readonly figure: RawBuilder<unknown>;
  /** Which orders stand in the list at all. */
  readonly rule: RawBuilder<SqlBool>;
  readonly after: Row | null;
  readonly descending: boolean;
  readonly mostWalked: number;
  /** They are few and found by another index than that of the figure. */
  readonly isGathered?: boolean;
};

type Rules = readonly Expression<SqlBool>[];

/** The next orders that hold to the rules. */
export function pageStatement(place: Place, rules: Rules, limit: number): RawBuilder<Row> {
  return sql<Row>`
    SELECT ${place.figure} AS figure, orders.id AS id FROM orders
    WHERE ${beyond(place, rules)} ORDER BY ${inOrder(place)} LIMIT ${limit}`;
}

/** The orders next in line, each looked at in turn until the page is full; `inLine` already holds of the line. */
export function walk(place: Place, inLine: Rules, rules: Rules, limit: number): RawBuilder<Row> {
  return sql<Row>`
    SELECT walked.figure, walked.id FROM (${pageStatement(place, inLine, place.mostWalked)}) AS walked
    CROSS JOIN orders ON orders.id = walked.id
    WHERE ${sql.join(rules, sql` AND `)} LIMIT ${limit}`;
}

/** The last order that a walk from here looks at; null where the book ends before. */
export function walkEnd(db: ReadDb, place: Place, inLine: Rules): Row | null {
  const back = place.descending ? sql`ASC` : sql`DESC`;
  const end = db.get(sql<Row & { walked: number }>`
    WITH line AS MATERIALIZED (${pageStatement(place, inLine, place.mostWalked)})
    SELECT figure, id, (SELECT count(*) FROM line) AS walked FROM line
    ORDER BY figure ${back}, id ${back} LIMIT 1`);
  return end && end.walked === place.mostWalked ? { figure: end.figure, id: end.id } : null;
}

/** Spelled so that an index is entered at the key; a comparison of pairs alone would read it from its start. */
function beyond({ figure, rule, after, descending, isGathered }: Place, rules: Rules): RawBuilder<SqlBool> {
  const [further, atOrFurther] = descending ? [sql`<`, sql`<=`] : [sql`>`, sql`>=`];
  const first = isGathered ? sql`+${figure}` : figure;
  const isAfter =
    after === null
      ? sql<SqlBool>`1`
      : sql<SqlBool>`${first} ${atOrFurther} ${after.figure}
          AND (${figure}, orders.id) ${further} (${after.figure}, ${after.id})`;
  return sql<SqlBool>`${sql.join([rule, isAfter, ...rules], sql` AND `)}`;
}

function inOrder({ figure, descending, isGathered }: Place): RawBuilder<unknown> {
  const way = descending ? sql`DESC` : sql`ASC`;
  return sql`${isGathered ? sql`+${figure}` : figure} ${way}, orders.id ${way}`;
}
