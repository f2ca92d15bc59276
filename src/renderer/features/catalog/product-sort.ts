import type { Input } from '../../../shared/contract/index.ts';
import type { TableSort } from '../../ui/table.tsx';

type SortKey = Input<'catalog.table'>['sort'];

/** Columns that sort, by what main calls the order. */
const columnOf = {
  name: 'product',
  sku: 'sku',
  price: 'price',
  available: 'available',
  category: 'category',
  created: 'created',
} as const satisfies Record<SortKey, string>;
const sortKeys = Object.keys(columnOf) as readonly SortKey[];

export type ProductSort = { readonly sort: SortKey; readonly descending: boolean };

type Query = Readonly<Record<string, string | undefined>>;

/** The order of the table as its address says it; by name where it says none. */
export function readProductSort({ sort, down }: Query): ProductSort {
  return { sort: sortKeys.find((key) => key === sort) ?? 'name', descending: down === '1' };
}

export function productSortQuery({ sort, descending }: ProductSort): Query {
  return { sort: sort === 'name' ? undefined : sort, down: descending ? '1' : undefined };
}

/** The order as the table's header shows it, and back. */
export function headerSort({ sort, descending }: ProductSort): TableSort {
  return { column: columnOf[sort], direction: descending ? 'down' : 'up' };
}

export function sortOfHeader({ column, direction }: TableSort): ProductSort {
  return {
    sort: sortKeys.find((key) => columnOf[key] === column) ?? 'name',
    descending: direction === 'down',
  };
}
