import { sql } from 'kysely';
import type { CustomerDetail } from '../../../shared/contract/customers.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import { type CalendarDate, calendarDate } from '../../../shared/domain/calendar.ts';
import { averageOrder } from '../../../shared/domain/customer-figures.ts';
import type { Money } from '../../../shared/domain/money.ts';
import type { QueryHandler } from '../../app/context.ts';
import type { ReadDb } from '../../database/connection.ts';
import { preparedRead } from '../../database/prepared.ts';
import { query } from '../../database/query.ts';
import { favouritesOf } from './favourites.ts';
import { presentId } from './get-customer.ts';
import { mergesInto } from './merge-records.ts';

type Asked = { customerId: number };
type Facts = Omit<
  CustomerDetail,
  'hasPassword' | 'mergedNumbers' | 'figures' | 'months' | 'favourites' | 'notes' | 'merges'
> & {
  readonly passwordHash: string | null;
  readonly orders: number;
  readonly cancelled: number;
  readonly spent: Money;
  readonly owed: Money;
  readonly firstDate: CalendarDate | null;
  readonly lastDate: CalendarDate | null;
};

const factsOf = preparedRead<Asked, Facts>((slot) =>
  query
    .selectFrom('customers as c')
    .innerJoin('customerFigures as f', 'f.customerId', 'c.id')
    .select(['c.id', 'c.name', 'c.phone', 'c.email', 'c.address', 'c.note', 'c.createdAt', 'c.archivedAt'])
    .select(['c.erasedAt', 'c.username', 'c.passwordHash'])
    .select(['f.orders', 'f.cancelled', 'f.spent', 'f.owed', 'f.firstDate', 'f.lastDate'])
    .where('c.id', '=', slot('customerId')),
);

type Month = { month: number; orders: number; spent: Money; owing: number };

/** How many of them are owed for as well: each order is read once. */
const months = preparedRead<Asked, Month>(
  (slot) => sql<Month>`
    SELECT businessDate / 100 AS month, sum(counted) AS orders, sum(worth) AS spent, sum(open > 0) AS owing
    FROM customerOrders
    WHERE customerId = ${slot('customerId')} AND counted GROUP BY businessDate / 100 ORDER BY month`,
);

const mergedNumbers = preparedRead<Asked, { id: number }>((slot) =>
  query.selectFrom('customers').select('id').where('mergedInto', '=', slot('customerId')).orderBy('id'),
);

/** Notes shown of one customer, the newest. */
const mostNotes = 200;

const notes = preparedRead<Asked, CustomerDetail['notes'][number]>((slot) =>
  query
    .selectFrom('customerNotes as n')
    .leftJoin('staff as s', 's.id', 'n.staffId')
    .select(['n.id as noteId', 'n.note', 's.name as staffName', 'n.at'])
    .where('n.customerId', '=', slot('customerId'))
    .orderBy('n.id', 'desc')
    .limit(mostNotes),
);

/** @throws AppError `not-found`. */
export const getDetail: QueryHandler<'customers.detail'> = ({ db }, asked) => {
  return customerDetailOf(db, presentId(db, asked.customerId));
};

/** Everything the directory knows of one customer. @throws AppError `not-found`. */
export function customerDetailOf(db: ReadDb, customerId: number): CustomerDetail {
  const facts = factsOf.get(db, { customerId });
  if (!facts) throw new AppError('not-found', { what: 'customer' });
  const { passwordHash, orders, cancelled, spent, owed, firstDate, lastDate, ...customer } = facts;
  const average = averageOrder(spent, orders);
  const byMonth = months.all(db, { customerId });
  const owing = byMonth.reduce((sum, month) => sum + month.owing, 0);
  return {
    ...customer,
    hasPassword: passwordHash !== null,
    mergedNumbers: mergedNumbers.all(db, { customerId }).map(({ id }) => id),
    figures: { orders, cancelled, spent, owed, firstDate, lastDate, average, owing },
    months: byMonth.map(({ month, owing: _, ...rest }) => ({
      ...rest,
      month: calendarDate(month * 100 + 1),
    })),
    favourites: favouritesOf(db, customerId),
    notes: notes.all(db, { customerId }),
    merges: mergesInto(db, customerId),
  };
}
