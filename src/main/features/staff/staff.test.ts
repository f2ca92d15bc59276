import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addProduct, counterSale, line } from '../../../../test/support/builders.ts';
import {
  createOpenShop,
  createTestApp,
  nextRequestId,
  owner,
  ownerPassword,
  ownerPin,
  type TestApp,
} from '../../../../test/support/create-test-app.ts';
import type { Output } from '../../../shared/contract/index.ts';
import { percent } from '../../../shared/domain/rate.ts';
import type { StaffRole } from '../../../shared/domain/rights.ts';
import type { Caller } from '../../app/create-app.ts';
import { query } from '../../database/query.ts';

let test: TestApp;
beforeEach(async () => {
  test = await createOpenShop();
});
afterEach(() => test.close());

const till: Caller = { kind: 'window', windowId: 7 };
const second: Caller = { kind: 'window', windowId: 8 };
const pin = '730184';
const goodPassword = 'walnut-heron-3-ladder';

async function add(name: string, role: StaffRole, password?: string): Promise<number> {
  const input = { name, role, pin, ...(password === undefined ? {} : { password }) };
  return (await test.ask('staff.add', input)).staffId;
}

async function person(staffId: number): Promise<Output<'staff.list'>[number]> {
  const found = (await test.ask('staff.list', {})).find((one) => one.id === staffId);
  if (!found) throw new Error('nobody');
  return found;
}

describe('rights of one person', () => {
  it('hold from the next call on, beside the role and short of it, and are told to the window', async () => {
    const staffId = await add('Carl', 'cashier');
    await test.ask('session.signIn', { staffId, pin }, till);
    expect((await test.refused('staff.list', {}, till)).code).toBe('forbidden');
    const overrides = [
      { right: 'see-profit', granted: true },
      { right: 'refund', granted: false },
      // What the role says anyway is not kept.
      { right: 'sell', granted: true },
    ] as const;
    await test.ask('staff.setRights', { staffId, overrides: [...overrides], discountCeiling: percent(20) });
    const session = await test.ask('session.current', {}, till);
    expect(session?.rights).toContain('see-profit');
    expect(session?.rights).not.toContain('refund');
    expect(session?.discountCeiling).toBe(percent(20));
    const kept = await person(staffId);
    expect(kept.overrides.map((one) => one.right).toSorted()).toEqual(['refund', 'see-profit']);
    await test.ask('staff.setRole', { staffId, role: 'viewer' });
    expect(await person(staffId)).toMatchObject({ role: 'viewer', overrides: [], discountCeiling: null });
  });

  it('are never more than those of whoever gives them', async () => {
    const staffId = await add('Mia', 'manager', goodPassword);
    const carl = await add('Carl', 'cashier');
    const grant = { right: 'manage-staff', granted: true } as const;
    await test.ask('staff.setRights', { staffId, overrides: [grant], discountCeiling: null });
    await test.ask('session.signIn', { staffId, password: goodPassword }, till);
    const give = (right: 'change-settings' | 'see-profit') =>
      ({ staffId: carl, overrides: [{ right, granted: true }], discountCeiling: null }) as const;
    const refused = async (...asked: Parameters<TestApp['refused']>) => (await test.refused(...asked)).code;
    expect(await refused('staff.setRights', { ...give('change-settings') }, till)).toBe('right-not-yours');
    await test.ask('staff.setRights', { ...give('see-profit'), overrides: [] }, till);
    const ceiling = { staffId: carl, overrides: [], discountCeiling: percent(60) };
    expect(await refused('staff.setRights', ceiling, till)).toBe('right-not-yours');
    expect(await refused('staff.setRole', { staffId: carl, role: 'owner' }, till)).toBe('person-may-more');
    const eve = { name: 'Eve', role: 'owner', pin, password: goodPassword } as const;
    expect(await refused('staff.add', eve, till)).toBe('person-may-more');
    for (const call of ['staff.setPin', 'staff.setPassword', 'staff.setDisabled', 'staff.rename'] as const) {
      const input = { pin, password: goodPassword, disabled: true, name: 'Eve' };
      const field = {
        'staff.setPin': 'pin',
        'staff.setPassword': 'password',
        'staff.setDisabled': 'disabled',
        'staff.rename': 'name',
      }[call] as keyof typeof input;
      const reply = await test.app.call(till, call, { staffId: 1, [field]: input[field] }, nextRequestId());
      expect([call, reply.ok ? 'ok' : reply.error.code]).toEqual([call, 'person-may-more']);
    }
    expect(await refused('staff.setRights', { staffId, overrides: [], discountCeiling: null }, till)).toBe(
      'not-your-own-account',
    );
    expect(await refused('staff.newRecoveryCode', { password: goodPassword }, till)).toBe('owner-only');
  });

  it('of an owner are all of them, whatever is written', async () => {
    const staffId = await add('Otto', 'owner', goodPassword);
    const less = { staffId, overrides: [{ right: 'sell', granted: false }], discountCeiling: null } as const;
    expect((await test.refused('staff.setRights', { ...less, overrides: [...less.overrides] })).code).toBe(
      'owner-has-every-right',
    );
    test.file.transaction((db) =>
      db.run(query.insertInto('staffRights').values({ staffId, right: 'sell', granted: 0 })),
    );
    await test.ask('session.signIn', { staffId, password: goodPassword }, till);
    expect((await test.ask('session.current', {}, till))?.rights).toContain('sell');
  });
});

