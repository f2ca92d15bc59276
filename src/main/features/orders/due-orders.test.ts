import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { change } from '../../../../test/support/catalog-builders.ts';
import { createOpenShop, type TestApp } from '../../../../test/support/create-test-app.ts';
import type { Input } from '../../../shared/contract/index.ts';
import type { OrderStatus } from '../../../shared/domain/order-status.ts';

let test: TestApp;

beforeEach(async () => {
  test = await createOpenShop();
});
afterEach(() => test.close());

/** Puts an order into the shop file; the test shop's business date is 22 November 2026. */
function addOrder(deliveryDate: number | null, status: OrderStatus): number {
  const at = test.now;
  const delivered = status === 'delivered' ? at : null;
  const cancelled = status === 'cancelled' ? at : null;
  change(
    test,
    `INSERT INTO orders (kind, status, placedAt, businessDate, deliveryDate, deliveredAt, cancelledAt,
      pricesIncludeTax, taxRounding, lineCount, subtotal, lineDiscount, orderDiscount, net, tax, rounding, total,
      paid, refunded)
    VALUES ('pickup', '${status}', ${at}, 20261118, ${deliveryDate}, ${delivered}, ${cancelled}, 1, 'line', 1,
      100, 0, 0, 100, 0, 0, 100, 0, 0)`,
  );
  addedOrders += 1;
  return addedOrders;
}
let addedOrders = 0;
beforeEach(() => {
  addedOrders = 0;
});

async function listed(status: Input<'orders.list'>['status']): Promise<readonly number[]> {
  const page = await test.ask('orders.list', {
    text: '',
    status,
    kind: 'all',
    fromDate: null,
    toDate: null,
    customerId: null,
    cursor: null,
    limit: 100,
  });
  return page.items.map((order) => order.id);
}

describe('orders.list by status', () => {
  it('tells open orders for today from those that are late', async () => {
    const late = addOrder(20261121, 'received');
    const due = addOrder(20261122, 'shipped');
    const later = addOrder(20261123, 'in-transit');
    const undated = addOrder(null, 'received');
    addOrder(20261122, 'delivered');
    addOrder(20261120, 'cancelled');
    expect(await listed('due')).toEqual([due]);
    expect(await listed('overdue')).toEqual([late]);
    expect(await listed('open')).toEqual([undated, later, due, late]);
    expect(await listed('received')).toEqual([undated, late]);
    expect(await listed('all')).toHaveLength(6);
    test.now += 24 * 3_600_000;
    expect(await listed('due')).toEqual([later]);
    expect(await listed('overdue')).toEqual([due, late]);
  });
});
