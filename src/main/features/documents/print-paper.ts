import type { Output } from '../../../shared/contract/index.ts';
import type { TaskContext, TaskHandler } from '../../app/context.ts';
import type { Paper } from '../../app/desktop.ts';
import { staffOf } from '../orders/append-event.ts';
import { type OrderPaper, orderPaper, type PaperInput } from './order-paper.ts';
import { printInTurn } from './print-in-turn.ts';
import { printOrRefuse } from './print-or-refuse.ts';
import { addPrintedEvent } from './printed-event.ts';

/**
 * Prints a paper of an order, a return or a refund, then notes in the order's timeline which one it was. A failed
 * print leaves no trace there; an invoice keeps the number that it was given.
 */
export const printPaper: TaskHandler<'documents.print'> = (ctx, input) =>
  printInTurn(ctx.desktop, subjectOf(input), () => printOne(ctx, input));

async function printOne(ctx: TaskContext, input: PaperInput): Promise<Output<'documents.print'>> {
  const paper = await orderPaper(ctx, input);
  await printOrRefuse(ctx, paper.document, printerFor(ctx, paper.paper));
  await notePrinted(ctx, input, paper);
  return { number: paper.number };
}

async function notePrinted(ctx: TaskContext, input: PaperInput, paper: OrderPaper): Promise<void> {
  const { orderId, named, printed, document } = paper;
  const details = { ...named, print: printed + 1, paper: document.paper };
  await ctx.transaction((db, note) => {
    if (orderId !== null) {
      addPrintedEvent(db, { orderId, staffId: staffOf(ctx.actor), at: ctx.now, details });
    }
    note(orderId === null ? subjectOf(input) : `order ${orderId}`, details);
  });
}

/** Sheets go to this computer's default printer, unless the shop's receipts are sheets too. */
function printerFor({ desktop, shop }: TaskContext, paper: Paper): string {
  const isSheetBesideRoll = paper === 'a4' && shop.receiptPaper !== 'a4';
  return isSheetBesideRoll ? '' : desktop.machine.get().receiptPrinter;
}

function subjectOf(input: PaperInput): string {
  if (input.kind === 'return-slip') return `return ${input.returnId}`;
  if (input.kind === 'refund-slip') return `refund ${input.refundId}`;
  return `order ${input.orderId}`;
}
