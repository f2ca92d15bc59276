import { type SqlBool, sql } from 'kysely';
import type { Parsed } from '../../../shared/contract/index.ts';
import type { OrderFilterInput } from '../../../shared/contract/order-filter.ts';
import type { CalendarDate } from '../../../shared/domain/calendar.ts';
import type { ReadDb } from '../../database/connection.ts';
import { keyCursor } from '../catalog/key-cursor.ts';
import { filedThrough } from '../reports/file-orders.ts';
import { fewAtMost, isLonger } from './few-orders.ts';
import { type Place, pageStatement, type Row, walk, walkEnd } from './order-place.ts';
import { type OrderScope, type OrderSort, orderScope } from './order-scope.ts';

type Order = Pick<Parsed<'orders.list'>, 'sort' | 'descending'>;
type Options = Order & {
  readonly cursor: string | null;
  readonly limit: number;
  /** Orders looked at for a page where they are walked. */
  readonly mostWalked?: number;
};

/** `part` 1 are the orders without a date of their own, which come after those that have one. */
type Key = Row & { readonly part: number };

const all = sql<SqlBool>`1`;

/**
 * How many orders a page looks at where no index knows those that fit: then it ends, with fewer orders than were
 * asked for or none, and the next one goes on from there. So no filter keeps the till waiting, however large the book.
 * By day they lie side by side; in any other order each is looked up for itself.
 */
const usuallyWalked = { placed: 5000, total: 2000, for: 2000 } as const;

/**
 * Numbers of the next orders of the list. Keyset in every order: a page begins after the last one's key, and none
 * costs more for being deep. An index is walked, by total that of the filed orders; those of days that are not closed
 * yet are put in order and fall in between. What a filter leaves few of is put in order at each page.
 * @throws AppError `invalid-input` for a cursor of another order.
 */
export function orderPage(
  db: ReadDb,
  filter: OrderFilterInput,
  { sort, descending, cursor: written, limit, mostWalked = usuallyWalked[sort] }: Options,
  today: CalendarDate,
): { readonly ids: readonly number[]; readonly next: string | null } {
  const cursor = keyCursor<keyof Key>(`orders-${sort}-${descending ? 'down' : 'up'}`, [
    'part',
    'figure',
    'id',
  ]);
  const after = cursor.decode(written);
  const scope = orderScope(db, filter, today);
  const way = wayThrough(db, scope, sort);
  const found: Key[] = [];
  for (const part of sort === 'for' ? [0, 1] : [0]) {
    if (found.length > limit || (after !== null && after.part > part)) continue;
    const place = {
      ...partOf(sort, part),
      after: after?.part === part ? after : null,
      ...{ descending, mostWalked },
    };
    const { rows, end } = readPart(db, { place, scope, way, sort }, limit + 1 - found.length);
    found.push(...rows.map((row) => ({ ...row, part })));
    if (end !== null && found.length <= limit)
      return { ids: found.map(({ id }) => id), next: cursor.encode({ ...end, part }) };
  }
  const page = found.slice(0, limit);
  const last = page.at(-1);
  const next = found.length > limit && last ? cursor.encode(last) : null;
  return { ids: page.map(({ id }) => id), next };
}

/** Straight from an index; gathered and put in order; or walked, and each order held against the filter. */
type Way = 'straight' | 'gathered' | 'walked';

function wayThrough(db: ReadDb, { rules, inLine, isFew }: OrderScope, sort: OrderSort): Way {
  if (rules.length === inLine[sort].length) return 'straight';
  if (sort === 'placed') return isFew ? 'straight' : 'walked';
  const narrow = isFew ? rules : inLine.placed;
  if (narrow.length === 0) return 'walked';
  const ids = sql`SELECT id FROM orders WHERE ${sql.join(narrow, sql` AND `)}`;
  return isLonger(db, ids, fewAtMost) ? 'walked' : 'gathered';
}

type PartToRead = {
  readonly place: Place;
  readonly scope: OrderScope;
  readonly way: Way;
  readonly sort: OrderSort;
};
/** `end` is where a walk stopped before the page was full; null where there is nothing beyond. */
type PartRead = { readonly rows: readonly Row[]; readonly end: Row | null };

function readPart(db: ReadDb, { place, scope, way, sort }: PartToRead, most: number): PartRead {
  const { rules } = scope;
  const inLine = scope.inLine[sort];
  const read = (at: Place): PartRead => {
    if (way !== 'walked') {
      const narrow = rules.length === inLine.length ? inLine : rules;
      return { rows: db.all(pageStatement(at, narrow, most)), end: null };
    }
    const rows = db.all(walk(at, inLine, rules, most));
    return { rows, end: rows.length < most ? walkEnd(db, at, inLine) : null };
  };
  if (way === 'gathered') return read({ ...place, isGathered: true });
  if (sort !== 'total') return read(place);
  const filed = read({ ...place, rule: sql<SqlBool>`orders.isFiled = 1` });
  const isRecent = sql<SqlBool>`orders.businessDate > ${filedThrough(db)} AND +orders.isFiled = 0`;
  const recent = db.all(pageStatement({ ...place, rule: isRecent, isGathered: true }, rules, most));
  return merged(filed, recent, place.descending, most);
}

/** Both in their order; nothing beyond the place where the walk through the filed ones stopped. */
function merged(
  { rows, end }: PartRead,
  recent: readonly Row[],
  descending: boolean,
  most: number,
): PartRead {
  const compare = (a: Row, b: Row): number => (a.figure - b.figure || a.id - b.id) * (descending ? -1 : 1);
  const near = end === null ? recent : recent.filter((row) => compare(row, end) <= 0);
  const both = [...rows, ...near].sort(compare).slice(0, most);
  return { rows: both, end: both.length < most ? end : null };
}

function partOf(sort: OrderSort, part: number): Pick<Place, 'figure' | 'rule'> {
  if (sort === 'placed') return { figure: sql.ref('orders.businessDate'), rule: all };
  if (sort === 'total') return { figure: sql.ref('orders.total'), rule: all };
  if (part === 0)
    return { figure: sql.ref('orders.deliveryDate'), rule: sql<SqlBool>`orders.deliveryDate IS NOT NULL` };
  return { figure: sql.ref('orders.businessDate'), rule: sql<SqlBool>`orders.deliveryDate IS NULL` };
}
