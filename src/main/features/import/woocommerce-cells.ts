import { type CalendarDate, isCalendarDate } from '../../../shared/domain/calendar.ts';
import type { Money } from '../../../shared/domain/money.ts';
import { quantity } from '../../../shared/domain/quantity.ts';
import { cutText } from '../csv/cut-text.ts';
import type { DraftOption, DraftProduct } from './catalog-draft.ts';
import { longestCell, type TableRow } from './catalog-table.ts';
import type { CellReader } from './cell-reader.ts';
import { cellText, readCategoryPath, readFlag } from './cell-text.ts';
import { decodeEntities } from './html-entities.ts';
import { htmlToText } from './html-to-text.ts';
import type { AttributeColumns, WoocommerceField } from './woocommerce-columns.ts';

const noStock = quantity(0);

export type WoocommerceReader = CellReader<WoocommerceField>;

export type WoocommerceType = 'simple' | 'variable' | 'variation' | 'grouped' | 'external';

/** "simple, downloadable, virtual" as the kind of product and whether nothing is handed over. */
export function readType(text: string): { type: WoocommerceType | null; isVirtual: boolean } {
  const words = text.toLowerCase().split(/[\s,;]+/);
  const types: readonly WoocommerceType[] = ['variation', 'variable', 'grouped', 'external', 'simple'];
  const type = types.find((candidate) => words.includes(candidate)) ?? null;
  return { type, isVirtual: words.includes('virtual') || words.includes('downloadable') };
}

/** The first path of "Clothing > Shirts, Sale": a product has one category. A comma in a name is `\,`. */
export function firstCategory(text: string): readonly string[] {
  const [first = ''] = text.split(/(?<!\\),/);
  return readCategoryPath(decodeEntities(first.replaceAll('\\,', ',')));
}

/** The web shop's short description, then its long one; line breaks are written as `\n` in its files. */
export function readDescription(row: TableRow, reader: WoocommerceReader): string | null {
  if (!reader.has('description') && !reader.has('shortDescription')) return null;
  const plain = (field: WoocommerceField) =>
    htmlToText(
      reader.text(row, field).replace(/\\\\n|\\r\\n|\\n/g, (mark) => (mark === '\\\\n' ? '\\n' : '\n')),
    );
  const short = plain('shortDescription');
  const long = plain('description');
  return long.startsWith(short) ? long : [short, long].filter((part) => part !== '').join('\n\n');
}

/** Published, private (0) and unpublished (−1): only the first is for sale. */
export function readState(row: TableRow, reader: WoocommerceReader): DraftProduct['state'] {
  const text = reader.text(row, 'published');
  if (text === '') return null;
  return readFlag(text) === true ? 'active' : 'draft';
}

/** What a row says about tax; a variation may say `parent`, which is nothing of its own. */
export function readTax(
  row: TableRow,
  reader: WoocommerceReader,
): Pick<DraftProduct, 'taxable' | 'taxClassName'> {
  const status = reader.text(row, 'taxStatus').toLowerCase();
  const name = reader.text(row, 'taxClass');
  return {
    taxable: status === 'taxable' ? true : status === 'none' || status === 'shipping' ? false : null,
    taxClassName: name === '' || name.toLowerCase() === 'parent' ? null : name,
  };
}

/** Names and values of a row's attributes; a variation's blank value means any, which is no option. */
export function readOptions(row: TableRow, attributes: readonly AttributeColumns[]): readonly DraftOption[] {
  const options: DraftOption[] = [];
  for (const { name, values } of attributes) {
    const value = decodeEntities(cellText(cutText(row.cells[values] ?? '', longestCell)));
    const label = decodeEntities(cellText(cutText(row.cells[name] ?? '', longestCell))).replace(/^pa_/, '');
    if (value !== '') options.push({ name: label, value: value.replaceAll('\\,', ',') });
  }
  return options;
}

export type WoocommercePrice = { readonly price: Money; readonly compareAtPrice: Money | null };

/**
 * What the product costs today: the sale price within its days (from the start of the first to the end of
 * the last), else the regular one. `blank` where it has none, `bad` where it cannot be read (reported).
 */
export function readPrice(
  row: TableRow,
  reader: WoocommerceReader,
  today: CalendarDate,
): WoocommercePrice | 'blank' | 'bad' {
  const regular = reader.price(row, 'regularPrice');
  const sale = reader.price(row, 'salePrice');
  if (regular === 'bad' || sale === 'bad') return 'bad';
  if (regular === 'blank') return sale === 'blank' ? 'blank' : { price: sale, compareAtPrice: null };
  if (sale === 'blank') return { price: regular, compareAtPrice: null };
  const start = readDay(reader.text(row, 'saleStart'));
  const end = readDay(reader.text(row, 'saleEnd'));
  if ((start !== null && today < start) || (end !== null && today > end)) {
    reader.note(row, 'sale-not-today', { price: reader.text(row, 'salePrice') });
    return { price: regular, compareAtPrice: null };
  }
  if (sale >= regular) {
    reader.note(row, 'sale-not-lower', { price: reader.text(row, 'salePrice') });
    return { price: sale, compareAtPrice: null };
  }
  return { price: sale, compareAtPrice: regular };
}

/** The day of "2026-11-22", "2026-11-22 00:00:00" and "2026-11-22T00:00:00+01:00", as the file writes it. */
function readDay(text: string): CalendarDate | null {
  const parts = /^(\d{4})[-/](\d{2})[-/](\d{2})(?!\d)/.exec(text);
  const value = parts === null ? 0 : Number(`${parts[1]}${parts[2]}${parts[3]}`);
  return isCalendarDate(value) ? value : null;
}

/**
 * What is counted. A number in `Stock` is; without one the web shop only knows whether there is any: none
 * means a counted zero, so that the till does not sell it. `parent` is a stock that variations share.
 */
export function readStock(
  row: TableRow,
  reader: WoocommerceReader,
  isCounted: boolean,
): Pick<DraftProduct, 'tracked' | 'stock' | 'oversell'> {
  if (!isCounted) return { tracked: false, stock: null, oversell: null };
  const written = reader.text(row, 'stock');
  if (written.toLowerCase() === 'parent') return { tracked: false, stock: null, oversell: null };
  const backorders = reader.text(row, 'backorders').toLowerCase();
  const allows = backorders === 'notify' || readFlag(backorders) === true;
  const oversell = !reader.has('backorders') ? null : allows ? 'allow' : 'block';
  if (written !== '') return { tracked: true, stock: reader.quantity(row, 'stock'), oversell };
  const inStock = reader.text(row, 'inStock');
  if (inStock === '' && !reader.has('stock')) return { tracked: null, stock: null, oversell: null };
  if (readFlag(inStock) === false) return { tracked: true, stock: noStock, oversell: 'block' };
  return { tracked: false, stock: null, oversell: null };
}
