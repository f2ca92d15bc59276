import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  advance,
  cardTender,
  closeSound,
  deliveryOf,
  editOf,
  invoice,
  signInEverybody,
  tender,
} from '../../../../test/support/after-placing.ts';
import { addProduct, line } from '../../../../test/support/builders.ts';
import { change } from '../../../../test/support/catalog-builders.ts';
import { createOpenShop, owner, type TestApp } from '../../../../test/support/create-test-app.ts';
import type { Input } from '../../../shared/contract/index.ts';
import { money } from '../../../shared/domain/money.ts';
import { percent } from '../../../shared/domain/rate.ts';

let test: TestApp;
let coffee: number;
let mug: number;
beforeEach(async () => {
  test = await createOpenShop();
  coffee = addProduct(test, { name: 'Coffee', stock: 10, price: 350, cost: 120 });
  mug = addProduct(test, { name: 'Mug', stock: 5, price: 1000 });
});
afterEach(() => closeSound(test));

/** An order of two coffees and a mug: 17.00. */
async function placed(change: Parameters<typeof deliveryOf>[1] = {}): Promise<number> {
  const lines = [line(coffee, 2, 350, { name: 'Coffee' }), line(mug, 1, 1000, { name: 'Mug' })];
  return (await test.ask('orders.place', deliveryOf(lines, change))).orderId;
}

const order = (orderId: number) => test.ask('orders.get', { orderId });
const refuse = async (wish: Input<'orders.edit'>, caller = owner) =>
  (await test.refused('orders.edit', wish, caller)).code;

