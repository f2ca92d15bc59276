import type { Input } from '../../../shared/contract/index.ts';
import type { TableSort } from '../../ui/table.tsx';

type SortKey = NonNullable<Input<'orders.list'>['sort']>;

/** Columns that sort, by what main calls the order. */
const columnOf = { placed: 'time', total: 'total', for: 'day' } as const satisfies Record<SortKey, string>;
const sortKeys = Object.keys(columnOf) as readonly SortKey[];

export type OrderSort = { readonly sort: SortKey; readonly descending: boolean };

type Query = Readonly<Record<string, string | undefined>>;

/** The order of the list as its address says it; newest first where it says none. */
export function readOrderSort({ sort, up }: Query): OrderSort {
  return { sort: sortKeys.find((key) => key === sort) ?? 'placed', descending: up !== '1' };
}

export function orderSortQuery({ sort, descending }: OrderSort): Query {
  return { sort: sort === 'placed' ? undefined : sort, up: descending ? undefined : '1' };
}

/** The order as the table's header shows it, and back. */
export function headerSort({ sort, descending }: OrderSort): TableSort {
  return { column: columnOf[sort], direction: descending ? 'down' : 'up' };
}

export function sortOfHeader({ column, direction }: TableSort): OrderSort {
  return {
    sort: sortKeys.find((key) => columnOf[key] === column) ?? 'placed',
    descending: direction === 'down',
  };
}
