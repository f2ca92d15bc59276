import { describe, expect, it } from 'vitest';
import type { TestApp } from '../test/support/create-test-app.ts';
import { orderListOf } from '../test/support/order-filters.ts';
import { filters, orders } from './list-filters.ts';
import { shopOfSize } from './make-shop.ts';
import { type Asked, askedWhile } from './spied-shop.ts';

const size = { orders: 1500, products: 300, customers: 200 };

/** The orders that a list is walked in: an index in the list's own order, left as soon as the page is full. */
const walkedIn = /^SCAN orders USING (COVERING )?INDEX orders(Day|ForDay|Total)\b/;

/** Steps that read a table of the shop's orders, lines or movements from one end to the other. */
function scans({ plan, sql }: Asked): readonly string[] {
  const sorts = plan.some((step) => step.startsWith('USE TEMP B-TREE FOR ORDER BY'));
  const isCut = /LIMIT \?\s*\)?/.test(sql);
  // The newest row by its number.
  if (/^select "\w+"(, "\w+")* from "\w+" order by "id" desc limit \?$/.test(sql)) return [];
  return plan.filter(
    (step) =>
      /^SCAN (orders|o|l|orderLines|p|payments|stockMovements|e|orderEvents|r|returns)\b/.test(step) &&
      !(walkedIn.test(step) && isCut && !sorts) &&
      // An index of those alone that are looked for.
      !/USING (COVERING )?INDEX orders(Named|Noted|Overpaid|Owing|Awaited|Cancelled|Refunded|Unpaid|Discounted|NotAtTill)\b|INDEX (orderLinesNoted|orderEventsNoted|refundsOpen|returnsOrder|productsNotSold)\b/.test(
        step,
      ),
  );
}

const pagesOf = (change: Parameters<typeof orderListOf>[0]) => async (test: TestApp) => {
  for (const order of orders) {
    let cursor: string | null = null;
    for (let page = 0; page < 3; page += 1) {
      const asked = orderListOf({ ...change, ...order, cursor, limit: 10, withLines: true });
      ({ next: cursor } = await test.ask('orders.list', asked));
      if (cursor === null) break;
    }
  }
};

describe('the list of orders, however many there are', () => {
  it.each(Object.entries(filters))('reads no table from end to end: %s', async (_what, change) => {
    const asked = await askedWhile(await shopOfSize(size), pagesOf(change));
    expect(asked.length).toBeGreaterThan(1);
    expect(asked.filter((one) => /\bOFFSET\b/iu.test(one.sql))).toEqual([]);
    expect(asked.flatMap((one) => scans(one).map((step) => [step, one.sql]))).toEqual([]);
  });

  it('would notice one that does', async () => {
    const asked = await askedWhile(await shopOfSize(size), async ({ file }) => {
      file.read.statement('SELECT id FROM orders WHERE total > ?').all(1);
      file.read.statement('SELECT id FROM orders WHERE deliveredAt > ? ORDER BY note LIMIT ?').all(1, 1);
    });
    expect(asked.filter((one) => scans(one).length > 0)).toHaveLength(2);
  });
});
