import type { OrderDetail } from '../contract/order-views.ts';
import { negateMoney } from '../domain/money.ts';
import type { DocumentBlock, GoodsColumn, GoodsRow } from './document-block.ts';
import type { DocumentWords } from './document-parts.ts';

type OrderLine = OrderDetail['lines'][number];

/** Goods to be picked or handed over: how much of what, with its article number and what was wished for it. */
export function plainGoods(
  lines: readonly OrderLine[],
  { text, format }: DocumentWords,
  { isTicked }: { readonly isTicked: boolean },
): DocumentBlock {
  const columns: readonly GoodsColumn[] = [
    ...(isTicked ? [{ heading: text('documents.done'), kind: 'tick' } as const] : []),
    { heading: text('documents.quantity'), kind: 'figure' },
    { heading: text('documents.unit'), kind: 'word' },
    { heading: text('documents.product'), kind: 'wide' },
    { heading: text('documents.sku'), kind: 'code' },
  ];
  const rows = lines.map((line): GoodsRow => {
    const unit = text(`documents.unit-${line.unit}`);
    const cells = [format.quantity(line.quantity), unit, line.name, line.sku ?? ''];
    return { cells: isTicked ? ['', ...cells] : cells, details: line.note ? [line.note] : [] };
  });
  return { kind: 'goods', label: text('documents.goods'), columns, rows };
}

/**
 * Goods with their prices as they were sold: unit price, discount, tax rates, amount before discounts. Columns that
 * would stay empty are left out.
 */
export function pricedGoods(lines: readonly OrderLine[], words: DocumentWords): DocumentBlock {
  const { text, format } = words;
  const hasDiscount = lines.some((line) => line.discount !== 0);
  const hasTax = lines.some((line) => line.taxes.length > 0);
  const columns: readonly GoodsColumn[] = [
    { heading: text('documents.product'), kind: 'wide' },
    { heading: text('documents.quantity'), kind: 'figure' },
    { heading: text('documents.unit-price'), kind: 'figure' },
    ...(hasDiscount ? [{ heading: text('documents.line-discount'), kind: 'figure' } as const] : []),
    ...(hasTax ? [{ heading: text('documents.tax-rate'), kind: 'figure' } as const] : []),
    { heading: text('documents.amount'), kind: 'figure' },
  ];
  const rows = lines.map(
    (line): GoodsRow => ({
      cells: [
        line.name,
        format.quantity(line.quantity, line.unit),
        format.amount(line.unitPrice),
        ...(hasDiscount ? [line.discount === 0 ? '' : format.amount(negateMoney(line.discount))] : []),
        ...(hasTax ? [line.taxes.map(({ rate }) => format.percent(rate)).join(' + ')] : []),
        format.amount(line.gross),
      ],
      details: detailsOf(line, words),
    }),
  );
  return { kind: 'goods', label: text('documents.goods'), columns, rows };
}

function detailsOf({ sku, note, discountRate }: OrderLine, { text, format }: DocumentWords): string[] {
  return [
    ...(sku ? [sku] : []),
    ...(discountRate === null
      ? []
      : [text('documents.line-discount-percent', { percent: format.percent(discountRate) })]),
    ...(note ? [note] : []),
  ];
}
