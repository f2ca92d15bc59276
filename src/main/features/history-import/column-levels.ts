import type { HistoryField } from '../../../shared/contract/history-choices.ts';
import { cellText, isBlankValue } from '../import/cell-text.ts';
import type { HistoryMapping } from './guess-columns.ts';
import { headingOf, nameScore } from './history-columns.ts';
import type { FileLook } from './look-at-file.ts';

/** Amounts of a row, and what the same column is where it stands once for an order of several rows. */
const orderLevel = { total: 'orderTotal', tax: 'orderTax', discount: 'orderDiscount' } as const;
const levels = Object.entries(orderLevel) as [keyof typeof orderLevel, HistoryField][];

/**
 * A column that is filled on the first row of an order alone, or says the same on each of its rows, holds the whole
 * order's amount: taken for the row's it would be missed or counted many times. Told by the first orders of several rows.
 */
export function atTheirLevel(
  mapping: HistoryMapping,
  look: FileLook,
  isOfRows: (field: 'total' | 'tax' | 'discount') => boolean,
): HistoryMapping {
  const orders = ordersOf(mapping, look);
  const result: Partial<Record<HistoryField, number>> = { ...mapping };
  for (const [row, order] of levels) {
    const index = result[order];
    // "Taxes" beside "Tax": only how it is filled tells whether it is the order's.
    const isOpen = index !== undefined && nameScore('sales', row, headingOf(look.headers[index] ?? '')) > 0;
    if (isOpen && !isOfOrders(orders, index)) delete result[order];
  }
  if (orders.length === 0) return result;
  for (const [row, order] of levels) {
    const index = mapping[row];
    if (index === undefined || isOfRows(row) || !isOfOrders(orders, index)) continue;
    delete result[row];
    result[order] ??= index;
  }
  return result;
}

type Rows = readonly (readonly string[])[];

/** The first orders that have at least so many rows. */
export function ordersOf({ number }: HistoryMapping, { firstRows }: FileLook, least = 2): readonly Rows[] {
  if (number === undefined) return [];
  const orders = new Map<string, (readonly string[])[]>();
  let last = '';
  for (const row of firstRows) {
    const own = cellText(row[number] ?? '');
    last = own === '' ? last : own;
    const rows = orders.get(last);
    if (rows) rows.push(row);
    else orders.set(last, [row]);
  }
  return [...orders.values()].filter((rows) => rows.length >= least);
}

function isOfOrders(orders: readonly Rows[], index: number): boolean {
  let [once, repeated, each] = [0, 0, 0];
  for (const rows of orders) {
    const texts = rows
      .map((row) => cellText(row[index] ?? ''))
      .map((text) => (isBlankValue(text) ? '' : text));
    const [first = '', ...rest] = texts;
    if (texts.every((text) => !/[1-9]/.test(text))) {
      // Nothing but zeros says nothing, unless the rest is blank.
      if (first !== '' && rest.every((text) => text === '')) once += 1;
    } else if (first !== '' && rest.every((text) => text === '')) once += 1;
    else if (rest.every((text) => text === first)) repeated += 1;
    else each += 1;
  }
  // One order whose rows say the same by chance is no sign.
  const telling = once > 0 || repeated > 1;
  return telling && once + repeated > each * 10;
}

/** Whether most orders of several rows say something else on each of them. */
export function isOfEachRow(orders: readonly Rows[], index: number): boolean {
  const each = orders.filter((rows) => new Set(rows.map((row) => cellText(row[index] ?? ''))).size > 1);
  return each.length * 2 > orders.length;
}
