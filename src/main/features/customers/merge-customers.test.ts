import fc from 'fast-check';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addProduct, counterSale, line } from '../../../../test/support/builders.ts';
import { checkRows } from '../../../../test/support/check-shop.ts';
import { createOpenShop, type TestApp } from '../../../../test/support/create-test-app.ts';
import type { Input } from '../../../shared/contract/index.ts';
import { calendarDate } from '../../../shared/domain/calendar.ts';

let test: TestApp;
beforeEach(async () => {
  test = await createOpenShop();
  addProduct(test, { name: 'Tea', price: 450, stock: 5000 });
});
afterEach(() => test.close());

const blank = { phone: '', email: '', address: '', note: '' };
async function add(name: string, draft: Partial<Input<'customers.create'>> = {}): Promise<number> {
  return (await test.ask('customers.create', { ...blank, name, ...draft })).customerId;
}
const kept = 'kept' as const;
const asKept = { name: kept, phone: kept, email: kept, address: kept, note: kept, logIn: kept };
const delivery = { name: 'Ada', phone: '', address: 'Low Road', date: calendarDate(20261123) };
const detail = (customerId: number) => test.ask('customers.detail', { customerId });

async function sell(customerId: number, pieces = 1, paid = true): Promise<number> {
  const order = paid ? { customerId } : { customerId, kind: 'delivery' as const, delivery, tenders: [] };
  return (await test.ask('orders.place', counterSale([line(1, pieces, 450)], order))).orderId;
}

function rows<T>(statement: string): T[] {
  return test.file.read.all<T>(sql.raw(statement));
}

describe('customers.merge', () => {
  it('moves everything, keeps the fields that were chosen, and leads the old number to the new', async () => {
    const ada = await add('Ada', { phone: '555', note: 'nuts' });
    const adah = await add('Adah', { email: 'a@b.c', phone: '777', note: 'rings twice' });
    await sell(ada);
    await sell(adah, 2, false);
    await test.ask('customers.addNote', { customerId: adah, note: 'likes tea' });
    const choice = { ...asKept, phone: 'merged', email: 'merged', note: 'both' } as const;
    const preview = await test.ask('customers.mergePreview', { keptId: ada, mergedId: adah });
    expect([preview.merged.orders, preview.merged.owed, preview.merged.notes]).toEqual([1, 900, 1]);
    expect(await test.ask('customers.merge', { keptId: ada, mergedId: adah, choice })).toMatchObject({
      orders: 1,
    });
    const after = await detail(ada);
    expect(after).toMatchObject({
      ...{ name: 'Ada', phone: '777', email: 'a@b.c', note: 'nuts\nrings twice', mergedNumbers: [adah] },
      figures: { orders: 2, spent: 1350, owed: 900, owing: 1 },
    });
    expect(after.notes.map(({ note }) => note)).toEqual(['likes tea']);
    expect((await detail(adah)).id).toBe(ada);
    expect((await test.ask('customers.get', { customerId: adah })).id).toBe(ada);
    const byNumber = await test.ask('customers.search', { text: `#${adah}`, cursor: null, limit: 5 });
    expect(byNumber.items.map(({ id }) => id)).toEqual([ada]);
    const byName = await test.ask('customers.search', { text: 'Adah', cursor: null, limit: 5 });
    expect(byName.items).toEqual([]);
    expect(checkRows(test.file.read)).toEqual([]);
  });

  it('lets a cart that was begun for the old number be sold to the new one', async () => {
    const [ada, adah] = [await add('Ada'), await add('Adah')];
    const content = { customerId: adah, lines: [] };
    await test.ask('carts.hold', { cartId: 'held-1', label: 'Adah', content });
    await test.ask('customers.merge', { keptId: ada, mergedId: adah, choice: asKept });
    expect((await test.ask('carts.listHeld', {}))[0]?.content).toMatchObject({ customerId: ada });
    await sell(adah);
    expect((await detail(ada)).figures.orders).toBe(1);
    expect(checkRows(test.file.read)).toEqual([]);
  });

  it('keeps the only log-in, and of two the one that was chosen', async () => {
    const [ada, adah, adda] = [await add('Ada'), await add('Adah'), await add('Adda')];
    const password = 'larch-otter-7-lantern';
    await test.ask('customers.setLogIn', { customerId: adah, username: 'adah', password });
    await test.ask('customers.setLogIn', { customerId: adda, username: 'adda', password });
    await test.ask('customers.merge', { keptId: ada, mergedId: adah, choice: asKept });
    expect(await detail(ada)).toMatchObject({ username: 'adah', hasPassword: true });
    const choice = { ...asKept, logIn: 'merged' as const };
    await test.ask('customers.merge', { keptId: ada, mergedId: adda, choice });
    expect(await detail(ada)).toMatchObject({ username: 'adda', hasPassword: true });
    expect(rows('SELECT 1 FROM customers WHERE username IS NOT NULL')).toHaveLength(1);
  });

  it('refuses what is one already, what is gone, and notes too long for one', async () => {
    const [ada, adah] = [
      await add('Ada', { note: 'x'.repeat(900) }),
      await add('Adah', { note: 'y'.repeat(900) }),
    ];
    const code = async (input: Partial<Input<'customers.merge'>>) =>
      (await test.refused('customers.merge', { keptId: ada, mergedId: adah, choice: asKept, ...input })).code;
    expect(await code({ mergedId: ada })).toBe('same-customer');
    expect(await code({ mergedId: 99 })).toBe('not-found');
    expect(await code({ choice: { ...asKept, note: 'both' } })).toBe('text-too-long');
    await test.ask('customers.merge', { keptId: ada, mergedId: adah, choice: asKept });
    expect(await code({})).toBe('not-found');
    expect((await test.refused('customers.setArchived', { customerId: adah, archived: false })).code).toBe(
      'customer-merged',
    );
  });
});

