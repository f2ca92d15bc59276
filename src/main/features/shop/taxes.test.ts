import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { closeSound, deliveryOf, editOf } from '../../../../test/support/after-placing.ts';
import { addProduct, counterSale, line } from '../../../../test/support/builders.ts';
import { createOpenShop, type TestApp } from '../../../../test/support/create-test-app.ts';
import { addDays, type CalendarDate, calendarDate } from '../../../shared/domain/calendar.ts';
import { percent } from '../../../shared/domain/rate.ts';
import { query } from '../../database/query.ts';

const today = calendarDate(20261122);
const tomorrow = addDays(today, 1);
const day = 86_400_000;
const vat = (perCent: number) => [{ name: 'VAT', rate: percent(perCent) }];

let test: TestApp;
beforeEach(async () => {
  test = await createOpenShop();
});
afterEach(() => closeSound(test));

const list = () => test.ask('taxes.list', {});
const classOf = async (id: number) => (await list()).find((one) => one.id === id)!;
const which = async (id: number) => ({ taxClassId: id, revision: (await classOf(id)).revision });

async function setRates(perCent: number, startDate: CalendarDate, id = 1) {
  return test.ask('taxes.setRates', { ...(await which(id)), startDate, rates: vat(perCent) });
}

async function sell(productId: number, price: number) {
  const { orderId } = await test.ask('orders.place', counterSale([line(productId, 1, price)]));
  return test.ask('orders.get', { orderId });
}

