import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { money, sumMoney } from './money.ts';
import { type OrderMoney, orderBalance, shareRefund } from './order-balance.ts';

const order = (change: Partial<Record<keyof OrderMoney, number | boolean>>): OrderMoney =>
  ({
    total: 0,
    credited: 0,
    paid: 0,
    refunded: 0,
    refundPending: 0,
    cancelled: false,
    ...change,
  }) as OrderMoney;

describe('orderBalance', () => {
  test.each<
    [string, Parameters<typeof order>[0], { owed: number; kept: number; open: number; dueBack: number }]
  >([
    ['unpaid', { total: 1000 }, { owed: 1000, kept: 0, open: 1000, dueBack: 0 }],
    ['a deposit', { total: 1000, paid: 300 }, { owed: 1000, kept: 300, open: 700, dueBack: 0 }],
    ['paid', { total: 1000, paid: 1000 }, { owed: 1000, kept: 1000, open: 0, dueBack: 0 }],
    [
      'cancelled after payment',
      { total: 1000, paid: 1000, cancelled: true },
      { owed: 0, kept: 1000, open: 0, dueBack: 1000 },
    ],
    [
      'the same with its refund on its way',
      { total: 1000, paid: 1000, refundPending: 1000, cancelled: true },
      { owed: 0, kept: 1000, open: 0, dueBack: 0 },
    ],
    [
      'and settled',
      { total: 1000, paid: 1000, refunded: 1000, cancelled: true },
      { owed: 0, kept: 0, open: 0, dueBack: 0 },
    ],
    [
      'goods back, not refunded yet',
      { total: 1000, paid: 1000, credited: 400 },
      { owed: 600, kept: 1000, open: 0, dueBack: 400 },
    ],
    [
      'made dearer while a refund is on its way',
      { total: 1200, paid: 1000, refundPending: 100 },
      { owed: 1200, kept: 1000, open: 200, dueBack: 0 },
    ],
    ['credited beyond its total', { total: 300, credited: 500 }, { owed: 0, kept: 0, open: 0, dueBack: 0 }],
  ])('%s', (_name, change, wanted) => {
    expect(orderBalance(order(change))).toEqual(wanted);
  });

  test('one side at most is above zero, and settling it leaves nothing', () => {
    const amount = fc.nat(100_000);
    fc.assert(
      fc.property(fc.tuple(amount, amount, amount, amount, amount), fc.boolean(), (figures, cancelled) => {
        const [total, credited, paid, back, pending] = figures;
        const refunded = Math.min(paid, back);
        const refundPending = Math.min(paid - refunded, pending);
        const asked = { total, credited, paid, refunded, refundPending, cancelled };
        const { open, dueBack, owed, kept } = orderBalance(order(asked));
        expect(Math.min(open, dueBack)).toBe(0);
        expect(Math.min(open, dueBack, owed)).toBeGreaterThanOrEqual(0);
        expect(kept).toBe(paid - refunded);
        expect(orderBalance(order({ ...asked, paid: paid + open })).open).toBe(0);
        const sent = orderBalance(order({ ...asked, refundPending: refundPending + dueBack }));
        expect(sent.dueBack).toBe(0);
        expect(sent.open).toBe(open);
        if (cancelled) expect(dueBack).toBe(paid - refunded - refundPending);
      }),
    );
  });
});

describe('shareRefund', () => {
  const payments = [
    { paymentNo: 1, refundable: money(500) },
    { paymentNo: 2, refundable: money(0) },
    { paymentNo: 3, refundable: money(300) },
  ];

  test('takes the newest payment first and leaves out what is used up', () => {
    expect(shareRefund(money(200), payments)).toEqual([{ paymentNo: 3, amount: 200 }]);
    expect(shareRefund(money(700), payments)).toEqual([
      { paymentNo: 3, amount: 300 },
      { paymentNo: 1, amount: 400 },
    ]);
    expect(shareRefund(money(0), payments)).toEqual([]);
    expect(shareRefund(money(0), [])).toEqual([]);
  });

  test('refuses more than the payments hold', () => {
    expect(() => shareRefund(money(801), payments)).toThrow(RangeError);
  });

  test('adds up exactly, none beyond its payment', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(10_000), { minLength: 1, maxLength: 8 }),
        fc.nat(1000),
        (amounts, permille) => {
          const held = amounts.map((amount, index) => ({ paymentNo: index + 1, refundable: money(amount) }));
          const all = sumMoney(held.map((one) => one.refundable));
          const wanted = money(Math.floor((all * permille) / 1000));
          const parts = shareRefund(wanted, held);
          expect(sumMoney(parts.map((part) => part.amount))).toBe(wanted);
          for (const { paymentNo, amount } of parts) {
            expect(amount).toBeGreaterThan(0);
            expect(amount).toBeLessThanOrEqual(amounts[paymentNo - 1] ?? 0);
          }
        },
      ),
    );
  });
});
