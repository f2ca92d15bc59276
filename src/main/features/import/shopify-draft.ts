import { excerpt } from '../csv/row-problem.ts';
import { itemsPerStep, type Steps } from '../csv/steps.ts';
import type { BuildContext, BuiltProducts, DraftProduct } from './catalog-draft.ts';
import { type CatalogTable, isLongRow, type TableRow } from './catalog-table.ts';
import { type CellReader, createCellReaderSteps } from './cell-reader.ts';
import { findColumns } from './header.ts';
import type { ProblemList } from './problem-list.ts';
import { type ShopifyField, shopifyColumns } from './shopify-columns.ts';
import { buildShopifyProductSteps, isVariantRow } from './shopify-product.ts';

/**
 * Products of a Shopify file. Rows with the same handle are one product wherever they stand; a row without
 * handle and title goes with the row above it; each row that names options or a price is a variant, other
 * rows are further pictures.
 */
export function* buildShopifyDraftSteps(
  table: CatalogTable,
  context: BuildContext,
  problems: ProblemList,
): Steps<BuiltProducts> {
  const reader = yield* createCellReaderSteps<ShopifyField>(
    table,
    {
      columns: findColumns<ShopifyField>(table.headers, shopifyColumns),
      pages: ['body'],
      amounts: ['price', 'compareAtPrice', 'cost'],
      quantities: ['stock'],
      exponent: context.exponent,
      decimalMark: context.decimalMark,
    },
    problems,
  );
  const groups = yield* groupByHandle(table, reader);
  const products: DraftProduct[] = [];
  let uncounted: DraftProduct | null = null;
  let done = 0;
  for (const [handle, rows] of groups) {
    const built = yield* buildShopifyProductSteps(handle, rows, reader, done);
    for (const product of built.products) products.push(product);
    uncounted ??= built.uncounted;
    done += rows.length;
    if (done % itemsPerStep < rows.length || rows.some(isLongRow)) yield done;
  }
  if (uncounted !== null) {
    const params = { name: excerpt(uncounted.name ?? '') };
    const line = uncounted.lines[0] ?? 0;
    problems.add({ line, code: 'stock-uncounted', params, severity: 'note' });
  }
  return { products, decimalMark: reader.decimalMark };
}

function* groupByHandle(
  table: CatalogTable,
  reader: CellReader<ShopifyField>,
): Generator<number, ReadonlyMap<string, TableRow[]>, void> {
  const groups = new Map<string, TableRow[]>();
  let last: TableRow[] | null = null;
  let done = 0;
  for (const row of table.rows) {
    done += 1;
    if (done % itemsPerStep === 0) yield done;
    const handle = reader.text(row, 'handle').toLowerCase();
    const title = reader.text(row, 'title');
    if (handle === '' && title === '') {
      if (last !== null && (isVariantRow(row, reader) || reader.text(row, 'image') !== '')) last.push(row);
      else reader.fail(row, 'handle-missing');
      continue;
    }
    const key = handle === '' ? `#${row.line}` : handle;
    const group = groups.get(key) ?? [];
    group.push(row);
    groups.set(key, group);
    last = group;
  }
  return groups;
}
