import fc from 'fast-check';
import { dueBackOf, refundableOf, totalOf } from './order-money.ts';
import { anyPick, asking, deed, pickOf, type Step } from './step.ts';

const anyTender = fc.oneof(
  { weight: 5, arbitrary: fc.constant(null) },
  { weight: 3, arbitrary: fc.constantFrom(1, 2, 3) },
  { weight: 1, arbitrary: fc.constantFrom(4, 99) },
);

const initiate = asking(
  'initiate a refund',
  { pick: anyPick, tenderId: anyTender },
  (shop, { pick, tenderId }) => {
    const refund = pickOf(shop.refunds, pick, ({ state }) => state === 'awaiting' || state === 'failed');
    return refund ? deed('refunds.initiate', { refundId: refund.id, tenderId, reference: '' }) : null;
  },
);

const initiateMany = asking(
  'initiate many',
  { picks: fc.array(anyPick, { minLength: 1, maxLength: 4 }) },
  (shop, { picks }) => {
    const refunds = picks.flatMap(
      (pick) => pickOf(shop.refunds, pick, ({ state }) => state === 'awaiting') ?? [],
    );
    return refunds.length === 0
      ? null
      : deed('refunds.initiateMany', { refundIds: refunds.map((one) => one.id) });
  },
);

const settle = asking('settle a refund', { pick: anyPick }, (shop, { pick }) => {
  const refund = pickOf(shop.refunds, pick, ({ state }) => state === 'initiated');
  return refund ? deed('refunds.settle', { refundId: refund.id, reference: 'B7' }) : null;
});

const fail = asking('fail a refund', { pick: anyPick }, (shop, { pick }) => {
  const refund = pickOf(shop.refunds, pick, ({ state }) => state === 'initiated');
  return refund ? deed('refunds.fail', { refundId: refund.id, reason: 'Account closed' }) : null;
});

const voided = asking('void a refund', { pick: anyPick }, (shop, { pick }) => {
  const refund = pickOf(shop.refunds, pick, ({ state }) => state === 'awaiting' || state === 'failed');
  return refund ? deed('refunds.void', { refundId: refund.id, reason: 'Another way' }) : null;
});

const open = asking(
  'open a refund',
  {
    pick: anyPick,
    tenderId: anyTender,
    part: fc.integer({ min: 0, max: 11 }),
    goodwill: fc.boolean(),
    cashNow: fc.boolean(),
  },
  (shop, { pick, tenderId, part, goodwill, cashNow }) => {
    const order = pickOf(
      shop.orders,
      pick,
      (one) => one.payments.length > 0 && (goodwill || dueBackOf(shop, one) > 0),
    );
    if (!order) return null;
    const payment = order.payments[pick % order.payments.length];
    const most = payment ? refundableOf(shop, order, payment) : 100;
    // Of goodwill a tenth at most, or the cashier may not give it; ten parts are all, eleven one more than that.
    const base = goodwill
      ? Math.min(most, Math.floor(totalOf(order) / (part > 6 ? 1 : 10)))
      : Math.min(most, dueBackOf(shop, order));
    const amount = part === 11 ? base + 1 : Math.floor((base * part) / 10);
    const paymentNo = payment?.paymentNo ?? 1;
    return deed('refunds.open', {
      orderId: order.id,
      paymentNo,
      tenderId,
      amount,
      goodwill,
      reason: 'Sorry',
      cashNow,
    });
  },
);

/** Money on its way back. */
export const refundSteps: readonly (readonly [weight: number, step: fc.Arbitrary<Step>])[] = [
  [4, initiate],
  [1, initiateMany],
  [5, settle],
  [3, fail],
  [2, voided],
  [3, open],
];
