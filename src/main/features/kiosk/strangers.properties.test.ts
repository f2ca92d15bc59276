import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addProduct, counterSale, line } from '../../../../test/support/builders.ts';
import { createOpenShop, owner, type TestApp } from '../../../../test/support/create-test-app.ts';
import { ada, ben, customerPassword, kiosk, kioskOrder } from '../../../../test/support/kiosk-shop.ts';
import type { Reply } from '../../../shared/contract/errors.ts';
import type { CallName } from '../../../shared/contract/index.ts';
import { encodeCursor } from '../catalog/cursor.ts';

const toBen = { phone: ben.phone, address: ben.address } as const;
/** What is Ada's alone: none of it may stand in anything that Ben is answered. */
const hers = [ada.name, ada.phone, ada.address, ada.username.toLowerCase(), 'Cardamom for Ada'];
const nobodys = 987_654;

let test: TestApp;
let ofAda: readonly number[];
beforeAll(async () => {
  test = await createOpenShop();
  addProduct(test, { stock: 500 });
  await test.ask('kiosk.enter', {}, owner);
  await test.ask('kiosk.register', ada, kiosk);
  const placed = [];
  for (let count = 0; count < 4; count += 1) placed.push(await test.ask('kiosk.place', kioskOrder(), kiosk));
  await test.ask('kiosk.signOut', {}, kiosk);
  await test.ask('kiosk.leave', { name: 'Olga Owner', secret: '482913' }, kiosk);
  const sold = counterSale([{ ...line(null, 1, 120), name: 'Cardamom for Ada' }], { customerId: 1 });
  const atTill = await test.ask('orders.place', sold);
  ofAda = [...placed, atTill].map(({ orderId }) => orderId);
  await test.ask('kiosk.enter', {}, owner);
  await test.ask('kiosk.register', ben, kiosk);
});
afterAll(() => test.close());

/** Everything that the shop file holds of Ada, to be compared before and after. */
function allOfAda(): string {
  const tables = [
    sql`SELECT * FROM customers WHERE id = 1`,
    sql`SELECT * FROM orders WHERE customerId = 1 ORDER BY id`,
    sql`SELECT * FROM orderLines WHERE orderId IN (SELECT id FROM orders WHERE customerId = 1)`,
    sql`SELECT * FROM orderEvents WHERE orderId IN (SELECT id FROM orders WHERE customerId = 1)`,
    sql`SELECT * FROM payments WHERE orderId IN (SELECT id FROM orders WHERE customerId = 1)`,
    sql`SELECT * FROM refunds WHERE orderId IN (SELECT id FROM orders WHERE customerId = 1)`,
  ];
  return JSON.stringify(tables.map((one) => test.file.read.all(one)));
}

let requests = 0;
async function askAsBen(name: CallName, input: unknown): Promise<Reply> {
  requests += 1;
  const id = requests.toString(16).padStart(12, '0');
  return test.app.call(kiosk, name, input, `${id.slice(0, 8)}-${id.slice(8)}-7000-8000-00000000be4b`);
}

/** An answer with the number that was asked for made alike, so that hers and nobody's can be compared. */
function alike(reply: Reply, asked: number): string {
  return JSON.stringify(reply).replaceAll(String(asked), '#');
}

const anOrder = fc.nat().map((index) => ofAda[index % ofAda.length] ?? 1);
/** Inputs that mean Ada: by an order's number, by a field that no call knows, by a place in her list. */
const ids = fc.record({ orderId: anOrder });
const smuggled = fc.constantFrom({ customerId: 1 }, { customer: 1 }, { staffId: 1 }, { username: 'ada' });
const cursor = fc
  .integer({ min: 1, max: 1000 })
  .map((number) => encodeCursor('kiosk-orders', number))
  .map((text) => ({ cursor: text, limit: 50 }));

type Try = { readonly call: CallName; readonly input: Readonly<Record<string, unknown>> };
const oneTry: fc.Arbitrary<Try> = fc.oneof(
  fc.record({ call: fc.constantFrom<CallName>('kiosk.order', 'kiosk.cancel'), input: ids }),
  fc.record({ call: fc.constant<CallName>('kiosk.orders'), input: cursor }),
  fc.record({
    call: fc.constantFrom<CallName>('kiosk.profile', 'kiosk.state', 'kiosk.orders'),
    input: smuggled,
  }),
  fc.record({
    call: fc.constant<CallName>('kiosk.updateProfile'),
    input: smuggled.map((more) => ({ name: 'Ben', phone: ben.phone, address: ben.address, ...more })),
  }),
  fc.record({
    call: fc.constant<CallName>('kiosk.place'),
    input: smuggled.map((more) => ({ ...kioskOrder({}, toBen), ...more })),
  }),
  fc.constant<Try>({ call: 'kiosk.place', input: kioskOrder({ pieces: 1 }, toBen) }),
  fc.constant<Try>({ call: 'kiosk.profile', input: {} }),
  fc.constant<Try>({ call: 'kiosk.orders', input: { cursor: null, limit: 50 } }),
  // Whatever staff may ask about her, asked from the customers' window.
  fc.record({
    call: fc.constantFrom<CallName>('orders.get', 'orders.cancel', 'customers.get', 'payments.take'),
    input: anOrder.map((orderId) => ({ orderId, customerId: 1 })),
  }),
);

describe('a customer who tries for another one’s data', () => {
  it('is answered as if there were none, and changes nothing of it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(oneTry, { minLength: 1, maxLength: 12 }), async (tries) => {
        const before = allOfAda();
        for (const { call, input } of tries) {
          const reply = await askAsBen(call, input);
          for (const word of hers) expect(JSON.stringify(reply)).not.toContain(word);
          if (!('orderId' in input)) continue;
          const asked = input.orderId as number;
          const none = await askAsBen(call, { ...input, orderId: nobodys });
          expect(reply.ok).toBe(false);
          expect(alike(reply, asked)).toBe(alike(none, nobodys));
        }
        expect(allOfAda()).toBe(before);
      }),
      { numRuns: 60 },
    );
  });

  it('sees of a list only what is theirs, whatever page they ask for', async () => {
    const own = await test.ask('kiosk.place', kioskOrder({ pieces: 1 }, toBen), kiosk);
    await fc.assert(
      fc.asyncProperty(cursor, async (input) => {
        const { items } = await test.ask('kiosk.orders', input, kiosk);
        for (const { orderId } of items) expect(ofAda).not.toContain(orderId);
      }),
      { numRuns: 60 },
    );
    const all = await test.ask('kiosk.orders', { cursor: null, limit: 50 }, kiosk);
    expect(all.items.map(({ orderId }) => orderId)).toContain(own.orderId);
  });

  it('learns from signing in neither whether a name is there nor what is wrong', async () => {
    await test.ask('kiosk.signOut', {}, kiosk);
    const guess = (username: string) => test.refused('kiosk.signIn', { username, password: 'guess' }, kiosk);
    expect(await guess('ada')).toEqual(await guess('nobody-of-that-name'));
    await test.ask('kiosk.signIn', { username: 'ada', password: customerPassword }, kiosk);
  });
});
