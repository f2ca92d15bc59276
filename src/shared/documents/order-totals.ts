import type { OrderDetail } from '../contract/order-views.ts';
import { addMoney, negateMoney } from '../domain/money.ts';
import type { DocumentBlock } from './document-block.ts';
import { amountBlock, type DocumentWords } from './document-parts.ts';

/** From the lines to what the order came to when it was placed: discounts, added tax, cash rounding, the total. */
export function totalBlocks(order: OrderDetail, words: DocumentWords): readonly DocumentBlock[] {
  const { text, format } = words;
  const orderDiscount =
    order.orderDiscountRate === null
      ? text('documents.order-discount')
      : text('documents.order-discount-percent', { percent: format.percent(order.orderDiscountRate) });
  const isPlain =
    order.lineDiscount + order.orderDiscount === 0 && order.pricesIncludeTax && order.rounding === 0;
  return [
    ...(isPlain ? [] : [amountBlock(words, text('documents.subtotal'), order.subtotal)]),
    ...(order.lineDiscount === 0
      ? []
      : [amountBlock(words, text('documents.line-discounts'), negateMoney(order.lineDiscount))]),
    ...(order.orderDiscount === 0
      ? []
      : [amountBlock(words, orderDiscount, negateMoney(order.orderDiscount))]),
    ...(order.pricesIncludeTax
      ? []
      : order.taxes.map((tax) => amountBlock(words, taxName(tax, words), tax.amount))),
    ...(order.rounding === 0 ? [] : [amountBlock(words, text('documents.rounding'), order.rounding)]),
    { kind: 'amount', weight: 'total', label: text('documents.total'), value: format.money(order.total) },
  ];
}

/** What the customer saved by all discounts, where they did. */
export function savedBlocks(order: OrderDetail, words: DocumentWords): readonly DocumentBlock[] {
  const saved = addMoney(order.lineDiscount, order.orderDiscount);
  return saved === 0 ? [] : [amountBlock(words, words.text('documents.saved'), saved)];
}

/** The tax by rate, and on how much it was taken. */
export function taxBlocks(order: OrderDetail, words: DocumentWords): readonly DocumentBlock[] {
  if (order.taxes.length === 0) return [];
  const { text, format } = words;
  return [
    {
      kind: 'table',
      title: text(order.pricesIncludeTax ? 'documents.tax-included' : 'documents.tax-by-rate'),
      headings: [text('documents.tax-rate'), text('documents.tax-taxable'), text('documents.tax-amount')],
      rows: order.taxes.map((tax) => [
        taxName(tax, words),
        format.amount(tax.taxable),
        format.amount(tax.amount),
      ]),
    },
  ];
}

function taxName({ name, rate }: OrderDetail['taxes'][number], { text, format }: DocumentWords): string {
  return text('documents.tax-added', { name, percent: format.percent(rate) });
}
