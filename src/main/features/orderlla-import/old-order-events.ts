import { businessDateOf } from '../../../shared/domain/calendar.ts';
import type { CommandContext } from '../../app/context.ts';
import type { OrderEventKind } from '../../database/kinds.ts';
import { query } from '../../database/query.ts';
import { insertEvent, insertPayment } from '../orders/order-statements.ts';
import type { DraftOrder } from './orderlla-draft.ts';

export type Telling = {
  readonly ctx: CommandContext;
  readonly tenderId: number;
  /** When it was paid; null if it was not. */
  readonly payment: number | null;
};

type Event = {
  readonly kind: OrderEventKind;
  readonly at: number;
  readonly details: Readonly<Record<string, unknown>>;
};

/** Writes an old order's payment and refund, and its timeline from placing to the last that is known of it. */
export function tellOldOrder(telling: Telling, orderId: number, order: DraftOrder): void {
  const { ctx, payment } = telling;
  const { placedAt, movedAt, status, total, method } = order;
  const events: Event[] = [{ kind: 'placed', at: placedAt, details: { kind: 'delivery', total } }];
  if (payment !== null) {
    writePayment(telling, orderId, order, payment);
    events.push({ kind: 'paid', at: payment, details: { tender: method.name, amount: total } });
  }
  if (status !== 'received') {
    events.push({ kind: 'status', at: movedAt ?? placedAt, details: { from: 'received', to: status } });
  }
  if (payment !== null) events.push(...writeRefund(telling, orderId, order));
  events.forEach(({ kind, at, details }, index) => {
    const row = { orderId, eventNo: index + 1, kind, staffId: null, at, details: JSON.stringify(details) };
    insertEvent.run(ctx.db, row);
  });
}

function writePayment({ ctx, tenderId }: Telling, orderId: number, { total }: DraftOrder, at: number): void {
  insertPayment.run(ctx.db, {
    orderId,
    paymentNo: 1,
    tenderId,
    amount: total,
    change: 0 as typeof total,
    reference: null,
    staffId: null,
    at,
    businessDate: dayOf(ctx, at),
  });
}

/** The refund of a cancelled order, and how it came to the state it is in. */
function writeRefund({ ctx, tenderId }: Telling, orderId: number, order: DraftOrder): readonly Event[] {
  const { refund, total: amount, method } = order;
  if (refund === null) return [];
  const at = order.movedAt ?? order.placedAt;
  const { state, words } = refund;
  const isSettled = state === 'settled';
  const refundId = ctx.db.run(
    query.insertInto('refunds').values({
      orderId,
      paymentNo: 1,
      returnId: null,
      cause: 'cancel',
      tenderId,
      state,
      amount,
      rounding: 0 as typeof amount,
      reference: null,
      reason: words,
      staffId: null,
      openedAt: at,
      businessDate: dayOf(ctx, at),
      initiatedAt: state === 'awaiting' ? null : at,
      settledAt: isSettled ? at : null,
      settledDate: isSettled ? dayOf(ctx, at) : null,
    }),
  ).lastId;
  const steps = state === 'initiated' ? ['awaiting', 'initiated'] : [state];
  return steps.map((step) => ({
    kind: 'refund',
    at,
    details: { refundId, state: step, tender: method.name, amount },
  }));
}

function dayOf({ shop }: CommandContext, at: number) {
  return businessDateOf(at, shop.timeZone, shop.dayStartMinutes);
}
