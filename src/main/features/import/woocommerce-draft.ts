import { excerpt } from '../csv/row-problem.ts';
import { itemsPerStep, type Steps, visitSteps } from '../csv/steps.ts';
import { type BuildContext, type BuiltProducts, blankProduct, type DraftProduct } from './catalog-draft.ts';
import { type CatalogTable, isLongRow, type TableRow } from './catalog-table.ts';
import { createCellReaderSteps } from './cell-reader.ts';
import { findColumns } from './header.ts';
import { decodeEntities } from './html-entities.ts';
import type { ProblemList } from './problem-list.ts';
import { readReorderLevel } from './read-reorder-level.ts';
import {
  firstCategory,
  readDescription,
  readOptions,
  readPrice,
  readState,
  readStock,
  readTax,
  readType,
  type WoocommerceReader,
  type WoocommerceType,
} from './woocommerce-cells.ts';
import {
  type AttributeColumns,
  findAttributes,
  type WoocommerceField,
  woocommerceColumns,
} from './woocommerce-columns.ts';

type Entry = {
  readonly row: TableRow;
  readonly type: WoocommerceType;
  readonly isVirtual: boolean;
  readonly product: DraftProduct;
  readonly variants: Entry[];
};

/**
 * Products of a WooCommerce file. A variable row becomes a parent, its variations the variants, wherever
 * they stand; a grouped row is left out, because it is only a page that shows other products; an external
 * one comes in as an ordinary product. Each of these is said in a note.
 */
export function* buildWoocommerceDraftSteps(
  table: CatalogTable,
  context: BuildContext,
  problems: ProblemList,
): Steps<BuiltProducts> {
  const reader = yield* createCellReaderSteps<WoocommerceField>(
    table,
    {
      columns: findColumns<WoocommerceField>(table.headers, woocommerceColumns),
      pages: ['description', 'shortDescription'],
      amounts: ['regularPrice', 'salePrice', 'cost'],
      quantities: ['stock', 'lowStock'],
      exponent: context.exponent,
      decimalMark: context.decimalMark,
    },
    problems,
  );
  const attributes = findAttributes(table.headers);
  const entries: Entry[] = [];
  for (const row of table.rows) {
    entries.push(readEntry(row, reader, attributes));
    if (entries.length % itemsPerStep === 0 || isLongRow(row)) yield entries.length;
  }
  const tops = yield* placeVariations(entries, reader);
  const products: DraftProduct[] = [];
  const lineOfKey = new Map<string, number>();
  let done = 0;
  for (const entry of tops) {
    for (const product of yield* productsOf(entry, reader, context, done)) {
      const line = product.lines[0] ?? 0;
      const first = lineOfKey.get(product.key);
      if (first !== undefined) {
        problems.add({ line, code: 'row-repeated', params: { first }, severity: 'error' });
        continue;
      }
      lineOfKey.set(product.key, line);
      products.push(product);
    }
    done += 1 + entry.variants.length;
    if (done % itemsPerStep <= entry.variants.length) yield done;
  }
  return { products, decimalMark: reader.decimalMark };
}

function readEntry(row: TableRow, reader: WoocommerceReader, attributes: readonly AttributeColumns[]): Entry {
  const { type, isVirtual } = readType(reader.text(row, 'type'));
  const id = reader.text(row, 'id').toLowerCase();
  const isKnownId = id !== '' && id !== '0';
  const key = isKnownId ? `woocommerce:${id}` : `woocommerce:line-${row.line}`;
  const name = decodeEntities(reader.text(row, 'name')).replace(/\s+/g, ' ').trim();
  const [picture = ''] = reader.text(row, 'images').split(',');
  const product: DraftProduct = {
    ...blankProduct(key, [row.line]),
    externalKey: isKnownId ? key : null,
    name: name === '' ? null : name,
    options: type === 'variation' ? readOptions(row, attributes) : [],
    sku: reader.code(row, 'sku'),
    barcodes: reader.barcodes(row, 'barcode'),
    description: readDescription(row, reader),
    categoryPath: firstCategory(reader.text(row, 'categories')),
    ...readTax(row, reader),
    cost: reader.amount(row, 'cost'),
    reorderLevel: readReorderLevel(row, reader, 'lowStock'),
    pictureSource: picture.trim() === '' ? null : picture.trim(),
    state: readState(row, reader),
  };
  return { row, type: type ?? 'simple', isVirtual, product, variants: [] };
}

