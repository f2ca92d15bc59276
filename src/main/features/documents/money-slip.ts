import { AppError } from '../../../shared/contract/errors.ts';
import { timesPaperPrinted } from '../../../shared/documents/document-marks.ts';
import { refundSlipBlocks } from '../../../shared/documents/refund-slip-blocks.ts';
import { returnSlipBlocks } from '../../../shared/documents/return-slip-blocks.ts';
import type { TaskContext } from '../../app/context.ts';
import type { ReadDb } from '../../database/connection.ts';
import { findOrderDetail } from '../orders/order-detail.ts';
import { findRefund, refundsOfReturn } from '../refunds/refund-rows.ts';
import { findReturn } from '../returns/return-rows.ts';
import { shopView } from '../shop/shop-view.ts';
import { documentWords } from './document-words.ts';
import type { PaperDraft, PaperInput } from './order-paper.ts';

type SlipInput = Extract<PaperInput, { kind: 'return-slip' | 'refund-slip' }>;

/** The slip of a return or of a refund, on the shop's own paper where none is chosen. @throws AppError `not-found`. */
export function moneySlip(ctx: TaskContext, input: SlipInput): PaperDraft {
  return input.kind === 'return-slip' ? returnSlip(ctx, input) : refundSlip(ctx, input);
}

function returnSlip(ctx: TaskContext, { returnId, paper }: SlipInput & { kind: 'return-slip' }): PaperDraft {
  const found = findReturn(ctx.db, returnId);
  if (!found) throw new AppError('not-found', { what: 'return', returnId });
  const goods = { ...found, refunds: refundsOfReturn(ctx.db, returnId) };
  const words = documentWords(ctx);
  const named = { document: 'return-slip', returnId } as const;
  const printed = timesOnOrder(ctx.db, goods.orderId, named);
  return {
    blocks: returnSlipBlocks(goods, shopView(ctx.shop), words, printed),
    title: words.text('documents.return-number', { number: String(returnId) }),
    paper: paper ?? ctx.shop.receiptPaper,
    orderId: goods.orderId,
    ...{ named, printed, number: null },
  };
}

function refundSlip(ctx: TaskContext, { refundId, paper }: SlipInput & { kind: 'refund-slip' }): PaperDraft {
  const refund = findRefund(ctx.db, refundId);
  if (!refund) throw new AppError('not-found', { what: 'refund', refundId });
  const words = documentWords(ctx);
  const named = { document: 'refund-slip', refundId } as const;
  const printed = timesOnOrder(ctx.db, refund.orderId, named);
  return {
    blocks: refundSlipBlocks(refund, shopView(ctx.shop), words, printed),
    title: words.text('documents.refund-number', { number: String(refundId) }),
    paper: paper ?? ctx.shop.receiptPaper,
    orderId: refund.orderId,
    ...{ named, printed, number: null },
  };
}

/** A return without a receipt has no order whose timeline could tell: its slips are not counted. */
function timesOnOrder(
  db: ReadDb,
  orderId: number | null,
  named: Parameters<typeof timesPaperPrinted>[1],
): number {
  const order = orderId === null ? null : findOrderDetail(db, orderId);
  return order ? timesPaperPrinted(order.events, named) : 0;
}
