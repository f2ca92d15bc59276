import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  advance,
  bringTo,
  cancelling,
  deliveryOf,
  signInEverybody,
  stepOf,
} from '../../../../test/support/after-placing.ts';
import { addProduct, line } from '../../../../test/support/builders.ts';
import { change } from '../../../../test/support/catalog-builders.ts';
import { checkShop } from '../../../../test/support/check-shop.ts';
import { createOpenShop, nextRequestId, type TestApp } from '../../../../test/support/create-test-app.ts';
import { type OrderStatus, orderStatuses, statusMoves } from '../../../shared/domain/order-status.ts';
import type { StaffRole } from '../../../shared/domain/rights.ts';
import type { Caller } from '../../app/create-app.ts';

/*
 * Every status × every status × every role, at the door and in the shop file itself. What is allowed is written down
 * here once more, so that a change of the table in the code does not change what is expected.
 */

const onward: Readonly<Record<OrderStatus, readonly OrderStatus[]>> = {
  received: ['shipped', 'in-transit', 'delivered'],
  shipped: ['in-transit', 'delivered'],
  'in-transit': ['delivered'],
  delivered: [],
  cancelled: [],
};
const mayAdvance: readonly StaffRole[] = ['owner', 'manager', 'cashier'];
const mayCancel: Readonly<Partial<Record<OrderStatus, readonly StaffRole[]>>> = {
  received: ['owner', 'manager', 'cashier'],
  shipped: ['owner', 'manager'],
  'in-transit': ['owner', 'manager'],
};
const mayUndo: readonly StaffRole[] = ['owner', 'manager'];
const roles: readonly StaffRole[] = ['owner', 'manager', 'cashier', 'viewer'];

let test: TestApp;
let people: Readonly<Record<StaffRole, Caller>>;
let productId: number;
beforeAll(async () => {
  test = await createOpenShop();
  people = await signInEverybody(test);
  productId = addProduct(test, { stock: 1000, oversell: 'allow' });
});
afterAll(async () => {
  expect(checkShop(test.file.read, Buffer.alloc(32, 2))).toEqual([]);
  await test.close();
});

async function orderIn(status: OrderStatus): Promise<number> {
  const { orderId } = await test.ask('orders.place', deliveryOf([line(productId, 1, 350)]));
  await bringTo(test, orderId, status);
  return orderId;
}

async function statusOf(orderId: number): Promise<OrderStatus> {
  return (await test.ask('orders.get', { orderId })).status;
}

const asked = roles.flatMap((role) => orderStatuses.map((from) => [role, from] as const));

describe('at the door', () => {
  it.each(asked)('the %s advances what is %s where its way goes on, and nowhere else', async (role, from) => {
    for (const to of orderStatuses) {
      const orderId = await orderIn(from);
      const step = stepOf(orderId, [from, to]);
      const reply = await test.app.ask(people[role], 'orders.advance', step, nextRequestId());
      const code = reply.ok ? 'ok' : reply.error.code;
      const isLawful = onward[from].includes(to);
      const wanted = mayAdvance.includes(role) ? (isLawful ? 'ok' : 'status-move-not-allowed') : 'forbidden';
      expect([to, code]).toEqual([to, wanted]);
      expect(await statusOf(orderId)).toBe(code === 'ok' ? to : from);
    }
  });

  it.each(asked)('the %s cancels what is %s where they may, and once', async (role, from) => {
    const orderId = await orderIn(from);
    const cancel = () => test.app.ask(people[role], 'orders.cancel', cancelling(orderId), nextRequestId());
    const reply = await cancel();
    const code = reply.ok ? 'ok' : reply.error.code;
    if (role === 'viewer') expect(code).toBe('forbidden');
    else if (!mayCancel[from]) expect(code).toBe('status-move-not-allowed');
    else expect(code).toBe(mayCancel[from].includes(role) ? 'ok' : 'forbidden');
    expect(await statusOf(orderId)).toBe(code === 'ok' ? 'cancelled' : from);
    expect((await cancel()).ok).toBe(false);
  });

  it.each(asked)('the %s undoes what is %s only when it was delivered, and may', async (role, from) => {
    const orderId = await orderIn(from);
    const reply = await test.app.ask(
      people[role],
      'orders.undoDelivered',
      { orderId, reason: 'Wrong door' },
      nextRequestId(),
    );
    const code = reply.ok ? 'ok' : reply.error.code;
    const wanted = from === 'delivered' ? 'ok' : 'status-move-not-allowed';
    expect(code).toBe(mayUndo.includes(role) ? wanted : 'forbidden');
    expect(await statusOf(orderId)).toBe(code === 'ok' ? 'in-transit' : from);
  });

  it('moves a counter sale nowhere', async () => {
    const sale = deliveryOf([line(productId, 1, 350)], {
      kind: 'counter',
      delivery: null,
      tenders: [{ tenderId: 1, amount: 350 as never, reference: '' }],
    });
    const { orderId } = await test.ask('orders.place', sale);
    for (const to of orderStatuses) {
      const step = stepOf(orderId, ['delivered', to]);
      expect((await test.refused('orders.advance', step)).code).toBe('status-move-not-allowed');
    }
    const undo = { orderId, reason: 'Wrong goods' };
    expect((await test.refused('orders.undoDelivered', undo)).code).toBe('status-move-not-allowed');
    expect((await test.refused('orders.cancel', cancelling(orderId))).code).toBe('status-move-not-allowed');
  });

  it('says what it is now to whoever was slower', async () => {
    const orderId = await orderIn('received');
    await advance(test, orderId, ['received', 'shipped']);
    const step = stepOf(orderId, ['received', 'shipped']);
    expect(await test.refused('orders.advance', step)).toEqual({
      code: 'status-move-not-allowed',
      details: { from: 'received', to: 'shipped', status: 'shipped' },
    });
    expect((await test.ask('orders.get', { orderId })).events.map((event) => event.kind)).toEqual([
      'placed',
      'status',
    ]);
  });
});

