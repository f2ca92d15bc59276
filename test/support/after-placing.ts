import { expect } from 'vitest';
import type { Caller } from '../../src/main/app/create-app.ts';
import { query } from '../../src/main/database/query.ts';
import type { Input, Output } from '../../src/shared/contract/index.ts';
import { calendarDate } from '../../src/shared/domain/calendar.ts';
import { money } from '../../src/shared/domain/money.ts';
import type { OrderStatus } from '../../src/shared/domain/order-status.ts';
import { pieces } from '../../src/shared/domain/quantity.ts';
import type { StaffRole } from '../../src/shared/domain/rights.ts';
import { counterSale } from './builders.ts';
import { checkEachCommand, checkShop } from './check-shop.ts';
import { owner, type TestApp } from './create-test-app.ts';

/** What happens to orders after they are placed, said shortly. */

type Place = Input<'orders.place'>;
type Tender = Place['tenders'][number];
type Standing = Output<'orders.advance'>;

export const cashTender = 1;
export const cardTender = 2;

/** One of each role, signed in at a window of their own; the owner is there already. */
export async function signInEverybody(test: TestApp): Promise<Readonly<Record<StaffRole, Caller>>> {
  const at = async (windowId: number, role: Exclude<StaffRole, 'owner'>): Promise<Caller> => {
    const caller: Caller = { kind: 'window', windowId };
    const { staffId } = await test.ask('staff.add', { name: `The ${role}`, role, pin: '730184' });
    await test.ask('session.signIn', { staffId, pin: '730184' }, caller);
    return caller;
  };
  return {
    owner,
    manager: await at(2, 'manager'),
    cashier: await at(3, 'cashier'),
    viewer: await at(4, 'viewer'),
  };
}

export function tender(amount: number, tenderId = cashTender): Tender {
  return { tenderId, amount: money(amount), reference: tenderId === cashTender ? '' : 'ref 1' };
}

/** An order to be delivered in four days, unpaid unless the change says otherwise; priced with 20 % VAT included. */
export function deliveryOf(lines: Place['lines'], change: Partial<Place> = {}): Place {
  const date = calendarDate(20261126);
  return counterSale(lines, {
    kind: 'delivery',
    delivery: { name: 'Ana', phone: '555-1', address: '2 Low Street', date },
    tenders: [],
    ...change,
  });
}

type Step = Input<'orders.advance'>;

/** One step on, with what is not paid left unpaid unless the change says otherwise. */
export function stepOf(
  orderId: number,
  [from, to]: readonly [OrderStatus, OrderStatus],
  change: Partial<Step> = {},
): Step {
  return { orderId, from, to, tenders: [], leaveUnpaid: true, ...change };
}

/** Moves an order on as whoever asks. */
export function advance(
  test: TestApp,
  orderId: number,
  move: readonly [OrderStatus, OrderStatus],
  change: Partial<Step> = {},
  caller: Caller = owner,
): Promise<Standing> {
  return test.ask('orders.advance', stepOf(orderId, move, change), caller);
}

const way: Readonly<Record<OrderStatus, readonly OrderStatus[]>> = {
  received: [],
  shipped: ['shipped'],
  'in-transit': ['shipped', 'in-transit'],
  delivered: ['shipped', 'in-transit', 'delivered'],
  cancelled: [],
};

/** Brings an order that was just received to a status, step by step, as the owner. */
export async function bringTo(test: TestApp, orderId: number, status: OrderStatus): Promise<void> {
  let from: OrderStatus = 'received';
  for (const to of way[status]) {
    await advance(test, orderId, [from, to]);
    from = to;
  }
  if (status === 'cancelled') await test.ask('orders.cancel', cancelling(orderId));
}

export function cancelling(
  orderId: number,
  change: Partial<Input<'orders.cancel'>> = {},
): Input<'orders.cancel'> {
  return { orderId, reason: 'customer-changed-mind', note: '', refundCashNow: false, ...change };
}

/** On hand and reserved. */
export function stockOf(test: TestApp, productId: number) {
  const stored = query.selectFrom('productStock').select(['onHand', 'reserved']);
  return test.file.read.get(stored.where('productId', '=', productId));
}

/** An edit of an order in its first revision: what should stay, as [line number, pieces]. */
export function editOf(
  orderId: number,
  kept: readonly (readonly [number, number])[],
  expectedTotal: number,
  change: Partial<Input<'orders.edit'>> = {},
): Input<'orders.edit'> {
  return {
    orderId,
    revision: 0,
    lines: kept.map(([lineNo, count]) => ({ lineNo, quantity: pieces(count) })),
    added: [],
    tenders: [],
    refundCashNow: false,
    expectedTotal: money(expectedTotal),
    note: '',
    oversellAccepted: [],
    ...change,
  };
}

/** Numbers an invoice of an order, as printing it does. */
export function invoice(test: TestApp, orderId: number): void {
  const row = { orderId, at: test.now, businessDate: calendarDate(20261122), staffId: 1 };
  test.file.transaction((db) => db.run(query.insertInto('invoices').values(row)));
}

/** Demands that everything still fits together, then closes the shop. */
export async function closeSound(test: TestApp): Promise<void> {
  expect(checkShop(test.file.read, Buffer.alloc(32, 2))).toEqual([]);
  expect(checkEachCommand(test.file.read)).toEqual([]);
  await test.close();
}
