import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addProduct, counterSale, line } from '../../../../test/support/builders.ts';
import { change } from '../../../../test/support/catalog-builders.ts';
import { createOpenShop, type TestApp } from '../../../../test/support/create-test-app.ts';
import type { Input } from '../../../shared/contract/index.ts';
import { indexCustomer } from './index-customer.ts';

let test: TestApp;
beforeEach(async () => {
  test = await createOpenShop();
});
afterEach(() => test.close());

type Draft = Partial<Input<'customers.create'>>;
const blank = { name: 'Ada', phone: '', email: '', address: '', note: '' };

const add = async (draft: Draft): Promise<number> =>
  (await test.ask('customers.create', { ...blank, ...draft })).customerId;

async function found(text: string): Promise<string[]> {
  const { items } = await test.ask('customers.search', { text, cursor: null, limit: 100 });
  return items.map((one) => one.name);
}

describe('customers.create and customers.update', () => {
  it('keep what was typed, and say who', async () => {
    const draft = {
      name: '  Zoë 🌿 ',
      phone: '+44 20 7946 0958',
      email: 'z@x.uk',
      address: 'Flat 1\nLeeds',
      note: 'VIP',
    };
    const customerId = await add(draft);
    const kept = { id: customerId, ...draft, name: 'Zoë 🌿', createdAt: test.now };
    expect(await test.ask('customers.get', { customerId })).toEqual(kept);
    const changed = { ...draft, name: 'Zoe', note: '' };
    await test.ask('customers.update', { customerId, ...changed });
    expect(await test.ask('customers.get', { customerId })).toEqual({ ...kept, ...changed });
    const subjects = test.file.read
      .statement('SELECT subject FROM auditEntries ORDER BY id DESC LIMIT 2')
      .pluck()
      .all();
    expect(subjects).toEqual([`customer ${customerId}`, `customer ${customerId}`]);
  });

  it('refuse a customer without a name and one who is not there', async () => {
    expect((await test.refused('customers.create', { ...blank, name: '   ' })).details.field).toBe('name');
    expect((await test.refused('customers.update', { ...blank, customerId: 9 })).code).toBe('not-found');
    expect((await test.refused('customers.get', { customerId: 9 })).code).toBe('not-found');
  });

  it.each(['note', 'address'] as const)(
    'refuse a card number in the %s and keep nothing of it',
    async (field) => {
      const number = { [field]: 'pays with 4111 1111 1111 1111' };
      const refusal = await test.refused('customers.create', { ...blank, ...number });
      expect(refusal).toMatchObject({ code: 'invalid-input', details: { field, reason: 'card-number' } });
      expect(await found('')).toEqual([]);
      const customerId = await add({ name: 'Bo' });
      expect((await test.refused('customers.update', { ...blank, ...number, customerId })).code).toBe(
        'invalid-input',
      );
      expect((await test.ask('customers.get', { customerId })).name).toBe('Bo');
    },
  );

  it('let a telephone number with its country code pass', async () => {
    await add({ note: 'her sister: +49 1512 3456789' });
    expect(await found('')).toEqual(['Ada']);
  });
});

describe('customers.search', () => {
  it('finds by name, e-mail, address, and by any word of them', async () => {
    await add({ name: 'José García', email: 'jose.g@example.com', address: '12 Mill Lane, Bath' });
    await add({ name: 'Joan Miller' });
    expect(await found('garcia jos')).toEqual(['José García']);
    expect(await found('mil')).toEqual(['Joan Miller', 'José García']);
    expect(await found('jose.g@ex')).toEqual(['José García']);
    expect(await found('example')).toEqual(['José García']);
    expect(await found('bath')).toEqual(['José García']);
    expect(await found('nobody')).toEqual([]);
  });

  it.each([
    '+91 98765 43210',
    '9876543210',
    '98765 43',
    '98765-432',
    '09876543210',
    '919876',
    '+9198765',
    '(98765) 43210',
    '43210',
  ])('finds a telephone number typed as %j', async (typed) => {
    await add({ name: 'Asha', phone: '+91 98765 43210' });
    await add({ name: 'Other', phone: '+91 11111 22222' });
    expect(await found(typed)).toEqual(['Asha']);
  });

  it('finds a piece of a name where no word begins so', async () => {
    await add({ name: '山田太郎' });
    expect(await found('太郎')).toEqual(['山田太郎']);
    expect(await found('%%')).toEqual([]);
  });

  it('follows a change, and leaves archived customers out', async () => {
    const customerId = await add({ name: 'Old name', phone: '111222' });
    await test.ask('customers.update', { customerId, ...blank, name: 'New name', phone: '333444' });
    expect(await found('old')).toEqual([]);
    expect(await found('111')).toEqual([]);
    expect(await found('new')).toEqual(['New name']);
    change(test, `UPDATE customers SET archivedAt = 1 WHERE id = ${customerId}`);
    test.file.transaction((db) => indexCustomer(db, customerId));
    for (const text of ['', 'new', '333']) expect(await found(text)).toEqual([]);
  });

  it('shows each once over pages of any size, by name', async () => {
    for (const name of ['bo', 'Bo', 'Al', 'cy', 'Cy', 'Äl', 'Bob', 'AL'])
      await add({ name, address: 'Leeds' });
    const names = ['Al', 'AL', 'bo', 'Bo', 'Bob', 'cy', 'Cy', 'Äl'];
    for (const text of ['', 'leeds']) {
      for (const limit of [1, 3, 8, 100]) {
        const seen: string[] = [];
        let cursor: string | null = null;
        do {
          const page: { items: { name: string }[]; next: string | null } = await test.ask(
            'customers.search',
            {
              text,
              cursor,
              limit,
            },
          );
          seen.push(...page.items.map((one) => one.name));
          cursor = page.next;
        } while (cursor !== null);
        expect(seen).toEqual(names);
      }
    }
    expect((await test.refused('customers.search', { text: '', cursor: 'x', limit: 1 })).code).toBe(
      'invalid-input',
    );
  });

  it('says how many orders each has placed', async () => {
    const customerId = await add({ name: 'Buyer' });
    await add({ name: 'Looker' });
    const productId = addProduct(test, { stock: 9 });
    for (let order = 0; order < 2; order += 1) {
      await test.ask('orders.place', counterSale([line(productId, 1, 350)], { customerId }));
    }
    const { items } = await test.ask('customers.search', { text: '', cursor: null, limit: 10 });
    expect(items.map((one) => [one.name, one.orderCount])).toEqual([
      ['Buyer', 2],
      ['Looker', 0],
    ]);
  });

  it.each([
    '"',
    '(',
    'a OR b',
    '* *',
    '\u0000',
    '+',
    '++--',
    '🍎',
    '\ud800',
    'x'.repeat(200),
    '1 '.repeat(100),
  ])('answers %j with a page', async (text) => {
    await add({ name: 'Ada' });
    expect((await found(text)).length).toBeLessThanOrEqual(1);
  });
});
