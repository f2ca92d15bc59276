import type { Caller } from '../../src/main/app/create-app.ts';
import type { Input } from '../../src/shared/contract/index.ts';
import { addDays, calendarDate } from '../../src/shared/domain/calendar.ts';
import { money } from '../../src/shared/domain/money.ts';
import { pieces } from '../../src/shared/domain/quantity.ts';
import { percent } from '../../src/shared/domain/rate.ts';
import { addProduct, counterSale, line } from './builders.ts';
import { createOpenShop, owner, ownerPassword, type TestApp } from './create-test-app.ts';
import { customerPassword } from './kiosk-shop.ts';

type Place = Input<'orders.place'>;

export const secondTill: Caller = { kind: 'window', windowId: 7 };

const day = 86_400_000;
const firstDay = calendarDate(20261122);

/**
 * A shop of sixty orders of every kind and fate, over twenty days: placed by the owner and a cashier and at the kiosk,
 * paid by this or that or not at all, with notes, discounts, returns, cancelled, delivered, late. Products: 1 is in
 * every third order, 2 in most, 3 has the variants 4 and 5, 6 was sold once.
 */
export async function mixedOrders(): Promise<TestApp> {
  const test = await createOpenShop();
  addProduct(test, { name: 'Alpha bread', sku: 'AL-1', price: 350, stock: 900 });
  addProduct(test, { name: 'Beta cake', sku: 'BE-1', price: 1250, stock: 900 });
  const parentId = addProduct(test, { kind: 'parent', name: 'Gamma shirt' });
  for (const variantLabel of ['Blue', 'Red'])
    addProduct(test, {
      kind: 'variant',
      parentId,
      name: 'Gamma shirt',
      variantLabel,
      price: 2000,
      stock: 90,
    });
  addProduct(test, { name: 'Delta dish', price: 9900, stock: 3 });
  const { staffId } = await test.ask('staff.add', { name: 'Carl', role: 'cashier', pin: '730184' });
  await test.ask('session.signIn', { staffId, pin: '730184' }, secondTill);
  for (const name of ['Zoë Alphason', 'Bo'])
    await test.ask('customers.create', { name, phone: '', email: '', address: 'Low Road', note: '' });
  for (let index = 0; index < 54; index += 1) {
    if (index % 3 === 0) test.now += day;
    await placeOne(test, index);
  }
  await befall(test);
  await orderAtKiosk(test);
  return test;
}

function linesOf(index: number): Place['lines'] {
  const note = index % 11 === 0 ? 'No nuts' : '';
  if (index === 40) return [line(6, 1, 9900)];
  if (index % 9 === 4) return [line(index % 2 === 0 ? 4 : 5, 1, 2000, { note })];
  const cakes = line(2, 1 + (index % 3), 1250, { note });
  return index % 3 === 0 ? [line(1, 2, 350), cakes] : [cakes];
}

async function placeOne(test: TestApp, index: number): Promise<void> {
  const date = addDays(firstDay, Math.floor(index / 3) + 1 + (index === 53 ? 0 : index % 7));
  const isSent = index % 2 === 1;
  const isPickup = index % 6 === 4;
  const delivery = { name: index % 4 === 1 ? 'Epsilon Eve' : 'Bo', phone: '', address: 'High Road', date };
  const tenders: Place['tenders'] = paying(index);
  const change: Partial<Place> = {
    cartId: `mixed-${index}`,
    customerId: index % 5 === 0 ? (index % 10 === 0 ? 1 : 2) : null,
    note: index % 8 === 3 ? 'Rings twice' : '',
    orderDiscount: index % 7 === 2 ? { kind: 'percent', rate: percent(10) } : null,
    ...(isPickup
      ? { kind: 'pickup', delivery, tenders }
      : isSent
        ? { kind: 'delivery', delivery, tenders }
        : {}),
  };
  await test.ask('orders.place', counterSale(linesOf(index), change), index % 4 === 2 ? secondTill : owner);
}

function paying(index: number): Place['tenders'] {
  if (index % 3 === 0) return [];
  const reference = index % 3 === 1 ? '' : 'A1';
  return [{ tenderId: index % 3 === 1 ? 1 : 2, amount: money(300), reference }];
}

/** What becomes of them: shipped, delivered, cancelled, brought back, written about. */
async function befall(test: TestApp): Promise<void> {
  const { items } = await test.ask('orders.list', {
    ...{ text: '', status: 'open', kind: 'all', fromDate: null, toDate: null, customerId: null },
    ...{ cursor: null, limit: 100 },
  });
  const step = { tenders: [], leaveUnpaid: true };
  for (const { id, kind } of items) {
    const orderId = id;
    if (id % 5 === 0)
      await test.ask('orders.cancel', { orderId, reason: 'other', note: '', refundCashNow: id % 10 === 0 });
    else if (id % 5 === 1)
      await test.ask('orders.advance', { ...step, orderId, from: 'received', to: 'delivered' });
    else if (id % 5 === 2 && kind === 'delivery')
      await test.ask('orders.advance', { ...step, orderId, from: 'received', to: 'shipped' });
    if (id % 7 === 0) await test.ask('orders.addNote', { orderId, note: 'Left with a neighbour' });
  }
  for (const orderId of [1, 3, 7]) {
    const [first] = (await test.ask('orders.get', { orderId })).lines;
    if (!first) throw new Error('no line');
    await test.ask('returns.create', {
      ...{ orderId, note: '', refunds: [], cashNow: true, exchange: null },
      lines: [
        { lineNo: 1, quantity: pieces(1), reason: 'faulty', disposition: 'damaged', giveMoneyBack: false },
      ],
      expectedCredit: money(0),
    });
  }
}

/** Two orders of a customer at the kiosk, one of them cancelled; then the till is taken back. */
async function orderAtKiosk(test: TestApp): Promise<void> {
  await test.ask('kiosk.enter', {});
  const who = {
    username: 'ada',
    password: customerPassword,
    name: 'Ada Byron',
    phone: '1',
    address: 'Low Road',
  };
  await test.ask('kiosk.register', who);
  for (const pieces of [1, 2, 3])
    await test.ask('kiosk.place', {
      ...{ kind: 'delivery', phone: '1', address: 'Low Road', tenderId: 3 },
      lines: [{ productId: 1, pieces, unitPrice: money(350) }],
      expectedTotal: money(350 * pieces),
    });
  const [last] = (await test.ask('kiosk.orders', { cursor: null, limit: 5 })).items;
  await test.ask('kiosk.cancel', { orderId: last?.orderId ?? 0 });
  await test.ask('kiosk.leave', { name: 'Olga Owner', secret: ownerPassword });
}
