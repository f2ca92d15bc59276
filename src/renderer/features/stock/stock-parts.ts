import type { Right } from '../../../shared/domain/rights.ts';

/** The parts of the stock screen, in their order. */
export const stockParts = ['low', 'receive', 'counts', 'rules', 'check'] as const;
export type StockPart = (typeof stockParts)[number];

/** Where each part is, and what a person must have to see it. */
export const partPlaces: Readonly<
  Record<StockPart, { readonly path: `/stock${string}`; readonly right: Right }>
> = {
  low: { path: '/stock', right: 'see-products' },
  receive: { path: '/stock/receive', right: 'receive-stock' },
  counts: { path: '/stock/counts', right: 'count-stock' },
  rules: { path: '/stock/rules', right: 'edit-catalogue' },
  check: { path: '/stock/check', right: 'adjust-stock' },
};

/** The part of a path; whatever is not known leads to what runs low. */
export function partOf(path: string): StockPart {
  return stockParts.find((part) => partPlaces[part].path === path) ?? 'low';
}
