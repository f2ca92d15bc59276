import type { SubjectKind } from '../../../shared/domain/audit-subject.ts';
import type { Right } from '../../../shared/domain/rights.ts';

/** What an entry, a finding or a field is about: one thing by its number, or a part of the shop. */
export type Thing = { readonly kind: SubjectKind | 'shop' | 'timer' | 'entry'; readonly id: number | null };

export type ThingPlace = {
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  /** What a person must have to see it there. */
  readonly right: Right;
};

/** Where a thing is to be looked at; null for what has no place of its own. */
export function placeOf({ kind, id }: Thing): ThingPlace | null {
  if (kind === 'shop') return { path: '/settings', query: { part: 'shop' }, right: 'change-settings' };
  if (kind === 'timer') return { path: '/timer', right: 'see-orders' };
  return id === null ? null : placeById(kind, String(id));
}

function placeById(kind: Thing['kind'], id: string): ThingPlace | null {
  switch (kind) {
    case 'order':
      return { path: `/orders/${id}`, right: 'see-orders' };
    case 'refund':
      return { path: '/refunds', query: { refund: id }, right: 'see-orders' };
    case 'return':
      return { path: '/returns', query: { return: id }, right: 'refund' };
    case 'product':
      return { path: '/products', query: { product: id }, right: 'see-products' };
    case 'category':
      return { path: '/products/categories', right: 'edit-catalogue' };
    case 'customer':
      return { path: '/customers', query: { customer: id }, right: 'see-customers' };
    case 'staff':
      return { path: '/staff', query: { part: 'people' }, right: 'manage-staff' };
    case 'stock-take':
      return { path: `/stock/counts/${id}`, right: 'count-stock' };
    case 'stock-check':
      return { path: '/stock/check', right: 'adjust-stock' };
    case 'finding':
      return { path: '/audit', query: { part: 'checks' }, right: 'see-audit' };
    case 'entry':
      return { path: '/audit', query: { entry: id }, right: 'see-audit' };
    default:
      return null;
  }
}
