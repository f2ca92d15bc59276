import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { CustomerRow } from '../../../shared/contract/customers.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import type { Output, Parsed } from '../../../shared/contract/index.ts';
import { firstOfMonth, startOfBusinessDate } from '../../../shared/domain/calendar.ts';
import type { QueryContext } from '../../app/context.ts';
import { cutPage, decodeCursor } from '../catalog/cursor.ts';
import { customersOfText } from './customers-of-text.ts';

type Filter = Pick<Parsed<'customers.directory'>, 'text' | 'show'>;
type Sort = Parsed<'customers.directory'>['sort'];

/**
 * Where each order is read from. Names, numbers and days have an index; the figures are a narrow table that is read
 * from one end to the other in a few milliseconds, so that no sale has to keep four more indices.
 */
const orders: Readonly<Record<Sort, { readonly table: string; readonly id: string; readonly key: string }>> =
  {
    name: { table: 'customers', id: 'id', key: 'name COLLATE NOCASE' },
    number: { table: 'customers', id: 'id', key: 'id' },
    created: { table: 'customers', id: 'id', key: 'createdAt' },
    orders: { table: 'customerFigures', id: 'customerId', key: 'orders' },
    spent: { table: 'customerFigures', id: 'customerId', key: 'spent' },
    owed: { table: 'customerFigures', id: 'customerId', key: 'owed' },
    last: { table: 'customerFigures', id: 'customerId', key: 'ifnull(lastDate, 0)' },
  };

/** Without words to find, the names are walked in the order that they are kept in. */
const walked: Readonly<Partial<Record<Sort, string>>> = {
  name: 'customers INDEXED BY customersName',
  created: 'customers INDEXED BY customersCreated',
};

const columns = sql.raw(`c.id, c.name, c.phone, c.email, c.createdAt, c.archivedAt,
  f.orders, f.cancelled, f.spent, f.owed, f.firstDate, f.lastDate`);

/** One row of the directory for each of the ids that a query gives. */
export function customerRows(ids: RawBuilder<unknown>): RawBuilder<CustomerRow> {
  return sql<CustomerRow>`SELECT ${columns} FROM customers AS c JOIN customerFigures AS f ON f.customerId = c.id
    WHERE c.id IN (${ids})`;
}

/** A page of the directory; its place is the row before it, whatever became of that row's figures. */
export function directoryPage(
  ctx: QueryContext,
  input: Parsed<'customers.directory'>,
): Output<'customers.directory'> {
  const { sort, descending, cursor, limit, text } = input;
  const order = orders[sort];
  const id = sql.raw(order.id);
  const key = sql.raw(order.key);
  const way = sql.raw(descending ? 'DESC' : 'ASC');
  const list = `customers-${sort}-${descending ? 'down' : 'up'}`;
  const source = sql.raw((text.trim() === '' ? walked[sort] : undefined) ?? order.table);
  const after = afterRow(ctx, sort, decodeCursor(list, cursor), descending);
  const rows = ctx.db.all(sql<CustomerRow>`
    WITH page AS MATERIALIZED (
      SELECT ${id} AS id, ${key} AS place FROM ${source}
      WHERE ${belongs(ctx, input, id)} AND ${after} ORDER BY ${key} ${way}, ${id} ${way} LIMIT ${limit + 1})
    SELECT ${columns} FROM page JOIN customers AS c ON c.id = page.id
      JOIN customerFigures AS f ON f.customerId = page.id
    ORDER BY page.place COLLATE NOCASE ${way}, page.id ${way}`);
  return cutPage(list, rows, limit, (row) => row.id);
}

/** How many customers a directory holds. */
export function directoryCount(ctx: QueryContext, filter: Filter): number {
  const found = ctx.db.get(sql<{ count: number }>`
    SELECT count(*) AS count FROM customerFigures WHERE ${belongs(ctx, filter, sql.raw('customerId'))}`);
  return found?.count ?? 0;
}

/** @throws AppError `invalid-input` for a cursor of nobody. */
function afterRow(
  { db }: QueryContext,
  sort: Sort,
  afterId: number | null,
  descending: boolean,
): RawBuilder<SqlBool> {
  if (afterId === null) return sql`1`;
  const { table, id, key } = orders[sort];
  const raw = sql.raw(key);
  const row = db.get(
    sql<{ place: unknown }>`SELECT ${raw} AS place FROM ${sql.raw(table)} WHERE ${sql.raw(id)} = ${afterId}`,
  );
  if (!row) throw new AppError('invalid-input', { field: 'cursor' });
  const { place } = row;
  const beyond = sql.raw(descending ? '<' : '>');
  // Spelled so that an index is entered at the place.
  return sql`${raw} ${beyond}= ${place} AND (${raw} ${beyond} ${place} OR ${sql.raw(id)} ${beyond} ${afterId})`;
}

/** Whether the customer of an id is in the directory that was asked for. */
function belongs(ctx: QueryContext, { text, show }: Filter, id: RawBuilder<unknown>): RawBuilder<SqlBool> {
  const shown = sql`${shows(ctx, show, id)}`;
  return text.trim() === ''
    ? sql`(${shown})`
    : sql`(${id} IN (${customersOfText(ctx.db, text)}) AND ${shown})`;
}

function shows(ctx: QueryContext, show: Filter['show'], id: RawBuilder<unknown>): RawBuilder<SqlBool> {
  const live = sql`${id} NOT IN (SELECT id FROM customers WHERE archivedAt IS NOT NULL)`;
  switch (show) {
    case 'all':
      return sql`${live}`;
    case 'archived':
      return sql`${id} IN (SELECT id FROM customers
        WHERE archivedAt IS NOT NULL AND mergedInto IS NULL AND erasedAt IS NULL)`;
    case 'owing':
      return sql`${live} AND ${id} IN (SELECT customerId FROM customerFigures WHERE owed > 0)`;
    case 'log-in':
      return sql`${live} AND ${id} IN (SELECT id FROM customers WHERE username IS NOT NULL)`;
    case 'new':
      return sql`${live} AND ${id} IN (SELECT id FROM customers WHERE createdAt >= ${monthBegan(ctx)})`;
  }
}

/** The instant at which the business month began. */
function monthBegan({ today, shop: { timeZone, dayStartMinutes } }: QueryContext): number {
  return startOfBusinessDate(firstOfMonth(today), timeZone, dayStartMinutes);
}