describe('customers.undoMerge', () => {
  it('gives back what went over, and leaves what came or was changed since', async () => {
    const [ada, adah] = [await add('Ada', { phone: '555' }), await add('Adah', { phone: '777' })];
    const password = 'larch-otter-7-lantern';
    await test.ask('customers.setLogIn', { customerId: adah, username: 'adah', password });
    await sell(adah, 2);
    const choice = { ...asKept, phone: 'merged' as const, name: 'merged' as const };
    const { mergeId } = await test.ask('customers.merge', { keptId: ada, mergedId: adah, choice });
    await sell(ada);
    await test.ask('customers.update', { customerId: ada, ...blank, name: 'Ada Lovelace', phone: '777' });
    expect(await test.ask('customers.undoMerge', { mergeId })).toEqual({ mergedId: adah, orders: 1 });
    expect(await detail(ada)).toMatchObject({
      ...{ name: 'Ada Lovelace', phone: '555', username: null, mergedNumbers: [], merges: [] },
      figures: { orders: 1, spent: 450 },
    });
    expect(await detail(adah)).toMatchObject({
      ...{ id: adah, name: 'Adah', phone: '777', username: 'adah', hasPassword: true, archivedAt: null },
      figures: { orders: 1, spent: 900 },
    });
    expect((await test.refused('customers.undoMerge', { mergeId })).code).toBe('merge-not-undoable');
    expect(checkRows(test.file.read)).toEqual([]);
  });

  it('takes merges back from the newest, chains and all', async () => {
    const [a, b, c] = [await add('A'), await add('B'), await add('C')];
    for (const one of [a, b, c]) await sell(one);
    const first = await test.ask('customers.merge', { keptId: b, mergedId: a, choice: asKept });
    const second = await test.ask('customers.merge', { keptId: c, mergedId: b, choice: asKept });
    expect((await detail(a)).id).toBe(c);
    expect((await test.refused('customers.undoMerge', { mergeId: first.mergeId })).code).toBe(
      'merge-not-undoable',
    );
    await test.ask('customers.undoMerge', { mergeId: second.mergeId });
    expect((await detail(a)).id).toBe(b);
    expect((await detail(b)).figures.orders).toBe(2);
    await test.ask('customers.undoMerge', { mergeId: first.mergeId });
    for (const one of [a, b, c]) expect((await detail(one)).figures.orders).toBe(1);
    expect(checkRows(test.file.read)).toEqual([]);
  });

  it('gives no user name away twice', async () => {
    const [ada, adah, other] = [await add('Ada'), await add('Adah'), await add('Other')];
    const password = 'larch-otter-7-lantern';
    await test.ask('customers.setLogIn', { customerId: adah, username: 'adah', password });
    const { mergeId } = await test.ask('customers.merge', { keptId: ada, mergedId: adah, choice: asKept });
    await test.ask('customers.removeLogIn', { customerId: ada });
    await test.ask('customers.setLogIn', { customerId: other, username: 'adah', password });
    await test.ask('customers.undoMerge', { mergeId });
    expect((await detail(adah)).username).toBe(null);
    expect((await detail(other)).username).toBe('adah');
  });
});

describe('any merges and undoings', () => {
  type Deed = { readonly kind: 'merge' | 'undo' | 'sell'; readonly one: number; readonly two: number };
  const deed = fc.record({
    kind: fc.constantFrom('merge' as const, 'merge' as const, 'undo' as const, 'sell' as const),
    one: fc.integer({ min: 0, max: 4 }),
    two: fc.integer({ min: 0, max: 4 }),
  });

  it('lose no order and change no sum', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(deed, { minLength: 3, maxLength: 14 }), async (deeds: Deed[]) => {
        const people: number[] = [];
        for (const name of ['A', 'B', 'C', 'D', 'E']) {
          const customerId = await add(name);
          people.push(customerId);
          await sell(customerId, people.length, people.length % 2 === 0);
        }
        for (const { kind, one, two } of deeds) {
          const before = sums(people);
          const sold = await perform(kind, people[one] ?? 0, people[two] ?? 0);
          const after = sums(people);
          expect(after).toEqual({
            ...before,
            orders: before.orders + sold,
            spent: before.spent + sold * 450,
          });
          expect(checkRows(test.file.read)).toEqual([]);
        }
      }),
      { numRuns: 12 },
    );
  });

  function sums(people: readonly number[]): { orders: number; spent: number; owed: number } {
    const [found] = rows<{ orders: number; spent: number; owed: number }>(
      `SELECT sum(orders) AS orders, sum(spent) AS spent, sum(owed) AS owed FROM customerFigures
       WHERE customerId IN (${people.join(',')})`,
    );
    if (!found) throw new Error('no sums');
    return found;
  }

  /** Answers how many orders were sold. */
  async function perform(kind: Deed['kind'], one: number, two: number): Promise<number> {
    if (kind === 'sell') {
      await sell(one);
      return 1;
    }
    const request =
      kind === 'merge'
        ? test.ask('customers.merge', { keptId: one, mergedId: two, choice: asKept })
        : test.ask('customers.undoMerge', {
            mergeId: (await detail(one)).merges[0]?.mergeId ?? 999_999,
          });
    await request.catch((error: Error) => {
      if (!/not-found|same-customer|merge-not-undoable/u.test(error.message)) throw error;
    });
    return 0;
  }
});
