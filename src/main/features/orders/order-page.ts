import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Parsed } from '../../../shared/contract/index.ts';
import type { OrderFilterInput } from '../../../shared/contract/order-filter.ts';
import type { CalendarDate } from '../../../shared/domain/calendar.ts';
import type { ReadDb } from '../../database/connection.ts';
import { keyCursor } from '../catalog/key-cursor.ts';
import { orderScope } from './order-scope.ts';

type Order = Pick<Parsed<'orders.list'>, 'sort' | 'descending'>;
type Options = Order & { readonly cursor: string | null; readonly limit: number };

/** `part` 1 are the orders without a date of their own, which come after those that have one. */
type Key = { readonly part: number; readonly figure: number; readonly id: number };
type Row = { readonly figure: number; readonly id: number };

const all = sql<SqlBool>`1`;

/**
 * Numbers of the next orders of the list. Keyset in every order: a page begins after the last one's key, and none
 * costs more for being deep. By day and by date an index is walked. By total the filter's orders are put in order at
 * each page: an index of totals would be written by every sale.
 * @throws AppError `invalid-input` for a cursor of another order.
 */
export function orderPage(
  db: ReadDb,
  filter: OrderFilterInput,
  { sort, descending, cursor: written, limit }: Options,
  today: CalendarDate,
): { readonly ids: readonly number[]; readonly next: string | null } {
  const cursor = keyCursor<keyof Key>(`orders-${sort}-${descending ? 'down' : 'up'}`, [
    'part',
    'figure',
    'id',
  ]);
  const after = cursor.decode(written);
  const scope = orderScope(db, filter, today);
  const found: Key[] = [];
  for (const part of sort === 'for' ? [0, 1] : [0]) {
    if (found.length > limit || (after !== null && after.part > part)) continue;
    const from = after?.part === part ? after : null;
    const rows = db.all(
      pageStatement(scope.rules, partOf(sort, part), from, descending, limit + 1 - found.length),
    );
    found.push(...rows.map((row) => ({ ...row, part })));
  }
  const page = found.slice(0, limit);
  const last = page.at(-1);
  const next = found.length > limit && last ? cursor.encode(last) : null;
  return { ids: page.map(({ id }) => id), next };
}

type Part = { readonly figure: RawBuilder<unknown>; readonly rule: RawBuilder<SqlBool> };

function partOf(sort: Order['sort'], part: number): Part {
  if (sort === 'placed') return { figure: sql.ref('orders.businessDate'), rule: all };
  if (sort === 'total') return { figure: sql.ref('orders.total'), rule: all };
  if (part === 0)
    return { figure: sql.ref('orders.deliveryDate'), rule: sql<SqlBool>`orders.deliveryDate IS NOT NULL` };
  return { figure: sql.ref('orders.businessDate'), rule: sql<SqlBool>`orders.deliveryDate IS NULL` };
}

/** Spelled so that an index is entered at the key; a comparison of pairs alone would read it from its start. */
function pageStatement(
  rules: ReturnType<typeof orderScope>['rules'],
  { figure, rule }: Part,
  after: Row | null,
  descending: boolean,
  limit: number,
): RawBuilder<Row> {
  const [direction, beyond, atOrBeyond] = descending
    ? [sql`DESC`, sql`<`, sql`<=`]
    : [sql`ASC`, sql`>`, sql`>=`];
  const place =
    after === null
      ? all
      : sql<SqlBool>`${figure} ${atOrBeyond} ${after.figure}
          AND (${figure}, orders.id) ${beyond} (${after.figure}, ${after.id})`;
  return sql<Row>`
    SELECT ${figure} AS figure, orders.id AS id FROM orders
    WHERE ${sql.join([rule, place, ...rules], sql` AND `)}
    ORDER BY ${figure} ${direction}, orders.id ${direction} LIMIT ${limit}`;
}
