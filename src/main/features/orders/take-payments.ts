import { sql } from 'kysely';
import type { PlaceOrderInput } from '../../../shared/contract/orders.ts';
import { type Money, zeroMoney } from '../../../shared/domain/money.ts';
import type { CommandContext } from '../../app/context.ts';
import { preparedRead, preparedWrite } from '../../database/prepared.ts';
import { query } from '../../database/query.ts';
import { correctFigures } from '../reports/correct-figures.ts';
import { appendEvent, staffOf } from './append-event.ts';
import { balanceOf, requireOrder } from './order-record.ts';
import { insertPayment } from './order-statements.ts';
import { requireRight } from './require-right.ts';
import { takeTenders } from './take-tenders.ts';

const lastPayment = preparedRead<{ orderId: number }, { paymentNo: number | null }>((slot) =>
  query
    .selectFrom('payments')
    .select((of) => of.fn.max('paymentNo').as('paymentNo'))
    .where('orderId', '=', slot('orderId')),
);

const addPaid = preparedWrite<{ orderId: number; paid: Money; rounding: Money }>((slot) =>
  query
    .updateTable('orders')
    .set({
      paid: sql<Money>`paid + CAST(${slot('paid')} AS INTEGER)`,
      rounding: sql<Money>`rounding + CAST(${slot('rounding')} AS INTEGER)`,
      total: sql<Money>`total + CAST(${slot('rounding')} AS INTEGER)`,
    })
    .where('id', '=', slot('orderId')),
);

/**
 * Takes tenders towards what an order has open, whole or in part, and answers the change. Where the last of it is
 * paid in cash, rounding to coins becomes part of what the order costs. Without tenders nothing happens.
 * @throws AppError `forbidden`, `too-much-paid`, `tender-gone`, `reference-missing`, `card-number-in-text`.
 */
export function takePayments(
  ctx: CommandContext,
  orderId: number,
  tenders: PlaceOrderInput['tenders'],
): Money {
  if (tenders.length === 0) return zeroMoney;
  requireRight(ctx, 'take-payment');
  const { open } = balanceOf(ctx.db, requireOrder(ctx.db, orderId));
  const taken = takeTenders(ctx, { tenders }, open);
  let { paymentNo } = lastPayment.get(ctx.db, { orderId }) ?? { paymentNo: null };
  for (const { tender, amount, change, reference } of taken.payments) {
    paymentNo = (paymentNo ?? 0) + 1;
    const by = { staffId: staffOf(ctx.actor), at: ctx.now, businessDate: ctx.today };
    insertPayment.run(ctx.db, { orderId, paymentNo, tenderId: tender.id, amount, change, reference, ...by });
    appendEvent(ctx, orderId, 'paid', { tender: tender.name, amount });
  }
  const { paid, rounding } = taken;
  const add = (): void => void addPaid.run(ctx.db, { orderId, paid, rounding });
  // Rounding to coins changes what the order came to on the day it was placed.
  if (rounding === 0) add();
  else correctFigures(ctx, orderId, add);
  return taken.change;
}
