import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nextRequestId, type TestApp } from '../../../../test/support/create-test-app.ts';
import { mixedOrders } from '../../../../test/support/mixed-orders.ts';
import {
  type Facts,
  fits,
  inOrder,
  type Order,
  readFacts,
  totals,
} from '../../../../test/support/order-facts.ts';
import { everyOrder } from '../../../../test/support/order-filters.ts';
import type { OrderFilterInput } from '../../../shared/contract/order-filter.ts';
import { addDays, type CalendarDate, calendarDate } from '../../../shared/domain/calendar.ts';
import { money } from '../../../shared/domain/money.ts';
import { query } from '../../database/query.ts';
import { orderPage } from './order-page.ts';

/*
 * Whatever the list is narrowed to and put in order by: it holds just the orders that a plain reading of the tables
 * finds, its pages together hold each of them once, and what is counted is what is listed.
 */

let test: TestApp;
let facts: readonly Facts[];
let today: number;

beforeAll(async () => {
  test = await mixedOrders();
  facts = readFacts(test.file.read);
  today = (await test.ask('setup.state', {})).today;
});
afterAll(() => test.close());

const left = (one: Facts, filter: OrderFilterInput): boolean => fits(one, filter, { today, facts });

const orNull = <T>(wish: fc.Arbitrary<T>) => fc.option(wish, { nil: null, freq: 1 });
const rarely = <T>(usual: T, wish: fc.Arbitrary<T>) =>
  fc.oneof({ arbitrary: fc.constant(usual), weight: 3 }, { arbitrary: wish, weight: 1 });
const date = fc.integer({ min: -2, max: 26 }).map((days) => addDays(calendarDate(20261122), days));
const amount = fc.integer({ min: 0, max: 5000 }).map(money);

const anyFilter: fc.Arbitrary<OrderFilterInput> = fc.record({
  text: rarely(
    '',
    fc.constantFrom('alpha', 'beta', 'shirt', 'delta', 'Epsilon', '#12', '12', 'Zoë', 'nothing', ...totals),
  ),
  status: rarely(
    'all',
    fc.constantFrom('open', 'due', 'overdue', 'received', 'shipped', 'in-transit', 'delivered', 'cancelled'),
  ),
  kind: rarely('all', fc.constantFrom('counter', 'pickup', 'delivery')),
  payment: rarely(
    'all',
    fc.constantFrom(
      ...([
        'owing',
        'awaiting',
        'refund-due',
        'unpaid',
        'part-paid',
        'paid',
        'part-refunded',
        'refunded',
      ] as const),
    ),
  ),
  channel: rarely('all', fc.constantFrom('till', 'kiosk', 'import')),
  has: rarely([], fc.subarray(['discount', 'note', 'return'] as const)) as fc.Arbitrary<
    OrderFilterInput['has']
  >,
  ...{ fromDate: rarely(null, orNull(date)), toDate: rarely(null, orNull(date)) },
  ...{ forFrom: rarely(null, orNull(date)), forTo: rarely(null, orNull(date)) },
  ...{ totalFrom: rarely(null, orNull(amount)), totalTo: rarely(null, orNull(amount)) },
  customerId: rarely(null, fc.constantFrom(1, 2, 3, 99)),
  tenderId: rarely(null, fc.constantFrom(1, 2, 3, 99)),
  staffId: rarely(null, fc.constantFrom(1, 2, 99)),
  productId: rarely(null, fc.constantFrom(1, 2, 3, 4, 6, 99)),
});
const anyOrder = fc.record({
  sort: fc.constantFrom('placed', 'total', 'for'),
  descending: fc.boolean(),
  limit: fc.integer({ min: 1, max: 20 }),
});

async function pagesOf(filter: OrderFilterInput, order: Order) {
  const items: Awaited<ReturnType<typeof ask>>['items'] = [];
  const ask = (cursor: string | null) => test.ask('orders.list', { ...filter, ...order, cursor });
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof ask>> = await ask(cursor);
    expect(page.items.length).toBeLessThanOrEqual(order.limit);
    items.push(...page.items);
    cursor = page.next;
  } while (cursor !== null);
  return items;
}

