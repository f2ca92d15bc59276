import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  createOpenShop,
  createTestApp,
  openShopInput,
  ownerPassword,
  ownerPin,
  type TestApp,
} from '../../../../test/support/create-test-app.ts';
import type { Caller } from '../../app/create-app.ts';
import { query } from '../../database/query.ts';
import { waitAfter } from './throttle.ts';

let test: TestApp;
beforeEach(async () => {
  test = await createOpenShop();
});
afterEach(() => test.close());

const till: Caller = { kind: 'window', windowId: 7 };
const minute = 60_000;

describe('signing in', () => {
  it('asks the owner for the password first on each business day, then the PIN will do', async () => {
    test.now += 24 * 60 * minute;
    expect((await test.refused('session.signIn', { staffId: 1, pin: ownerPin }, till)).code).toBe(
      'password-needed',
    );
    await test.ask('session.signIn', { staffId: 1, password: ownerPassword }, till);
    await test.ask('session.lock', {}, till);
    expect(await test.ask('session.current', {}, till)).toBeNull();
    const session = await test.ask('session.signIn', { staffId: 1, pin: ownerPin }, till);
    expect(session).toMatchObject({ name: 'Olga Owner', role: 'owner', discountCeiling: 1_000_000 });
    expect(await test.ask('session.current', {}, till)).toEqual(session);
  });

  it('says on the lock screen whose password is asked first', async () => {
    const needsPassword = async () =>
      (await test.ask('session.people', {}, till)).map((person) => person.needsPassword);
    expect(await needsPassword()).toEqual([false]);
    test.now += 24 * 60 * minute;
    expect(await needsPassword()).toEqual([true]);
    await test.ask('session.signIn', { staffId: 1, password: ownerPassword }, till);
    expect(await needsPassword()).toEqual([false]);
  });

  it('keeps windows apart', async () => {
    expect(await test.ask('session.current', {}, till)).toBeNull();
    expect(await test.ask('session.current', {})).toMatchObject({ staffId: 1 });
    test.app.forgetWindow(1);
    expect(await test.ask('session.current', {})).toBeNull();
  });

  it('makes guesses wait after five, longer and longer, over a restart, and forgets them at a right one', async () => {
    for (let guess = 0; guess < 5; guess += 1) {
      expect((await test.refused('session.signIn', { staffId: 1, pin: '111111' }, till)).code).toBe(
        'wrong-pin',
      );
    }
    const refusal = await test.refused('session.signIn', { staffId: 1, pin: ownerPin }, till);
    expect(refusal).toEqual({ code: 'wait-before-guess', details: { untilAt: test.now + 30_000 } });
    const again = createTestApp({ folder: test.folder, now: test.now + 29_000 });
    const early = await again.refused('session.signIn', { staffId: 1, password: ownerPassword }, till);
    expect(early.code).toBe('wait-before-guess');
    again.now += 2000;
    await again.ask('session.signIn', { staffId: 1, password: ownerPassword }, till);
    expect(again.file.read.all(query.selectFrom('signInThrottles').selectAll())).toEqual([]);
    await again.close();
  });

  it('gains nothing from many guesses sent at once, or from trying people in turn', async () => {
    const { staffId } = await test.ask('staff.add', { name: 'Carl', role: 'cashier', pin: '730184' });
    const guesses = Array.from({ length: 40 }, (_, index) =>
      test.app.ask(till, 'session.signIn', {
        staffId: index % 2 ? staffId : 1,
        pin: `${200_000 + index * 7919}`,
      }),
    );
    const codes = (await Promise.all(guesses)).map((reply) => (reply.ok ? 'ok' : reply.error.code));
    expect(codes.filter((code) => code === 'wrong-pin')).toHaveLength(5);
    expect(codes.filter((code) => code === 'wait-before-guess')).toHaveLength(35);
  });

  it('waits at most 15 minutes', () => {
    expect([0, 4, 5, 6, 9, 10, 99].map(waitAfter)).toEqual([0, 0, 30_000, 60_000, 480_000, 900_000, 900_000]);
  });

  it('is not locked for ever by a clock that was set back', async () => {
    for (let guess = 0; guess < 6; guess += 1)
      await test.refused('session.signIn', { staffId: 1, pin: '111111' }, till);
    test.now -= 3 * 60 * minute;
    await test.ask('session.signIn', { staffId: 1, password: ownerPassword }, till);
  });
});

