import type { Output, Parsed } from '../../../shared/contract/index.ts';
import type { TaskContext, TaskHandler } from '../../app/context.ts';
import { staffOf } from '../orders/append-event.ts';
import { orderReceipt } from './order-receipt.ts';
import { printInTurn } from './print-in-turn.ts';
import { printOrRefuse } from './print-or-refuse.ts';
import { addPrintedEvent } from './printed-event.ts';

/**
 * Prints an order's receipt on this computer's receipt printer, then notes on the order that it was: from the
 * second time on receipts are marked as copies. A failed print leaves no trace on the order.
 */
export const printReceipt: TaskHandler<'documents.printReceipt'> = (ctx, input) =>
  printInTurn(ctx.desktop, `order ${input.orderId}`, () => printOne(ctx, input));

async function printOne(
  ctx: TaskContext,
  { orderId, paper }: Parsed<'documents.printReceipt'>,
): Promise<Output<'documents.printReceipt'>> {
  const { document, printNo } = await orderReceipt(ctx, orderId, paper);
  await printOrRefuse(ctx, document, ctx.desktop.machine.get().receiptPrinter);
  const staffId = staffOf(ctx.actor);
  await ctx.transaction((db, note) => {
    addPrintedEvent(db, {
      orderId,
      staffId,
      at: ctx.now,
      details: { print: printNo, paper: document.paper },
    });
    note(`order ${orderId}`, { print: printNo });
  });
  return {};
}
