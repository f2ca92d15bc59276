import type { Output, Parsed } from '../../../shared/contract/index.ts';
import type { Context } from '../../app/context.ts';
import { loadProducts } from './load-products.ts';
import { loadRows } from './load-rows.ts';
import { tablePage } from './table-order.ts';

type TablePage = Output<'catalog.table'>;
export type TableRow = TablePage['items'][number];
type Options = Omit<Parsed<'catalog.table'>, 'filter'>;

/** A page of the big table. @throws AppError `invalid-input` for a cursor of another order. */
export function tableRows(
  ctx: Context,
  filter: Parsed<'catalog.table'>['filter'],
  options: Options,
): TablePage {
  const { ids, next } = tablePage(ctx.db, { filter, except: [] }, options);
  const rows = loadRows(ctx, ids);
  const products = loadProducts(ctx.db, ids);
  const items = ids.flatMap((id) => {
    const row = rows.get(id);
    const product = products.get(id);
    return row && product ? [{ ...row, taxClassId: product.taxClassId, createdAt: product.createdAt }] : [];
  });
  return { items, next };
}