/** Puts each variation under its parent (`Parent` is an SKU or `id:44`); what is left stands on its own. */
function* placeVariations(entries: readonly Entry[], reader: WoocommerceReader): Steps<readonly Entry[]> {
  const parents = new Map<string, Entry>();
  yield* visitSteps(entries, (entry) => {
    if (entry.type === 'variation' || entry.type === 'grouped') return;
    const sku = entry.product.sku?.toLowerCase();
    const id = reader.text(entry.row, 'id');
    if (id !== '' && !parents.has(`id:${id}`)) parents.set(`id:${id}`, entry);
    const known = sku === undefined ? undefined : parents.get(sku);
    // Only a variable product has variations, so it wins over another row with the same SKU.
    if (sku !== undefined && (known === undefined || entry.type === 'variable')) parents.set(sku, entry);
  });
  const tops: Entry[] = [];
  yield* visitSteps(entries, (entry) => {
    if (entry.type !== 'variation') {
      tops.push(entry);
      return;
    }
    const named = reader.text(entry.row, 'parent');
    const parent = parents.get(named.toLowerCase().replace(/^id:\s*/, 'id:'));
    if (parent !== undefined) parent.variants.push(entry);
    else {
      reader.note(entry.row, 'variant-alone', { parent: excerpt(named) });
      tops.push(entry);
    }
  });
  return tops;
}

function* productsOf(
  entry: Entry,
  reader: WoocommerceReader,
  context: BuildContext,
  before: number,
): Steps<readonly DraftProduct[]> {
  const { row, type, product } = entry;
  const name = excerpt(product.name ?? product.sku ?? '');
  if (product.name === null && reader.has('name') && type !== 'variation') {
    reader.fail(row, 'name-missing');
    for (const variant of entry.variants) reader.fail(variant.row, 'name-missing');
    return [];
  }
  if (type === 'grouped') {
    reader.leaveOut(row, 'group-left-out', { name });
    return [];
  }
  if (entry.variants.length > 0) return yield* withVariants(entry, reader, context, before);
  if (type === 'external') reader.note(row, 'sold-elsewhere', { name });
  if (type === 'variable') {
    if (reader.text(row, 'regularPrice') === '') {
      reader.fail(row, 'parent-without-variants', { name });
      return [];
    }
    reader.note(row, 'parent-as-single', { name });
  }
  const single = sellableOf(entry, reader, context);
  return single === null ? [] : [single];
}

/** Price and stock of a row that is sold; null when it has no price (reported). */
function sellableOf(entry: Entry, reader: WoocommerceReader, context: BuildContext): DraftProduct | null {
  const { row, product } = entry;
  if (product.name === null && reader.has('name')) {
    reader.fail(row, 'name-missing');
    return null;
  }
  const stock = readStock(row, reader, !entry.isVirtual && entry.type !== 'external');
  const price = readPrice(row, reader, context.today);
  if (price === 'bad') return null;
  if (price !== 'blank') return { ...product, ...stock, ...price };
  const hasPrices = reader.has('regularPrice') || reader.has('salePrice');
  if (hasPrices) reader.fail(row, 'price-missing');
  return hasPrices ? null : { ...product, ...stock };
}

function* withVariants(
  entry: Entry,
  reader: WoocommerceReader,
  context: BuildContext,
  before: number,
): Steps<readonly DraftProduct[]> {
  const parent: DraftProduct = { ...entry.product, kind: 'parent' };
  const seen = new Map<string, number>();
  const variants: DraftProduct[] = [];
  let sharesStock = false;
  const add = (variation: Entry) => {
    const label = labelOf(variation.product, parent, seen.size + 1);
    const first = seen.get(label.toLowerCase());
    if (first !== undefined) {
      reader.fail(variation.row, 'variant-repeated', { variant: excerpt(label), first });
      return;
    }
    seen.set(label.toLowerCase(), variation.row.line);
    const named = {
      ...variation,
      product: { ...variation.product, name: parent.name ?? variation.product.name },
    };
    const product = sellableOf(named, reader, context);
    if (product === null) return;
    sharesStock ||= reader.text(variation.row, 'stock').toLowerCase() === 'parent';
    variants.push({
      ...product,
      kind: 'variant',
      parentKey: parent.key,
      variantLabel: label,
      categoryPath: product.categoryPath.length > 0 ? product.categoryPath : parent.categoryPath,
      taxable: product.taxable ?? parent.taxable,
      taxClassName: product.taxClassName ?? parent.taxClassName,
      pictureSource: product.pictureSource ?? parent.pictureSource,
      state: parent.state === 'draft' ? 'draft' : product.state,
    });
  };
  yield* visitSteps(entry.variants, add, before);
  if (sharesStock) reader.note(entry.row, 'stock-shared', { name: excerpt(parent.name ?? '') });
  return [parent, ...variants];
}

/** "Blue / Large"; where a variation is for any value, what its name says beyond its parent's, its SKU, its number. */
function labelOf(variation: DraftProduct, parent: DraftProduct, number: number): string {
  const values = variation.options.map((option) => option.value).join(' / ');
  if (values !== '') return values;
  const name = variation.name ?? '';
  const rest = parent.name !== null && name.startsWith(parent.name) ? name.slice(parent.name.length) : '';
  return rest.replace(/^[\s\-–—:,/]+/, '') || (variation.sku ?? String(number));
}
