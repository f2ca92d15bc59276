import type { Input } from '../../../shared/contract/index.ts';
import type { TableSort } from '../../ui/table.tsx';

type DirectoryInput = Input<'customers.directory'>;

export const shows = [
  'all',
  'owing',
  'log-in',
  'new',
  'archived',
] as const satisfies readonly DirectoryInput['show'][];

/** What the directory is narrowed to and put in order by. It stands in the window's address. */
export type CustomerFilter = Pick<DirectoryInput, 'text' | 'show' | 'sort' | 'descending'>;

export const noFilter = { text: '', show: 'all' } as const satisfies Partial<CustomerFilter>;

type Query = Readonly<Record<string, string | undefined>>;

/** Longer search texts are no search. */
const longestText = 200;

const sorts = ['name', 'number', 'orders', 'spent', 'owed', 'last', 'created'] as const;

/** Reads the filter from an address; whatever it does not know there it leaves out. */
export function readCustomerFilter(query: Query): CustomerFilter {
  return {
    text: (query.text ?? '').slice(0, longestText),
    show: shows.find((one) => one === query.show) ?? 'all',
    sort: sorts.find((one) => one === query.sort) ?? 'name',
    descending: query.down === '1',
  };
}

/** The same as an address carries it; what is usual is left out. */
export function customerFilterQuery({ text, show, sort, descending }: CustomerFilter): Query {
  return {
    text: text.slice(0, longestText),
    show: show === 'all' ? undefined : show,
    sort: sort === 'name' ? undefined : sort,
    down: descending ? '1' : undefined,
  };
}

export function isFiltered({ text, show }: CustomerFilter): boolean {
  return text.trim() !== '' || show !== 'all';
}

/** The order as the table's header shows it, and back. */
export function headerSort({ sort, descending }: CustomerFilter): TableSort {
  return { column: sort, direction: descending ? 'down' : 'up' };
}

/** A figure that is sorted by for the first time begins with the largest: that is who is looked for. */
export function sortOfHeader(
  { column, direction }: TableSort,
  before: CustomerFilter,
): Pick<CustomerFilter, 'sort' | 'descending'> {
  const sort = sorts.find((one) => one === column) ?? 'name';
  if (sort !== before.sort) return { sort, descending: sort !== 'name' && sort !== 'number' };
  return { sort, descending: direction === 'down' };
}
