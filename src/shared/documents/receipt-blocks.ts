import type { OrderDetail } from '../contract/order-views.ts';
import type { ShopView } from '../contract/setup.ts';
import { addMoney, type Money, negateMoney, subtractMoney } from '../domain/money.ts';
import { orderCode } from '../domain/order-code.ts';
import type { AppText } from '../text/english.ts';
import type { Format } from '../text/format.ts';
import type { DocumentBlock, DocumentRow } from './document-block.ts';

type Receipt = {
  readonly order: OrderDetail;
  readonly shop: ShopView;
  readonly text: AppText;
  readonly format: Format;
};
type OrderLine = OrderDetail['lines'][number];

/** How often the receipt of an order was printed. */
export function timesPrinted(order: OrderDetail): number {
  return order.events.filter((event) => event.kind === 'printed').length;
}

/**
 * The receipt of an order: who sold what to whom, each line as it was sold, every discount, the tax by rate,
 * how it was paid. From the second print on it is marked as a copy, with its number, so that it cannot claim a
 * second refund.
 */
export function receiptBlocks(
  order: OrderDetail,
  shop: ShopView,
  text: AppText,
  format: Format,
): readonly DocumentBlock[] {
  const receipt = { order, shop, text, format };
  return [
    headerBlock(receipt),
    ...markBlocks(receipt),
    titleBlock(receipt),
    { kind: 'rule' },
    ...order.lines.map((line) => lineBlock(line, receipt)),
    { kind: 'rule' },
    ...totalBlocks(receipt),
    ...taxBlocks(receipt),
    { kind: 'rule' },
    ...paymentBlocks(receipt),
    ...(order.note ? [{ kind: 'note' as const, text: order.note }] : []),
    { kind: 'qr', content: orderCode(order.id), caption: text('documents.scan') },
    ...footerBlocks(shop.receiptFooter),
  ];
}

function headerBlock({ shop }: Receipt): DocumentBlock {
  return {
    kind: 'header',
    name: shop.name,
    lines: [...linesOf(shop.address), ...linesOf(shop.phone), ...linesOf(shop.receiptHeader)],
  };
}

function markBlocks({ order, shop, text }: Receipt): DocumentBlock[] {
  const printed = timesPrinted(order);
  const marks = [
    ...(shop.isSample ? [text('documents.sample')] : []),
    ...(order.status === 'cancelled' ? [text('documents.cancelled')] : []),
    ...(printed > 0 ? [text('documents.copy', { number: String(printed + 1) })] : []),
  ];
  return marks.map((mark) => ({ kind: 'mark', text: mark }));
}

function titleBlock({ order, text, format }: Receipt): DocumentBlock {
  const isDelivery = order.kind === 'delivery';
  const rows: readonly (DocumentRow | null)[] = [
    { label: text('documents.date'), value: format.dateTime(order.placedAt) },
    given(text('documents.served-by'), order.staffName),
    given(text('documents.customer'), order.customerName),
    given(text(isDelivery ? 'documents.deliver-to' : 'documents.pick-up-by'), order.deliveryName),
    given(text('documents.phone'), order.deliveryPhone),
    ...linesOf(order.deliveryAddress ?? '').map((line) => ({ label: '', value: line })),
    order.deliveryDate === null
      ? null
      : {
          label: text(isDelivery ? 'documents.delivery-date' : 'documents.pickup-date'),
          value: format.weekdayDate(order.deliveryDate),
        },
  ];
  return {
    kind: 'title',
    text: text('documents.order-number', { number: String(order.id) }),
    rows: rows.filter((row) => row !== null),
  };
}

function given(label: string, value: string | null): DocumentRow | null {
  return value === null || value.trim() === '' ? null : { label, value };
}

