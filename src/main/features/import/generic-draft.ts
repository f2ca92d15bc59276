import { excerpt } from '../csv/row-problem.ts';
import { itemsPerStep, type Steps } from '../csv/steps.ts';
import {
  type BuildContext,
  type BuiltProducts,
  blankProduct,
  type DraftOption,
  type DraftProduct,
} from './catalog-draft.ts';
import { type CatalogTable, isLongRow, type TableRow } from './catalog-table.ts';
import { createCellReaderSteps } from './cell-reader.ts';
import { type ImportField, importFields } from './field-names.ts';
import {
  type GenericReader,
  readGenericCategory,
  readGenericState,
  readGenericStock,
  readGenericTax,
  readUnit,
} from './generic-cells.ts';
import { type GroupedRow, groupVariantsSteps } from './generic-groups.ts';
import type { ColumnMapping } from './guess-mapping.ts';
import { htmlToText, plainName } from './html-to-text.ts';
import type { ProblemList } from './problem-list.ts';
import { readReorderLevel } from './read-reorder-level.ts';

/** Products of any list whose columns are mapped to fields. One row is one product, or one variant of a group. */
export function* buildGenericDraftSteps(
  table: CatalogTable,
  context: BuildContext,
  mapping: ColumnMapping,
  problems: ProblemList,
): Steps<BuiltProducts> {
  const columns = new Map<ImportField, number>();
  for (const field of importFields) {
    const index = mapping[field];
    if (index !== undefined && index >= 0 && index < table.headers.length) columns.set(field, index);
  }
  if (!['name', 'sku', 'barcode', 'externalKey'].some((field) => columns.has(field as ImportField))) {
    problems.add({ line: 0, code: 'columns-missing', params: {}, severity: 'error' });
    return { products: [], decimalMark: context.decimalMark ?? '.' };
  }
  const reader = yield* createCellReaderSteps<ImportField>(
    table,
    {
      columns,
      pages: ['description'],
      amounts: ['price', 'compareAtPrice', 'cost'],
      quantities: ['stock', 'reorderLevel'],
      exponent: context.exponent,
      decimalMark: context.decimalMark,
    },
    problems,
  );
  const grouped: GroupedRow[] = [];
  const seen = new Map<string, number>();
  let done = 0;
  for (const row of table.rows) {
    done += 1;
    if (done % itemsPerStep === 0 || isLongRow(row)) yield done;
    const entry = { row, group: reader.text(row, 'parent'), product: readProduct(row, reader, table) };
    if (!isRepeated(entry.product, row, seen, reader)) grouped.push(entry);
  }
  const products = yield* groupVariantsSteps(grouped, reader);
  return { products, decimalMark: reader.decimalMark };
}

function readProduct(row: TableRow, reader: GenericReader, table: CatalogTable): DraftProduct {
  const id = reader.text(row, 'externalKey');
  const { name, hadMarkup } = plainName(reader.text(row, 'name'));
  if (hadMarkup) reader.note(row, 'name-markup', { name: excerpt(name) });
  const description = htmlToText(reader.text(row, 'description'));
  const picture = firstAddress(reader.text(row, 'picture'));
  return {
    ...blankProduct(`line:${row.line}`, [row.line]),
    externalKey: id === '' ? null : `list:${id}`,
    name: name === '' ? null : name,
    options: readGenericOptions(row, reader, table),
    sku: reader.code(row, 'sku'),
    barcodes: reader.barcodes(row, 'barcode'),
    description: reader.has('description') ? description : null,
    categoryPath: readGenericCategory(row, reader),
    cost: reader.amount(row, 'cost'),
    ...readGenericTax(row, reader),
    ...readGenericStock(row, reader),
    unit: readUnit(row, reader),
    reorderLevel: readReorderLevel(row, reader, 'reorderLevel'),
    pictureSource: picture === '' ? null : picture,
    state: readGenericState(row, reader),
  };
}

/** The first of several pictures; blanks and commas part them only where another address follows. */
function firstAddress(text: string): string {
  const [first = ''] = text.split(/[,;|\s](?=https?:)|[;|\n\r]/, 1);
  let end = first.length;
  while (end > 0 && /[,\s]/.test(first.charAt(end - 1))) end -= 1;
  return first.slice(0, end);
}

function readGenericOptions(
  row: TableRow,
  reader: GenericReader,
  table: CatalogTable,
): readonly DraftOption[] {
  const options: DraftOption[] = [];
  for (const field of ['variant', 'variant2', 'variant3'] as const) {
    const value = reader.text(row, field).replace(/\s+/g, ' ');
    if (value === '' || /^default title$/i.test(value)) continue;
    const index = table.hasHeader ? reader.columnOf(field) : -1;
    options.push({ name: (table.headers[index] ?? '').replace(/\s*value$/i, ''), value });
  }
  return options;
}

/** Whether an earlier row said the same product: same code, name and variant. Reported. */
function isRepeated(
  product: DraftProduct,
  row: TableRow,
  seen: Map<string, number>,
  reader: GenericReader,
): boolean {
  const codes = [product.externalKey, product.sku, ...product.barcodes];
  const hasCode = codes.some((code) => code !== null);
  const rest = hasCode ? '' : `${reader.text(row, 'price')}\n${product.description ?? ''}`;
  const signature = JSON.stringify([
    codes,
    product.name,
    product.options.map((option) => option.value),
    rest,
  ]);
  const first = seen.get(signature);
  if (first === undefined) {
    seen.set(signature, row.line);
    return false;
  }
  reader.fail(row, 'row-repeated', { first });
  return true;
}