describe('in the shop file', () => {
  const pairs = orderStatuses.flatMap((from) => orderStatuses.map((to) => [from, to] as const));

  /** Whether the file takes a plain change of status, with the times that belong to it. */
  async function fileTakes(
    from: OrderStatus,
    to: OrderStatus,
    more = '',
    kind = 'delivery',
  ): Promise<boolean> {
    const orderId = await orderIn(from);
    if (kind === 'counter') change(test, `UPDATE orders SET kind = 'counter' WHERE id = ${orderId}`);
    const times = `deliveredAt = ${to === 'delivered' ? 1 : 'NULL'}, cancelledAt = ${to === 'cancelled' ? 1 : 'NULL'}`;
    const statement = `UPDATE orders SET status = '${to}', ${times}${more} WHERE id = ${orderId}`;
    let isTaken = true;
    try {
      test.file.transaction((db) => {
        db.run(sql.raw(statement));
        throw new Error('taken');
      });
    } catch (error) {
      isTaken = String(error).includes('taken');
      if (!isTaken) expect(String(error)).toContain('an order cannot change its status this way');
    }
    if (kind === 'counter') change(test, `UPDATE orders SET kind = 'delivery' WHERE id = ${orderId}`);
    return isTaken;
  }

  it.each(pairs)('%s to %s is as the table says', async (from, to) => {
    const mayBe =
      from === to || onward[from].includes(to) || (to === 'cancelled' && mayCancel[from] !== undefined);
    expect(await fileTakes(from, to)).toBe(mayBe);
    const isUndo = from === 'delivered' && onward[to].length > 0;
    expect(await fileTakes(from, to, ', revision = revision + 1')).toBe(mayBe || isUndo);
    if (isUndo) {
      expect(await fileTakes(from, to, ', revision = revision + 2')).toBe(false);
      expect(await fileTakes(from, to, ', revision = revision + 1', 'counter')).toBe(false);
    }
  });

  it('the table is the one that the rules have', () => {
    const rows = (isUndo: number) =>
      test.file.read
        .all(
          sql<{ move: string }>`SELECT fromStatus || ' ' || toStatus AS move FROM statusMoves
            WHERE isUndo = ${isUndo} ORDER BY 1`,
        )
        .map((row) => row.move);
    expect(rows(0)).toEqual(statusMoves.map(({ from, to }) => `${from} ${to}`).toSorted());
    expect(rows(1)).toEqual(['delivered in-transit', 'delivered received', 'delivered shipped']);
  });

  it('no order is ever deleted', async () => {
    const orderId = await orderIn('received');
    expect(() => change(test, `DELETE FROM orders WHERE id = ${orderId}`)).toThrow(
      'orders are never deleted',
    );
  });
});
