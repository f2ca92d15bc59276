import { type Money, money, sumMoney } from '../../../shared/domain/money.ts';
import type { CommandContext } from '../../app/context.ts';
import { query } from '../../database/query.ts';
import { staffOf } from '../orders/append-event.ts';
import { moveReturnedStock } from './return-stock.ts';
import type { ReturnedLine } from './returned-lines.ts';

export type ReturnToWrite = {
  /** Null where nobody has the receipt. */
  readonly orderId: number | null;
  readonly customerId: number | null;
  readonly lines: readonly ReturnedLine[];
  /**
   * What is credited beyond the lines: the order's cash rounding with the last of its goods, less what goodwill had
   * taken off them before.
   */
  readonly rounding: Money;
  readonly note: string;
};

/** Writes a checked and priced return: header, lines, stock. Answers its number. */
export function writeReturn(ctx: CommandContext, goods: ReturnToWrite): number {
  const { orderId, customerId, lines, rounding, note } = goods;
  const net = sumMoney(lines.map((line) => line.net));
  const tax = sumMoney(lines.map((line) => line.tax));
  const { lastId: returnId } = ctx.db.run(
    query.insertInto('returns').values({
      ...{ orderId, customerId, net, tax, rounding, exchangeOrderId: null },
      at: ctx.now,
      businessDate: ctx.today,
      staffId: staffOf(ctx.actor),
      lineCount: lines.length,
      total: money(net + tax + rounding),
      note: note || null,
    }),
  );
  lines.forEach((line, index) => {
    const lineNo = index + 1;
    const row = { ...line, returnId, lineNo, taxes: JSON.stringify(line.taxes) };
    ctx.db.run(query.insertInto('returnLines').values(row));
    moveReturnedStock(ctx, returnId, lineNo, line);
  });
  return returnId;
}