describe('secrets', () => {
  it('lie in the shop file only as scrypt hashes with a pepper', async () => {
    const rows = JSON.stringify(test.file.read.all(query.selectFrom('staff').selectAll()));
    expect(rows).toContain('scrypt$');
    expect(rows).not.toContain(ownerPin);
    expect(rows).not.toContain(ownerPassword);
  });

  it.each([
    ['short', { password: 'seven77' }, 'password-too-short'],
    ['common', { password: 'password123' }, 'password-too-common'],
    ['simple', { pin: '123456' }, 'pin-too-simple'],
    ['foreign', { currency: 'XYZ' }, 'unknown-currency'],
    ['nowhere', { timeZone: 'Mars/Olympus' }, 'unknown-time-zone'],
  ])('are refused when %s, and no shop is opened', async (_name, change, code) => {
    const fresh = createTestApp();
    expect((await fresh.refused('setup.openShop', { ...openShopInput, ...change })).code).toBe(code);
    expect((await fresh.ask('setup.state', {})).shop).toBeNull();
    await fresh.close();
  });

  it('open a shop once, however often it is pressed', async () => {
    const fresh = createTestApp();
    const replies = await Promise.all(
      [1, 2, 3].map(() => fresh.app.ask(till, 'setup.openShop', openShopInput)),
    );
    expect(replies.filter((reply) => reply.ok)).toHaveLength(1);
    expect(fresh.file.read.all(query.selectFrom('staff').selectAll())).toHaveLength(1);
    await fresh.close();
  });
});

describe('names on the lock screen', () => {
  it('are there once, in any case and on a computer of any language', async () => {
    await test.ask('staff.add', { name: 'Irina I', role: 'cashier', pin: '730184' });
    for (const name of ['IRINA I', 'irina i', '\uff29rina I']) {
      const refused = await test.refused('staff.add', { name, role: 'cashier', pin: '730184' });
      expect(refused.code).toBe('name-taken');
    }
  });
});

describe('the recovery code', () => {
  it('sets a new password and PIN once, and is replaced', async () => {
    const fresh = createTestApp();
    const { recoveryCode } = await fresh.ask('setup.openShop', openShopInput);
    const next = { password: 'brand-new-heron-5', pin: '604821' };
    const wrong = recoveryCode.replace(/^./, (first) => (first === '7' ? '8' : '7'));
    expect((await fresh.refused('session.recover', { recoveryCode: wrong, ...next }, till)).code).toBe(
      'wrong-recovery-code',
    );
    const typed = ` ${recoveryCode.toLowerCase().replaceAll('-', ' ')} `;
    const renewed = await fresh.ask('session.recover', { recoveryCode: typed, ...next }, till);
    expect(renewed.recoveryCode).not.toBe(recoveryCode);
    expect((await fresh.refused('session.recover', { recoveryCode, ...next }, till)).code).toBe(
      'wrong-recovery-code',
    );
    await fresh.ask('session.lock', {}, till);
    expect((await fresh.refused('session.signIn', { staffId: 1, password: ownerPassword }, till)).code).toBe(
      'wrong-password',
    );
    await fresh.ask('session.signIn', { staffId: 1, password: next.password }, till);
    await fresh.close();
  });

  it('opens once, also when it is sent from two windows at the same time', async () => {
    const fresh = createTestApp();
    const { recoveryCode } = await fresh.ask('setup.openShop', openShopInput);
    const next = { recoveryCode, password: 'walnut-heron-3-ladder', pin: '593027' };
    const replies = await Promise.all(
      [till, { kind: 'window', windowId: 8 } as const].map((caller) =>
        fresh.app.ask(caller, 'session.recover', next),
      ),
    );
    expect(replies.map((reply) => (reply.ok ? 'ok' : reply.error.code)).toSorted()).toEqual([
      'ok',
      'wrong-recovery-code',
    ]);
    await fresh.close();
  });
});
