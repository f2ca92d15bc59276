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

const usual: ReadonlySet<ColumnKey> = new Set([
  'sku',
  'category',
  'price',
  'cost',
  'on-hand',
  'reserved',
  'available',
]);

/** Reads the chosen columns from an address; the usual ones where it says none that there are. */
export function readColumns(written: string | undefined): ReadonlySet<ColumnKey> {
  const named = new Set(written?.split('.') ?? []);
  const chosen = columnKeys.filter((key) => named.has(key));
  return chosen.length === 0 && !named.has('none') ? usual : new Set(chosen);
}

/** The same as an address carries it; nothing for the usual ones. */
export function writeColumns(columns: ReadonlySet<ColumnKey>): string | undefined {
  const chosen = columnKeys.filter((key) => columns.has(key));
  if (chosen.length === 0) return 'none';
  const isUsual = chosen.length === usual.size && chosen.every((key) => usual.has(key));
  return isUsual ? undefined : chosen.join('.');
}

/** Whether a column shows: chosen, or the only one that cannot be chosen. */
export function isShown(columns: ReadonlySet<ColumnKey>, key: string): boolean {
  return key === 'product' || columnKeys.some((one) => one === key && columns.has(one));
}
