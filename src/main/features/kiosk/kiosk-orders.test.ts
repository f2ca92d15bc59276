import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addProduct } from '../../../../test/support/builders.ts';
import { checkShop } from '../../../../test/support/check-shop.ts';
import { owner, ownerPin, type TestApp } from '../../../../test/support/create-test-app.ts';
import {
  ada,
  card,
  cash,
  customerPassword,
  kiosk,
  kioskOrder,
  kioskShop,
  upi,
} from '../../../../test/support/kiosk-shop.ts';
import { money } from '../../../shared/domain/money.ts';

let test: TestApp;
beforeEach(async () => {
  test = await kioskShop();
});
afterEach(async () => {
  expect(checkShop(test.file.read, Buffer.alloc(32, 2))).toEqual([]);
  await test.close();
});

const back = { name: 'olga owner', secret: ownerPin };

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
      details: { most: 5 },
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

  it('offers the ways to pay that the shop has chosen for its customers, and no other', async () => {
    await test.ask('kiosk.leave', back, kiosk);
    const like = { kind: 'card', asksReference: true, payKey: null, atKiosk: true } as const;
    const debit = await test.ask('tenders.create', { ...like, name: 'Debit Card' });
    const credit = await test.ask('tenders.create', { ...like, name: 'Credit Card' });
    const { revision } = (await test.ask('tenders.list', {})).find(({ id }) => id === card) ?? {
      revision: 0,
    };
    await test.ask('tenders.change', { ...like, name: 'Card', tenderId: card, atKiosk: false, revision });
    await test.ask('kiosk.enter', {}, owner);
    await test.ask('kiosk.signIn', { username: ada.username, password: customerPassword }, kiosk);
    const { payments } = await test.ask('kiosk.state', {}, kiosk);
    expect(payments.map(({ name }) => name)).toEqual(['Cash', 'UPI', 'Debit Card', 'Credit Card']);
    const byCard = kioskOrder({}, { tenderId: card });
    expect((await test.refused('kiosk.place', byCard, kiosk)).code).toBe('tender-gone');
    for (const { tenderId } of [debit, credit]) {
      const { orderId } = await test.ask('kiosk.place', kioskOrder({}, { tenderId }), kiosk);
      const { payment, open } = await test.ask('kiosk.order', { orderId }, kiosk);
      expect([payment?.kind, open]).toEqual(['card', 700]);
    }
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
