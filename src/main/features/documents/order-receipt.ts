import { timesPrinted } from '../../../shared/documents/document-marks.ts';
import { orderNumber } from '../../../shared/documents/document-parts.ts';
import { receiptBlocks } from '../../../shared/documents/receipt-blocks.ts';
import type { TaskContext } from '../../app/context.ts';
import type { Paper, PrintDocument } from '../../app/desktop.ts';
import { getOrderDetail } from '../orders/order-detail.ts';
import { shopView } from '../shop/shop-view.ts';
import { documentWords, printDocument } from './document-words.ts';

export type OrderReceipt = {
  readonly document: PrintDocument;
  /** Which print of this order's receipt the next one is; 1 is the original. */
  readonly printNo: number;
  readonly fileName: string;
};

/** The receipt of an order as it would be printed now, on its own paper or the shop's. @throws AppError `not-found`. */
export async function orderReceipt(
  ctx: TaskContext,
  orderId: number,
  paper: Paper | null,
): Promise<OrderReceipt> {
  const { text, format } = documentWords(ctx);
  const order = getOrderDetail(ctx.db, orderId);
  const shop = shopView(ctx.shop);
  const blocks = receiptBlocks(order, shop, text, format);
  const title = text('documents.order-number', { number: orderNumber(shop, order.id) });
  return {
    document: await printDocument(ctx, blocks, title, paper ?? shop.receiptPaper),
    printNo: timesPrinted(order) + 1,
    fileName: `${text('documents.file-name', { number: orderNumber(shop, order.id) })}.pdf`,
  };
}
