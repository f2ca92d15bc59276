import { excerpt } from '../csv/row-problem.ts';
import { type Steps, visitSteps } from '../csv/steps.ts';
import { blankProduct, type DraftOption, type DraftProduct } from './catalog-draft.ts';
import type { TableRow } from './catalog-table.ts';
import type { CellReader } from './cell-reader.ts';
import { readCategoryPath, readFlag } from './cell-text.ts';
import { decodeEntities } from './html-entities.ts';
import { htmlToText } from './html-to-text.ts';
import type { ShopifyField } from './shopify-columns.ts';

type Reader = CellReader<ShopifyField>;

const optionFields = [
  ['option1Name', 'option1Value'],
  ['option2Name', 'option2Value'],
  ['option3Name', 'option3Value'],
] as const satisfies readonly (readonly [ShopifyField, ShopifyField])[];

/** A row that can be sold: it has a price, option values, a code or a quantity. Others are pictures. */
export function isVariantRow(row: TableRow, reader: Reader): boolean {
  const marks: readonly ShopifyField[] = [
    'option1Value',
    'option2Value',
    'option3Value',
    'price',
    'sku',
    'barcode',
    'stock',
  ];
  return marks.some((field) => reader.text(row, field) !== '');
}

export type BuiltShopifyProduct = {
  readonly products: readonly DraftProduct[];
  /** The first with a quantity that the other system does not count: worth a word. */
  readonly uncounted: DraftProduct | null;
};

/**
 * The product of one handle: a single one where its only variant is Shopify's "Default Title", else a
 * parent and its variants. Empty when no row of it can be sold; what was wrong is reported. Yields rows done,
 * counted on from `before`: a handle may have thousands.
 */
export function* buildShopifyProductSteps(
  handle: string,
  rows: readonly TableRow[],
  reader: Reader,
  before: number,
): Steps<BuiltShopifyProduct> {
  const seen = yield* lookAtRows(rows, reader, before);
  const products = yield* productsOf(handle, rows, seen, reader, before);
  const isUncounted = ({ tracked, kind, lines }: DraftProduct) =>
    tracked === false && kind !== 'parent' && lines.some((line) => seen.stocked.has(line));
  return { products, uncounted: products.find(isUncounted) ?? null };
}

/** What one walk over the rows of a handle finds. */
type SeenRows = {
  readonly sellable: readonly TableRow[];
  /** The picture with position 1, else the first. */
  readonly picture: string | null;
  /** Names of the options, from the first sellable row that gives each. */
  readonly optionNames: readonly string[];
  /** Lines whose quantity is more than nothing. */
  readonly stocked: ReadonlySet<number>;
};

function* lookAtRows(rows: readonly TableRow[], reader: Reader, before: number): Steps<SeenRows> {
  const sellable: TableRow[] = [];
  const optionNames = ['', '', ''];
  const stocked = new Set<number>();
  let picture = null as string | null;
  let hasFirst = false;
  const look = (row: TableRow) => {
    const image = hasFirst ? '' : reader.text(row, 'image');
    if (image !== '') {
      hasFirst = /^0*1(?:\.0+)?$/.test(reader.text(row, 'imagePosition'));
      if (hasFirst || picture === null) picture = image;
    }
    if (/[1-9]/.test(reader.text(row, 'stock'))) stocked.add(row.line);
    if (!isVariantRow(row, reader)) return;
    sellable.push(row);
    optionFields.forEach(([nameField], index) => {
      if (optionNames[index] === '') optionNames[index] = reader.text(row, nameField);
    });
  };
  yield* visitSteps(rows, look, before);
  return { sellable, picture, optionNames, stocked };
}

