import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addProduct, counterSale, line } from '../../../test/support/builders.ts';
import {
  createOpenShop,
  nextRequestId,
  ownerPassword,
  ownerPin,
  type TestApp,
} from '../../../test/support/create-test-app.ts';
import type { Reply } from '../../shared/contract/errors.ts';
import type { CallName, Input } from '../../shared/contract/index.ts';
import { percent } from '../../shared/domain/rate.ts';
import type { Right } from '../../shared/domain/rights.ts';
import { query } from '../database/query.ts';
import type { Caller } from './create-app.ts';

const till: Caller = { kind: 'window', windowId: 3 };
const otherTill: Caller = { kind: 'window', windowId: 4 };
const managerPin = '604821';
const cashierPin = '730184';

let test: TestApp;
let productId: number;
let managerId: number;
let cashierId: number;

beforeEach(async () => {
  test = await createOpenShop();
  productId = addProduct(test, { price: 1000, stock: 10 });
  const manager = await test.ask('staff.add', { name: 'Mia', role: 'manager', pin: managerPin });
  const cashier = await test.ask('staff.add', { name: 'Carl', role: 'cashier', pin: cashierPin });
  managerId = manager.staffId;
  cashierId = cashier.staffId;
  for (const window of [till, otherTill]) {
    await test.ask('session.signIn', { staffId: cashierId, pin: cashierPin }, window);
  }
});
afterEach(() => test.close());

/** A sale at another price than the list's, which a cashier may not make. */
function sale(unitPrice = 900): Input<'orders.place'> {
  const wanted = counterSale([{ ...line(productId, 1, unitPrice), priceOverridden: true }]);
  return { ...wanted, cartId: `cart-${nextRequestId()}` };
}

function codeOf(reply: Reply): string {
  return reply.ok ? 'ok' : reply.error.code;
}

type Given = Partial<Input<'approvals.give'>>;

async function give(input: unknown, change: Given = {}, caller = till): Promise<string> {
  const right: Right = 'override-price';
  const given = { call: 'orders.place', input, right, staffId: managerId, pin: managerPin, earlierId: null };
  return (await test.ask('approvals.give', { ...given, ...change }, caller)).approvalId;
}

async function refusedToGive(input: unknown, change: Given = {}): Promise<string> {
  const right: Right = 'override-price';
  const given = { call: 'orders.place', input, right, staffId: managerId, pin: managerPin, earlierId: null };
  return (await test.refused('approvals.give', { ...given, ...change }, till)).code;
}

function place(
  input: unknown,
  approvalId: string | undefined,
  { caller = till, requestId = nextRequestId(), call = 'orders.place' as CallName } = {},
): Promise<Reply> {
  return test.app.call(caller, call, input, requestId, approvalId);
}

