import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { checkShop } from '../../../../test/support/check-shop.ts';
import { createOpenShop } from '../../../../test/support/create-test-app.ts';
import { query } from '../../database/query.ts';

const everything = {
  text: '',
  kind: 'all',
  fromDate: null,
  toDate: null,
  customerId: null,
  cursor: null,
  limit: 5,
} as const;

it('fills a shop with a year that adds up, with life on every screen, once', async () => {
  const test = await createOpenShop();
  /** Where the newest order of a status has been. */
  async function timelineOf(status: 'in-transit' | 'shipped'): Promise<readonly unknown[]> {
    const { items } = await test.ask('orders.list', { ...everything, status });
    const { events } = await test.ask('orders.get', { orderId: items[0]?.id ?? 0 });
    const moves = events.filter((event) => event.kind === 'status').map(({ details }) => details);
    return [moves[0]?.from, ...moves.map((move) => move.to)];
  }
  try {
    const loaded = await test.ask('setup.loadSample', {});
    expect(loaded.products).toBeGreaterThanOrEqual(60);
    expect(loaded.customers).toBe(40);
    expect(loaded.orders).toBeGreaterThan(5000);
    expect(checkShop(test.file.read, Buffer.alloc(32, 2))).toEqual([]);
    const statuses = test.file.read.all(query.selectFrom('orders').select('status').distinct());
    expect(statuses.map((row) => row.status).sort()).toEqual([
      'cancelled',
      'delivered',
      'in-transit',
      'received',
      'shipped',
    ]);
    const today = await test.ask('dashboard.today', {});
    expect(today.orders.today).toBeGreaterThan(0);
    expect(today.lowStock).toBeGreaterThan(0);
    const { items } = await test.ask('stock.listLow', { cursor: null, limit: 1 });
    expect(items[0]?.available).toBeLessThan(0);
    expect(today.openOrders.overdue).toBeGreaterThanOrEqual(2);
    const { negative } = test.file.read.get(
      sql<{ negative: number }>`SELECT count(*) AS negative FROM orders WHERE total <= 0`,
    ) ?? { negative: -1 };
    expect(negative).toBe(0);
    const queues = await test.ask('orders.queues', {});
    expect(queues.owing.count).toBeGreaterThan(0);
    expect(queues.refundsAwaiting.count + queues.refundsInitiated.count).toBeGreaterThan(0);
    expect(await timelineOf('in-transit')).toEqual(['received', 'shipped', 'in-transit']);
    expect(await timelineOf('shipped')).toEqual(['received', 'shipped']);
    const { backwards } = test.file.read.get(
      sql<{ backwards: number }>`SELECT count(*) AS backwards FROM (
        SELECT at, lag(at) OVER (PARTITION BY productId ORDER BY movementNo) AS before FROM stockMovements
        WHERE sourceType = 'order') WHERE at < before`,
    ) ?? { backwards: -1 };
    expect(backwards).toBe(0);
    expect((await test.ask('setup.state', {})).shop?.isSample).toBe(true);
    expect((await test.ask('session.people', {})).filter((person) => person.hasPin)).toHaveLength(1);
    expect((await test.refused('setup.loadSample', {})).code).toBe('not-empty');
  } finally {
    await test.close();
  }
});
