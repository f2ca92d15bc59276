import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addProduct, counterSale, line } from '../../../../test/support/builders.ts';
import { createOpenShop, type TestApp } from '../../../../test/support/create-test-app.ts';
import type { CommandContext } from '../../../main/app/context.ts';
import { takeTenders } from '../../../main/features/orders/take-tenders.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import { type Money, money } from '../../../shared/domain/money.ts';
import { payFigures } from './pay-figures.ts';
import { emptyPay, type PayState, payReducer, type TenderChoice } from './pay-reducer.ts';

let test: TestApp;
beforeEach(async () => {
  test = await createOpenShop();
});
afterEach(() => test.close());

const cash: TenderChoice = { id: 1, name: 'Cash', kind: 'cash', asksReference: false, payKey: null };
const card: TenderChoice = { id: 2, name: 'Card', kind: 'card', asksReference: false, payKey: null };

type Take = { readonly by: TenderChoice; readonly amount: Money | null };

/** What the window takes of that, one after the other; what it refuses is not taken. */
function taken(total: Money, cashIncrement: Money, takes: readonly Take[]): PayState['taken'] {
  const due = { total, cashIncrement };
  const takeOne = (state: PayState, { by: tender, amount }: Take) =>
    payReducer(state, { type: 'take', tender, amount, due });
  return takes.reduce(takeOne, emptyPay).taken;
}

/** What main makes of the same; null where it refuses. */
function booked(total: Money, cashRounding: Money, tenders: PayState['taken']) {
  const ctx = { db: test.file.read, shop: { cashRounding } } as unknown as CommandContext;
  const handed = tenders.map(({ tenderId, amount }) => ({ tenderId, amount, reference: 'ref 1' }));
  try {
    return takeTenders(ctx, { tenders: handed }, total);
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
}

describe('the window and main', () => {
  it('agree on what rounds to nothing', async () => {
    await test.ask('shop.update', { cashRounding: money(5) });
    const sweet = addProduct(test, { price: 2, stock: 10 });
    const tenders = [{ tenderId: cash.id, amount: money(5), reference: '' }];
    const done = await test.ask('orders.place', counterSale([line(sweet, 1, 2)], { tenders }));
    const { paid, change } = payFigures(
      money(2),
      taken(money(2), money(5), [{ by: cash, amount: money(5) }]),
      money(5),
    );
    expect({ paid, change }).toEqual({ paid: done.paid, change: done.change });
  });

  it('agree on any total, tenders and coins', () => {
    const amount = fc.option(fc.integer({ min: 1, max: 400 }).map(money));
    const takes = fc.array(fc.record({ by: fc.constantFrom(cash, card), amount }), { maxLength: 5 });
    const total = fc.nat(600).map(money);
    fc.assert(
      fc.property(total, takes, fc.integer({ min: 1, max: 100 }).map(money), (due, wanted, coin) => {
        const tenders = taken(due, coin, wanted);
        const done = booked(due, coin, tenders);
        if (done === null) {
          // Cash that a later card made needless: main wants it back rather than book a payment of nothing.
          expect(tenders.filter((one) => one.kind === 'cash').length).toBeGreaterThan(1);
          return;
        }
        const said = payFigures(due, tenders, coin);
        const { paid, change, rounding } = done;
        expect(said).toMatchObject({ paid, change, rounding, open: due + rounding - paid });
      }),
      { numRuns: 1000 },
    );
  });
});
