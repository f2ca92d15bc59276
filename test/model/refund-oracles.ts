import type { Input } from '../../src/shared/contract/index.ts';
import { inCoins, sumOf } from './arithmetic.ts';
import { type Oracle, Refusal, refuse } from './expected.ts';
import {
  exchangeTender,
  type ModelOrder,
  type ModelRefund,
  type ModelReturn,
  type ModelShop,
  type RefundState,
} from './model-shop.ts';
import { costNow, dueBackOf, paidOf, refundableOf, refundsOf, totalOf } from './order-money.ts';
import { isAboveShare } from './rights.ts';
import { goodwillShare } from './taken-off.ts';

const moves: Readonly<Record<RefundState, readonly RefundState[]>> = {
  awaiting: ['initiated', 'settled', 'voided'],
  initiated: ['settled', 'failed'],
  settled: [],
  failed: ['initiated', 'settled', 'voided'],
  voided: [],
};

/** What rounding to coins adds to cash that goes out: all that an order hands out is rounded as one sum. */
function coinRounding(shop: ModelShop, order: ModelOrder | null, amount: number): number {
  const settled = order ? refundsOf(shop, order).filter((one) => one.state === 'settled') : [];
  const earlier = sumOf(settled, (one) => one.rounding);
  return Math.max(0, inCoins(amount - earlier, shop.coin)) - amount;
}

type Wish = { readonly paymentNo: number; readonly tenderId: number | null; readonly amount: number };
type Why = Pick<ModelRefund, 'cause' | 'returnId'> & { readonly cashNow: boolean };

/** Adds a refund; cash that is handed out now is settled. */
export function addRefund(
  shop: ModelShop,
  refund: Pick<ModelRefund, 'order' | 'paymentNo' | 'returnId' | 'cause' | 'tenderId' | 'amount'>,
  isSettled: boolean,
): ModelRefund {
  const isCash = isSettled && refund.tenderId === 1;
  const rounding = isCash ? coinRounding(shop, refund.order, refund.amount) : 0;
  const state = isSettled ? ('settled' as const) : ('awaiting' as const);
  const added = { ...refund, rounding, state, id: shop.refunds.length + 1 };
  shop.refunds.push(added);
  return added;
}

/** The tender that a payment's money first came by, through however many exchanges. */
function firstTender(shop: ModelShop, order: ModelOrder, tenderId: number): number {
  if (tenderId !== exchangeTender) return tenderId;
  const back = shop.returns.find((one) => one.exchangeOrderId === order.id);
  const spent = shop.refunds.filter((one) => one.returnId === back?.id && one.tenderId === exchangeTender);
  const [most] = spent.toSorted((a, b) => b.amount - a.amount || a.id - b.id);
  const source = most?.order?.payments.find((one) => one.paymentNo === most.paymentNo);
  if (!most?.order || !source) throw new Error('an exchange out of nothing');
  return firstTender(shop, most.order, source.tenderId);
}

/** Opens refunds as wished. Answers what waits and what was handed out. */
export function openRefunds(shop: ModelShop, order: ModelOrder, wishes: readonly Wish[], why: Why) {
  const opened = wishes.map(({ paymentNo, tenderId, amount }) => {
    const payment = order.payments.find((one) => one.paymentNo === paymentNo);
    if (!payment || amount > refundableOf(shop, order, payment)) return refuse('refund-above-payment');
    if (tenderId !== null && tenderId >= exchangeTender) refuse('tender-gone');
    const chosen = tenderId ?? firstTender(shop, order, payment.tenderId);
    const { cause, returnId } = why;
    const row = { order, paymentNo, returnId, cause, tenderId: chosen, amount };
    return addRefund(shop, row, why.cashNow && chosen === 1);
  });
  const waiting = opened.filter((one) => one.state === 'awaiting');
  const settled = opened.filter((one) => one.state === 'settled');
  return {
    opened,
    refundAwaiting: sumOf(waiting, (one) => one.amount),
    refundedInCash: sumOf(settled, (one) => one.amount + one.rounding),
  };
}

/** Shares an amount over an order's payments, newest first. */
export function sharedWishes(shop: ModelShop, order: ModelOrder, amount: number): readonly Wish[] {
  let left = amount;
  return order.payments.toReversed().flatMap((payment): Wish[] => {
    const part = Math.min(left, refundableOf(shop, order, payment));
    left -= Math.max(0, part);
    return part > 0 ? [{ paymentNo: payment.paymentNo, tenderId: null, amount: part }] : [];
  });
}

function refundNo({ refunds }: ModelShop, id: number): ModelRefund {
  return refunds.find((one) => one.id === id) ?? refuse('not-found');
}

