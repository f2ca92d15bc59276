import type { ListExport } from '../../../shared/contract/lists.ts';
import type { TaskContext } from '../../app/context.ts';
import { eachPage } from '../../database/walk.ts';
import { orderPage } from '../orders/order-page.ts';
import { sumsOf } from '../orders/order-sums.ts';
import { requireRight } from '../orders/require-right.ts';
import { cellWords } from './cell-words.ts';
import type { ListFile } from './list-file.ts';
import { fileOrders, lineCells, orderCells } from './order-cells.ts';

type OrderExport = Extract<ListExport, { list: 'orders' }>;

/** Orders read for one piece of the file. */
const ordersAtOnce = 100;

/** A row per order, or one per line of each. @throws AppError `forbidden`. */
export async function orderFile(ctx: TaskContext, wish: OrderExport): Promise<ListFile> {
  requireRight(ctx, 'see-orders');
  if (wish.lineColumns.includes('unit-cost')) requireRight(ctx, 'see-profit');
  const words = cellWords(ctx);
  const columns = [...new Set(wish.columns)].map((key) => orderCells[key]);
  const ofLine = [...new Set(wish.lineColumns)].map((key) => lineCells[key]);
  const rowsOf = (numbers: readonly number[]) =>
    fileOrders(ctx.db, numbers).flatMap((order) => {
      const cells = columns.map(({ cell }) => cell(order, words));
      if (ofLine.length === 0) return [cells];
      return order.lines.map((line) => [...cells, ...ofLine.map(({ cell }) => cell(line, words))]);
    });
  return {
    head: [...columns, ...ofLine].map(({ head }) => words.text(head)),
    total: (await sumsOf(ctx, wish.filter)).count,
    pages: pagesOf(ctx, wish, rowsOf),
  };
}

function* pagesOf(
  { db, today }: TaskContext,
  { filter, sort, descending }: OrderExport,
  rowsOf: (numbers: readonly number[]) => readonly (readonly string[])[],
): Generator<{ readonly rows: readonly (readonly string[])[]; readonly listed: number }> {
  const pages = eachPage((cursor) =>
    orderPage(db, filter, { sort, descending, cursor, limit: ordersAtOnce }, today),
  );
  for (const page of pages) yield { rows: rowsOf(page.ids), listed: page.ids.length };
}