describe('rates with start dates', () => {
  it('sell at the old rate until the day, at the new one from it on, and leave old orders alone', async () => {
    const product = addProduct(test, { price: 1200, stock: 99 });
    const before = await sell(product, 1200);
    await setRates(25, tomorrow);
    expect((await sell(product, 1200)).taxes).toMatchObject([{ rate: percent(20), amount: 200 }]);
    test.now += day;
    expect((await sell(product, 1200)).taxes).toMatchObject([{ rate: percent(25), amount: 240 }]);
    expect(await test.ask('orders.get', { orderId: before.id })).toEqual(before);
  });

  it('are those of the shop’s day, not of the clock’s', async () => {
    await test.ask('shop.update', { dayStartMinutes: 240 });
    const product = addProduct(test, { price: 1200, stock: 99 });
    await setRates(25, tomorrow);
    // 03:59 of the next calendar day, still today's business.
    test.now = Date.UTC(2026, 10, 23, 3, 59);
    expect(await sell(product, 1200)).toMatchObject({ businessDate: today, tax: 200 });
    test.now += 60_000;
    expect(await sell(product, 1200)).toMatchObject({ businessDate: tomorrow, tax: 240 });
  });

  it('refuse a total that was seen at another rate, and take it at the new one', async () => {
    await test.ask('shop.update', { pricesIncludeTax: false });
    const product = addProduct(test, { price: 1000, stock: 99 });
    const sale = (total: number) => ({
      ...counterSale([line(product, 1, 1000)]),
      expectedTotal: total as never,
      tenders: [{ tenderId: 1, amount: total as never, reference: '' }],
    });
    await setRates(25, today);
    expect(await test.refused('orders.place', sale(1200))).toMatchObject({
      code: 'price-changed',
      details: { expectedTotal: 1200, total: 1250 },
    });
    expect(await test.ask('orders.place', sale(1250))).toMatchObject({ total: 1250 });
  });

  it('keep for the lines of an order what they were placed at; added ones bear what holds now', async () => {
    const mug = addProduct(test, { name: 'Mug', price: 1200, stock: 9 });
    const { orderId } = await test.ask('orders.place', deliveryOf([line(mug, 1, 1200, { name: 'Mug' })]));
    await setRates(25, today);
    const added = [line(mug, 1, 1200, { name: 'Mug' })];
    await test.ask('orders.edit', editOf(orderId, [[1, 1]], 2400, { added }));
    expect((await test.ask('orders.get', { orderId })).taxes).toMatchObject([
      { rate: percent(25), amount: 240 },
      { rate: percent(20), amount: 200 },
    ]);
  });

  it('are never changed once they started: a correction is one more entry, and both are seen', async () => {
    await setRates(52, today);
    await setRates(25, today);
    expect((await classOf(1)).changes).toEqual([
      { startDate: 19000101, taxes: vat(20), state: 'past', replaced: [] },
      { startDate: today, taxes: vat(25), state: 'now', replaced: vat(52) },
    ]);
    const past = { ...(await which(1)), startDate: addDays(today, -1), rates: vat(1) };
    expect(await test.refused('taxes.setRates', past)).toEqual({ code: 'rate-in-past', details: { today } });
    const gone = { ...(await which(1)), startDate: today };
    expect((await test.refused('taxes.removeChange', gone)).code).toBe('rate-in-force');
    const rewrite = () =>
      test.file.transaction((db) => db.run(query.updateTable('taxRates').set({ rate: percent(1) })));
    expect(rewrite).toThrow(/never changed/);
  });

  it('are taken back before their day, and what was to follow stays what it was', async () => {
    await setRates(25, tomorrow);
    const levy = { name: 'Levy', rate: percent(1) };
    const later = { startDate: addDays(today, 9), rates: [...vat(25), levy] };
    await test.ask('taxes.setRates', { ...(await which(1)), ...later });
    await test.ask('taxes.removeChange', { ...(await which(1)), startDate: tomorrow });
    expect((await classOf(1)).changes.map(({ startDate, taxes }) => [startDate, taxes])).toEqual([
      [19000101, vat(20)],
      [addDays(today, 9), [levy, ...vat(25)]],
    ]);
    const never = { ...(await which(1)), startDate: tomorrow };
    expect((await test.refused('taxes.removeChange', never)).code).toBe('not-found');
  });

  it('end a component and begin others, in one change', async () => {
    const parts = [
      { name: 'CGST', rate: percent(9) },
      { name: 'SGST', rate: percent(9) },
    ];
    await test.ask('taxes.setRates', { ...(await which(1)), startDate: today, rates: parts });
    const product = addProduct(test, { price: 1180, stock: 99 });
    expect((await sell(product, 1180)).taxes).toMatchObject([
      { name: 'CGST', amount: 90 },
      { name: 'SGST', amount: 90 },
    ]);
    const same = { ...(await which(1)), startDate: today, rates: parts };
    expect((await test.refused('taxes.setRates', same)).code).toBe('rates-same');
    const twice = [...parts, { name: 'cgst', rate: percent(1) }];
    expect((await test.refused('taxes.setRates', { ...same, rates: twice })).code).toBe('invalid-input');
  });
});

