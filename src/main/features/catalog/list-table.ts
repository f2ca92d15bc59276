import type { QueryHandler } from '../../app/context.ts';
import { countTable } from './table-order.ts';
import { tableRows } from './table-rows.ts';

/** The big table: whatever is sold as rows of its own, sorted and filtered. @throws AppError `invalid-input`. */
export const listTable: QueryHandler<'catalog.table'> = (ctx, { filter, ...options }) =>
  tableRows(ctx, filter, options);

/** How many rows the table has with a filter. */
export const countTableRows: QueryHandler<'catalog.tableCount'> = ({ db }, { filter }) =>
  countTable(db, { filter, except: [] });