describe('the last owner', () => {
  it('stays, also when two owners disable each other at the same time', async () => {
    const staffId = await add('Otto', 'owner', goodPassword);
    await test.ask('session.signIn', { staffId, password: goodPassword }, till);
    const codes = await Promise.all([
      test.app.ask(owner, 'staff.setDisabled', { staffId, disabled: true }, nextRequestId()),
      test.app.ask(till, 'staff.setDisabled', { staffId: 1, disabled: true }, nextRequestId()),
      test.app.ask(till, 'staff.setRole', { staffId: 1, role: 'viewer' }, nextRequestId()),
    ]);
    expect(codes.map((reply) => (reply.ok ? 'ok' : reply.error.code))).toEqual([
      'ok',
      'not-signed-in',
      'not-signed-in',
    ]);
    expect((await test.refused('staff.setDisabled', { staffId: 1, disabled: true })).code).toBe(
      'not-your-own-account',
    );
    const system: Caller = { kind: 'system' };
    expect((await test.refused('staff.setDisabled', { staffId: 1, disabled: true }, system)).code).toBe(
      'last-owner',
    );
    expect((await test.refused('staff.setRole', { staffId: 1, role: 'viewer' }, system)).code).toBe(
      'last-owner',
    );
  });

  it('is made by giving somebody a password first', async () => {
    const staffId = await add('Mia', 'manager');
    expect((await test.refused('staff.setRole', { staffId, role: 'owner' })).code).toBe('password-not-set');
    expect((await test.refused('staff.add', { name: 'Otto', role: 'owner', pin })).code).toBe(
      'password-not-set',
    );
    await test.ask('staff.setPassword', { staffId, password: goodPassword });
    await test.ask('staff.setRole', { staffId, role: 'owner' });
    expect(await person(staffId)).toMatchObject({ role: 'owner', hasPassword: true });
  });
});

describe('the password', () => {
  it('is asked again for what changes people, five minutes after it was given, and never replaced by a PIN', async () => {
    const carl = await add('Carl', 'cashier');
    const again = { staffId: carl, role: 'viewer' } as const;
    test.now += 5 * 60_000 + 1;
    expect((await test.refused('staff.setRole', again)).code).toBe('password-again');
    expect((await test.refused('session.confirmPassword', { password: 'larch' })).code).toBe(
      'wrong-password',
    );
    await test.ask('session.confirmPassword', { password: ownerPassword });
    await test.ask('staff.setRole', again);
    await test.ask('session.lock', {});
    await test.ask('session.signIn', { staffId: 1, pin: ownerPin });
    expect((await test.refused('staff.setRole', again)).code).toBe('password-again');
    test.now -= 1;
    await test.ask('session.confirmPassword', { password: ownerPassword });
    test.now -= 1;
    expect((await test.refused('staff.setRole', again)).code).toBe('password-again');
  });

  it('is changed with the one before, and a PIN with the password or else the PIN', async () => {
    const carl = await add('Carl', 'cashier');
    await test.ask('session.signIn', { staffId: carl, pin }, till);
    const wrong = { current: '111222', pin: '604821' };
    expect((await test.refused('staff.changeOwnPin', wrong, till)).code).toBe('wrong-pin');
    await test.ask('staff.changeOwnPin', { current: pin, pin: '604821' }, till);
    const none = { current: pin, password: goodPassword };
    expect((await test.refused('staff.changeOwnPassword', none, till)).code).toBe('password-not-set');
    expect((await test.refused('session.signIn', { staffId: carl, pin }, second)).code).toBe('wrong-pin');
    await test.ask('session.signIn', { staffId: carl, pin: '604821' }, second);
    expect((await test.refused('staff.changeOwnPin', { current: ownerPin, pin: '604821' })).code).toBe(
      'wrong-password',
    );
    await test.ask('staff.changeOwnPassword', { current: ownerPassword, password: goodPassword });
    await test.ask('session.lock', {});
    await test.ask('session.signIn', { staffId: 1, password: goodPassword });
  });

  it('of a person who has one is asked first on each day, as the owner’s is', async () => {
    const carl = await add('Carl', 'cashier', goodPassword);
    expect((await test.refused('session.signIn', { staffId: carl, pin }, till)).code).toBe('password-needed');
    await test.ask('session.signIn', { staffId: carl, password: goodPassword }, till);
    await test.ask('session.lock', {}, till);
    await test.ask('session.signIn', { staffId: carl, pin }, till);
  });

  it('gives an owner a new recovery code, and the old paper opens nothing', async () => {
    expect((await test.refused('staff.newRecoveryCode', { password: 'larch' })).code).toBe('wrong-password');
    const { recoveryCode } = await test.ask('staff.newRecoveryCode', { password: ownerPassword });
    const next = { password: goodPassword, pin: '604821' };
    const renewed = await test.ask('session.recover', { recoveryCode, ...next }, till);
    expect(renewed.recoveryCode).not.toBe(recoveryCode);
    expect((await test.refused('session.recover', { recoveryCode, ...next }, till)).code).toBe(
      'wrong-recovery-code',
    );
  });
});

