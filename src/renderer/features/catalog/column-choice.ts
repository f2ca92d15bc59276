import { columnChoice } from '../../ui/column-choice.ts';

/** Columns that may be left out or taken in; the product itself always stands first. */
export const columnKeys = [
  'sku',
  'barcodes',
  'category',
  'tax-class',
  'price',
  'cost',
  'on-hand',
  'reserved',
  'available',
  'created',
] as const;
export type ColumnKey = (typeof columnKeys)[number];

/** The columns that were chosen, as an address carries them. */
export const productColumnChoice = columnChoice<ColumnKey>(columnKeys, [
  'sku',
  'category',
  'price',
  'cost',
  'on-hand',
  'reserved',
  'available',
]);

/** Whether a column shows: chosen, or the only one that cannot be chosen. */
export function isShown(columns: ReadonlySet<ColumnKey>, key: string): boolean {
  return key === 'product' || columnKeys.some((one) => one === key && columns.has(one));
}
