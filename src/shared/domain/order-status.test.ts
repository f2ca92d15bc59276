import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { money } from './money.ts';
import {
  customerMayCancel,
  hasLeftShop,
  isOpenStatus,
  mayEditOrder,
  mayMove,
  nextOnTheWay,
  nextStatuses,
  type OrderKind,
  type OrderStatus,
  orderKinds,
  orderStatuses,
  type PaymentStatus,
  paymentStatus,
  paymentStatuses,
  placedStatus,
  rightForMove,
  statusMoves,
  undoDeliveredUntil,
} from './order-status.ts';

describe('status', () => {
  const lawful: Record<OrderStatus, readonly OrderStatus[]> = {
    received: ['shipped', 'in-transit', 'delivered', 'cancelled'],
    shipped: ['in-transit', 'delivered', 'cancelled'],
    'in-transit': ['delivered', 'cancelled'],
    delivered: [],
    cancelled: [],
  };

  test.each(orderStatuses)('from %s only as the shop’s table says', (from) => {
    expect(nextStatuses(from)).toEqual(lawful[from]);
    for (const to of orderStatuses) {
      expect(mayMove(from, to)).toBe(lawful[from].includes(to));
      expect(rightForMove(from, to) === null).toBe(!lawful[from].includes(to));
    }
    expect(isOpenStatus(from)).toBe(lawful[from].length > 0);
  });

  test('no move is listed twice', () => {
    expect(new Set(statusMoves.map((move) => `${move.from} ${move.to}`)).size).toBe(statusMoves.length);
  });

  test('cancelling what was shipped takes a right of its own', () => {
    expect(rightForMove('received', 'cancelled')).toBe('cancel-order');
    expect(rightForMove('shipped', 'cancelled')).toBe('cancel-shipped');
    expect(rightForMove('in-transit', 'cancelled')).toBe('cancel-shipped');
    expect(placedStatus('counter')).toBe('delivered');
    expect(placedStatus('delivery')).toBe('received');
  });
});

describe('the way of an order', () => {
  test.each<[OrderKind, readonly OrderStatus[]]>([
    ['delivery', ['received', 'shipped', 'in-transit', 'delivered']],
    ['pickup', ['received', 'delivered']],
    ['counter', ['delivered']],
  ])('a %s order goes %j by one click each', (kind, way) => {
    expect(way[0]).toBe(placedStatus(kind));
    way.forEach((status, index) => {
      expect(nextOnTheWay(kind, status)).toBe(way[index + 1] ?? null);
    });
  });

  test('every click is a lawful move, and ends', () => {
    for (const kind of orderKinds) {
      for (const status of orderStatuses) {
        const next = nextOnTheWay(kind, status);
        expect(next === null).toBe(!isOpenStatus(status));
        if (next !== null) expect(rightForMove(status, next)).toBe('advance-order');
      }
    }
  });

  test('lines change, and customers cancel, only while goods are in the shop', () => {
    for (const status of orderStatuses) {
      const inShop = isOpenStatus(status) && !hasLeftShop(status);
      expect([mayEditOrder(status), customerMayCancel(status, 'received')]).toEqual([inShop, inShop]);
    }
    expect(orderStatuses.filter(hasLeftShop)).toEqual(['shipped', 'in-transit', 'delivered']);
  });

  test('customers cancel as far as the shop says, never on the way', () => {
    const may = (until: 'never' | 'received' | 'shipped') =>
      orderStatuses.filter((status) => customerMayCancel(status, until));
    expect([may('never'), may('received'), may('shipped')]).toEqual([
      [],
      ['received'],
      ['received', 'shipped'],
    ]);
  });

  test('a delivery may be undone for fifteen minutes, a counter sale never', () => {
    const delivered = { kind: 'delivery', status: 'delivered', deliveredAt: 1_000_000 } as const;
    expect(undoDeliveredUntil(delivered)).toBe(1_000_000 + 900_000);
    expect(undoDeliveredUntil({ ...delivered, kind: 'counter' })).toBeNull();
    expect(undoDeliveredUntil({ ...delivered, status: 'in-transit', deliveredAt: null })).toBeNull();
  });
});

describe('paymentStatus', () => {
  test.each<[number, number, number, boolean, PaymentStatus]>([
    [1000, 0, 0, false, 'unpaid'],
    [1000, 400, 0, false, 'part-paid'],
    [1000, 1000, 0, false, 'paid'],
    [0, 0, 0, false, 'paid'],
    [1000, 1000, 0, true, 'refund-due'],
    [1000, 1000, 400, true, 'refund-due'],
    [1000, 1000, 1000, true, 'refunded'],
    [1000, 0, 0, true, 'unpaid'],
    [600, 1000, 0, false, 'refund-due'],
    [600, 1000, 400, false, 'part-refunded'],
    [0, 1000, 1000, false, 'refunded'],
    // Given back, and owed again: the order was made smaller, then larger.
    [1000, 1000, 100, false, 'part-paid'],
    [1000, 1000, 1000, false, 'unpaid'],
    [-400, 0, 0, false, 'refund-due'],
    [-400, 0, 400, false, 'refunded'],
  ])('total %d, paid %d, refunded %d, cancelled %s: %s', (total, paid, refunded, cancelled, wanted) => {
    expect(
      paymentStatus({ total: money(total), paid: money(paid), refunded: money(refunded), cancelled }),
    ).toBe(wanted);
  });

  test('money is due back exactly when more is kept than is owed', () => {
    const amount = fc.nat(2000).map(money);
    fc.assert(
      fc.property(amount, amount, amount, fc.boolean(), (total, paid, back, cancelled) => {
        const refunded = money(Math.min(paid, back));
        const status = paymentStatus({ total, paid, refunded, cancelled });
        expect(status === 'refund-due').toBe(paid - refunded > (cancelled ? 0 : total));
        expect(paymentStatuses).toContain(status);
        const isShort = ['unpaid', 'part-paid'].includes(status);
        expect(isShort).toBe(paid - refunded < (cancelled ? 0 : total) || (cancelled && paid === 0));
        expect(['part-refunded', 'refunded'].includes(status) && refunded === 0).toBe(false);
      }),
    );
  });
});
