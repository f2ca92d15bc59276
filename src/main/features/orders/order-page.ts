import { type Expression, type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Parsed } from '../../../shared/contract/index.ts';
import type { OrderFilterInput } from '../../../shared/contract/order-filter.ts';
import type { CalendarDate } from '../../../shared/domain/calendar.ts';
import type { ReadDb } from '../../database/connection.ts';
import { keyCursor } from '../catalog/key-cursor.ts';
import { orderScope } from './order-scope.ts';

type Order = Pick<Parsed<'orders.list'>, 'sort' | 'descending'>;
type Options = Order & {
  readonly cursor: string | null;
  readonly limit: number;
  /** Orders looked at for a page where they are walked. */
  readonly mostWalked?: number;
};

/** `part` 1 are the orders without a date of their own, which come after those that have one. */
type Key = { readonly part: number; readonly figure: number; readonly id: number };
type Row = { readonly figure: number; readonly id: number };

const all = sql<SqlBool>`1`;

/**
 * How many orders a page looks at where no index knows those that fit: then it ends, with fewer orders than were
 * asked for or none, and the next one goes on from there. So no filter keeps the till waiting, however large the book.
 */
const usuallyWalked = 10_000;

/**
 * Numbers of the next orders of the list. Keyset in every order: a page begins after the last one's key, and none
 * costs more for being deep. By day and by date an index is walked. By total the filter's orders are put in order at
 * each page: an index of totals would be written by every sale.
 * @throws AppError `invalid-input` for a cursor of another order.
 */
export function orderPage(
  db: ReadDb,
  filter: OrderFilterInput,
  { sort, descending, cursor: written, limit, mostWalked = usuallyWalked }: Options,
  today: CalendarDate,
): { readonly ids: readonly number[]; readonly next: string | null } {
  const cursor = keyCursor<keyof Key>(`orders-${sort}-${descending ? 'down' : 'up'}`, [
    'part',
    'figure',
    'id',
  ]);
  const after = cursor.decode(written);
  const scope = orderScope(db, filter, today);
  const isWalked = !scope.isFew && scope.rules.length > scope.days.length && sort !== 'total';
  const found: Key[] = [];
  for (const part of sort === 'for' ? [0, 1] : [0]) {
    if (found.length > limit || (after !== null && after.part > part)) continue;
    const place = {
      ...partOf(sort, part),
      after: after?.part === part ? after : null,
      descending,
      mostWalked,
    };
    const most = limit + 1 - found.length;
    const days = sort === 'placed' ? scope.days : [];
    const rows = db.all(isWalked ? walk(place, days, scope, most) : pageStatement(place, scope, most));
    found.push(...rows.map((row) => ({ ...row, part })));
    const end = isWalked && found.length <= limit ? walkEnd(db, place, days) : null;
    if (end !== null) return { ids: found.map(({ id }) => id), next: cursor.encode({ ...end, part }) };
  }
  const page = found.slice(0, limit);
  const last = page.at(-1);
  const next = found.length > limit && last ? cursor.encode(last) : null;
  return { ids: page.map(({ id }) => id), next };
}

type Part = { readonly figure: RawBuilder<unknown>; readonly rule: RawBuilder<SqlBool> };
/** From where the next orders are read, and which way. */
type Place = Part & { readonly after: Row | null; readonly descending: boolean; readonly mostWalked: number };
type Rules = readonly Expression<SqlBool>[];

function partOf(sort: Order['sort'], part: number): Part {
  if (sort === 'placed') return { figure: sql.ref('orders.businessDate'), rule: all };
  if (sort === 'total') return { figure: sql.ref('orders.total'), rule: all };
  if (part === 0)
    return { figure: sql.ref('orders.deliveryDate'), rule: sql<SqlBool>`orders.deliveryDate IS NOT NULL` };
  return { figure: sql.ref('orders.businessDate'), rule: sql<SqlBool>`orders.deliveryDate IS NULL` };
}

function pageStatement(place: Place, { rules }: { readonly rules: Rules }, limit: number): RawBuilder<Row> {
  return sql<Row>`
    SELECT ${place.figure} AS figure, orders.id AS id FROM orders
    WHERE ${beyond(place, rules)} ORDER BY ${inOrder(place)} LIMIT ${limit}`;
}

/** The orders next in line, each looked at in turn until the page is full. */
function walk(
  place: Place,
  days: Rules,
  { rules }: { readonly rules: Rules },
  limit: number,
): RawBuilder<Row> {
  return sql<Row>`
    SELECT walked.figure, walked.id FROM (${nextInLine(place, days)}) AS walked
    CROSS JOIN orders ON orders.id = walked.id
    WHERE ${sql.join(rules, sql` AND `)} LIMIT ${limit}`;
}

/** The last order that a walk from here looks at; null where the book ends before. */
function walkEnd(db: ReadDb, place: Place, days: Rules): Row | null {
  const back = place.descending ? sql`ASC` : sql`DESC`;
  const end = db.get(sql<Row & { walked: number }>`
    WITH line AS MATERIALIZED (${nextInLine(place, days)})
    SELECT figure, id, (SELECT count(*) FROM line) AS walked FROM line
    ORDER BY figure ${back}, id ${back} LIMIT 1`);
  return end && end.walked === place.mostWalked ? { figure: end.figure, id: end.id } : null;
}

function nextInLine(place: Place, days: Rules): RawBuilder<Row> {
  return pageStatement(place, { rules: days }, place.mostWalked);
}

/** Spelled so that an index is entered at the key; a comparison of pairs alone would read it from its start. */
function beyond({ figure, rule, after, descending }: Place, rules: Rules): RawBuilder<SqlBool> {
  const [further, atOrFurther] = descending ? [sql`<`, sql`<=`] : [sql`>`, sql`>=`];
  const isAfter =
    after === null
      ? all
      : sql<SqlBool>`${figure} ${atOrFurther} ${after.figure}
          AND (${figure}, orders.id) ${further} (${after.figure}, ${after.id})`;
  return sql<SqlBool>`${sql.join([rule, isAfter, ...rules], sql` AND `)}`;
}

function inOrder({ figure, descending }: Place): RawBuilder<unknown> {
  const way = descending ? sql`DESC` : sql`ASC`;
  return sql`${figure} ${way}, orders.id ${way}`;
}
