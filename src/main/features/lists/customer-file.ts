import type { CustomerRow } from '../../../shared/contract/customers.ts';
import type { customerColumns, ListExport } from '../../../shared/contract/lists.ts';
import type { TextKey } from '../../../shared/text/english.ts';
import type { TaskContext } from '../../app/context.ts';
import { eachPage } from '../../database/walk.ts';
import { directoryCount, directoryPage } from '../customers/directory-page.ts';
import { requireRight } from '../orders/require-right.ts';
import { type CellWords, cellWords } from './cell-words.ts';
import type { ListFile } from './list-file.ts';

type CustomerExport = Extract<ListExport, { list: 'customers' }>;
type Cell = { readonly head: TextKey; readonly cell: (row: CustomerRow, words: CellWords) => string };

const customersAtOnce = 200;

const cells: Readonly<Record<(typeof customerColumns)[number], Cell>> = {
  number: { head: 'lists.number', cell: (row) => String(row.id) },
  name: { head: 'lists.name', cell: (row) => row.name },
  phone: { head: 'lists.phone', cell: (row) => row.phone },
  email: { head: 'lists.email', cell: (row) => row.email },
  orders: { head: 'lists.orders', cell: (row) => String(row.orders) },
  cancelled: { head: 'lists.cancelled', cell: (row) => String(row.cancelled) },
  spent: { head: 'lists.spent', cell: (row, words) => words.money(row.spent) },
  owed: { head: 'lists.owed', cell: (row, words) => words.money(row.owed) },
  first: { head: 'lists.first', cell: (row, { day }) => day(row.firstDate) },
  last: { head: 'lists.last', cell: (row, { day }) => day(row.lastDate) },
  created: { head: 'lists.created', cell: (row, { instant }) => instant(row.createdAt) },
};

/** The directory of customers. @throws AppError `forbidden`. */
export function customerFile(ctx: TaskContext, wish: CustomerExport): ListFile {
  requireRight(ctx, 'see-customers');
  const words = cellWords(ctx);
  const columns = [...new Set(wish.columns)].map((key) => cells[key]);
  const { text, show } = wish;
  return {
    head: columns.map(({ head }) => words.text(head)),
    total: directoryCount(ctx, { text, show }),
    pages: pagesOf(ctx, wish, (row) => columns.map(({ cell }) => cell(row, words))),
  };
}

function* pagesOf(
  ctx: TaskContext,
  { text, show, sort, descending }: CustomerExport,
  rowOf: (row: CustomerRow) => readonly string[],
): Generator<{ readonly rows: readonly (readonly string[])[]; readonly listed: number }> {
  const pages = eachPage((cursor) =>
    directoryPage(ctx, { text, show, sort, descending, cursor, limit: customersAtOnce }),
  );
  for (const page of pages) yield { rows: page.items.map(rowOf), listed: page.items.length };
}
