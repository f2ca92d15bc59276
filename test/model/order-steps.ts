import fc from 'fast-check';
import { type ModelOrder, todayOf } from './model-shop.ts';
import { openOf } from './order-money.ts';
import { nextStep } from './order-oracles.ts';
import { payPlans, sentTenders } from './sale-wish.ts';
import { anyPick, asking, deed, inTheOffice, orderIn, pickOf, type Step } from './step.ts';

const statuses = ['received', 'shipped', 'in-transit', 'delivered', 'cancelled'] as const;
/** Where to: mostly the next step, often straight onto the road, where the timer delivers. */
const aim = fc.oneof(
  { weight: 6, arbitrary: fc.constant(null) },
  { weight: 3, arbitrary: fc.constant('in-transit' as const) },
  { weight: 1, arbitrary: fc.constantFrom(...statuses) },
);
/** Rarely yes. */
const isWrong = fc.oneof(
  { weight: 9, arbitrary: fc.constant(false) },
  { weight: 1, arbitrary: fc.constant(true) },
);

const advance = asking(
  'advance',
  { pick: anyPick, aim, plan: fc.constantFrom(...payPlans), leaveUnpaid: fc.boolean(), isStale: isWrong },
  (shop, { pick, aim: wanted, plan, leaveUnpaid, isStale }) => {
    const order = orderIn(shop, pick, 'received', 'shipped', 'in-transit');
    if (!order) return null;
    const to = wanted ?? nextStep(order) ?? 'delivered';
    const open = openOf(shop, order);
    const tenders = to === 'delivered' && plan !== 'later' ? sentTenders(open, shop.coin, plan) : [];
    const from = isStale ? 'received' : order.status;
    return deed('orders.advance', { orderId: order.id, from, to, tenders, leaveUnpaid });
  },
);

const advanceMany = asking(
  'advance many',
  { picks: fc.array(anyPick, { minLength: 1, maxLength: 4 }), aim, leaveUnpaid: fc.boolean() },
  (shop, { picks, aim: to, leaveUnpaid }) => {
    const orders = picks.flatMap((pick) => orderIn(shop, pick, 'received', 'shipped', 'in-transit') ?? []);
    const wanted = orders.map(({ id: orderId, status: from }) => ({ orderId, from }));
    return wanted.length === 0 ? null : deed('orders.advanceMany', { orders: wanted, to, leaveUnpaid });
  },
);

const undo = asking(
  'undo delivered',
  { pick: anyPick },
  (shop, { pick }) => {
    const isFresh = (one: ModelOrder): boolean => one.status === 'delivered' && one.kind !== 'counter';
    const order = pickOf(shop.orders.toReversed(), pick, isFresh);
    return order ? deed('orders.undoDelivered', { orderId: order.id, reason: 'Wrong door' }) : null;
  },
  inTheOffice,
);

const cancel = asking(
  'cancel',
  { pick: anyPick, refundCashNow: fc.boolean() },
  (shop, { pick, refundCashNow }) => {
    const order = orderIn(shop, pick, 'received', 'shipped', 'in-transit');
    return order
      ? deed('orders.cancel', { orderId: order.id, reason: 'out-of-stock', note: '', refundCashNow })
      : null;
  },
);

const take = asking(
  'take money',
  { pick: anyPick, plan: fc.constantFrom(...payPlans), isWrong },
  (shop, { pick, plan, isWrong: wrong }) => {
    const order = pickOf(shop.orders, pick, (one) => openOf(shop, one) > 0);
    if (!order) return null;
    const open = openOf(shop, order);
    const tenders = sentTenders(open, shop.coin, plan === 'later' ? 'cash' : plan);
    if (tenders.length === 0) return null;
    return deed('payments.take', { orderId: order.id, tenders, expectedOpen: wrong ? open + 1 : open });
  },
);

const reschedule = asking(
  'reschedule',
  { pick: anyPick, days: fc.integer({ min: -2, max: 3 }), hasAddress: fc.boolean() },
  (shop, { pick, days, hasAddress }) => {
    const order = orderIn(shop, pick, 'received', 'shipped', 'in-transit');
    if (!order) return null;
    const date = todayOf({ ...shop, now: shop.now + days * 86_400_000 });
    const address = hasAddress ? 'High Road 2' : '';
    return deed('orders.reschedule', { orderId: order.id, name: 'Ada', phone: '', address, date });
  },
);

const invoice = asking('invoice', { pick: anyPick }, (shop, { pick }) => {
  const order = pickOf(shop.orders, pick, (one) => one.status !== 'cancelled');
  return order ? deed('documents.print', { kind: 'invoice', orderId: order.id }) : null;
});

const note = asking('note', { pick: anyPick }, (shop, { pick }) => {
  const order = pickOf(shop.orders, pick);
  return order ? deed('orders.addNote', { orderId: order.id, note: 'Rang twice' }) : null;
});

/** What happens to an order between placing and delivering. */
export const orderSteps: readonly (readonly [weight: number, step: fc.Arbitrary<Step>])[] = [
  [8, advance],
  [1, advanceMany],
  [3, undo],
  [3, cancel],
  [3, take],
  [1, reschedule],
  [1, invoice],
  [1, note],
];