function move(shop: ModelShop, refund: ModelRefund, to: RefundState, tenderId = refund.tenderId) {
  const { state, order, amount } = refund;
  if (!moves[state].includes(to)) refuse('refund-move-not-allowed');
  if (state === 'failed' && to !== 'voided' && order) {
    const payment = order.payments.find((one) => one.paymentNo === refund.paymentNo);
    const room = payment ? refundableOf(shop, order, payment) : 0;
    if (amount > Math.min(room, dueBackOf(shop, order))) refuse('refund-above-payment');
  }
  refund.rounding = to === 'settled' && tenderId === 1 ? coinRounding(shop, order, amount) : 0;
  refund.state = to;
  refund.tenderId = tenderId;
  return { state: to, amount, rounding: refund.rounding };
}

/** Sends it to the bank, or hands it out. */
function sendOff(shop: ModelShop, refund: ModelRefund, wished: number | null) {
  const tenderId = wished ?? refund.tenderId;
  if (tenderId >= exchangeTender && tenderId !== refund.tenderId) refuse('tender-gone');
  return move(
    shop,
    refund,
    tenderId === 1 && refund.state !== 'initiated' ? 'settled' : 'initiated',
    tenderId,
  );
}

export const initiateOracle: Oracle<Input<'refunds.initiate'>> = (shop, { refundId, tenderId }) =>
  sendOff(shop, refundNo(shop, refundId), tenderId);

export const initiateManyOracle: Oracle<Input<'refunds.initiateMany'>> = (shop, { refundIds }) => {
  const moved: unknown[] = [];
  const refused: unknown[] = [];
  for (const refundId of new Set(refundIds)) {
    try {
      moved.push({ refundId, state: sendOff(shop, refundNo(shop, refundId), null).state });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      refused.push({ refundId, code: error.message });
    }
  }
  return { moved, refused };
};

export const settleOracle: Oracle<Input<'refunds.settle'>> = (shop, { refundId }) =>
  move(shop, refundNo(shop, refundId), 'settled');
export const failOracle: Oracle<Input<'refunds.fail'>> = (shop, { refundId }) =>
  move(shop, refundNo(shop, refundId), 'failed');
export const voidOracle: Oracle<Input<'refunds.void'>> = (shop, { refundId }) =>
  move(shop, refundNo(shop, refundId), 'voided');

/** What of an order's credit is for goods that came back. */
function creditedForGoods({ returns }: ModelShop, order: ModelOrder): number {
  return sumOf(
    returns.filter((one) => one.order === order),
    worthOfReturn,
  );
}

export function worthOfReturn({ lines, rounding }: ModelReturn): number {
  return sumOf(lines, (line) => line.net + line.tax) + rounding;
}

/** What of the order's credit nobody has sent yet; the rest of what is due an edit left. */
function whyDue(shop: ModelShop, order: ModelOrder): ModelRefund['cause'] {
  const sent = (cause: ModelRefund['cause']) =>
    sumOf(
      refundsOf(shop, order).filter(
        (one) => one.cause === cause && !['failed', 'voided'].includes(one.state),
      ),
      ({ amount }) => amount,
    );
  const forGoods = creditedForGoods(shop, order);
  if (forGoods > sent('return')) return 'return';
  return order.credited - forGoods > sent('goodwill') ? 'goodwill' : 'edit';
}

export const openOracle: Oracle<Input<'refunds.open'>> = (shop, input, role) => {
  const { orderId, paymentNo, tenderId, amount, goodwill, cashNow } = input;
  const order = shop.orders[orderId - 1] ?? refuse('not-found');
  if (amount === 0 || paidOf(order) === 0) refuse('nothing-to-refund');
  const forGoods = creditedForGoods(shop, order);
  if (goodwill) {
    const owed = costNow(order);
    if (owed === 0) refuse('nothing-to-refund');
    if (amount > owed) refuse('refund-above-due');
    const given = Math.max(0, order.credited - forGoods) + amount;
    const { lines } = order;
    const placed = { lines, total: totalOf(order), pricesIncludeTax: shop.pricesIncludeTax };
    if (isAboveShare(role, goodwillShare(placed, given))) refuse('discount-above-limit');
    order.credited += amount;
    if (amount > dueBackOf(shop, order)) refuse('refund-above-due');
  } else if (dueBackOf(shop, order) === 0) refuse('nothing-to-refund');
  else if (amount > dueBackOf(shop, order)) refuse('refund-above-due');
  const why = order.status === 'cancelled' ? 'cancel' : whyDue(shop, order);
  const cause = goodwill ? 'goodwill' : why;
  const { opened } = openRefunds(shop, order, [{ paymentNo, tenderId, amount }], {
    cause,
    returnId: null,
    cashNow,
  });
  const [refund] = opened;
  return { refundId: refund?.id, state: refund?.state, amount, rounding: refund?.rounding };
};
