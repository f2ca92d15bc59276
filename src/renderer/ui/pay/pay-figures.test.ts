import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { money } from '../../../shared/domain/money.ts';
import type { TenderKind } from '../../../shared/domain/settle.ts';
import { payFigures, type TakenTender } from './pay-figures.ts';
import { emptyPay, type PayState, payReducer, type TenderChoice } from './pay-reducer.ts';

const tender = (kind: TenderKind, amount: number, key = 1): TakenTender => ({
  key,
  tenderId: key,
  name: kind,
  kind,
  amount: money(amount),
  reference: '',
});
const plain = money(0);
const swiss = money(5);

describe('payFigures', () => {
  it('gives change on cash only, and knows when nothing is open', () => {
    expect(payFigures(money(1078), [tender('cash', 2000)], plain)).toMatchObject({
      open: 0,
      change: 922,
      isSettled: true,
    });
    expect(payFigures(money(1078), [tender('card', 500)], plain)).toMatchObject({
      open: 578,
      change: 0,
      isSettled: false,
    });
    expect(payFigures(money(0), [], plain).isSettled).toBe(true);
  });

  it('rounds to coins only what cash pays, and only when cash pays the rest', () => {
    expect(payFigures(money(1002), [], swiss)).toMatchObject({ open: 1002, openInCash: 1000, rounding: 0 });
    expect(payFigures(money(1002), [tender('cash', 1000)], swiss)).toMatchObject({
      isSettled: true,
      rounding: -2,
      change: 0,
    });
    expect(payFigures(money(1003), [tender('cash', 2000)], swiss)).toMatchObject({
      rounding: 2,
      change: 995,
    });
    expect(payFigures(money(1003), [tender('card', 1003)], swiss)).toMatchObject({
      isSettled: true,
      rounding: 0,
    });
    expect(payFigures(money(1003), [tender('cash', 500)], swiss)).toMatchObject({
      open: 503,
      openInCash: 505,
      rounding: 0,
    });
  });

  it('takes what rounds to no coin at all as it is, after a card too', () => {
    expect(payFigures(money(2), [], swiss)).toMatchObject({ open: 2, openInCash: 2, isSettled: false });
    expect(payFigures(money(2), [tender('cash', 5)], swiss)).toEqual({
      ...{ open: 0, openInCash: 0, isSettled: true },
      ...{ change: 3, rounding: 0, paid: 2 },
    });
    expect(payFigures(money(2), [tender('cash', 1)], swiss)).toMatchObject({ open: 1, openInCash: 1 });
    const rest = payFigures(money(1002), [tender('card', 1000)], swiss);
    expect(rest).toMatchObject({ open: 2, openInCash: 2 });
  });

  it('always: what was taken less the change is what was paid, and that with what is open is the total', () => {
    const amounts = fc.array(fc.tuple(fc.constantFrom<TenderKind>('cash', 'card'), fc.nat(5000)), {
      maxLength: 5,
    });
    fc.assert(
      fc.property(fc.nat(9000), amounts, fc.constantFrom(0, 5, 10), (total, taken, increment) => {
        const tenders = taken.map(([kind, amount], index) => tender(kind, amount, index + 1));
        const others = tenders.reduce((sum, one) => sum + (one.kind === 'cash' ? 0 : one.amount), 0);
        fc.pre(others <= total);
        const { paid, open, change, rounding } = payFigures(money(total), tenders, money(increment));
        expect(tenders.reduce((sum, one) => sum + one.amount, 0) - change).toBe(paid);
        expect(paid + open).toBe(total + rounding);
        expect(Math.min(open, change)).toBe(0);
      }),
    );
  });
});

describe('payReducer', () => {
  const cash: TenderChoice = { id: 1, name: 'Cash', kind: 'cash', asksReference: false, payKey: null };
  const card: TenderChoice = { id: 2, name: 'Card', kind: 'card', asksReference: true, payKey: null };
  const due = { total: money(1000), cashIncrement: plain };
  const take = (state: PayState, by: TenderChoice, amount: number | null = null): PayState =>
    payReducer(state, { type: 'take', tender: by, amount: amount === null ? null : money(amount), due });
  const typed = (amount: number) => payReducer(emptyPay, { type: 'type-amount', amount: money(amount) });

  it('takes what is typed, else all that is open, and empties the field', () => {
    const part = take(typed(400), cash);
    expect(part).toMatchObject({ typed: null, taken: [{ tenderId: 1, amount: 400 }], problem: null });
    expect(take(part, cash).taken.map((one) => one.amount)).toEqual([400, 600]);
  });

  it('asks for the reference first and keeps the amount meanwhile', () => {
    const asked = take(typed(300), card);
    expect(asked).toMatchObject({
      typed: 300,
      tenderId: 2,
      taken: [],
      problem: { kind: 'reference-missing' },
    });
    const given = payReducer(asked, { type: 'type-reference', reference: ' 4421 ' });
    expect(take(given, card)).toMatchObject({
      taken: [{ reference: '4421', amount: 300 }],
      reference: '',
      tenderId: null,
    });
  });

  it('refuses more than is open without change, a whole card number, and anything once all is paid', () => {
    const withReference = { ...typed(1001), reference: '4421' };
    expect(take(withReference, card).problem).toEqual({ kind: 'too-much', most: 1000 });
    expect(take({ ...emptyPay, reference: '4111 1111 1111 1111' }, card).problem).toEqual({
      kind: 'card-number',
    });
    expect(take(take(emptyPay, cash, 2000), cash, 100).problem).toEqual({ kind: 'nothing-open' });
  });

  it('takes in cash what a card left that rounds to no coin', () => {
    const byCard = { ...typed(1000), reference: '4421' };
    const rest = { total: money(1002), cashIncrement: swiss };
    const paid = [card, cash].reduce<PayState>(
      (state, by) => payReducer(state, { type: 'take', tender: by, amount: null, due: rest }),
      byCard,
    );
    expect(paid).toMatchObject({ problem: null, taken: [{ amount: 1000 }, { amount: 2 }] });
  });

  it('gives a tender back by its own key', () => {
    const two = take(take(emptyPay, cash, 100), cash, 200);
    const [first] = two.taken;
    expect(payReducer(two, { type: 'take-back', key: first!.key }).taken.map((one) => one.amount)).toEqual([
      200,
    ]);
  });
});
