import type { Input } from '../../../shared/contract/index.ts';
import { addressId } from '../../ui/address-id.ts';

type TableInput = Input<'catalog.table'>;

/** What the table of products is narrowed to. It stands in the window's address, so that Back brings it back. */
export type ProductFilter = TableInput['filter'];

export const stockFilters = ['all', 'low', 'out'] as const satisfies readonly ProductFilter['stock'][];
export const shows = ['live', 'archived', 'parents'] as const satisfies readonly ProductFilter['show'][];
const lacks = ['barcode', 'price', 'picture'] as const satisfies readonly ProductFilter['missing'][];

export const noFilter: ProductFilter = {
  text: '',
  category: null,
  stock: 'all',
  taxClassId: null,
  show: 'live',
  missing: null,
};

type Query = Readonly<Record<string, string | undefined>>;

/** Longer search texts are no search. */
const longestText = 200;

/** Reads the filter from an address; whatever it does not know there it leaves out. */
export function readProductFilter(query: Query): ProductFilter {
  return {
    text: (query.text ?? '').slice(0, longestText),
    category: query.category === 'none' ? 'none' : addressId(query.category),
    stock: stockFilters.find((one) => one === query.stock) ?? 'all',
    taxClassId: addressId(query.tax),
    show: shows.find((one) => one === query.show) ?? 'live',
    missing: lacks.find((one) => one === query.missing) ?? null,
  };
}

/** The same as an address carries it; what is not narrowed is left out. */
export function productFilterQuery(filter: ProductFilter): Query {
  const { text, category, stock, taxClassId, show, missing } = filter;
  return {
    text: text.slice(0, longestText),
    category: category === null ? undefined : String(category),
    stock: stock === 'all' ? undefined : stock,
    tax: taxClassId === null ? undefined : String(taxClassId),
    show: show === 'live' ? undefined : show,
    missing: missing ?? undefined,
  };
}

export function isFiltered(filter: ProductFilter): boolean {
  return Object.values(productFilterQuery({ ...filter, text: filter.text.trim() })).some(Boolean);
}