describe('sessions', () => {
  const every = { staffId: null, openOnly: false, cursor: null, limit: 50 } as const;

  it('say who is and was signed in, where, since when, and why it ended', async () => {
    const carl = await add('Carl', 'cashier');
    await test.ask('session.signIn', { staffId: carl, pin }, till);
    test.now += 60_000;
    await test.ask('session.lock', {}, till);
    await test.ask('session.signIn', { staffId: 1, pin: ownerPin }, till);
    await test.ask('session.signIn', { staffId: carl, pin }, till);
    await test.ask('session.signIn', { staffId: carl, pin }, second);
    test.app.forgetWindow(8);
    await test.ask('staff.setPin', { staffId: carl, pin: '604821' });
    const { items } = await test.ask('staff.sessions', every);
    expect(items.map((one) => [one.name, one.openedBy, one.endReason, one.endedByName, one.isOwn])).toEqual([
      ['Carl', 'pin', 'window-closed', null, false],
      ['Carl', 'pin', 'new-secret', 'Olga Owner', false],
      ['Olga Owner', 'pin', 'next-person', null, false],
      ['Carl', 'pin', 'locked', null, false],
      ['Olga Owner', 'setup', null, null, true],
    ]);
    expect(items[3]).toMatchObject({ startedAt: test.now - 60_000, endedAt: test.now });
    const one = await test.ask('staff.sessions', { ...every, staffId: carl, limit: 2 });
    const next = await test.ask('staff.sessions', { ...every, staffId: carl, limit: 2, cursor: one.next });
    expect([...one.items, ...next.items]).toHaveLength(3);
    expect(next.next).toBeNull();
    expect((await test.ask('staff.sessions', { ...every, openOnly: true })).items).toHaveLength(1);
  });

  it('end at once: the next call of the window is refused, once they are ended', async () => {
    const carl = await add('Carl', 'cashier');
    await test.ask('session.signIn', { staffId: carl, pin }, till);
    const [open] = (await test.ask('staff.sessions', { ...every, staffId: carl })).items;
    const sessionId = open?.id ?? 0;
    await test.ask('staff.endSession', { sessionId });
    expect((await test.refused('shop.tenders', {}, till)).code).toBe('not-signed-in');
    expect((await test.refused('staff.endSession', { sessionId })).code).toBe('session-over');
  });

  it('stop a command that still waited for its turn', async () => {
    const productId = addProduct(test, { stock: 10 });
    const carl = await add('Carl', 'cashier');
    await test.ask('session.signIn', { staffId: carl, pin }, till);
    const sale = counterSale([line(productId, 1, 350)]);
    const [gone, sold] = await Promise.all([
      test.app.ask(owner, 'staff.setDisabled', { staffId: carl, disabled: true }, nextRequestId()),
      test.app.ask(till, 'orders.place', sale, nextRequestId()),
    ]);
    expect([gone.ok, sold.ok ? 'ok' : sold.error.code]).toEqual([true, 'not-signed-in']);
    expect(test.file.read.all(query.selectFrom('orders').select('id'))).toEqual([]);
  });

  it('that the application left open when it fell are ended at its next start, and open nothing', async () => {
    test.now += 60_000;
    await test.ask('shop.update', { name: 'Corner' });
    const again = createTestApp({ folder: test.folder, now: test.now + 3_600_000 });
    expect(await again.ask('session.current', {})).toBeNull();
    await again.ask('session.signIn', { staffId: 1, pin: ownerPin }).catch(() => undefined);
    await again.ask('session.signIn', { staffId: 1, password: ownerPassword });
    const { items } = await again.ask('staff.sessions', every);
    expect(items.map((one) => [one.endReason, one.endedAt])).toEqual([
      [null, null],
      ['stopped', test.now],
    ]);
    await again.close();
  });
});

describe('names', () => {
  it('change without changing who it is, and stay apart on the lock screen', async () => {
    const carl = await add('Carl', 'cashier');
    await test.ask('staff.rename', { staffId: carl, name: 'Carla' });
    expect((await test.refused('staff.rename', { staffId: carl, name: 'olga OWNER' })).code).toBe(
      'name-taken',
    );
    await test.ask('staff.setDisabled', { staffId: carl, disabled: true });
    await add('Carla', 'cashier');
    expect((await test.refused('staff.setDisabled', { staffId: carl, disabled: false })).code).toBe(
      'name-taken',
    );
    const people = await test.ask('staff.list', {});
    expect(people.map((one) => [one.name, one.disabled])).toEqual([
      ['Carla', false],
      ['Olga Owner', false],
      ['Carla', true],
    ]);
  });
});
