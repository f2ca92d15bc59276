import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  advance,
  cancelling,
  cardTender,
  cashTender,
  closeSound,
  deliveryOf,
  tender,
} from '../../../../test/support/after-placing.ts';
import { addProduct, line } from '../../../../test/support/builders.ts';
import { change } from '../../../../test/support/catalog-builders.ts';
import { checkRows } from '../../../../test/support/check-shop.ts';
import { createOpenShop, type TestApp } from '../../../../test/support/create-test-app.ts';
import type { Input } from '../../../shared/contract/index.ts';
import type { OrderDetail } from '../../../shared/contract/order-views.ts';
import type { Discount } from '../../../shared/domain/discount.ts';
import { keptRounding } from '../../../shared/domain/kept-rounding.ts';
import { money } from '../../../shared/domain/money.ts';
import { type PricingLine, priceOrder } from '../../../shared/domain/pricing.ts';
import { pieces } from '../../../shared/domain/quantity.ts';
import { percent, rate } from '../../../shared/domain/rate.ts';
import { keptLine, repriceOrder } from '../../../shared/domain/reprice-order.ts';

/*
 * Whatever is edited, cancelled, paid, sent back, delivered and undone in whatever order: each answer is what the
 * figures before it say, and the whole shop fits together after every step.
 */

const runs = Number(process.env.ORDERLLA_MODEL_RUNS ?? 60) / 4;

// A class's taxes by name, as the catalogue lists them.
const classes = [
  { taxClassId: 1, taxes: [{ name: 'VAT', rate: percent(20) }] },
  {
    taxClassId: 2,
    taxes: [
      { name: 'Local', rate: rate(25_000) },
      { name: 'Reduced', rate: percent(7) },
    ],
  },
] as const;

const discount = fc.option(
  fc.oneof(
    fc.nat(900).map((amount): Discount => ({ kind: 'amount', amount: money(amount) })),
    fc.constantFrom(5, 33).map((share): Discount => ({ kind: 'percent', rate: percent(share) })),
  ),
);
const wish = fc.record({ product: fc.nat(5), count: fc.integer({ min: 1, max: 6 }), discount });
const placing = fc.record({
  lines: fc.array(wish, { minLength: 1, maxLength: 5 }),
  orderDiscount: discount,
  paid: fc.constantFrom(0, 400, 1000),
  tenderId: fc.constantFrom(cashTender, cardTender),
});
const cashNow = fc.boolean();
const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('edit'),
      counts: fc.array(fc.nat(4), { minLength: 8, maxLength: 8 }),
      added: fc.array(wish, { maxLength: 2 }),
      cashNow,
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('cancel-lines'),
      which: fc.array(fc.nat(9), { minLength: 1, maxLength: 3 }),
      cashNow,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('pay'), permille: fc.integer({ min: 1, max: 1000 }) }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('send-refunds') }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('deliver-and-undo') }) },
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;
type Wish = typeof wish extends fc.Arbitrary<infer W> ? W : never;

class Trade {
  readonly test: TestApp;
  readonly products: { readonly id: number; readonly price: number; readonly class: 0 | 1 }[] = [];
  constructor(test: TestApp) {
    this.test = test;
    for (const [index, price] of [1, 99, 333, 350, 1000, 4999].entries()) {
      const at = index % 2 === 0 ? 0 : 1;
      const { taxClassId } = classes[at];
      this.products.push({
        id: addProduct(test, { price, stock: 1000, taxClassId, oversell: 'allow' }),
        price,
        class: at,
      });
    }
  }

  sent({ product, count, discount: given }: Wish) {
    const { id, price } = this.products[product] ?? { id: 0, price: 0 };
    return line(id, count, price, { discount: given });
  }

  priced({ product, count, discount: given }: Wish): PricingLine {
    const { price, class: at } = this.products[product] ?? { price: 0, class: 0 };
    return { unitPrice: money(price), quantity: pieces(count), discount: given, taxes: classes[at].taxes };
  }

  order(orderId: number): Promise<OrderDetail> {
    return this.test.ask('orders.get', { orderId });
  }

  async place(
    draft: typeof placing extends fc.Arbitrary<infer P> ? P : never,
    rules: Rules,
  ): Promise<number> {
    const { orderDiscount } = draft;
    const { total } = priceOrder({
      lines: draft.lines.map((one) => this.priced(one)),
      orderDiscount,
      ...rules,
    });
    const paid = Math.floor((total * draft.paid) / 1000);
    const tenders = paid === 0 ? [] : [tender(paid, draft.tenderId)];
    const lines = draft.lines.map((one) => this.sent(one));
    const sale = deliveryOf(lines, { orderDiscount, expectedTotal: total, tenders });
    return (await this.test.ask('orders.place', sale)).orderId;
  }

  /** Does a step where it can be done, and holds the answer against the figures before. */
  async take(orderId: number, next: Step): Promise<void> {
    const before = await this.order(orderId);
    switch (next.kind) {
      case 'edit':
        return this.edit(before, next as Extract<Step, { counts: unknown }>);
      case 'cancel-lines':
        return this.cancelLines(before, next as Extract<Step, { which: unknown }>);
      case 'pay': {
        const amount = Math.ceil(
          (before.open * (next as Extract<Step, { permille: number }>).permille) / 1000,
        );
        if (amount === 0) return;
        const wanted = { orderId, tenders: [tender(amount, cardTender)], expectedOpen: before.open };
        const { open, total } = await this.test.ask('payments.take', wanted);
        expect([open, total]).toEqual([before.open - amount, before.total]);
        return;
      }
      case 'send-refunds': {
        const refundIds = before.refunds.filter((one) => one.state === 'awaiting').map((one) => one.refundId);
        if (refundIds.length > 0) await this.test.ask('refunds.initiateMany', { refundIds });
        return;
      }
      default:
        await advance(this.test, orderId, ['received', 'delivered']);
        await this.test.ask('orders.undoDelivered', { orderId, reason: 'Try again' });
    }
  }