describe('an approval', () => {
  it('lifts one refusal of one action, and both people are in the log', async () => {
    const input = sale();
    expect(codeOf(await place(input, undefined))).toBe('price-override-not-allowed');
    const approvalId = await give(input);
    expect(codeOf(await place(input, approvalId))).toBe('ok');
    const rows = test.file.read.all(query.selectFrom('auditEntries').selectAll().orderBy('id'));
    expect(rows.slice(-3).map((row) => [row.call, row.outcome, row.staffId, row.approvedBy])).toEqual([
      ['orders.place', 'price-override-not-allowed', cashierId, null],
      ['approvals.give', 'ok', cashierId, managerId],
      ['orders.place', 'ok', cashierId, managerId],
    ]);
    expect(JSON.parse(rows.at(-1)?.details ?? '')).toMatchObject({
      approvals: [{ right: 'override-price', staffId: managerId }],
    });
    expect(JSON.stringify(rows)).not.toContain(managerPin);
  });

  it('is used once: not for the same sale again, not for two at the same time', async () => {
    const input = sale();
    const approvalId = await give(input);
    const replies = await Promise.all([1, 2, 3].map(() => place(input, approvalId)));
    expect(replies.map(codeOf).toSorted()).toEqual(['approval-not-valid', 'approval-not-valid', 'ok']);
    expect(codeOf(await place(input, approvalId))).toBe('approval-not-valid');
    expect(test.file.read.all(query.selectFrom('orders').select('id'))).toHaveLength(1);
  });

  it('answers the same request as before when its answer was lost, and does it once', async () => {
    const input = sale();
    const approvalId = await give(input);
    const requestId = nextRequestId();
    const first = await place(input, approvalId, { requestId });
    test.now += 2 * 60_000;
    expect(await place(input, approvalId, { requestId })).toEqual(first);
    expect(codeOf(first)).toBe('ok');
    expect(test.file.read.all(query.selectFrom('orders').select('id'))).toHaveLength(1);
  });

  it('holds for this very input only', async () => {
    const input = sale();
    const approvalId = await give(input);
    for (const swapped of [sale(1), { ...input, note: 'another' }, { ...input, cartId: 'other' }]) {
      expect(codeOf(await place(swapped, approvalId))).toBe('approval-not-valid');
    }
    const edit = { orderId: 1, note: 'x' };
    expect(codeOf(await place(edit, approvalId, { call: 'orders.addNote' }))).not.toBe('ok');
    expect(codeOf(await place(input, approvalId))).toBe('ok');
  });

  it('holds in its window and for its person only', async () => {
    const input = sale();
    const approvalId = await give(input);
    expect(codeOf(await place(input, approvalId, { caller: otherTill }))).toBe('approval-not-valid');
    const nobody: Caller = { kind: 'window', windowId: 99 };
    expect(codeOf(await place(input, approvalId, { caller: nobody }))).toBe('not-signed-in');
    await test.ask('session.lock', {}, till);
    await test.ask('session.signIn', { staffId: cashierId, pin: cashierPin }, till);
    expect(codeOf(await place(input, approvalId))).toBe('approval-not-valid');
  });

  it.each([
    ['after 60 seconds', 60_001, 'approval-expired'],
    ['not a moment before', 60_000, 'ok'],
    ['when the clock was set back', -1, 'approval-expired'],
  ])('ends %s', async (_when, passes, expected) => {
    const input = sale();
    const approvalId = await give(input);
    test.now += passes;
    expect(codeOf(await place(input, approvalId))).toBe(expected);
  });

  it('is nobody’s own, nor of who lacks the right or works here no more', async () => {
    const input = sale();
    expect(await refusedToGive(input, { staffId: cashierId, pin: cashierPin })).toBe('own-approval');
    const { staffId } = await test.ask('staff.add', { name: 'Vera', role: 'viewer', pin: '719284' });
    expect(await refusedToGive(input, { staffId, pin: '719284' })).toBe('approver-lacks-right');
    const approvalId = await give(input);
    await test.ask('staff.setDisabled', { staffId: managerId, disabled: true });
    expect(codeOf(await place(input, approvalId))).toBe('approval-not-valid');
    expect(await refusedToGive(input)).toBe('not-found');
  });

  it('is guessed no better than a sign-in: five tries, then a wait for the person and the till', async () => {
    const input = sale();
    for (let guess = 0; guess < 5; guess += 1) {
      expect(await refusedToGive(input, { pin: '111111' })).toBe('wrong-pin');
    }
    expect(await refusedToGive(input)).toBe('wait-before-guess');
    expect(await refusedToGive(input, { staffId: 1, pin: ownerPin })).toBe('wait-before-guess');
    const signIn = { staffId: managerId, pin: managerPin };
    expect((await test.refused('session.signIn', signIn, otherTill)).code).toBe('wait-before-guess');
  });

  it('asks an owner for the password first on a new day', async () => {
    test.now += 24 * 60 * 60_000;
    const input = sale();
    expect(await refusedToGive(input, { staffId: 1, pin: ownerPin })).toBe('password-needed');
    const { pin: _pin, ...byPassword } = { pin: '', staffId: 1, password: ownerPassword };
    const given = { call: 'orders.place', input, right: 'override-price' as const, earlierId: null };
    const { approvalId } = await test.ask('approvals.give', { ...given, ...byPassword }, till);
    expect(codeOf(await place(input, approvalId))).toBe('ok');
  });
});

describe('what was approved', () => {
  it('reaches as far as the approver’s own discount', async () => {
    const order = (share: number): Input<'orders.place'> => {
      const discount = { kind: 'percent', rate: percent(share) } as const;
      const sold = counterSale([line(productId, 1, 1000)], { orderDiscount: discount });
      return { ...sold, cartId: `cart-${nextRequestId()}` };
    };
    const half = order(50);
    const refused = await test.refused('orders.place', half, till);
    expect(refused).toMatchObject({ code: 'discount-above-limit', details: { ceiling: 100_000 } });
    expect(codeOf(await place(half, await give(half, { right: 'discount' })))).toBe('ok');
    const most = order(60);
    const beyond = await place(most, await give(most, { right: 'discount' }));
    expect(beyond).toMatchObject({
      ok: false,
      error: { code: 'discount-above-limit', details: { ceiling: 500_000 } },
    });
    const people = await test.ask('approvals.people', { right: 'discount', above: percent(50) }, till);
    expect(people.map((person) => person.name)).toEqual(['Olga Owner']);
  });

  it('is added to when one refusal follows another, each with its own word', async () => {
    await test.ask('shop.update', { oversell: 'block' });
    const plain = counterSale([{ ...line(productId, 11, 900), priceOverridden: true }]);
    const input = { ...plain, cartId: 'cart-two' };
    expect((await test.refused('orders.place', input, till)).code).toBe('price-override-not-allowed');
    const first = await give(input);
    expect(codeOf(await place(input, first))).toBe('out-of-stock');
    const second = await give(input, { right: 'oversell', earlierId: first });
    expect(codeOf(await place(input, first))).toBe('approval-not-valid');
    expect(codeOf(await place(input, second))).toBe('ok');
  });

  it('is no question, nothing that asks for a password, and no right of people and settings', async () => {
    expect(await refusedToGive({}, { right: 'manage-staff' })).toBe('not-approvable');
    expect(await refusedToGive({}, { right: 'change-settings' })).toBe('not-approvable');
    const person = { name: 'Eve', role: 'owner', pin: '593817' };
    expect(await refusedToGive(person, { call: 'staff.add' })).toBe('not-approvable');
    expect(await refusedToGive({}, { call: 'staff.list' })).toBe('not-approvable');
    expect(await refusedToGive({}, { call: 'orders.steal' })).toBe('not-found');
    expect(await refusedToGive({ unheardOf: true })).toBe('invalid-input');
    const made = await test.app.call(till, 'catalog.count', {}, undefined, await give(sale()));
    expect(codeOf(made)).toBe('approval-not-valid');
  });
});
