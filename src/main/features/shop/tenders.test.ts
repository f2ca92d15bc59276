import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { closeSound } from '../../../../test/support/after-placing.ts';
import { addProduct, counterSale, line } from '../../../../test/support/builders.ts';
import { createOpenShop, type TestApp } from '../../../../test/support/create-test-app.ts';
import { ada, kiosk, kioskOrder } from '../../../../test/support/kiosk-shop.ts';
import { voucher } from '../../../../test/support/shop-inputs.ts';
import { query } from '../../database/query.ts';

const [cash, card, upi] = [1, 2, 3] as const;

let test: TestApp;
beforeEach(async () => {
  test = await createOpenShop();
});
afterEach(() => closeSound(test));

const list = () => test.ask('tenders.list', {});
const tender = async (id: number) => (await list()).find((one) => one.id === id)!;
const which = async (tenderId: number) => ({ tenderId, revision: (await tender(tenderId)).revision });
const names = async () => (await test.ask('shop.tenders', {})).map(({ name }) => name);

async function changed(tenderId: number, change: Partial<Awaited<ReturnType<typeof tender>>>) {
  const { name, kind, asksReference, payKey, atKiosk, revision } = await tender(tenderId);
  return { tenderId, name, kind, asksReference, payKey, atKiosk, revision, ...change };
}

/** The application's own tender, as the first exchange makes it. */
function makeExchange(): number {
  const row = {
    name: 'Exchange',
    kind: 'other',
    asksReference: 0,
    position: 0,
    purpose: 'exchange',
  } as const;
  return test.file.transaction(
    (db) => db.run(query.insertInto('tenders').values({ ...row, archivedAt: 1 })).lastId,
  );
}

describe('ways to pay', () => {
  it('are made, changed and put in order, and the till has them so', async () => {
    const { tenderId } = await test.ask('tenders.create', { ...voucher, payKey: 'v' });
    expect((await test.ask('shop.tenders', {})).at(-1)).toEqual({
      id: tenderId,
      name: 'Voucher',
      kind: 'other',
      asksReference: true,
      payKey: 'V',
    });
    await test.ask('tenders.change', await changed(tenderId, { name: 'Gift card', asksReference: false }));
    await test.ask('tenders.reorder', { before: [1, 2, 3, 4], after: [4, 1, 2, 3] });
    expect(await names()).toEqual(['Gift card', 'Cash', 'Card', 'UPI']);
    const stale = { before: [1, 2, 3, 4], after: [1, 2, 4, 3] };
    expect((await test.refused('tenders.reorder', stale)).code).toBe('changed-meanwhile');
  });

  it('have a name and a key of their own', async () => {
    await test.ask('tenders.create', voucher);
    expect(await test.refused('tenders.create', { ...voucher, name: 'VOUCHER', payKey: null })).toEqual({
      code: 'tender-name-taken',
      details: { name: 'Voucher', isArchived: false },
    });
    expect(await test.refused('tenders.change', await changed(card, { payKey: 'v' }))).toEqual({
      code: 'pay-key-taken',
      details: { key: 'V', tender: 'Voucher' },
    });
    for (const payKey of ['', 'VV', '+', ' ']) {
      expect((await test.refused('tenders.create', { ...voucher, name: 'Other', payKey })).code).toBe(
        'invalid-input',
      );
    }
    const asking = await changed(cash, { asksReference: true });
    expect((await test.refused('tenders.change', asking)).code).toBe('invalid-input');
  });

  it('are put aside and brought back, but for the last; a key that was taken meanwhile stays with its taker', async () => {
    const { tenderId } = await test.ask('tenders.create', voucher);
    await test.ask('tenders.archive', await which(tenderId));
    await test.ask('tenders.change', await changed(card, { payKey: 'V' }));
    expect(await test.ask('tenders.restore', await which(tenderId))).toEqual({ payKey: null });
    expect(await tender(tenderId)).toMatchObject({ archivedAt: null, payKey: null });
    for (const id of [tenderId, cash, card]) await test.ask('tenders.archive', await which(id));
    expect((await test.refused('tenders.archive', await which(upi))).code).toBe('last-tender');
    const product = addProduct(test, { stock: 99 });
    expect((await test.refused('orders.place', counterSale([line(product, 1, 350)]))).code).toBe(
      'tender-gone',
    );
    expect(await names()).toEqual(['UPI']);
  });

  it('keep their kind once money was taken by them', async () => {
    await test.ask('tenders.change', await changed(card, { kind: 'other' }));
    await test.ask('orders.place', counterSale([line(addProduct(test, { stock: 99 }), 1, 350)]));
    const wish = await changed(cash, { kind: 'card' });
    expect(await test.refused('tenders.change', wish)).toEqual({
      code: 'tender-kind-used',
      details: { name: 'Cash' },
    });
    await test.ask('tenders.change', { ...wish, kind: 'cash', name: 'Notes and coins' });
    expect((await test.ask('orders.get', { orderId: 1 })).payments).toMatchObject([{ amount: 350 }]);
  });

  it('never show or change the one that the application keeps for exchanges', async () => {
    const own = makeExchange();
    expect((await list()).map(({ id }) => id)).not.toContain(own);
    const wish = { ...voucher, tenderId: own, revision: 0 };
    expect((await test.refused('tenders.change', wish)).code).toBe('not-found');
    for (const call of ['tenders.archive', 'tenders.restore'] as const) {
      expect((await test.refused(call, { tenderId: own, revision: 0 })).code).toBe('not-found');
    }
    expect((await test.refused('tenders.reorder', { before: [1, 2, 3], after: [own, 2, 3] })).code).toBe(
      'invalid-input',
    );
    // The shop may have one of that name beside it, before and after.
    await test.ask('tenders.create', { ...voucher, name: 'Exchange' });
  });

  it('never let one person overwrite another unseen, and note before and after', async () => {
    const seen = await changed(card, { name: 'Credit card' });
    await test.ask('tenders.change', { ...seen, name: 'Debit card' });
    expect(await test.refused('tenders.change', seen)).toEqual({
      code: 'changed-meanwhile',
      details: { name: 'Debit card' },
    });
    const { details } = test.file.read.get(
      query
        .selectFrom('auditEntries')
        .select('details')
        .where('call', '=', 'tenders.change')
        .where('outcome', '=', 'ok'),
    ) ?? { details: '{}' };
    expect(JSON.parse(details)).toMatchObject({ before: { name: 'Card' }, after: { name: 'Debit card' } });
  });

  it('are offered at the kiosk where the shop says so', async () => {
    addProduct(test, { stock: 10 });
    const { tenderId } = await test.ask('tenders.create', {
      ...voucher,
      name: 'Bank transfer',
      atKiosk: true,
    });
    await test.ask('tenders.change', await changed(upi, { atKiosk: false }));
    await test.ask('kiosk.enter', {});
    await test.ask('kiosk.register', ada, kiosk);
    const { payments } = await test.ask('kiosk.state', {}, kiosk);
    expect(payments.map(({ name }) => name)).toEqual(['Cash', 'Card', 'Bank transfer']);
    expect((await test.refused('kiosk.place', kioskOrder(), kiosk)).code).toBe('tender-gone');
    expect(await test.ask('kiosk.place', kioskOrder({}, { tenderId }), kiosk)).toMatchObject({ total: 700 });
  });
});
