import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkShop } from '../../../../test/support/check-shop.ts';
import {
  nextRequestId,
  ownerPassword,
  ownerPin,
  type TestApp,
} from '../../../../test/support/create-test-app.ts';
import {
  ada,
  ben,
  customerPassword,
  kiosk,
  kioskOrder,
  kioskShop,
} from '../../../../test/support/kiosk-shop.ts';
import type { AnyEntry } from '../../../shared/contract/define.ts';
import { type CallName, contract } from '../../../shared/contract/index.ts';
import { query } from '../../database/query.ts';

let test: TestApp;
beforeEach(async () => {
  test = await kioskShop();
});
afterEach(async () => {
  expect(checkShop(test.file.read, Buffer.alloc(32, 2))).toEqual([]);
  await test.close();
});

const names = Object.keys(contract) as CallName[];
const back = { name: 'olga owner', secret: ownerPin };

async function verdict(name: CallName): Promise<string> {
  const reply = await test.app.call(kiosk, name, { unheardOf: true }, nextRequestId());
  return reply.ok ? 'ok' : reply.error.code;
}

describe('a till that was turned over', () => {
  it('is refused every call of staff and of anybody, with a customer or without one', async () => {
    const check = async (): Promise<void> => {
      for (const name of names) {
        const isKiosk = (contract[name] as AnyEntry).needs === 'kiosk';
        expect([name, await verdict(name)]).toEqual([name, isKiosk ? 'invalid-input' : 'forbidden']);
      }
    };
    await check();
    await test.ask('kiosk.register', ada, kiosk);
    await check();
  });

  it('stays the customers’ in every window, also for the right PIN on the lock screen', async () => {
    const other = { kind: 'window', windowId: 77 } as const;
    for (const window of [kiosk, other]) {
      expect(
        (await test.refused('session.signIn', { staffId: 1, password: ownerPassword }, window)).code,
      ).toBe('forbidden');
      expect((await test.refused('session.people', {}, window)).code).toBe('forbidden');
      expect((await test.refused('orders.get', { orderId: 1 }, window)).code).toBe('forbidden');
    }
    test.app.forgetWindow(1);
    expect((await test.refused('catalog.count', {}, kiosk)).code).toBe('forbidden');
  });

  it('is given back to a person with name and PIN, who is signed in anew', async () => {
    await test.ask('kiosk.register', ada, kiosk);
    await test.ask('kiosk.leave', back, kiosk);
    expect(await test.ask('session.current', {}, kiosk)).toMatchObject({ name: 'Olga Owner' });
    expect((await test.refused('kiosk.orders', { cursor: null, limit: 10 }, kiosk)).code).toBe('forbidden');
    const rows = test.file.read.all(
      query.selectFrom('sessions').select(['openedBy', 'endReason']).orderBy('id'),
    );
    expect(rows).toEqual([
      { openedBy: 'setup', endReason: 'locked' },
      { openedBy: 'pin', endReason: null },
    ]);
  });

  it('refuses what does not fit in one way, and lets guesses wait', async () => {
    const wrong = { code: 'kiosk-not-left', details: {} };
    expect(await test.refused('kiosk.leave', { name: 'Nobody', secret: ownerPin }, kiosk)).toEqual(wrong);
    expect(await test.refused('kiosk.leave', { ...back, secret: '000111' }, kiosk)).toEqual(wrong);
    expect(await test.refused('kiosk.leave', { ...back, secret: 'not-it-either' }, kiosk)).toEqual(wrong);
    for (let guess = 0; guess < 2; guess += 1)
      await test.refused('kiosk.leave', { ...back, secret: '1' }, kiosk);
    expect((await test.refused('kiosk.leave', back, kiosk)).code).toBe('wait-before-guess');
    test.now += 31_000;
    await test.ask('kiosk.leave', back, kiosk);
  });

  it('asks for the password first on another day', async () => {
    test.now += 24 * 3_600_000;
    expect((await test.refused('kiosk.leave', back, kiosk)).code).toBe('kiosk-not-left');
    await test.ask('kiosk.leave', { ...back, secret: ownerPassword }, kiosk);
  });

  it('may be left by nobody who was disabled', async () => {
    test.file.transaction((db) => db.run(query.updateTable('staff').set({ disabledAt: test.now })));
    expect((await test.refused('kiosk.leave', back, kiosk)).code).toBe('kiosk-not-left');
  });

  it('is nothing for staff: their windows are refused the customers’ calls', async () => {
    await test.ask('kiosk.leave', back, kiosk);
    for (const name of names.filter((one) => (contract[one] as AnyEntry).needs === 'kiosk')) {
      expect([name, await verdict(name)]).toEqual([name, 'forbidden']);
    }
    const nobody = await test.app.call({ kind: 'window', windowId: 9 }, 'kiosk.state', {});
    expect(nobody).toMatchObject({ ok: false, error: { code: 'not-signed-in' } });
  });
});