function* productsOf(
  handle: string,
  rows: readonly TableRow[],
  { sellable, picture, optionNames }: SeenRows,
  reader: Reader,
  before: number,
): Steps<readonly DraftProduct[]> {
  const head = rows.find((row) => reader.text(row, 'title') !== '') ?? rows[0];
  if (head === undefined) return [];
  const common = { ...commonOf(handle, head, rows, reader), pictureSource: picture };
  if (sellable.length === 0) {
    if (!reader.has('price')) return [common];
    reader.fail(head, 'price-missing');
    return leaveOutRest(
      rows.filter((row) => row !== head),
      common,
      reader,
    );
  }
  const [only] = sellable;
  const isSingle = sellable.length === 1 && only !== undefined && realOptions(only, [], reader).length === 0;
  if (isSingle) {
    const variant = variantOf(only, reader);
    if (variant === null) return leaveOutRest(rows, common, reader);
    return [{ ...common, ...variant, pictureSource: common.pictureSource ?? variant.pictureSource }];
  }
  const variants = yield* buildVariants(common, sellable, optionNames, reader, before);
  if (variants.length === 0) return leaveOutRest(rows, common, reader);
  return [{ ...common, kind: 'parent' }, ...variants];
}

/** No row of the product can be sold, as was reported: the rows that only describe it are left out too. */
function leaveOutRest(
  rows: readonly TableRow[],
  common: DraftProduct,
  reader: Reader,
): readonly DraftProduct[] {
  for (const row of rows) {
    if (!isVariantRow(row, reader))
      reader.leaveOut(row, 'parent-left-out', { name: excerpt(common.name ?? '') });
  }
  return [];
}

/** Null where the file has no titles at all: such a file changes products the shop already has. */
function nameOf(handle: string, head: TableRow, reader: Reader): string | null {
  const title = decodeEntities(reader.text(head, 'title')).replace(/\s+/g, ' ').trim();
  if (title !== '') return title;
  if (!reader.has('title')) return null;
  const words = handle.replace(/[-_]+/g, ' ').trim() || handle;
  const name = words.charAt(0).toUpperCase() + words.slice(1);
  reader.note(head, 'name-from-handle', { name: excerpt(name) });
  return name;
}

function commonOf(handle: string, head: TableRow, rows: readonly TableRow[], reader: Reader): DraftProduct {
  const key = handle.startsWith('#') ? `shopify:line-${head.line}` : `shopify:${handle}`;
  const name = nameOf(handle, head, reader);
  const body = reader.text(head, 'body');
  const isGiftCard = readFlag(reader.text(head, 'giftCard')) === true;
  if (isGiftCard) reader.note(head, 'gift-card', { name: excerpt(name ?? handle) });
  return {
    ...blankProduct(
      key,
      rows.map((row) => row.line),
    ),
    externalKey: handle.startsWith('#') ? null : key,
    name,
    description: reader.has('body') ? htmlToText(body) : null,
    categoryPath: categoryOf(head, reader),
    taxable: isGiftCard ? false : null,
    tracked: isGiftCard ? false : null,
    state: stateOf(head, reader),
  };
}

/** The shop's own word for the kind of thing comes before the taxonomy of the other system. */
function categoryOf(head: TableRow, reader: Reader): readonly string[] {
  const type = decodeEntities(reader.text(head, 'type'));
  if (type !== '') return readCategoryPath(type);
  const collection = decodeEntities(reader.text(head, 'collection'));
  return readCategoryPath(collection === '' ? decodeEntities(reader.text(head, 'category')) : collection);
}

function stateOf(head: TableRow, reader: Reader): DraftProduct['state'] {
  const status = reader.text(head, 'status').toLowerCase();
  if (status === 'active' || status === 'draft' || status === 'archived') return status;
  if (status !== '') reader.note(head, 'state-unknown', { state: excerpt(status) });
  const published = readFlag(reader.text(head, 'published'));
  if (published === null) return status === '' ? null : 'active';
  return published ? 'active' : 'draft';
}

