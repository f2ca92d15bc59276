import type { ListExport, productColumns } from '../../../shared/contract/lists.ts';
import type { TextKey } from '../../../shared/text/english.ts';
import type { TaskContext } from '../../app/context.ts';
import { eachPage } from '../../database/walk.ts';
import { countTable } from '../catalog/table-order.ts';
import { type TableRow, tableRows } from '../catalog/table-rows.ts';
import { requireRight } from '../orders/require-right.ts';
import { type CellWords, cellWords } from './cell-words.ts';
import type { ListFile } from './list-file.ts';

type ProductExport = Extract<ListExport, { list: 'products' }>;
type Cell = { readonly head: TextKey; readonly cell: (row: TableRow, words: CellWords) => string };

const productsAtOnce = 200;

/** Stock of what is not counted is nothing rather than none. */
const stock =
  (of: (row: TableRow) => TableRow['onHand']): Cell['cell'] =>
  (row, words) =>
    row.tracked ? words.quantity(of(row)) : '';

const cells: Readonly<Record<(typeof productColumns)[number], Cell>> = {
  product: { head: 'lists.product', cell: (row) => row.name },
  variant: { head: 'lists.variant', cell: (row) => row.variantLabel ?? '' },
  sku: { head: 'lists.sku', cell: (row) => row.sku ?? '' },
  barcodes: { head: 'lists.barcodes', cell: (row) => row.barcodes.join(', ') },
  category: { head: 'lists.category', cell: (row) => row.categoryName ?? '' },
  'tax-class': { head: 'lists.tax-class', cell: (row) => row.taxClassName },
  price: { head: 'lists.price', cell: (row, words) => words.money(row.price) },
  'compare-price': { head: 'lists.compare-price', cell: (row, words) => words.money(row.compareAtPrice) },
  cost: { head: 'lists.cost', cell: (row, words) => words.money(row.cost) },
  unit: { head: 'lists.unit', cell: (row, { text }) => text(`documents.unit-${row.unit}`) },
  'on-hand': { head: 'lists.on-hand', cell: stock((row) => row.onHand) },
  reserved: { head: 'lists.reserved', cell: stock((row) => row.reserved) },
  available: { head: 'lists.available', cell: stock((row) => row.available) },
  'reorder-level': { head: 'lists.reorder-level', cell: stock((row) => row.reorderLevel) },
  created: { head: 'lists.created', cell: (row, words) => words.instant(row.createdAt) },
  number: { head: 'lists.number', cell: (row) => String(row.id) },
};

/** The table of products. @throws AppError `forbidden`. */
export function productFile(ctx: TaskContext, wish: ProductExport): ListFile {
  requireRight(ctx, 'see-products');
  if (wish.columns.includes('cost')) requireRight(ctx, 'see-profit');
  const words = cellWords(ctx);
  const columns = [...new Set(wish.columns)].map((key) => cells[key]);
  return {
    head: columns.map(({ head }) => words.text(head)),
    total: countTable(ctx.db, { filter: wish.filter, except: [] }).count,
    pages: pagesOf(ctx, wish, (row) => columns.map(({ cell }) => cell(row, words))),
  };
}

function* pagesOf(
  ctx: TaskContext,
  { filter, sort, descending }: ProductExport,
  rowOf: (row: TableRow) => readonly string[],
): Generator<{ readonly rows: readonly (readonly string[])[]; readonly listed: number }> {
  const pages = eachPage((cursor) =>
    tableRows(ctx, filter, { sort, descending, cursor, limit: productsAtOnce }),
  );
  for (const page of pages) yield { rows: page.items.map(rowOf), listed: page.items.length };
}
