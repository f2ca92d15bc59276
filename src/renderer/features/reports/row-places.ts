import type { ReportPart } from '../../../shared/contract/reports.ts';
import type { Right } from '../../../shared/domain/rights.ts';

/** A page of the window that shows what a row is of. */
export type RowPlace = { readonly path: string; readonly query: Readonly<Record<string, string>> };

type Place = RowPlace & { readonly right: Right };

/** Where what a row stands for has a page; null where it has none, or the person may not see it. */
export function placeOfRow(part: ReportPart, rights: readonly string[]): RowPlace | null {
  const place = placeOf(part);
  return place !== null && rights.includes(place.right) ? place : null;
}

function placeOf({ kind, key }: ReportPart): Place | null {
  // Custom items, orders of nobody, and goods without a category have no page.
  if (key === '0' || key === '') return null;
  switch (kind) {
    case 'product':
      return { path: '/products', query: { product: key }, right: 'see-products' };
    case 'category':
      return { path: '/products', query: { category: key }, right: 'see-products' };
    case 'customer':
      return { path: `/customers/${key}`, query: {}, right: 'see-customers' };
    case 'staff':
      return { path: '/staff', query: { part: 'people' }, right: 'manage-staff' };
    default:
      return null;
  }
}