describe('tax classes', () => {
  it('are made, renamed, put in order, and tell one name from another as the file does', async () => {
    const { taxClassId } = await test.ask('taxes.create', { name: 'Reduced', rates: vat(5) });
    const refused = await test.refused('taxes.create', { name: 'rEDUCED', rates: [] });
    expect(refused).toEqual({
      code: 'tax-class-name-taken',
      details: { name: 'Reduced', isArchived: false },
    });
    await test.ask('taxes.rename', { ...(await which(taxClassId)), name: 'REDUCED' });
    await test.ask('taxes.reorder', { before: [1, 2, 3], after: [3, 1, 2] });
    expect((await test.ask('shop.taxClasses', {})).map(({ name, rates }) => [name, rates])).toEqual([
      ['REDUCED', vat(5)],
      ['Standard', vat(20)],
      ['Zero', []],
    ]);
    const stale = { before: [1, 2, 3], after: [1, 3, 2] };
    expect((await test.refused('taxes.reorder', stale)).code).toBe('changed-meanwhile');
    const less = { before: [3, 1, 2], after: [3, 1, 1] };
    expect((await test.refused('taxes.reorder', less)).code).toBe('invalid-input');
  });

  it('have one default, which stays', async () => {
    expect((await test.refused('taxes.archive', { ...(await which(1)), products: 0, moveTo: 2 })).code).toBe(
      'tax-class-is-default',
    );
    await test.ask('taxes.setDefault', await which(2));
    expect((await list()).map(({ isDefault }) => isDefault)).toEqual([false, true]);
    await test.ask('taxes.archive', { ...(await which(1)), products: 0, moveTo: null });
    expect((await test.refused('taxes.setDefault', await which(1))).code).toBe('tax-class-gone');
    await test.ask('taxes.restore', await which(1));
    await test.ask('taxes.setDefault', await which(1));
  });

  it('are put aside once their products have moved, as many as were shown', async () => {
    const { taxClassId } = await test.ask('taxes.create', { name: 'Reduced', rates: vat(5) });
    const first = addProduct(test, { price: 1050, taxClassId, stock: 99 });
    const shown = { ...(await which(taxClassId)), products: 1, moveTo: 1 };
    expect((await test.refused('taxes.archive', { ...shown, moveTo: null })).details).toEqual({
      products: 1,
    });
    addProduct(test, { taxClassId });
    expect(await test.refused('taxes.archive', shown)).toMatchObject({
      code: 'changed-meanwhile',
      details: { products: 2 },
    });
    expect((await test.refused('taxes.archive', { ...shown, products: 2, moveTo: taxClassId })).code).toBe(
      'tax-class-gone',
    );
    expect(await test.ask('taxes.archive', { ...shown, products: 2 })).toEqual({ moved: 2 });
    expect((await sell(first, 1050)).taxes).toMatchObject([{ rate: percent(20) }]);
    expect((await test.ask('shop.taxClasses', {})).map(({ id }) => id)).toEqual([1, 2]);
    const taken = await test.refused('taxes.create', { name: 'Reduced', rates: [] });
    expect(taken.details).toEqual({ name: 'Reduced', isArchived: true });
    expect(await classOf(taxClassId)).toMatchObject({ products: 0, archivedAt: test.now });
  });

  it('are replaced by the default for an item without a product whose class was put aside', async () => {
    const { taxClassId } = await test.ask('taxes.create', { name: 'Reduced', rates: vat(5) });
    await test.ask('taxes.archive', { ...(await which(taxClassId)), products: 0, moveTo: null });
    const item = { ...line(null, 1, 1200), taxClassId };
    const { orderId } = await test.ask('orders.place', counterSale([item]));
    expect((await test.ask('orders.get', { orderId })).taxes).toMatchObject([{ rate: percent(20) }]);
  });

  it('never let one person overwrite another unseen', async () => {
    const seen = await which(1);
    await test.ask('taxes.rename', { ...seen, name: 'Usual' });
    const late = { ...seen, startDate: today, rates: vat(1) };
    expect(await test.refused('taxes.setRates', late)).toEqual({
      code: 'changed-meanwhile',
      details: { name: 'Usual' },
    });
    for (const call of ['taxes.setDefault', 'taxes.restore'] as const) {
      expect((await test.refused(call, seen)).code).toBe('changed-meanwhile');
    }
  });

  it('note each change with before and after', async () => {
    await setRates(25, tomorrow);
    const audited = test.file.read.all(
      query
        .selectFrom('auditEntries')
        .select(['call', 'subject', 'details'])
        .where('call', 'like', 'taxes.%'),
    );
    expect(audited).toHaveLength(1);
    expect(audited[0]).toMatchObject({ call: 'taxes.setRates', subject: 'tax class 1' });
    expect(JSON.parse(audited[0]?.details ?? '')).toMatchObject({
      before: { from: tomorrow, rates: 'VAT 200000' },
      after: { from: tomorrow, rates: 'VAT 250000' },
    });
  });
});
