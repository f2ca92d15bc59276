import type { Input } from '../../../shared/contract/index.ts';
import { addressId } from '../../ui/address-id.ts';

type ListInput = Input<'catalog.list'>;

export const stockFilters = ['all', 'low', 'out'] as const satisfies readonly ListInput['stock'][];

/** What the list of products is narrowed to. It stands in the window's address, so that Back brings it back. */
export type ProductFilter = {
  readonly text: string;
  readonly categoryId: number | null;
  readonly stock: ListInput['stock'];
};

export const noFilter: ProductFilter = { text: '', categoryId: null, stock: 'all' };

type Query = Readonly<Record<string, string | undefined>>;

/** Longer search texts are no search. */
const longestText = 200;

/** Reads the filter from an address; whatever it does not know there it leaves out. */
export function readProductFilter(query: Query): ProductFilter {
  return {
    text: (query.text ?? '').slice(0, longestText),
    categoryId: addressId(query.category),
    stock: stockFilters.find((one) => one === query.stock) ?? 'all',
  };
}

/** The same as an address carries it; what is not narrowed is left out. */
export function productFilterQuery({ text, categoryId, stock }: ProductFilter): Query {
  return {
    text: text.slice(0, longestText),
    category: categoryId === null ? undefined : String(categoryId),
    stock: stock === 'all' ? undefined : stock,
  };
}

export function isFiltered({ text, categoryId, stock }: ProductFilter): boolean {
  return text.trim() !== '' || categoryId !== null || stock !== 'all';
}