function lineBlock(line: OrderLine, { text, format }: Receipt): DocumentBlock {
  const isOne = line.quantity === 1000 && line.unit === 'piece';
  const quantity = format.quantity(line.quantity, line.unit);
  const price = format.amount(line.unitPrice);
  const label =
    line.discountRate === null
      ? text('documents.line-discount')
      : text('documents.line-discount-percent', { percent: format.percent(line.discountRate) });
  return {
    kind: 'line',
    name: line.name,
    detail: isOne ? null : text('documents.quantity-by-price', { quantity, price }),
    amount: format.amount(line.gross),
    discount: line.discount === 0 ? null : { label, value: format.amount(negateMoney(line.discount)) },
    note: line.note,
  };
}

function totalBlocks({ order, text, format }: Receipt): DocumentBlock[] {
  const saved = addMoney(order.lineDiscount, order.orderDiscount);
  const orderDiscount =
    order.orderDiscountRate === null
      ? text('documents.order-discount')
      : text('documents.order-discount-percent', { percent: format.percent(order.orderDiscountRate) });
  const row = (label: string, amount: Money): DocumentBlock => ({
    kind: 'amount',
    weight: 'normal',
    label,
    value: format.amount(amount),
  });
  const isPlain = saved === 0 && order.pricesIncludeTax && order.rounding === 0;
  return [
    ...(isPlain ? [] : [row(text('documents.subtotal'), order.subtotal)]),
    ...(order.lineDiscount === 0
      ? []
      : [row(text('documents.line-discounts'), negateMoney(order.lineDiscount))]),
    ...(order.orderDiscount === 0 ? [] : [row(orderDiscount, negateMoney(order.orderDiscount))]),
    ...(order.pricesIncludeTax ? [] : order.taxes.map((tax) => row(taxName(tax, text, format), tax.amount))),
    ...(order.rounding === 0 ? [] : [row(text('documents.rounding'), order.rounding)]),
    { kind: 'amount', weight: 'total', label: text('documents.total'), value: format.money(order.total) },
    ...(saved === 0 ? [] : [row(text('documents.saved'), saved)]),
  ];
}

function taxBlocks({ order, text, format }: Receipt): DocumentBlock[] {
  if (order.taxes.length === 0) return [];
  return [
    {
      kind: 'table',
      title: text(order.pricesIncludeTax ? 'documents.tax-included' : 'documents.tax-by-rate'),
      headings: [text('documents.tax-rate'), text('documents.tax-taxable'), text('documents.tax-amount')],
      rows: order.taxes.map((tax) => [
        taxName(tax, text, format),
        format.amount(tax.taxable),
        format.amount(tax.amount),
      ]),
    },
  ];
}

function taxName(tax: OrderDetail['taxes'][number], text: AppText, format: Format): string {
  return text('documents.tax-added', { name: tax.name, percent: format.percent(tax.rate) });
}

/** Cash stands as it was handed over, with the change below; what is still open is said last and loudest. */
function paymentBlocks({ order, text, format }: Receipt): DocumentBlock[] {
  const open = subtractMoney(order.total, order.paid);
  const row = (label: string, amount: Money, weight: 'normal' | 'strong' = 'normal'): DocumentBlock => ({
    kind: 'amount',
    weight,
    label,
    value: format.amount(amount),
  });
  return [
    ...order.payments.flatMap((payment) => {
      const tender = payment.reference
        ? text('documents.tender-reference', { tender: payment.tenderName, reference: payment.reference })
        : payment.tenderName;
      return [
        row(tender, addMoney(payment.amount, payment.change)),
        ...(payment.change === 0 ? [] : [row(text('documents.change'), payment.change, 'strong')]),
      ];
    }),
    ...(order.refunded === 0 ? [] : [row(text('documents.refunded'), negateMoney(order.refunded))]),
    ...(open > 0 && order.status !== 'cancelled' ? [row(text('documents.to-pay'), open, 'strong')] : []),
  ];
}

function footerBlocks(footer: string): DocumentBlock[] {
  const lines = linesOf(footer);
  return lines.length === 0 ? [] : [{ kind: 'footer', lines }];
}

function linesOf(text: string): string[] {
  return text
    .split(/\r?\n/u)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
