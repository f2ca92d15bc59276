import type { HistoryField } from '../../../shared/contract/history-choices.ts';
import { cellText, isBlankValue } from '../import/cell-text.ts';
import { atTheirLevel, isOfEachRow, ordersOf } from './column-levels.ts';
import { markOf } from './column-mark.ts';
import { readFine } from './fine-amounts.ts';
import type { HistoryMapping } from './guess-columns.ts';
import type { FileLook } from './look-at-file.ts';

/**
 * Looks whether the columns that were taken for amounts of a row are that: what stands once for an order is the order's; a
 * total that fits nothing is left alone; of two columns that say the same, the one that is surer stays.
 */
export function settleAmounts(found: HistoryMapping, look: FileLook): HistoryMapping {
  const isOfRows = (field: 'total' | 'tax' | 'discount'): boolean =>
    field === 'total' && hasRowTotals(found, look);
  const mapping = withoutForeignTotal(atTheirLevel(found, look, isOfRows), look);
  return withoutDoubles(aroundExtras(mapping, look));
}

/** Where each row is an order, its total has shipping and tip in it: then it is the order's, and its tax as well. */
function aroundExtras(mapping: HistoryMapping, look: FileLook): HistoryMapping {
  const { total, tax, ...rest } = mapping;
  const hasExtras = mapping.shipping !== undefined || mapping.tip !== undefined;
  if (!hasExtras || total === undefined || mapping.orderTotal !== undefined) return mapping;
  if (ordersOf(mapping, look).length > 0) return mapping;
  return { ...rest, orderTotal: total, ...(tax === undefined ? {} : { orderTax: mapping.orderTax ?? tax }) };
}

/** With the amount before the discount the one behind it says nothing more. */
function withoutDoubles(mapping: HistoryMapping): HistoryMapping {
  if (mapping.net === undefined) return mapping;
  const { net: _, ...rest } = mapping;
  return mapping.gross !== undefined || mapping.total !== undefined ? rest : mapping;
}

/**
 * A total that is not what price and quantity make, tax and discount aside, and says the same on several rows of an order
 * is no row's: it would be counted many times. One that is another on each row is theirs, and decides.
 */
function withoutForeignTotal(mapping: HistoryMapping, look: FileLook): HistoryMapping {
  if (mapping.total === undefined || !hasListed(mapping) || hasRowTotals(mapping, look)) return mapping;
  const orders = ordersOf(mapping, look);
  if (orders.length === 0 || isOfEachRow(orders, mapping.total)) return mapping;
  const { total: _, ...rest } = mapping;
  return rest;
}

/** Whether the totals of rows are mostly not what their price and quantity make: worth a look. */
export function hasOwnTotals(mapping: HistoryMapping, look: FileLook): boolean {
  if (mapping.total === undefined || !hasListed(mapping)) return false;
  const { agree, compared } = compareTotals(mapping, look);
  return compared > 0 && agree.included + agree.added < compared * 0.8;
}

const sharesInHeading = /[%٪﹪％]|percent|prozent|pourcent|porcent|\bpct\b|\brate\b/iu;

/** Whether discounts are shares: their heading says so, or none of them is as much as one of the currency. */
export function discountsAreShares({ discount, total }: HistoryMapping, look: FileLook): boolean {
  if (discount === undefined) return false;
  if (sharesInHeading.test(look.headers[discount] ?? '')) return true;
  if (total !== undefined) return false;
  const read = reader({ discount }, look);
  const sizes = look.firstRows.map((row) => Math.abs(read(row, 'discount') ?? 0)).filter((size) => size > 0);
  return (
    sizes.length > 2 &&
    sizes.every((size) => size < 1 && Math.abs(size * 100 - Math.floor(size * 100 + 0.5)) < 0.001)
  );
}

