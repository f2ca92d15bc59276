import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addProduct, counterSale, line } from '../../../../test/support/builders.ts';
import { createOpenShop, type TestApp } from '../../../../test/support/create-test-app.ts';
import type { Input } from '../../../shared/contract/index.ts';
import { calendarDate } from '../../../shared/domain/calendar.ts';

let test: TestApp;
beforeEach(async () => {
  test = await createOpenShop();
  addProduct(test, { name: 'Tea', price: 450, stock: 5000 });
});
afterEach(() => test.close());

type Directory = Input<'customers.directory'>;

const blank = { phone: '', email: '', address: '', note: '' };
async function add(name: string, draft: Partial<Input<'customers.create'>> = {}): Promise<number> {
  return (await test.ask('customers.create', { ...blank, name, ...draft })).customerId;
}

/** Every row of a directory, page by page; the count must say as many. */
async function names(asked: Partial<Directory>, limit = 100): Promise<string[]> {
  const input: Directory = {
    text: '',
    show: 'all',
    sort: 'name',
    descending: false,
    cursor: null,
    limit,
    ...asked,
  };
  const found: string[] = [];
  let cursor: string | null = null;
  do {
    const page: { items: { name: string }[]; next: string | null } = await test.ask('customers.directory', {
      ...input,
      cursor,
    });
    found.push(...page.items.map(({ name }) => name));
    cursor = page.next;
  } while (cursor !== null);
  const { count } = await test.ask('customers.count', { text: input.text, show: input.show });
  expect(count).toBe(found.length);
  return found;
}

const delivery = { name: 'X', phone: '', address: 'Low Road', date: calendarDate(20271123) };

async function sell(customerId: number, pieces: number, paid = true): Promise<void> {
  const order = paid ? { customerId } : { customerId, kind: 'delivery' as const, delivery, tenders: [] };
  await test.ask('orders.place', counterSale([line(1, pieces, 450)], order));
}

describe('customers.directory', () => {
  it.each([1, 2, 3, 100])('puts everybody in every order, %i to a page', async (limit) => {
    for (const name of ['bo', 'Al', 'cy', 'Bo', 'dee']) {
      await add(name);
      test.now += 1000;
    }
    await sell(1, 3);
    test.now += 86_400_000;
    await sell(3, 1, false);
    test.now += 86_400_000;
    await sell(5, 2);
    await sell(5, 2, false);
    const inOrder = async (sort: Directory['sort'], descending: boolean) =>
      (await names({ sort, descending }, limit)).join(' ');
    expect(await inOrder('name', false)).toBe('Al bo Bo cy dee');
    expect(await inOrder('name', true)).toBe('dee cy Bo bo Al');
    expect(await inOrder('number', false)).toBe('bo Al cy Bo dee');
    expect(await inOrder('created', true)).toBe('dee Bo cy Al bo');
    expect(await inOrder('orders', true)).toBe('dee cy bo Bo Al');
    expect(await inOrder('spent', true)).toBe('dee bo cy Bo Al');
    expect(await inOrder('spent', false)).toBe('Al Bo cy bo dee');
    expect(await inOrder('owed', true)).toBe('dee cy Bo Al bo');
    expect(await inOrder('last', true)).toBe('dee cy bo Bo Al');
  });

  it('is narrowed to who owes, has a log-in, is new, or is archived', async () => {
    const [ada, bo, cy] = [await add('Ada'), await add('Bo'), await add('Cy')];
    await sell(ada, 1, false);
    await test.ask('customers.setLogIn', {
      customerId: bo,
      username: 'bo.b',
      password: 'larch-otter-7-lantern',
    });
    await test.ask('customers.setArchived', { customerId: cy, archived: true });
    expect(await names({ show: 'owing' })).toEqual(['Ada']);
    expect(await names({ show: 'log-in' })).toEqual(['Bo']);
    expect(await names({ show: 'archived' })).toEqual(['Cy']);
    expect(await names({ show: 'all' })).toEqual(['Ada', 'Bo']);
    // The month began at the day's start of the shop: 1 December, midnight in London.
    test.now = Date.UTC(2026, 11, 1, 0, 0);
    await add('Dee');
    expect(await names({ show: 'new' })).toEqual(['Dee']);
    await test.ask('customers.setArchived', { customerId: cy, archived: false });
    expect(await names({})).toEqual(['Ada', 'Bo', 'Cy', 'Dee']);
  });

  it('is searched by number, user name, phone, e-mail and address, archived ones where they are shown', async () => {
    const ada = await add('Ada Lovelace', {
      phone: '+44 20 7946 0958',
      email: 'ada@x.uk',
      address: 'Mill Lane',
    });
    await add('Bo');
    await test.ask('customers.setLogIn', {
      customerId: ada,
      username: 'countess',
      password: 'larch-otter-7-lantern',
    });
    for (const text of [`${ada}`, `#${ada}`, 'countess', '02079460958', 'ada@x', 'mill', 'lovel', 'velac'])
      expect([text, await names({ text })]).toEqual([text, ['Ada Lovelace']]);
    expect(await names({ text: 'mill', show: 'archived' })).toEqual([]);
    await test.ask('customers.setArchived', { customerId: ada, archived: true });
    expect(await names({ text: 'mill' })).toEqual([]);
    expect(await names({ text: 'mill', show: 'archived' })).toEqual(['Ada Lovelace']);
  });

  it('refuses a cursor of another list', async () => {
    await add('Ada');
    await add('Bo');
    const first = await test.ask('customers.directory', {
      ...{ text: '', show: 'all', sort: 'name', descending: false, cursor: null, limit: 1 },
    });
    const wrong = {
      text: '',
      show: 'all',
      sort: 'spent',
      descending: true,
      cursor: first.next,
      limit: 1,
    } as const;
    expect((await test.refused('customers.directory', wrong)).code).toBe('invalid-input');
  });
});

