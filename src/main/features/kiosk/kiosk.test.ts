import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addProduct } from '../../../../test/support/builders.ts';
import { checkShop } from '../../../../test/support/check-shop.ts';
import {
  nextRequestId,
  owner,
  ownerPassword,
  ownerPin,
  type TestApp,
} from '../../../../test/support/create-test-app.ts';
import {
  ada,
  ben,
  card,
  cash,
  customerPassword,
  kiosk,
  kioskOrder,
  kioskShop,
  upi,
} from '../../../../test/support/kiosk-shop.ts';
import type { AnyEntry } from '../../../shared/contract/define.ts';
import { type CallName, contract } from '../../../shared/contract/index.ts';
import { money } from '../../../shared/domain/money.ts';
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
    expect(JSON.parse(rows.at(-1)?.details ?? '')).toMatchObject({ customerId: 1 });
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

describe('what customers are shown', () => {
  it('is what can be had by name, then what cannot; never how many there are', async () => {
    addProduct(test, { name: 'Almonds', stock: 0 });
    addProduct(test, { name: 'Zest', stock: 2 });
    addProduct(test, { name: 'Advice', stock: null });
    const parentId = addProduct(test, { kind: 'parent', name: 'Mug' });
    addProduct(test, { kind: 'variant', parentId, name: 'Mug', variantLabel: 'Blue', stock: 1 });
    addProduct(test, { kind: 'variant', parentId, name: 'Mug', variantLabel: 'Red', stock: 0 });
    addProduct(test, { kind: 'parent', name: 'Empty' });
    const input = { text: '', categoryId: null, limit: 2 } as const;
    const seen: [string, number][] = [];
    for (let cursor: string | null = null; ; ) {
      const page: { items: { name: string; most: number }[]; next: string | null } = await test.ask(
        'kiosk.products',
        { ...input, cursor },
        kiosk,
      );
      seen.push(...page.items.map(({ name, most }): [string, number] => [name, most]));
      if (page.next === null) break;
      cursor = page.next;
    }
    expect(seen).toEqual([
      ['Advice', 5],
      ['Flat white', 5],
      ['Mug', 1],
      ['Zest', 2],
      ['Almonds', 0],
    ]);
    const found = await test.ask('kiosk.products', { ...input, text: 'red', cursor: null }, kiosk);
    expect(found.items.map(({ name }) => name)).toEqual(['Mug']);
    const mug = await test.ask('kiosk.product', { productId: parentId }, kiosk);
    expect(mug.variants.map(({ variantLabel, most }) => [variantLabel, most])).toEqual([
      ['Blue', 1],
      ['Red', 0],
    ]);
    expect(JSON.stringify([found, mug])).not.toMatch(/available|onHand|cost|reorder/);
  });
});