describe('customers at the kiosk', () => {
  it('register once, and sign in whatever the case', async () => {
    await test.ask('kiosk.register', ada, kiosk);
    expect(await test.ask('kiosk.state', {}, kiosk)).toMatchObject({ customer: { name: 'Ada Byron' } });
    await test.ask('kiosk.signOut', {}, kiosk);
    expect((await test.refused('kiosk.register', { ...ben, username: 'ADA' }, kiosk)).code).toBe(
      'username-taken',
    );
    await test.ask('kiosk.signIn', { username: 'aDa', password: customerPassword }, kiosk);
    expect(await test.ask('kiosk.profile', {}, kiosk)).toEqual({
      username: 'ada',
      name: ada.name,
      phone: ada.phone,
      address: ada.address,
    });
  });

  it('are answered alike for a wrong name and a wrong password, and wait after five', async () => {
    await test.ask('kiosk.register', ada, kiosk);
    await test.ask('kiosk.signOut', {}, kiosk);
    const wrong = { code: 'wrong-log-in', details: {} };
    const tries = [ada.username, 'nobody', ada.username, 'nobody', ada.username];
    for (const username of tries) {
      expect(await test.refused('kiosk.signIn', { username, password: 'guess' }, kiosk)).toEqual(wrong);
    }
    const right = { username: ada.username, password: customerPassword };
    expect((await test.refused('kiosk.signIn', right, kiosk)).code).toBe('wait-before-guess');
    test.now += 31_000;
    await test.ask('kiosk.signIn', right, kiosk);
  });

  it('keep no password and no typed name in the audit log, and are named in it by number', async () => {
    await test.ask('kiosk.register', ada, kiosk);
    await test.ask('kiosk.place', kioskOrder(), kiosk);
    const rows = test.file.read.all(query.selectFrom('auditEntries').selectAll());
    expect(JSON.stringify(rows)).not.toContain(customerPassword);
    expect(rows.at(-1)).toMatchObject({
      actor: 'customer',
      staffId: null,
      call: 'kiosk.place',
      outcome: 'ok',
    });
    expect(rows.at(-1)?.customerId).toBe(1);
  });

  it('are forgotten when nobody touches the screen, and kept when somebody does', async () => {
    await test.ask('kiosk.register', ada, kiosk);
    test.now += 140_000;
    await test.ask('kiosk.touch', {}, kiosk);
    test.now += 140_000;
    await test.ask('kiosk.profile', {}, kiosk);
    test.now += 20_000;
    expect((await test.refused('kiosk.profile', {}, kiosk)).code).toBe('sign-in-first');
  });

  it('change their own data and password only with the one so far', async () => {
    await test.ask('kiosk.register', ada, kiosk);
    await test.ask('kiosk.updateProfile', { name: 'Ada L', phone: '1', address: 'Elsewhere 2' }, kiosk);
    const next = 'heron-lamp-9-walnut';
    expect(
      (await test.refused('kiosk.changePassword', { current: 'wrong', password: next }, kiosk)).code,
    ).toBe('wrong-log-in');
    await test.ask('kiosk.changePassword', { current: customerPassword, password: next }, kiosk);
    await test.ask('kiosk.signOut', {}, kiosk);
    await test.refused('kiosk.signIn', { username: 'ada', password: customerPassword }, kiosk);
    await test.ask('kiosk.signIn', { username: 'ada', password: next }, kiosk);
    expect((await test.ask('kiosk.profile', {}, kiosk)).name).toBe('Ada L');
  });

  it('reach nothing of each other by any call', async () => {
    await test.ask('kiosk.register', ada, kiosk);
    const { orderId } = await test.ask('kiosk.place', kioskOrder(), kiosk);
    await test.ask('kiosk.signOut', {}, kiosk);
    for (const call of ['kiosk.order', 'kiosk.cancel'] as const) {
      expect((await test.refused(call, { orderId }, kiosk)).code).toBe('sign-in-first');
    }
    await test.ask('kiosk.register', ben, kiosk);
    for (const call of ['kiosk.order', 'kiosk.cancel'] as const) {
      const theirs = await test.refused(call, { orderId }, kiosk);
      const none = await test.refused(call, { orderId: 999 }, kiosk);
      expect(theirs).toEqual({ ...none, details: { ...none.details, orderId } });
      expect(theirs.code).toBe('not-found');
    }
    expect((await test.ask('kiosk.orders', { cursor: null, limit: 10 }, kiosk)).items).toEqual([]);
    const smuggled = { ...kioskOrder(), customerId: 1 };
    expect((await test.refused('kiosk.place', smuggled, kiosk)).code).toBe('invalid-input');
  });
});