describe('customers.similar', () => {
  it('knows a telephone number however it is written, and an e-mail address in any case', async () => {
    const ada = await add('Ada', { phone: '+44 (0)20 7946-0958'.replace('(0)', ''), email: 'Ada@X.uk' });
    const similar = async (phone: string, email: string, exceptId: number | null = null) =>
      (await test.ask('customers.similar', { phone, email, exceptId })).map(({ id, by }) => [id, by]);
    for (const phone of ['020 7946 0958', '+442079460958', '2079460958', '0044 20 79460958'])
      expect(await similar(phone, '')).toEqual([[ada, 'phone']]);
    expect(await similar('', ' ada@x.UK ')).toEqual([[ada, 'email']]);
    expect(await similar('020 7946 0958', 'ada@x.uk')).toEqual([[ada, 'phone']]);
    expect(await similar('020 7946 0958', 'ada@x.uk', ada)).toEqual([]);
    expect(await similar('0958', 'b@x.uk')).toEqual([]);
    expect(await similar('', '')).toEqual([]);
  });
});

describe('customers.duplicates', () => {
  it('groups by phone, e-mail and name, each group once', async () => {
    await add('Ada', { phone: '020 7946 0958', email: 'a@x.uk' });
    await add('Ada L.', { phone: '+44 20 7946 0958', email: 'A@X.uk' });
    await add('Bo', { email: 'b@x.uk' });
    await add('Robert', { email: 'b@x.uk' });
    await add('Cy');
    await add('cy');
    await add('Dee', { phone: '12' });
    await add('Dom', { phone: '12' });
    const { groups, more } = await test.ask('customers.duplicates', {});
    expect(groups.map(({ by, customers }) => [by, ...customers.map(({ name }) => name)])).toEqual([
      ['phone', 'Ada', 'Ada L.'],
      ['email', 'Bo', 'Robert'],
      ['name', 'Cy', 'cy'],
    ]);
    expect(more).toBe(false);
    await test.ask('customers.setArchived', { customerId: 1, archived: true });
    expect((await test.ask('customers.duplicates', {})).groups.map(({ by }) => by)).toEqual([
      'email',
      'name',
    ]);
  });
});
