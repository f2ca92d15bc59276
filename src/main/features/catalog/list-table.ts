import type { QueryHandler } from '../../app/context.ts';
import { loadProducts } from './load-products.ts';
import { loadRows } from './load-rows.ts';
import { countTable, tablePage } from './table-order.ts';

/** The big table: whatever is sold as rows of its own, sorted and filtered. @throws AppError `invalid-input`. */
export const listTable: QueryHandler<'catalog.table'> = (ctx, { filter, ...options }) => {
  const { ids, next } = tablePage(ctx.db, { filter, except: [] }, options);
  const rows = loadRows(ctx, ids);
  const products = loadProducts(ctx.db, ids);
  const items = ids.flatMap((id) => {
    const row = rows.get(id);
    const product = products.get(id);
    return row && product ? [{ ...row, taxClassId: product.taxClassId, createdAt: product.createdAt }] : [];
  });
  return { items, next };
};

/** How many rows the table has with a filter. */
export const countTableRows: QueryHandler<'catalog.tableCount'> = ({ db }, { filter }) =>
  countTable(db, { filter, except: [] });