describe('ordering at the kiosk', () => {
  beforeEach(async () => {
    await test.ask('kiosk.register', ada, kiosk);
  });

  it('reserves, says when it comes, and awaits what staff confirm with a reference', async () => {
    const placed = await test.ask('kiosk.place', kioskOrder(), kiosk);
    expect(placed).toEqual({ orderId: 1, total: 700, deliveryDate: 20261126 });
    expect(await test.ask('kiosk.order', { orderId: 1 }, kiosk)).toMatchObject({
      status: 'received',
      open: 700,
      mayCancel: true,
      refund: 'none',
      payment: { name: 'UPI', kind: 'upi' },
      deliveryAddress: ada.address,
    });
    await test.ask('kiosk.leave', back, kiosk);
    expect(await test.ask('orders.get', { orderId: 1 })).toMatchObject({
      channel: 'kiosk',
      customerName: 'Ada Byron',
      paymentStatus: 'unpaid',
      awaited: { tenderId: upi, tenderName: 'UPI', tenderKind: 'upi' },
    });
    const tenders = [{ tenderId: upi, amount: money(700), reference: 'UTR 1' }];
    await test.ask('payments.take', { orderId: 1, tenders, expectedOpen: money(700) });
    expect((await test.ask('orders.get', { orderId: 1 })).paymentStatus).toBe('paid');
  });

  it('never goes beyond the cap or the stock, in however many lines, whatever may be oversold', async () => {
    const six = kioskOrder({ pieces: 6 });
    expect(await test.refused('kiosk.place', six, kiosk)).toMatchObject({
      code: 'above-kiosk-cap',
      details: { cap: 5 },
    });
    const line = { productId: 1, pieces: 3, unitPrice: money(350) };
    const twice = kioskOrder({}, { lines: [line, line], expectedTotal: money(2100) });
    expect((await test.refused('kiosk.place', twice, kiosk)).code).toBe('above-kiosk-cap');
    const few = addProduct(test, { name: 'Few', stock: 3, oversell: 'allow' });
    const four = kioskOrder({ productId: few, pieces: 4 });
    expect((await test.refused('kiosk.place', four, kiosk)).code).toBe('out-of-stock');
    await test.ask('kiosk.place', kioskOrder({ productId: few, pieces: 3 }), kiosk);
    expect((await test.refused('kiosk.place', kioskOrder({ productId: few, pieces: 1 }), kiosk)).code).toBe(
      'out-of-stock',
    );
  });

  it('believes no price, product, tender, address or card number', async () => {
    const cheap = kioskOrder({}, { expectedTotal: money(1) });
    expect((await test.refused('kiosk.place', cheap, kiosk)).code).toBe('price-changed');
    const lines = [{ productId: 1, pieces: 1, unitPrice: money(1) }];
    expect((await test.refused('kiosk.place', kioskOrder({}, { lines }), kiosk)).code).toBe('price-changed');
    expect((await test.refused('kiosk.place', kioskOrder({ productId: 404 }), kiosk)).code).toBe(
      'product-gone',
    );
    expect((await test.refused('kiosk.place', kioskOrder({}, { tenderId: 99 }), kiosk)).code).toBe(
      'tender-gone',
    );
    expect((await test.refused('kiosk.place', kioskOrder({}, { address: ' ' }), kiosk)).code).toBe(
      'delivery-details-missing',
    );
    const pan = kioskOrder({}, { address: '4111 1111 1111 1111' });
    expect((await test.refused('kiosk.place', pan, kiosk)).code).toBe('card-number-in-text');
    await test.ask('kiosk.place', kioskOrder({}, { kind: 'pickup', address: '', tenderId: cash }), kiosk);
  });

  it('is cancelled until it is shipped, once, and gives back what was paid', async () => {
    await test.ask('kiosk.place', kioskOrder(), kiosk);
    await test.ask('kiosk.place', kioskOrder({}, { tenderId: card }), kiosk);
    await test.ask('kiosk.leave', back, kiosk);
    const tenders = [{ tenderId: card, amount: money(700), reference: 'A-1' }];
    await test.ask('payments.take', { orderId: 2, tenders, expectedOpen: money(700) });
    const step = { from: 'received' as const, to: 'shipped' as const, tenders: [], leaveUnpaid: true };
    await test.ask('orders.advance', { orderId: 1, ...step });
    await test.ask('kiosk.enter', {}, owner);
    await test.ask('kiosk.signIn', { username: 'ada', password: customerPassword }, kiosk);
    const own = await test.ask('kiosk.orders', { cursor: null, limit: 10 }, kiosk);
    expect(own.items.map(({ orderId, status, mayCancel }) => [orderId, status, mayCancel])).toEqual([
      [2, 'received', true],
      [1, 'shipped', false],
    ]);
    expect((await test.refused('kiosk.cancel', { orderId: 1 }, kiosk)).code).toBe('too-late-to-cancel');
    await test.ask('kiosk.cancel', { orderId: 2 }, kiosk);
    expect((await test.refused('kiosk.cancel', { orderId: 2 }, kiosk)).code).toBe('too-late-to-cancel');
    expect(await test.ask('kiosk.order', { orderId: 2 }, kiosk)).toMatchObject({
      status: 'cancelled',
      refund: 'awaiting',
      refundPending: 700,
      open: 0,
    });
  });
});
