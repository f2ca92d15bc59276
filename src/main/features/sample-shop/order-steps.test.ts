import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { businessDateOf, localParts } from '../../../shared/domain/calendar.ts';
import { money } from '../../../shared/domain/money.ts';
import { mayMove } from '../../../shared/domain/order-status.ts';
import { generateOrders } from './generate-orders.ts';
import { orderSteps } from './order-steps.ts';
import { readSampleCatalogue } from './sample-catalogue.ts';
import { sampleDeeds } from './sample-deeds.ts';

const catalogue = readSampleCatalogue(join(import.meta.dirname, '../../../../resources/sample-shop'));
const timeZone = 'Europe/Lisbon';
const now = Date.UTC(2026, 10, 22, 15, 0);
const clock = { now, timeZone };
const today = businessDateOf(now, timeZone, 0);
const orders = generateOrders({ catalogue, seed: 7, now, today, timeZone, dayStartMinutes: 0 });

const tender = { id: 2, name: 'Card', kind: 'card', asksReference: 1 } as const;
const deedsOf = (order: (typeof orders)[number], kind: 'cash' | 'card' = 'card') =>
  sampleDeeds({ order, total: money(1000), tender: { ...tender, kind } }, clock);

describe('the steps of a sample order', () => {
  it('are lawful, one after another, and end where the order stands', () => {
    for (const order of orders) {
      let status = order.kind === 'counter' ? 'delivered' : ('received' as typeof order.status);
      let last = order.placedAt;
      for (const { to, at } of orderSteps(order, clock)) {
        expect(mayMove(status, to)).toBe(true);
        expect(at).toBeGreaterThan(last);
        expect(at).toBeLessThanOrEqual(now);
        last = at;
        status = to;
      }
      expect(status).toBe(order.status === 'cancelled' ? 'received' : order.status);
      if (order.deliveredAt !== null && order.kind !== 'counter') expect(last).toBe(order.deliveredAt);
    }
  });

  it('are made in the mornings, as far as the day allows', () => {
    const sent = orders.filter((order) => order.kind === 'delivery' && order.status === 'delivered');
    expect(sent.length).toBeGreaterThan(100);
    for (const order of sent) {
      const [shipped, left] = orderSteps(order, clock);
      expect(localParts(shipped?.at ?? 0, timeZone).hour).toBe(9);
      expect(localParts(left?.at ?? 0, timeZone).hour).toBe(8);
    }
  });

  it('take a pickup over the counter only', () => {
    const collected = orders.find((order) => order.kind === 'pickup' && order.status === 'delivered');
    expect(collected && orderSteps(collected, clock)).toEqual([
      { to: 'delivered', at: collected?.deliveredAt },
    ]);
  });
});

describe('what happened to a sample order', () => {
  it('is paid just before it is handed over, where it was not paid before', () => {
    const later = orders.filter((order) => order.kind !== 'counter' && order.paidAt === order.deliveredAt);
    expect(later.some((order) => order.paidAt !== null)).toBe(true);
    for (const order of later) {
      if (order.paidAt === null) continue;
      expect(deedsOf(order).slice(-2)).toMatchObject([{ kind: 'pay' }, { kind: 'advance', to: 'delivered' }]);
    }
  });

  it('goes back once it was paid and cancelled, in cash at once when it goes', () => {
    const back = orders.find((order) => order.refundedAt !== null && order.paidAt !== null);
    if (!back) throw new Error('no refund in the sample');
    const at = back.refundedAt;
    expect(deedsOf(back, 'cash')).toMatchObject([{ kind: 'cancel' }, { kind: 'refund', to: 'settled', at }]);
    expect(deedsOf(back)).toMatchObject([
      { kind: 'cancel' },
      { kind: 'refund', to: 'initiated' },
      { kind: 'refund', to: 'settled', at },
    ]);
    const unpaid = { ...back, paidAt: null, refundedAt: null };
    expect(deedsOf(unpaid)).toMatchObject([{ kind: 'cancel' }]);
    const waiting = { ...back, refundedAt: null };
    expect(deedsOf(waiting)).toMatchObject([{ kind: 'cancel' }, { kind: 'refund', to: 'initiated' }]);
    expect(deedsOf(waiting, 'cash')).toMatchObject([{ kind: 'cancel' }]);
  });
});
