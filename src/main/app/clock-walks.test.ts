import { rmSync } from 'node:fs';
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type ClockStep,
  type ClockWalk,
  type ClockWalker,
  createWalkTemplate,
  startClockWalk,
  type WalkTemplate,
} from '../../../test/support/clock-walk.ts';
import { hourOf, isClockBack } from '../../shared/domain/timer-plan.ts';

/** Walks of up to sixteen steps; more by `ORDERLLA_CLOCK_WALKS`. */
const walks = Number(process.env.ORDERLLA_CLOCK_WALKS ?? 30);

/** They change at midnight, by half an hour, on a Friday, twice a year, never, or stand off the hour. */
const zones = [
  'Europe/London',
  'America/Santiago',
  'Africa/Cairo',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'America/New_York',
  'Pacific/Kiritimati',
  'Asia/Kolkata',
] as const;

const minutes = (kind: 'tick' | 'sleep' | 'back', max: number) =>
  fc.integer({ min: 1, max }).map((count): ClockStep => ({ kind, minutes: count }));

const step: fc.Arbitrary<ClockStep> = fc.oneof(
  { weight: 4, arbitrary: minutes('tick', 200) },
  { weight: 2, arbitrary: minutes('sleep', 5 * 24 * 60) },
  { weight: 2, arbitrary: minutes('back', 3 * 60) },
  { weight: 1, arbitrary: fc.constantFrom(...zones).map((zone): ClockStep => ({ kind: 'zone', zone })) },
  { weight: 1, arbitrary: fc.constant<ClockStep>({ kind: 'restart' }) },
  { weight: 2, arbitrary: fc.constant<ClockStep>({ kind: 'sale' }) },
  { weight: 3, arbitrary: fc.nat({ max: 4 }).map((dueInDays): ClockStep => ({ kind: 'send', dueInDays })) },
);

const startOf2026 = Date.UTC(2026, 0, 1) / 60_000;
const walk: fc.Arbitrary<ClockWalk> = fc.record({
  /** Within two years, which hold all that the zones do. */
  startsAt: fc.integer({ min: startOf2026, max: startOf2026 + 2 * 365 * 24 * 60 }),
  zone: fc.constantFrom(...zones),
  dayStartMinutes: fc.constantFrom(0, 240),
  steps: fc.array(step, { minLength: 4, maxLength: 16 }),
});

type Order = {
  readonly id: number;
  readonly status: string;
  readonly deliveredAt: number | null;
  readonly businessDate: number;
  readonly total: number;
  /** How often it was delivered, and whether ever by somebody. */
  readonly deliveries: number;
  readonly people: number;
};

function ordersOf(walker: ClockWalker): readonly Order[] {
  return walker.test().file.read.all(
    sql<Order>`SELECT o.id, o.status, o.deliveredAt, o.businessDate, o.total,
      (SELECT count(*) FROM orderEvents AS e WHERE e.orderId = o.id AND e.kind = 'status'
        AND e.details ->> 'to' = 'delivered' AND e.at = o.deliveredAt) AS deliveries,
      (SELECT count(staffId) FROM orderEvents AS e WHERE e.orderId = o.id) AS people
      FROM orders AS o ORDER BY o.id`,
  );
}

function coveredHours(walker: ClockWalker): readonly number[] {
  return walker
    .test()
    .file.read.all(sql<{ hour: number }>`SELECT hour FROM timerHours ORDER BY hour`)
    .map((row) => row.hour);
}

/** What was seen after the step before. */
type Seen = { readonly orders: ReadonlyMap<number, Order>; readonly hours: number };

