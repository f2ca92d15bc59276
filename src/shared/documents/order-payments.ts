import type { OrderDetail } from '../contract/order-views.ts';
import { addMoney, money, negateMoney, subtractMoney, sumMoney } from '../domain/money.ts';
import type { DocumentBlock } from './document-block.ts';
import { amountBlock, type DocumentWords } from './document-parts.ts';
import { refundBlocks } from './refund-rows.ts';

/** What was taken off since the order was placed: each return, goodwill, and what it costs now. */
export function creditBlocks(order: OrderDetail, words: DocumentWords): readonly DocumentBlock[] {
  if (order.credited === 0) return [];
  const { text, format } = words;
  const goods = sumMoney(order.returns.map((one) => one.total));
  const goodwill = subtractMoney(order.credited, goods);
  const costs = money(Math.max(0, order.total - order.credited));
  return [
    ...order.returns.map((one) => {
      const label = text('documents.returned-on', { date: format.dateShort(one.businessDate) });
      return amountBlock(words, label, negateMoney(one.total));
    }),
    ...(goodwill === 0 ? [] : [amountBlock(words, text('documents.goodwill'), negateMoney(goodwill))]),
    ...(order.status === 'cancelled'
      ? []
      : [amountBlock(words, text('documents.costs-now'), costs, 'strong')]),
  ];
}

/**
 * How it was paid and what went back. Cash stands as it was handed over, with the change below; what is still open,
 * or still to be given back, is said last and loudest.
 */
export function paymentBlocks(order: OrderDetail, words: DocumentWords): readonly DocumentBlock[] {
  const { text } = words;
  return [
    ...order.payments.flatMap(({ tenderName: tender, reference, amount, change }) => [
      amountBlock(
        words,
        reference ? text('documents.tender-reference', { tender, reference }) : tender,
        addMoney(amount, change),
      ),
      ...(change === 0 ? [] : [amountBlock(words, text('documents.change'), change, 'strong')]),
    ]),
    ...order.refunds.flatMap((refund) => refundBlocks(refund, words)),
    ...(order.dueBack === 0 ? [] : [amountBlock(words, text('documents.due-back'), order.dueBack, 'strong')]),
    ...(order.open === 0 ? [] : [amountBlock(words, text('documents.to-pay'), order.open, 'strong')]),
  ];
}
