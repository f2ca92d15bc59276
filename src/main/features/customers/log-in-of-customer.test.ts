import { sql } from 'kysely';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createOpenShop, ownerPassword, type TestApp } from '../../../../test/support/create-test-app.ts';
import type { Caller } from '../../app/create-app.ts';

let test: TestApp;
beforeEach(async () => {
  test = await createOpenShop();
});
afterEach(() => test.close());

const blank = { phone: '', email: '', address: '', note: '' };
const add = async (name: string) => (await test.ask('customers.create', { ...blank, name })).customerId;
const detail = (customerId: number) => test.ask('customers.detail', { customerId });
const kiosk: Caller = { kind: 'window', windowId: 1 };
const signIn = (username: string, password: string) =>
  test.ask('kiosk.signIn', { username, password }, kiosk);

it('lets a customer sign in who came from Orderlla with a user name alone', async () => {
  const ada = await add('Ada');
  test.file.transaction((db) => db.run(sql`UPDATE customers SET username = 'ada' WHERE id = ${ada}`));
  expect(await detail(ada)).toMatchObject({ username: 'ada', hasPassword: false });
  await test.ask('customers.setLogIn', { customerId: ada, username: 'Ada', password: ownerPassword });
  expect(await detail(ada)).toMatchObject({ username: 'ada', hasPassword: true });
  await test.ask('kiosk.enter', {});
  await signIn('ADA', ownerPassword);
  expect((await test.ask('kiosk.state', {}, kiosk)).customer).toEqual({ name: 'Ada' });
});

it('refuses a name that somebody has, a weak password, and customers who are not in the directory', async () => {
  const [ada, bo] = [await add('Ada'), await add('Bo')];
  const give = (customerId: number, username: string, password = ownerPassword) =>
    test.refused('customers.setLogIn', { customerId, username, password });
  await test.ask('customers.setLogIn', { customerId: ada, username: 'ada', password: ownerPassword });
  expect((await give(bo, 'ADA')).code).toBe('username-taken');
  expect((await give(bo, 'bo.b', 'short')).code).toBe('password-too-short');
  expect((await give(bo, 'b o')).code).toBe('invalid-input');
  expect((await give(99, 'nobody')).code).toBe('not-found');
  await test.ask('customers.setArchived', { customerId: bo, archived: true });
  expect((await give(bo, 'bo.b')).code).toBe('not-found');
  const details = test.file.read.all<{ details: string }>(sql`SELECT details FROM auditEntries`);
  for (const { details: written } of details) expect(written).not.toMatch(/otter|short|bo\.b/u);
});

it('signs whoever is there out when the log-in is taken away or they are archived', async () => {
  const ada = await add('Ada');
  await test.ask('customers.setLogIn', { customerId: ada, username: 'ada', password: ownerPassword });
  const manager: Caller = { kind: 'window', windowId: 2 };
  const { staffId } = await test.ask('staff.add', { name: 'Mia', role: 'manager', pin: '730184' });
  await test.ask('kiosk.enter', {});
  await signIn('ada', ownerPassword);
  const isIn = async () => (await test.ask('kiosk.state', {}, kiosk)).customer !== null;
  expect(await isIn()).toBe(true);
  test.file.transaction((db) => db.run(sql`DELETE FROM kioskTills`));
  await test.ask('session.signIn', { staffId, pin: '730184' }, manager);
  await test.ask('customers.removeLogIn', { customerId: ada }, manager);
  test.file.transaction((db) => db.run(sql`INSERT INTO kioskTills (till, since) VALUES ('till-1', 1)`));
  expect(await isIn()).toBe(false);
  expect((await test.refused('kiosk.signIn', { username: 'ada', password: ownerPassword }, kiosk)).code).toBe(
    'wrong-log-in',
  );
});

it('is for managers: a cashier is refused, with the right that somebody can lend', async () => {
  const ada = await add('Ada');
  const cashier: Caller = { kind: 'window', windowId: 3 };
  const { staffId } = await test.ask('staff.add', { name: 'Carl', role: 'cashier', pin: '730184' });
  await test.ask('session.signIn', { staffId, pin: '730184' }, cashier);
  const input = { customerId: ada, username: 'ada', password: ownerPassword };
  expect(await test.refused('customers.setLogIn', input, cashier)).toEqual({
    code: 'forbidden',
    details: { needs: 'reset-log-ins' },
  });
});

it('keeps dated notes with who wrote them', async () => {
  const ada = await add('Ada');
  const { noteId } = await test.ask('customers.addNote', { customerId: ada, note: ' rang about the cake ' });
  expect((await detail(ada)).notes).toEqual([
    { noteId, note: 'rang about the cake', staffName: 'Olga Owner', at: test.now },
  ]);
  const card = { customerId: ada, note: '4111 1111 1111 1111' };
  expect((await test.refused('customers.addNote', card)).code).toBe('card-number-in-text');
  await test.ask('customers.removeNote', { noteId });
  expect((await detail(ada)).notes).toEqual([]);
  expect((await test.refused('customers.removeNote', { noteId })).code).toBe('not-found');
});
