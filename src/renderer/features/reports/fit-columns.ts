import type { ReportKey } from '../../../shared/contract/reports.ts';

/** Figures that are read first where not all have room; those not named come after them, in their order. */
const firstRead: Readonly<Partial<Record<ReportKey, readonly string[]>>> = {
  sales: ['orders', 'netSales', 'sales', 'discounts', 'tax', 'returned', 'cancelled', 'margin'],
  products: ['units', 'goods', 'margin', 'marginShare', 'goodsShare', 'cost', 'sku'],
};

type Column = { readonly key: string; readonly width: string };

/** Borders and the bar by which rows are scrolled, in rem. */
const edge = 1.25;

/**
 * The columns that a table of this width (in rem) has room for without scrolling sideways, in their order: the first,
 * the one it is sorted by, what leads to a page, then what is read first.
 */
export function columnsThatFit<One extends Column>(
  report: ReportKey,
  columns: readonly One[],
  sorted: string | null,
  width: number,
): readonly One[] {
  const always = new Set([columns[0]?.key, sorted, 'hour', 'page']);
  const order = firstRead[report] ?? [];
  const placeOf = ({ key }: One): number => {
    if (always.has(key)) return -1;
    return order.includes(key) ? order.indexOf(key) : order.length;
  };
  let room = width - edge;
  const kept = new Set<string>();
  for (const column of columns.toSorted((a, b) => placeOf(a) - placeOf(b))) {
    room -= leastWidth(column);
    if (room < 0 && !always.has(column.key)) break;
    kept.add(column.key);
  }
  return kept.size === columns.length ? columns : columns.filter(({ key }) => kept.has(key));
}

/** Of `7.5rem` and of `minmax(7.5rem, 1fr)`: 7.5. */
function leastWidth({ width }: Column): number {
  return Number(/[\d.]+(?=rem)/u.exec(width)?.[0] ?? 0);
}
