import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addProduct, counterSale, line } from '../../../../test/support/builders.ts';
import { archiveProduct } from '../../../../test/support/catalog-builders.ts';
import { createOpenShop, type TestApp } from '../../../../test/support/create-test-app.ts';
import type { Input } from '../../../shared/contract/index.ts';
import { calendarDate } from '../../../shared/domain/calendar.ts';

const orderCount = 240;
let test: TestApp;

/** Alpha is in every order, so the list is walked for it; Beta in every 60th, found through its ledger. */
beforeAll(async () => {
  test = await createOpenShop();
  const alpha = addProduct(test, { name: 'Alpha bread', sku: 'AL-1', stock: 900 });
  const beta = addProduct(test, { name: 'Beta cake', sku: 'BE-1', stock: 900 });
  const parentId = addProduct(test, { kind: 'parent', name: 'Gamma shirt' });
  const gamma = addProduct(test, {
    kind: 'variant',
    parentId,
    name: 'Gamma shirt',
    variantLabel: 'Blue',
    stock: 9,
  });
  await test.ask('customers.create', {
    name: 'Delta Dow',
    phone: '',
    email: '',
    address: 'Low Road',
    note: '',
  });
  const date = calendarDate(20261201);
  for (let number = 1; number <= orderCount; number += 1) {
    const lines = [line(alpha, 1, 350)];
    if (number % 60 === 0) lines.push(line(beta, 1, 350));
    if (number === 7) lines.push(line(gamma, 1, 350));
    const isLater = number % 80 === 0;
    const delivery = { name: 'Epsilon Eve', phone: '', address: 'High Road', date };
    const later: Partial<Input<'orders.place'>> = { kind: 'delivery', delivery, tenders: [] };
    const customerId = number % 100 === 0 ? 1 : null;
    await test.ask('orders.place', counterSale(lines, { customerId, ...(isLater ? later : {}) }));
  }
  archiveProduct(test, gamma);
});
afterAll(() => test.close());

async function found(text: string, change: Partial<Input<'orders.list'>> = {}): Promise<number[]> {
  const filter = { status: 'all', kind: 'all', fromDate: null, toDate: null, customerId: null } as const;
  const ids: number[] = [];
  let cursor: string | null = null;
  do {
    const page: { items: { id: number }[]; next: string | null } = await test.ask('orders.list', {
      ...{ ...filter, text, cursor, limit: 50, ...change },
    });
    ids.push(...page.items.map(({ id }) => id));
    cursor = page.next;
  } while (cursor !== null);
  return ids;
}

const everyOrder = Array.from({ length: orderCount }, (_, index) => orderCount - index);
const each = (step: number) => everyOrder.filter((id) => id % step === 0);

describe('orders of a text', () => {
  it.each([
    ['alpha', everyOrder],
    ['AL-1', everyOrder],
    ['beta', each(60)],
    ['bread alpha', everyOrder],
    ['Delta', each(100)],
    ['epsilon', each(80)],
    ['gamma', [7]],
    ['shirt blue', [7]],
    ['#33', [33]],
    ['33', [33]],
    ['nothing like it', []],
    ['%', []],
  ])('finds for “%s” all and only those', async (text, ids) => {
    expect(await found(text)).toEqual(ids);
  });

  it('goes with every other filter', async () => {
    expect(await found('alpha', { status: 'open' })).toEqual(each(80));
    expect(await found('alpha', { status: 'cancelled' })).toEqual([]);
    expect(await found('alpha', { status: 'received', kind: 'delivery' })).toEqual(each(80));
    expect(await found('beta', { status: 'open' })).toEqual([240]);
    expect(await found('alpha', { customerId: 1 })).toEqual(each(100));
    expect(await found('alpha', { toDate: calendarDate(20261121) })).toEqual([]);
  });
});
