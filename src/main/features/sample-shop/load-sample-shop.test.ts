import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { checkShop } from '../../../../test/support/check-shop.ts';
import { createOpenShop } from '../../../../test/support/create-test-app.ts';
import { query } from '../../database/query.ts';

it('fills a shop with a year that adds up, with life on every screen, once', async () => {
  const test = await createOpenShop();
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
    expect(today.lowStock.worst[0]?.available).toBeLessThan(0);
    expect(today.openOrders.overdue).toBeGreaterThanOrEqual(2);
    const { negative } = test.file.read.get(
      sql<{ negative: number }>`SELECT count(*) AS negative FROM orders WHERE total <= 0`,
    ) ?? { negative: -1 };
    expect(negative).toBe(0);
    expect((await test.ask('setup.state', {})).shop?.isSample).toBe(true);
    expect((await test.ask('session.people', {})).filter((person) => person.hasPin)).toHaveLength(1);
    expect((await test.refused('setup.loadSample', {})).code).toBe('not-empty');
  } finally {
    await test.close();
  }
}, 120_000);