function hasRowTotals(mapping: HistoryMapping, look: FileLook): boolean {
  if (!hasListed(mapping)) return false;
  const { agree, compared } = compareTotals(mapping, look);
  return compared > 0 && agree.included + agree.added >= compared * 0.8;
}

const hasListed = ({ price, gross }: HistoryMapping): boolean => price !== undefined || gross !== undefined;

/** Whether amounts have tax in them, as far as the first rows tell: they come to the total, or to less than it. */
export function priceHasTax(mapping: HistoryMapping, look: FileLook): boolean | null {
  if (mapping.orderTotal !== undefined && mapping.orderTax !== undefined) {
    const { included, added } = compareOrders(mapping, look);
    return included === added ? null : included > added;
  }
  if (!hasListed(mapping))
    return mapping.total !== undefined ? true : mapping.net !== undefined ? false : null;
  if (mapping.total === undefined || mapping.tax === undefined) return null;
  const { agree } = compareTotals(mapping, look);
  return agree.included === agree.added ? null : agree.included > agree.added;
}

const one = 1_000_000;

/** Reads cells as plain numbers: only to compare, never to keep. */
function reader(mapping: HistoryMapping, look: FileLook) {
  return (row: readonly string[], field: HistoryField): number | null => {
    const index = mapping[field];
    const text = index === undefined ? '' : cellText(row[index] ?? '');
    if (index === undefined || isBlankValue(text)) return null;
    const read = readFine(text, { decimalMark: markOf(look, index), exponent: 2 });
    return read === null ? null : read.amount / one;
  };
}

/** How many of the first rows have a total that is the price times the quantity, and how many with the tax on top. */
function compareTotals(mapping: HistoryMapping, look: FileLook) {
  const agree = { included: 0, added: 0 };
  let compared = 0;
  const read = reader(mapping, look);
  for (const row of look.firstRows) {
    const [listed, total] = [listedOf(read, row), read(row, 'total')];
    if (listed === null || total === null || total === 0) continue;
    compared += 1;
    const size = Math.abs(listed) - Math.abs(read(row, 'discount') ?? 0);
    const tip = Math.abs(read(row, 'tip') ?? 0) + Math.abs(read(row, 'shipping') ?? 0);
    const least = Math.abs(total);
    const isNear = (amount: number): boolean => Math.abs(amount + tip - least) < 0.02 + least / 1000;
    if (isNear(size)) agree.included += 1;
    if (mapping.tax !== undefined && isNear(size + Math.abs(read(row, 'tax') ?? 0))) agree.added += 1;
  }
  return { agree, compared };
}

type Read = ReturnType<typeof reader>;

function listedOf(read: Read, row: readonly string[]): number | null {
  const gross = read(row, 'gross');
  const price = read(row, 'price');
  return gross ?? (price === null ? null : price * (read(row, 'quantity') ?? 1));
}

/** The same for orders whose total, tax and discount stand once. */
function compareOrders(mapping: HistoryMapping, look: FileLook) {
  const agree = { included: 0, added: 0 };
  const read = reader(mapping, look);
  for (const rows of ordersOf(mapping, look, 1)) {
    const first = (field: HistoryField): number => {
      for (const row of rows) {
        const found = read(row, field);
        if (found !== null) return Math.abs(found);
      }
      return 0;
    };
    const [total, tax] = [first('orderTotal'), first('orderTax')];
    if (total === 0 || tax === 0) continue;
    let sum = 0;
    for (const row of rows)
      sum += Math.abs(read(row, 'net') ?? listedOf(read, row) ?? 0) - Math.abs(read(row, 'discount') ?? 0);
    const aside = first('shipping') + first('tip');
    const isNear = (amount: number): boolean => Math.abs(amount - total) < 0.01 * (rows.length + 2);
    for (const less of new Set([0, first('orderDiscount')])) {
      if (isNear(sum - less + aside)) agree.included += 1;
      if (isNear(sum - less + aside + tax)) agree.added += 1;
    }
  }
  return agree;
}
