import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { money } from '../../../shared/domain/money.ts';
import { pieces, quantity } from '../../../shared/domain/quantity.ts';
import { giveBackPlan, partsToSend, planProblem } from './give-back-plan.ts';
import {
  isBegun,
  noReturn,
  type ReturnAction,
  type ReturnDraft,
  returnReducer,
  type Sale,
  type SoldLine,
} from './return-draft.ts';
import { chosenLines, lineProblem, mayReturn, returnFigures } from './return-figures.ts';
import { returnInput } from './return-input.ts';

const soldLine = (lineNo: number, change: Partial<SoldLine> = {}): SoldLine => ({
  lineNo,
  productId: lineNo,
  name: `Thing ${lineNo}`,
  sku: null,
  unit: 'piece',
  sold: pieces(3),
  returned: pieces(0),
  total: money(1000),
  credited: money(0),
  pictureId: null,
  barcodes: [],
  ...change,
});

const payment = (paymentNo: number, amount: number, refundable = amount): Sale['payments'][number] => ({
  paymentNo,
  tenderId: paymentNo,
  tenderName: paymentNo === 1 ? 'Cash' : 'Card',
  tenderKind: paymentNo === 1 ? 'cash' : 'card',
  amount: money(amount),
  refundable: money(refundable),
});

const sale = (change: Partial<Sale> = {}): Sale => ({
  orderId: 1042,
  status: 'delivered',
  placedAt: 0,
  customerId: null,
  customerName: null,
  total: money(2000),
  credited: money(0),
  paid: money(2000),
  refunded: money(0),
  refundPending: money(0),
  rounding: money(0),
  lines: [soldLine(1), soldLine(2)],
  payments: [payment(1, 2000)],
  ...change,
});

const play = (...actions: readonly ReturnAction[]): ReturnDraft =>
  actions.reduce(returnReducer, { ...noReturn, orderId: 1042 });
const count = (line: SoldLine, up = true): ReturnAction => ({ type: 'count', line, up });
const rules = { pricesIncludeTax: true, taxRounding: 'line' } as const;

describe('choosing what comes back', () => {
  it('counts up and down within what is left', () => {
    const line = soldLine(1, { returned: pieces(1) });
    expect(play(count(line), count(line), count(line)).back[1]?.quantity).toBe(2000);
    expect(play(count(line), count(line, false), count(line, false)).back[1]?.quantity).toBe(0);
    expect(isBegun(play(count(line), count(line, false)))).toBe(false);
  });

  it('takes what is weighed as a whole', () => {
    const cheese = soldLine(1, { unit: 'kg', sold: quantity(355) });
    expect(play(count(cheese)).back[1]?.quantity).toBe(355);
  });

  it('takes everything that is left, and nothing', () => {
    const lines = [soldLine(1), soldLine(2, { returned: pieces(3) }), soldLine(3, { returned: pieces(1) })];
    const all = play({ type: 'everything', lines });
    expect(Object.entries(all.back).map(([lineNo, line]) => [lineNo, line.quantity])).toEqual([
      ['1', 3000],
      ['3', 2000],
    ]);
    expect(returnReducer(all, { type: 'nothing' }).back).toEqual({});
  });

  it('gives one reason to all lines, those chosen later included, and another to a single one', () => {
    const draft = play(
      count(soldLine(1)),
      { type: 'set-all', change: { reason: 'faulty', disposition: 'damaged' } },
      count(soldLine(2)),
      { type: 'set-line', lineNo: 2, change: { disposition: 'restock', giveMoneyBack: false } },
    );
    expect(draft.back[1]).toMatchObject({ reason: 'faulty', disposition: 'damaged', giveMoneyBack: true });
    expect(draft.back[2]).toMatchObject({ reason: 'faulty', disposition: 'restock', giveMoneyBack: false });
  });

  it('keeps what was chosen of the same sale, and begins anew with another', () => {
    const draft = play(count(soldLine(1)), { type: 'start', orderId: 1042 });
    expect(isBegun(draft)).toBe(true);
    expect(isBegun(returnReducer(draft, { type: 'start', orderId: 7 }))).toBe(false);
  });

  it('says why a line cannot come back', () => {
    const typed = (value: number | null) =>
      play({ type: 'set-quantity', lineNo: 1, quantity: value === null ? null : quantity(value) }).back[1];
    expect(lineProblem(soldLine(1), typed(null))).toBe('unreadable');
    expect(lineProblem(soldLine(1), typed(4000))).toBe('above-left');
    expect(lineProblem(soldLine(1), typed(500))).toBe('whole-pieces');
    expect(lineProblem(soldLine(1, { unit: 'kg' }), typed(500))).toBeNull();
    expect(lineProblem(soldLine(1), typed(0))).toBeNull();
    expect(mayReturn(sale(), play({ type: 'set-quantity', lineNo: 1, quantity: quantity(0) }))).toBe(false);
    expect(mayReturn(sale(), play(count(soldLine(1))))).toBe(true);
  });
});