/** Before any day is closed, and when all but today are: the index of totals holds none of them, or most. */
describe.each(['open', 'closed'])('the list of orders, its days %s', (days) => {
  beforeAll(async () => {
    if (days === 'open') return;
    while ((await test.app.ask({ kind: 'system' }, 'reports.close', {}, nextRequestId())).ok) {
      const { closedThrough } = test.file.read.get(query.selectFrom('rollups').selectAll()) ?? {};
      if (closedThrough === addDays(today as CalendarDate, -1)) break;
    }
    const { filed, all } = test.file.read.get(
      sql<{ filed: number; all: number }>`SELECT sum(isFiled) AS filed, count(*) AS "all" FROM orders`,
    ) ?? { filed: 0, all: 0 };
    expect(filed).toBeGreaterThan(0);
    expect(filed).toBeLessThan(all);
  });

  it('holds what a plain reading of the tables finds, each once, in its order', async () => {
    await fc.assert(
      fc.asyncProperty(anyFilter, anyOrder, async (filter, order) => {
        const wanted = facts.filter((one) => left(one, filter));
        const listed = await pagesOf(filter, order);
        expect(listed.map(({ id }) => id)).toEqual(inOrder(wanted, order));
        expect(await test.ask('orders.sums', filter)).toEqual({
          count: wanted.length,
          total: wanted.reduce((sum, one) => sum + one.order.total, 0),
        });
      }),
      { numRuns: 600 },
    );
  });

  it('holds them too where a page looks at few orders and may find none of them', async () => {
    const db = test.file.read;
    await fc.assert(
      fc.asyncProperty(
        anyFilter,
        anyOrder,
        fc.integer({ min: 1, max: 9 }),
        async (filter, order, mostWalked) => {
          const ids: number[] = [];
          let cursor: string | null = null;
          let pages = 0;
          do {
            const options = { ...order, cursor, mostWalked };
            const page: ReturnType<typeof orderPage> = orderPage(db, filter, options, today as CalendarDate);
            ids.push(...page.ids);
            cursor = page.next;
            pages += 1;
          } while (cursor !== null);
          expect(ids).toEqual(
            inOrder(
              facts.filter((one) => left(one, filter)),
              order,
            ),
          );
          expect(pages).toBeLessThan(130);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('says which part of a filter to lift, and how many there would be', async () => {
    await fc.assert(
      fc.asyncProperty(anyFilter, async (filter) => {
        const parts = await test.ask('orders.withoutEach', filter);
        const parted = {
          ...{
            text: { text: '' },
            status: { status: 'all' },
            kind: { kind: 'all' },
            payment: { payment: 'all' },
          },
          ...{ placed: { fromDate: null, toDate: null }, customer: { customerId: null }, has: { has: [] } },
          ...{ tender: { tenderId: null }, channel: { channel: 'all' }, staff: { staffId: null } },
          ...{ total: { totalFrom: null, totalTo: null }, for: { forFrom: null, forTo: null } },
          product: { productId: null },
        } as const;
        for (const [part, lifted] of Object.entries(parted)) {
          const wider = { ...filter, ...lifted } as OrderFilterInput;
          const isSame = JSON.stringify(wider) === JSON.stringify(filter);
          const count = isSame ? 0 : facts.filter((one) => left(one, wider)).length;
          expect(parts.find((one) => one.part === part)?.count ?? 0).toBe(Math.min(100, count));
        }
      }),
      { numRuns: 150 },
    );
  });

  it('has something of everything to look for', async () => {
    const some: readonly Partial<OrderFilterInput>[] = [
      ...(['due', 'overdue', 'shipped', 'cancelled'] as const).map((status) => ({ status })),
      ...(['awaiting', 'refund-due', 'unpaid', 'part-paid', 'paid', 'refunded'] as const).map((payment) => ({
        payment,
      })),
      ...(['discount', 'note', 'return'] as const).map((trait) => ({ has: [trait] })),
      ...[
        { channel: 'kiosk' as const },
        ...['37.50', '£19.50', '25,00', '99', '33.75 gbp'].map((text) => ({ text })),
        { staffId: 2 },
        { tenderId: 3 },
        { productId: 3 },
        { customerId: 2 },
      ],
    ];
    for (const change of some)
      expect(
        facts.filter((one) => left(one, { ...everyOrder, ...change })).length,
        JSON.stringify(change),
      ).toBeGreaterThan(0);
  });
});