/** Every hour from the first to now exactly once, unless the clock stands before what was covered. */
function checkHours(walker: ClockWalker): number {
  const hours = coveredHours(walker);
  const first = hours[0] ?? 0;
  expect(hours).toEqual(hours.map((_hour, index) => first + index));
  expect(hours.at(-1)).toBeGreaterThanOrEqual(hourOf(walker.test().now));
  const runs = walker.test().file.read.all(
    sql<{ outcome: string; hours: number }>`SELECT outcome, sum(hours) AS hours FROM timerRuns
      GROUP BY outcome HAVING outcome = 'failed' OR sum(hours) > 0`,
  );
  expect(runs).toEqual([{ outcome: 'done', hours: hours.length }]);
  return hours.length;
}

/** What must hold after each step, whatever the clock did. */
function check(walker: ClockWalker, before: Seen): Seen {
  const { now } = walker.test();
  const hours = checkHours(walker);
  const orders = ordersOf(walker);
  expect(orders).toHaveLength(walker.placed.length);
  for (const [index, order] of orders.entries()) {
    const placed = walker.placed[index];
    expect([order.id, order.businessDate]).toEqual([placed?.orderId, placed?.businessDate]);
    const earlier = before.orders.get(order.id);
    if (earlier?.status === 'delivered') expect(order).toEqual(earlier);
    if (placed?.deliveryDate == null) continue;
    const isDelivered = order.status === 'delivered';
    expect([order.deliveries, order.people]).toEqual([isDelivered ? 1 : 0, 0]);
    // Never before its day.
    if (isDelivered && earlier?.status !== 'delivered') {
      expect(order.deliveredAt).toBe(now);
      expect(placed.deliveryDate).toBeLessThanOrEqual(walker.today());
    }
    // And on its day, as soon as an hour begins.
    if (hours > before.hours && placed.deliveryDate <= walker.today()) expect(isDelivered).toBe(true);
  }
  return { hours, orders: new Map(orders.map((order) => [order.id, order])) };
}

async function go(template: WalkTemplate, { steps, ...begin }: ClockWalk): Promise<void> {
  const walker = await startClockWalk(template, { ...begin, steps });
  try {
    let seen = check(walker, { hours: 0, orders: new Map() });
    for (const one of steps) {
      await walker.take(one);
      seen = check(walker, seen);
    }
    // Time catches up and passes every day on which something is due.
    for (let days = 0; days < 3; days += 1) {
      await walker.take({ kind: 'sleep', minutes: 4 * 24 * 60 });
      seen = check(walker, seen);
    }
    expect(isClockBack(walker.test().now, coveredHours(walker).at(-1) ?? 0)).toBe(false);
    for (const { orderId } of walker.placed) expect(seen.orders.get(orderId)?.status).toBe('delivered');
    await checkDays(walker);
  } finally {
    await walker.end();
  }
}

/** Each sale is in exactly one business date, and the dates together are the shop. */
async function checkDays(walker: ClockWalker): Promise<void> {
  const found: number[] = [];
  let total = 0;
  for (const day of new Set(walker.placed.map(({ businessDate }) => businessDate))) {
    const filter = { text: '', status: 'all', kind: 'all', payment: 'all', customerId: null } as const;
    const page = { ...filter, fromDate: day, toDate: day, cursor: null, limit: 100 };
    const { items } = await walker.test().ask('orders.list', page, { kind: 'system' });
    found.push(...items.map((order) => order.id));
    total += items.reduce((sum, order) => sum + order.total, 0);
  }
  expect(found.toSorted((a, b) => a - b)).toEqual(walker.placed.map(({ orderId }) => orderId));
  expect(total).toBe(ordersOf(walker).reduce((sum, order) => sum + order.total, 0));
}

let template: WalkTemplate;
beforeAll(async () => {
  template = await createWalkTemplate();
});
afterAll(() => rmSync(template.folder, { recursive: true, force: true }));

describe('random walks of the clock', () => {
  it('cover every hour once, deliver once on the day or after it, and undo nothing', async () => {
    const property = fc.asyncProperty(walk, (one) => go(template, one));
    await fc.assert(property, { numRuns: walks });
  }, 3_600_000);
});
