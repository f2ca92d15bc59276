import { AppError } from '../../../shared/contract/errors.ts';
import type { Parsed } from '../../../shared/contract/index.ts';
import type { OrderDetail } from '../../../shared/contract/order-views.ts';
import { deliveryNoteBlocks } from '../../../shared/documents/delivery-note-blocks.ts';
import type { DocumentBlock } from '../../../shared/documents/document-block.ts';
import { timesPaperPrinted } from '../../../shared/documents/document-marks.ts';
import { invoiceBlocks } from '../../../shared/documents/invoice-blocks.ts';
import { packingSlipBlocks } from '../../../shared/documents/packing-slip-blocks.ts';
import type { TaskContext } from '../../app/context.ts';
import type { Paper, PrintDocument } from '../../app/desktop.ts';
import { getOrderDetail } from '../orders/order-detail.ts';
import { shopView } from '../shop/shop-view.ts';
import { documentWords, printDocument } from './document-words.ts';
import { type NumberedInvoice, requireInvoice } from './invoice-number.ts';
import { moneySlip } from './money-slip.ts';

export type PaperInput = Parsed<'documents.print'>;

/** A paper before it is drawn: what stands on it and what it is called. */
export type PaperDraft = {
  readonly blocks: readonly DocumentBlock[];
  readonly title: string;
  readonly paper: Paper;
  /** Whose timeline tells of it; null for a return without a receipt. */
  readonly orderId: number | null;
  /** What the timeline holds of it, beside how often it was printed. */
  readonly named: Readonly<Record<string, string | number>>;
  /** How often it was printed before. */
  readonly printed: number;
  /** An invoice's number as it is printed; null for the other papers. */
  readonly number: string | null;
};

export type OrderPaper = PaperDraft & { readonly document: PrintDocument };

/**
 * A paper of an order, a return or a refund as it would be printed now. An invoice is numbered by it.
 * @throws AppError `not-found`, `nothing-to-invoice`, `nothing-to-deliver`.
 */
export async function orderPaper(ctx: TaskContext, input: PaperInput): Promise<OrderPaper> {
  const draft = await draftOf(ctx, input);
  return { ...draft, document: await printDocument(ctx, draft.blocks, draft.title, draft.paper) };
}

async function draftOf(ctx: TaskContext, input: PaperInput): Promise<PaperDraft> {
  switch (input.kind) {
    case 'invoice':
      return invoiceDraft(ctx, input.orderId, await requireInvoice(ctx, input.orderId));
    case 'packing-slip':
    case 'delivery-note':
      return deliveryDraft(ctx, input.orderId, input.kind);
    case 'return-slip':
    case 'refund-slip':
      return moneySlip(ctx, input);
  }
}

/** @throws AppError `nothing-to-deliver` for what is cancelled, or was handed over at the till. */
function deliveryDraft(
  ctx: TaskContext,
  orderId: number,
  document: 'packing-slip' | 'delivery-note',
): PaperDraft {
  const order = getOrderDetail(ctx.db, orderId);
  if (order.status === 'cancelled' || order.kind === 'counter') throw new AppError('nothing-to-deliver');
  const words = documentWords(ctx);
  const draw = document === 'packing-slip' ? packingSlipBlocks : deliveryNoteBlocks;
  return {
    blocks: draw(order, shopView(ctx.shop), words),
    title: words.text(`documents.${document}-file`, { number: String(orderId) }),
    ...sheetOf(order, document, null),
  };
}

function invoiceDraft(ctx: TaskContext, orderId: number, invoice: NumberedInvoice): PaperDraft {
  const order = getOrderDetail(ctx.db, orderId);
  const { buyerName: name, buyerAddress: address, businessDate, printed } = invoice;
  const words = documentWords(ctx);
  const buyer = name !== null && address ? { name, address } : null;
  const made = { number: printed, businessDate, buyer };
  return {
    blocks: invoiceBlocks(made, order, shopView(ctx.shop), words),
    title: words.text('documents.invoice-number', { number: printed }),
    ...sheetOf(order, 'invoice', printed),
  };
}

/** A paper of an order on a sheet of its own. */
function sheetOf(
  { id: orderId, events }: OrderDetail,
  document: 'packing-slip' | 'delivery-note' | 'invoice',
  number: string | null,
) {
  return {
    paper: 'a4' as const,
    orderId,
    named: number === null ? { document } : { document, number },
    printed: timesPaperPrinted(events, { document }),
    number,
  };
}
