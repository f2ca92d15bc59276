import { AppError } from '../../../shared/contract/errors.ts';
import type { Parsed } from '../../../shared/contract/index.ts';
import { looksLikeCardNumber } from '../../../shared/domain/card-number.ts';
import { type Money, subtractMoney, sumMoney, zeroMoney } from '../../../shared/domain/money.ts';
import { returnCredit } from '../../../shared/domain/return-credit.ts';
import type { CommandContext, CommandHandler } from '../../app/context.ts';
import { query } from '../../database/query.ts';
import { appendEvent } from '../orders/append-event.ts';
import { balanceOf, type OrderRecord, requireOrder } from '../orders/order-record.ts';
import { requireRight } from '../orders/require-right.ts';
import { creditOrder } from '../refunds/credit-order.ts';
import { giveBack, spendOnExchange } from './give-back.ts';
import { requireDelivered, returnableLines } from './returnable-lines.ts';
import { returnedLines } from './returned-lines.ts';
import { type ExchangeSale, sellExchange } from './sell-exchange.ts';
import { writeReturn } from './write-return.ts';

type Input = Parsed<'returns.create'>;

/**
 * Takes goods back from a sale that was handed over. What they were paid with comes off the order; what is then due
 * back is spent on new goods where there are any, and the rest goes back to the payments it came from. An order that
 * is not paid in full only costs that much less. New goods are a sale: they take the right to sell as well.
 */
export const createReturn: CommandHandler<'returns.create'> = (ctx, input) => {
  if (looksLikeCardNumber(input.note)) throw new AppError('card-number-in-text');
  if (input.exchange) requireRight(ctx, 'sell');
  const order = requireDelivered(ctx.db, input.orderId);
  const { returnId, credit, dueBack } = takeGoods(ctx, order, input);
  const sale = input.exchange ? sellExchange(ctx, order, input.exchange, dueBack) : null;
  const exchangeOrderId = sale?.orderId ?? null;
  if (sale) linkExchange(ctx, returnId, sale);
  appendEvent(ctx, order.id, 'return', { returnId, total: credit, exchangeOrderId });
  const spent = sale?.spent ?? zeroMoney;
  const reason = input.lines[0]?.reason ?? 'other';
  const goods = { orderId: order.id, returnId, reason, cashNow: input.cashNow };
  const opened = giveBack(ctx, goods, input.refunds, subtractMoney(dueBack, spent));
  spendOnExchange(ctx, goods, spent);
  ctx.note(`return ${returnId}`, { orderId: order.id, credit, exchangeOrderId, refunds: opened.refundIds });
  return {
    returnId,
    exchangeOrderId,
    credited: credit,
    exchanged: spent,
    refundedInCash: opened.inCash,
    refundAwaiting: opened.awaiting,
    paid: sale?.paid ?? zeroMoney,
    change: sale?.change ?? zeroMoney,
  };
};

/**
 * Books the goods and takes their worth off the order. Answers all that is due back then, what a voided refund left
 * over before included: the customer is here now.
 * @throws AppError `amount-changed` and what lines may throw.
 */
function takeGoods(ctx: CommandContext, order: OrderRecord, input: Input) {
  const sold = returnableLines(ctx.db, order.id);
  const lines = returnedLines(sold, input.lines);
  const before = sumMoney(sold.map((line) => line.credited));
  const worth = sumMoney(lines.map((line) => line.total));
  const credit: Money = returnCredit(order, before, worth);
  if (credit !== input.expectedCredit) throw new AppError('amount-changed', { credit });
  const { id: orderId, customerId } = order;
  const rounding = subtractMoney(credit, worth);
  const returnId = writeReturn(ctx, { orderId, customerId, lines, rounding, note: input.note });
  creditOrder(ctx, orderId, credit);
  const { dueBack } = balanceOf(ctx.db, requireOrder(ctx.db, orderId));
  return { returnId, credit, dueBack };
}

function linkExchange({ db }: CommandContext, returnId: number, { orderId }: ExchangeSale): void {
  db.run(query.updateTable('returns').set({ exchangeOrderId: orderId }).where('id', '=', returnId));
}
