import type { Caller } from '../../src/main/app/create-app.ts';
import type { Input, Output } from '../../src/shared/contract/index.ts';
import { calendarDate } from '../../src/shared/domain/calendar.ts';
import { money } from '../../src/shared/domain/money.ts';
import type { OrderStatus } from '../../src/shared/domain/order-status.ts';
import type { StaffRole } from '../../src/shared/domain/rights.ts';
import { counterSale } from './builders.ts';
import { owner, type TestApp } from './create-test-app.ts';

/** What happens to orders after they are placed, said shortly. */

type Place = Input<'orders.place'>;
type Tender = Place['tenders'][number];
export type Standing = Output<'orders.advance'>;

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

/** Moves an order on as whoever asks; what is not paid stays unpaid. */
export function advance(
  test: TestApp,
  orderId: number,
  [from, to]: readonly [OrderStatus, OrderStatus],
  change: Partial<Input<'orders.advance'>> = {},
  caller: Caller = owner,
): Promise<Standing> {
  const step = { orderId, from, to, tenders: [], leaveUnpaid: true };
  return test.ask('orders.advance', { ...step, ...change }, caller);
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
