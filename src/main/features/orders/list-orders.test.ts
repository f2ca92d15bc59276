import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addProduct, counterSale, line } from '../../../../test/support/builders.ts';
import {
  createOpenShop,
  nextRequestId,
  owner,
  type TestApp,
} from '../../../../test/support/create-test-app.ts';
import type { Input } from '../../../shared/contract/index.ts';
import { type CalendarDate, calendarDate } from '../../../shared/domain/calendar.ts';

let test: TestApp;
beforeEach(async () => {
  test = await createOpenShop();
});
afterEach(() => test.close());

function delivery(date: number, change: Partial<Input<'orders.place'>> = {}): Partial<Input<'orders.place'>> {
  const day: CalendarDate = calendarDate(date);
  return {
    kind: 'delivery',
    delivery: { name: 'Ana', phone: '555-1', address: '2 Low Street', date: day },
    tenders: [],
    ...change,
  };
}

describe('finding orders', () => {
  const list = (change: Partial<Input<'orders.list'>>) =>
    test.ask('orders.list', {
      text: '',
      status: 'all',
      kind: 'all',
      fromDate: null,
      toDate: null,
      customerId: null,
      cursor: null,
      limit: 10,
      ...change,
    });
  const numbers = async (change: Partial<Input<'orders.list'>>) =>
    (await list(change)).items.map((order) => order.id);

  it('walks all of them by keyset, newest first, none twice', async () => {
    const productId = addProduct(test, { stock: 100 });
    for (let count = 0; count < 25; count += 1) {
      if (count % 10 === 9) test.now += 86_400_000;
      await test.app.ask(owner, 'orders.place', counterSale([line(productId, 1, 350)]), nextRequestId());
    }
    const seen: number[] = [];
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof list>> = await list({ cursor });
      seen.push(...page.items.map((order) => order.id));
      cursor = page.next;
    } while (cursor !== null);
    expect(seen).toEqual(Array.from({ length: 25 }, (_, index) => 25 - index));
    expect((await test.refused('orders.list', { ...listAll, cursor: 'x' })).code).toBe('invalid-input');
  });

  it('finds by number, customer, product, status, kind and day', async () => {
    const cake = addProduct(test, { name: 'Crème brûlée', stock: 100 });
    const mug = addProduct(test, { name: 'Mug', stock: 100 });
    const { customerId } = await test.ask('customers.create', {
      name: 'Zoë',
      phone: '',
      email: '',
      address: 'X',
      note: '',
    });
    await test.ask('orders.place', counterSale([line(cake, 1, 350)]));
    await test.ask('orders.place', counterSale([line(mug, 1, 350)], { customerId }));
    await test.ask('orders.place', counterSale([line(mug, 1, 350)], delivery(20261130)));
    test.now += 86_400_000;
    await test.ask('orders.place', counterSale([line(cake, 1, 350)]));
    expect(await numbers({ text: '2' })).toEqual([2]);
    expect(await numbers({ text: '#3' })).toEqual([3]);
    expect(await numbers({ text: 'zoe' })).toEqual([2]);
    expect(await numbers({ text: 'ana' })).toEqual([3]);
    expect(await numbers({ text: 'creme bru' })).toEqual([4, 1]);
    expect(await numbers({ text: 'nothing like it' })).toEqual([]);
    expect(await numbers({ status: 'open' })).toEqual([3]);
    expect(await numbers({ status: 'delivered' })).toEqual([4, 2, 1]);
    expect(await numbers({ kind: 'delivery' })).toEqual([3]);
    expect(await numbers({ customerId })).toEqual([2]);
    expect(await numbers({ fromDate: calendarDate(20261123) })).toEqual([4]);
    expect(await numbers({ toDate: calendarDate(20261122), kind: 'counter' })).toEqual([2, 1]);
  });

  const listAll = {
    text: '',
    status: 'all',
    kind: 'all',
    fromDate: null,
    toDate: null,
    customerId: null,
    cursor: null,
    limit: 10,
  } as const;
});
