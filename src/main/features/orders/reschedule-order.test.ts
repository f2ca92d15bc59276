import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  advance,
  bringTo,
  closeSound,
  deliveryOf,
  signInEverybody,
} from '../../../../test/support/after-placing.ts';
import { addProduct, line } from '../../../../test/support/builders.ts';
import { createOpenShop, type TestApp } from '../../../../test/support/create-test-app.ts';
import type { Input } from '../../../shared/contract/index.ts';
import { calendarDate } from '../../../shared/domain/calendar.ts';

let test: TestApp;
let productId: number;
beforeEach(async () => {
  test = await createOpenShop();
  productId = addProduct(test, { stock: 100 });
});
afterEach(() => closeSound(test));

async function placed(change: Parameters<typeof deliveryOf>[1] = {}): Promise<number> {
  return (await test.ask('orders.place', deliveryOf([line(productId, 2, 350)], change))).orderId;
}

type Wish = Input<'orders.reschedule'>;
function moved(orderId: number, change: Partial<Wish> = {}): Wish {
  const where = { name: 'Ana', phone: '555-1', address: '2 Low Street' };
  return { orderId, ...where, date: calendarDate(20261130), ...change };
}

const order = (orderId: number) => test.ask('orders.get', { orderId });
const refuse = async (wish: Wish) => (await test.refused('orders.reschedule', wish)).code;

describe('changing where and when an order goes', () => {
  it('keeps both in the timeline, and lines, money and revision as they are', async () => {
    const orderId = await placed();
    await test.ask('orders.reschedule', moved(orderId, { name: 'Ben', address: '3 High Street' }));
    const detail = await order(orderId);
    expect(detail).toMatchObject({
      deliveryName: 'Ben',
      customerName: 'Ben',
      deliveryAddress: '3 High Street',
      deliveryDate: 20261130,
      revision: 0,
      total: 700,
    });
    expect(detail.events.at(-1)).toMatchObject({
      kind: 'note',
      details: {
        delivery: {
          before: { name: 'Ana', phone: '555-1', address: '2 Low Street', date: 20261126 },
          after: { name: 'Ben', phone: '555-1', address: '3 High Street', date: 20261130 },
        },
      },
    });
  });

  it('leaves a customer of the directory their name', async () => {
    const { customerId } = await test.ask('customers.create', {
      ...{ name: 'Zoë', phone: '', email: '', address: '9 Hill Road', note: '' },
    });
    const orderId = await placed({ customerId });
    await test.ask('orders.reschedule', moved(orderId, { name: 'Zoë’s neighbour' }));
    expect(await order(orderId)).toMatchObject({ customerName: 'Zoë', deliveryName: 'Zoë’s neighbour' });
  });

  it('tells nothing where nothing is different', async () => {
    const orderId = await placed();
    await test.ask('orders.reschedule', moved(orderId, { date: calendarDate(20261126) }));
    expect((await order(orderId)).events).toHaveLength(1);
  });

  it('works until the order has arrived, also for a pickup without an address', async () => {
    const sent = await placed();
    await bringTo(test, sent, 'in-transit');
    await test.ask('orders.reschedule', moved(sent));
    const pickup = await placed({ kind: 'pickup' });
    await test.ask('orders.reschedule', moved(pickup, { address: '' }));
    expect(await order(pickup)).toMatchObject({ deliveryAddress: null, deliveryDate: 20261130 });
    await advance(test, sent, ['in-transit', 'delivered']);
    expect(await test.refused('orders.reschedule', moved(sent))).toEqual({
      code: 'order-not-editable',
      details: { status: 'delivered' },
    });
  });

  it('asks for an address and a day to come; a day that has passed may stay', async () => {
    const orderId = await placed();
    expect(await refuse(moved(orderId, { address: '' }))).toBe('delivery-details-missing');
    expect(await refuse(moved(orderId, { date: calendarDate(20261121) }))).toBe('delivery-date-in-past');
    expect(await refuse(moved(99))).toBe('not-found');
    test.now += 7 * 86_400_000;
    const late = moved(orderId, { address: '4 New Street', date: calendarDate(20261126) });
    await test.ask('orders.reschedule', late);
    expect(await order(orderId)).toMatchObject({ deliveryAddress: '4 New Street', deliveryDate: 20261126 });
    expect(await refuse({ ...late, date: calendarDate(20261127) })).toBe('delivery-date-in-past');
  });
});

describe('a note', () => {
  it('goes into the timeline of any order, by whoever sees orders', async () => {
    const { viewer } = await signInEverybody(test);
    const orderId = await placed();
    await bringTo(test, orderId, 'cancelled');
    await test.ask('orders.addNote', { orderId, note: 'Rings twice' }, viewer);
    expect((await order(orderId)).events.at(-1)).toMatchObject({
      kind: 'note',
      staffName: 'The viewer',
      details: { note: 'Rings twice' },
    });
  });

  it('never holds a card number, and needs an order and words', async () => {
    const orderId = await placed();
    const refused = async (note: string, id = orderId) =>
      (await test.refused('orders.addNote', { orderId: id, note })).code;
    expect(await refused('Card 4111 1111 1111 1111')).toBe('card-number-in-text');
    expect(await refused('  ')).toBe('invalid-input');
    expect(await refused('Hello', 99)).toBe('not-found');
  });
});