describe('what a return comes to', () => {
  it('is exact for parts, and gives the rounding with the last of it', () => {
    const rounded = sale({ total: money(1999), rounding: money(-1), paid: money(1999) });
    expect(returnFigures(rounded, play(count(soldLine(1))), rules)).toMatchObject({ credit: 333, items: 1 });
    const all = play({ type: 'everything', lines: rounded.lines });
    expect(returnFigures(rounded, all, rules)).toMatchObject({ credit: 1999, toGiveBack: 1999, items: 6 });
  });

  it('gives nothing for goods without money', () => {
    const draft = play(count(soldLine(1)), { type: 'set-line', lineNo: 1, change: { giveMoneyBack: false } });
    expect(returnFigures(sale(), draft, rules)).toMatchObject({ credit: 0, toGiveBack: 0, items: 1 });
  });

  it('only lowers what is owed where the sale was not paid', () => {
    const owed = sale({ paid: money(1700), payments: [payment(1, 1700)] });
    const draft = play(count(soldLine(1)), count(soldLine(1)));
    expect(returnFigures(owed, draft, rules)).toMatchObject({ credit: 667, unpaid: 300, toGiveBack: 367 });
  });

  it('spends the value on new goods first', () => {
    const mug = (price: number): ReturnAction => ({
      type: 'fresh',
      action: {
        type: 'add',
        line: {
          id: 'a',
          productId: 9,
          name: 'Mug',
          sku: null,
          unit: 'piece',
          quantity: pieces(1),
          unitPrice: money(price),
          priceOverridden: false,
          taxes: [],
          taxClassId: null,
          pictureId: null,
          discount: null,
          note: '',
        },
      },
    });
    const everything: ReturnAction = { type: 'everything', lines: sale().lines };
    expect(returnFigures(sale(), play(everything, mug(3000)), rules)).toMatchObject({
      spent: 2000,
      toPay: 1000,
      toGiveBack: 0,
    });
    expect(returnFigures(sale(), play(everything, mug(500)), rules)).toMatchObject({
      spent: 500,
      toPay: 0,
      toGiveBack: 1500,
    });
  });

  it('always: what is spent, given back and never paid is what comes off the order', () => {
    const state = fc.record({
      total: fc.integer({ min: 0, max: 100_000 }),
      paidShare: fc.integer({ min: 0, max: 100 }),
      back: fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 3 })),
    });
    fc.assert(
      fc.property(state, ({ total, paidShare, back }) => {
        const first = Math.trunc(total / 3);
        const lines = [soldLine(1, { total: money(first) }), soldLine(2, { total: money(total - first) })];
        const paid = money(Math.trunc((total * paidShare) / 100));
        const sold = sale({ total: money(total), paid, lines, payments: [payment(1, paid)] });
        const draft = play(
          ...back.map((count, index): ReturnAction => {
            return { type: 'set-quantity', lineNo: index + 1, quantity: pieces(count) };
          }),
        );
        const { credit, unpaid, spent, toGiveBack, dueBefore } = returnFigures(sold, draft, rules);
        expect(spent + toGiveBack + unpaid - dueBefore).toBe(credit);
        expect(unpaid).toBeGreaterThanOrEqual(0);
        expect(toGiveBack).toBeLessThanOrEqual(paid);
      }),
    );
  });
});

describe('giving money back', () => {
  const payments = [payment(1, 1500), payment(2, 500), payment(3, 900, 0)];

  it('goes to the newest payment first, as it came, and leaves out what holds nothing', () => {
    const plan = giveBackPlan(payments, money(800), {});
    expect(plan.map((part) => [part.payment.paymentNo, part.amount])).toEqual([
      [2, 500],
      [1, 300],
    ]);
    expect(planProblem(plan, money(800))).toBeNull();
    expect(partsToSend(plan)).toEqual([
      { paymentNo: 2, tenderId: null, amount: 500, reference: '' },
      { paymentNo: 1, tenderId: null, amount: 300, reference: '' },
    ]);
  });

  it('says what is wrong with another sharing', () => {
    const problem = (two: number | null, one: number) =>
      planProblem(
        giveBackPlan(payments, money(800), {
          2: { amount: two === null ? null : money(two) },
          1: { amount: money(one) },
        }),
        money(800),
      );
    expect(problem(null, 800)).toEqual({ kind: 'unreadable' });
    expect(problem(600, 200)).toEqual({ kind: 'above-payment', paymentNo: 2, most: 500 });
    expect(problem(100, 600)).toEqual({ kind: 'sum', by: 100 });
    expect(problem(300, 600)).toEqual({ kind: 'sum', by: -100 });
    expect(problem(0, 800)).toBeNull();
  });
});

it('sends what the person saw', () => {
  const draft = play(count(soldLine(2)), { type: 'note', note: 'Box open' });
  const figures = returnFigures(sale(), draft, rules);
  const parts = giveBackPlan(sale().payments, figures.toGiveBack, {});
  expect(chosenLines(sale(), draft)).toHaveLength(1);
  expect(
    returnInput(sale(), draft, { figures, taken: [], parts, cashNow: true, oversellAccepted: [] }),
  ).toEqual({
    orderId: 1042,
    lines: [{ lineNo: 2, quantity: 1000, reason: 'unwanted', disposition: 'restock', giveMoneyBack: true }],
    note: 'Box open',
    refunds: [{ paymentNo: 1, tenderId: null, amount: 333, reference: '' }],
    cashNow: true,
    expectedCredit: 333,
    exchange: null,
  });
});