  async edit(
    before: OrderDetail,
    { counts, added, cashNow: now }: Extract<Step, { counts: unknown }>,
  ): Promise<void> {
    const kept = before.lines.flatMap((one, index) => {
      const count = counts[index] ?? 1;
      return count === 0 ? [] : [{ placed: one, quantity: pieces(count) }];
    });
    const lines = [
      ...kept.map(({ placed, quantity }) => keptLine(placed, quantity)),
      ...added.map((one) => this.priced(one)),
    ];
    const goods = repriceOrder(before, lines).total;
    const total = goods + keptRounding(before.rounding, goods);
    const wanted: Input<'orders.edit'> = {
      orderId: before.id,
      revision: before.revision,
      lines: kept.map(({ placed, quantity }) => ({ lineNo: placed.lineNo, quantity })),
      added: added.map((one) => this.sent(one)),
      tenders: [],
      refundCashNow: now,
      expectedTotal: money(total),
      note: '',
      oversellAccepted: [],
    };
    const isSame =
      kept.length === before.lines.length && kept.every((one) => one.quantity === one.placed.quantity);
    if (lines.length === 0 || (isSame && added.length === 0)) {
      const refused = await this.test.refused('orders.edit', wanted);
      expect(refused.code).toBe(lines.length === 0 ? 'nothing-left' : 'nothing-changed');
      return;
    }
    const standing = await this.test.ask('orders.edit', wanted);
    await this.expectSettled(before, standing, total);
  }

  async cancelLines(
    before: OrderDetail,
    { which, cashNow: now }: Extract<Step, { which: unknown }>,
  ): Promise<void> {
    const lineNos = [...new Set(which.map((one) => before.lines[one % before.lines.length]?.lineNo ?? 0))];
    const wanted: Input<'orders.cancelLines'> = {
      ...{ orderId: before.id, revision: before.revision, lineNos, reason: 'out-of-stock', note: '' },
      refundCashNow: now,
    };
    if (lineNos.length === before.lines.length) {
      expect((await this.test.refused('orders.cancelLines', wanted)).code).toBe('nothing-left');
      return;
    }
    const standing = await this.test.ask('orders.cancelLines', wanted);
    const after = await this.order(before.id);
    const staying = before.lines.filter((one) => !lineNos.includes(one.lineNo));
    expect(after.lines).toEqual(staying);
    const goods = staying.reduce((sum, one) => sum + one.total, 0);
    await this.expectSettled(before, standing, goods + keptRounding(before.rounding, money(goods)));
  }

  /** What the change made due goes back, what it made open stays open, and neither is lost. */
  async expectSettled(
    before: OrderDetail,
    standing: { total: number; open: number },
    total: number,
  ): Promise<void> {
    const after = await this.order(before.id);
    expect([standing.total, after.total, after.revision]).toEqual([total, total, before.revision + 1]);
    const kept = after.paid - after.refunded;
    expect(after.open).toBe(Math.max(0, total - kept));
    expect(standing.open).toBe(after.open);
    expect(after.dueBack).toBe(0);
    expect(after.refundPending).toBeGreaterThanOrEqual(kept - total);
  }
}

type Rules = { readonly pricesIncludeTax: boolean; readonly taxRounding: 'line' | 'order' };

describe.each<Rules>([
  { pricesIncludeTax: true, taxRounding: 'line' },
  { pricesIncludeTax: true, taxRounding: 'order' },
  { pricesIncludeTax: false, taxRounding: 'line' },
  { pricesIncludeTax: false, taxRounding: 'order' },
])('revisions with %o', (rules) => {
  it('keep every figure exact, and the shop sound', async () => {
    const taxClasses = [
      { name: 'Standard', isDefault: true, rates: [...classes[0].taxes] },
      { name: 'Reduced', isDefault: false, rates: [...classes[1].taxes] },
    ];
    const test = await createOpenShop({ pricesIncludeTax: rules.pricesIncludeTax, taxClasses });
    change(test, `UPDATE shop SET taxRounding = '${rules.taxRounding}'`);
    const trade = new Trade(test);
    await fc.assert(
      fc.asyncProperty(placing, fc.array(step, { minLength: 1, maxLength: 8 }), async (draft, steps) => {
        const orderId = await trade.place(draft, rules);
        expect((await trade.order(orderId)).taxRounding).toBe(rules.taxRounding);
        for (const next of steps) {
          await trade.take(orderId, next);
          expect(checkRows(test.file.read)).toEqual([]);
          test.now += 1000;
        }
        await test.ask('orders.cancel', cancelling(orderId));
        const { paid, refunded, refundPending, dueBack } = await trade.order(orderId);
        expect([refunded + refundPending, dueBack]).toEqual([paid, 0]);
        expect(checkRows(test.file.read)).toEqual([]);
      }),
      { numRuns: runs },
    );
    await closeSound(test);
  });
});