describe('an edit is refused', () => {
  it('where nothing changes, nothing is left, or a line is unlike what may be sold', async () => {
    const orderId = await placed();
    const keep = [[2, 1]] as const;
    expect(
      await refuse(
        editOf(
          orderId,
          [
            [1, 2],
            [2, 1],
          ],
          1700,
        ),
      ),
    ).toBe('nothing-changed');
    expect(await refuse(editOf(orderId, [], 0))).toBe('nothing-left');
    expect(await refuse(editOf(orderId, [[9, 1]], 0))).toBe('not-found');
    expect(await refuse(editOf(99, [[1, 1]], 0))).toBe('not-found');
    expect(
      await refuse(
        editOf(
          orderId,
          [
            [1, 1],
            [1, 1],
          ],
          700,
        ),
      ),
    ).toBe('invalid-input');
    expect(await refuse(editOf(orderId, [[1, 0]], 0))).toBe('quantity-not-positive');
    const half = editOf(orderId, keep, 1175);
    half.lines.push({ lineNo: 1, quantity: 500 as never });
    expect(await refuse(half)).toBe('whole-pieces-only');
    expect(
      await refuse(
        editOf(
          orderId,
          [
            [1, 1],
            [2, 1],
          ],
          1350,
          { note: '4111111111111111' },
        ),
      ),
    ).toBe('card-number-in-text');
    const most = 1_000_000_000;
    expect(
      await refuse(
        editOf(
          orderId,
          [
            [1, 2],
            [2, most],
          ],
          1,
        ),
      ),
    ).toBe('invalid-input');
  });

  it('where the total or a price is not what the person saw', async () => {
    const orderId = await placed();
    expect(
      await test.refused(
        'orders.edit',
        editOf(
          orderId,
          [
            [1, 1],
            [2, 1],
          ],
          1351,
        ),
      ),
    ).toEqual({
      code: 'price-changed',
      details: { expectedTotal: 1351, total: 1350, lines: [] },
    });
    const added = [line(coffee, 1, 349, { name: 'Coffee' })];
    expect(await test.refused('orders.edit', editOf(orderId, [[1, 2]], 1049, { added }))).toMatchObject({
      code: 'price-changed',
      details: { lines: [{ index: 0, seenPrice: 349, price: 350 }] },
    });
  });

  it('where a product is no longer sold, for more of it but not for less', async () => {
    const orderId = await placed();
    change(test, `UPDATE products SET archivedAt = 1 WHERE id = ${coffee}`);
    expect(
      await refuse(
        editOf(
          orderId,
          [
            [1, 3],
            [2, 1],
          ],
          2050,
        ),
      ),
    ).toBe('product-gone');
    const added = [line(coffee, 1, 350, { name: 'Coffee' })];
    expect(await refuse(editOf(orderId, [[2, 1]], 1350, { added }))).toBe('product-gone');
    expect(
      await test.ask(
        'orders.edit',
        editOf(
          orderId,
          [
            [1, 1],
            [2, 1],
          ],
          1350,
        ),
      ),
    ).toMatchObject({ total: 1350 });
  });

  it('once it has left the shop or has an invoice', async () => {
    const orderId = await placed();
    invoice(test, orderId);
    expect(await test.refused('orders.edit', editOf(orderId, [[2, 1]], 1000))).toEqual({
      code: 'already-invoiced',
      details: { invoiceNumber: '1' },
    });
    await advance(test, orderId, ['received', 'shipped']);
    expect(await test.refused('orders.edit', editOf(orderId, [[2, 1]], 1000))).toEqual({
      code: 'order-not-editable',
      details: { status: 'shipped' },
    });
  });

  it('where tenders do not fit what is open', async () => {
    const orderId = await placed({ tenders: [tender(1700)] });
    const less = editOf(orderId, [[2, 1]], 1000, { tenders: [tender(100)] });
    expect(await refuse(less)).toBe('too-much-paid');
    const more = (tenders: Input<'orders.edit'>['tenders']) =>
      editOf(
        orderId,
        [
          [1, 3],
          [2, 1],
        ],
        2050,
        { tenders },
      );
    expect(await refuse(more([tender(351, cardTender)]))).toBe('too-much-paid');
    expect(await refuse(more([{ ...tender(350, cardTender), reference: '' }]))).toBe('reference-missing');
    expect(await refuse(more([tender(350, 77)]))).toBe('tender-gone');
    expect(await order(orderId)).toMatchObject({ revision: 0, total: 1700, paid: 1700 });
  });

  it('where it would give more away than the person may', async () => {
    const { cashier } = await signInEverybody(test);
    const orderId = await placed({ orderDiscount: { kind: 'amount', amount: money(170) } });
    expect(await refuse(editOf(orderId, [[1, 1]], 180), cashier)).toBe('discount-above-limit');
    expect(
      await test.ask(
        'orders.edit',
        editOf(
          orderId,
          [
            [1, 3],
            [2, 1],
          ],
          1880,
        ),
        cashier,
      ),
    ).toMatchObject({ total: 1880 });
    const half = { kind: 'amount', amount: money(500) } as const;
    const added = [line(mug, 1, 1000, { name: 'Mug', discount: half })];
    const gift = editOf(
      orderId,
      [
        [1, 3],
        [2, 1],
      ],
      2380,
      { revision: 1, added },
    );
    expect(await refuse(gift, cashier)).toBe('discount-above-limit');
    expect(await test.ask('orders.edit', gift)).toMatchObject({ total: 2380 });
    const cheap = [line(mug, 1, 900, { name: 'Mug', priceOverridden: true })];
    const lower = editOf(
      orderId,
      [
        [1, 3],
        [2, 1],
        [3, 1],
      ],
      3280,
      { revision: 2, added: cheap },
    );
    expect(await refuse(lower, cashier)).toBe('price-override-not-allowed');
  });

  it('where what is added would be priced by a way with tax that is no longer the shop’s', async () => {
    const orderId = await placed();
    const tax = (pricesIncludeTax: boolean) => test.ask('shop.update', { pricesIncludeTax });
    const added = [line(mug, 1, 1000, { name: 'Mug' })];
    await tax(false);
    expect(await refuse(editOf(orderId, [[2, 1]], 2000, { added }))).toBe('prices-had-tax');
    expect(await test.ask('orders.edit', editOf(orderId, [[2, 1]], 1000))).toMatchObject({ total: 1000 });
    const fresh = await test.ask('orders.place', deliveryOf(added, { expectedTotal: money(1200) }));
    await tax(true);
    const back = editOf(fresh.orderId, [[1, 1]], 2200, { added });
    expect(await refuse(back)).toBe('prices-had-no-tax');
  });

  it('where an added line would take off more than the person may, with the discount of the order', async () => {
    const { cashier } = await signInEverybody(test);
    const share = { kind: 'percent', rate: percent(10) } as const;
    const sale = deliveryOf([line(coffee, 2, 350)], { orderDiscount: share });
    const { orderId } = await test.ask('orders.place', sale, cashier);
    const added = [line(mug, 1, 1000, { name: 'Mug', discount: share })];
    expect(await refuse(editOf(orderId, [[1, 2]], 1440, { added }), cashier)).toBe('discount-above-limit');
    const plain = [line(mug, 1, 1000, { name: 'Mug' })];
    await test.ask('orders.edit', editOf(orderId, [[1, 2]], 1530, { added: plain }), cashier);
  });

  it('not for a share that the owner gave, however it rounds', async () => {
    const { cashier } = await signInEverybody(test);
    const share = { kind: 'percent', rate: percent(33) } as const;
    const sale = deliveryOf([line(coffee, 1, 350, { discount: share })], { orderDiscount: share });
    const { orderId } = await test.ask('orders.place', sale);
    expect(await order(orderId)).toMatchObject({ total: 157 });
    const { total } = await test.ask('orders.edit', editOf(orderId, [[1, 3]], 471), cashier);
    expect(total).toBe(471);
  });
});