/** Option values of a row with the names that stand on the product's first row; "Default Title" is none. */
function realOptions(row: TableRow, names: readonly string[], reader: Reader): readonly DraftOption[] {
  const options: DraftOption[] = [];
  optionFields.forEach(([nameField, valueField], index) => {
    const value = decodeEntities(reader.text(row, valueField)).replace(/\s+/g, ' ').trim();
    if (value === '' || /^default title$/i.test(value)) return;
    options.push({ name: names[index] || reader.text(row, nameField) || `Option ${index + 1}`, value });
  });
  return options;
}

function* buildVariants(
  common: DraftProduct,
  rows: readonly TableRow[],
  optionNames: readonly string[],
  reader: Reader,
  before: number,
): Steps<readonly DraftProduct[]> {
  const seen = new Map<string, number>();
  const variants: DraftProduct[] = [];
  const add = (row: TableRow) => {
    const options = realOptions(row, optionNames, reader);
    const sku = reader.code(row, 'sku');
    const values = options.map((option) => option.value).join(' / ');
    const label = values !== '' ? values : (sku ?? String(seen.size + 1));
    const first = seen.get(label.toLowerCase());
    if (first !== undefined) {
      reader.fail(row, 'variant-repeated', { variant: excerpt(label), first });
      return;
    }
    seen.set(label.toLowerCase(), row.line);
    const variant = variantOf(row, reader);
    if (variant === null) return;
    const key = `${common.key}:${label.toLowerCase()}`;
    variants.push({
      ...common,
      ...variant,
      taxable: common.taxable ?? variant.taxable,
      tracked: common.tracked ?? variant.tracked,
      key,
      kind: 'variant',
      parentKey: common.key,
      externalKey: common.externalKey === null ? null : key,
      description: null,
      variantLabel: label,
      options,
      pictureSource: variant.pictureSource ?? common.pictureSource,
      lines: [row.line],
    });
  };
  yield* visitSteps(rows, add, before);
  return variants;
}

type VariantPart = Pick<
  DraftProduct,
  | 'sku'
  | 'barcodes'
  | 'price'
  | 'compareAtPrice'
  | 'cost'
  | 'taxable'
  | 'tracked'
  | 'stock'
  | 'oversell'
  | 'pictureSource'
>;

/** What a variant row says of itself; null when it cannot be sold (reported). */
function variantOf(row: TableRow, reader: Reader): VariantPart | null {
  const price = reader.price(row, 'price');
  if (price === 'blank' && reader.has('price')) reader.fail(row, 'price-missing');
  if (price === 'bad' || (price === 'blank' && reader.has('price'))) return null;
  const compareAt = reader.amount(row, 'compareAtPrice');
  const isGiftCard = readFlag(reader.text(row, 'giftCard')) === true;
  const tracked = isGiftCard ? false : isTracked(row, reader);
  return {
    sku: reader.code(row, 'sku'),
    barcodes: reader.barcodes(row, 'barcode'),
    price: price === 'blank' ? null : price,
    compareAtPrice: compareAt !== null && price !== 'blank' && compareAt > price ? compareAt : null,
    cost: reader.amount(row, 'cost'),
    taxable: isGiftCard ? false : readFlag(reader.text(row, 'taxable')),
    tracked,
    stock: tracked === false ? null : reader.quantity(row, 'stock'),
    oversell: tracked === false ? null : oversellOf(reader.text(row, 'policy')),
    pictureSource: reader.text(row, 'variantImage') || null,
  };
}

/** Shopify counts where a tracker is named; a file without that column counts where it has a quantity. */
function isTracked(row: TableRow, reader: Reader): boolean | null {
  if (reader.has('tracker')) return reader.text(row, 'tracker') !== '';
  return reader.text(row, 'stock') === '' ? null : true;
}

function oversellOf(policy: string): DraftProduct['oversell'] {
  const word = policy.toLowerCase();
  if (word === 'continue' || readFlag(word) === true) return 'allow';
  return word === 'deny' || readFlag(word) === false ? 'block' : null;
}
