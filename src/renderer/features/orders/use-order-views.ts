import { useMemo } from 'react';
import { useSavedViews } from '../../bridge/use-saved-views.ts';
import { useText } from '../../ui/app-context.tsx';
import { type BuiltInView, filled, type ViewQuery } from '../../ui/views/view-model.ts';
import { orderColumnChoice } from './order-columns.tsx';
import { noFilter, type OrderFilter, orderFilterQuery, readOrderFilter } from './order-filter.ts';
import { orderSortQuery, readOrderSort } from './order-sort.ts';

/** The views of the order book: those that every shop has, and those that were saved. */
export function useOrderViews() {
  const text = useText();
  const model = useSavedViews('orders');
  const builtIn = useMemo(
    (): readonly BuiltInView[] =>
      built.map(({ key, filter }) => ({
        key,
        name: text(`orders.view-${key}`),
        query: filled(orderFilterQuery({ ...noFilter, ...filter })),
      })),
    [text],
  );
  return { model, builtIn, clean: cleanOrderQuery };
}

type Built = { readonly key: BuiltKey; readonly filter: Partial<OrderFilter> };
type BuiltKey =
  | 'all'
  | 'today'
  | 'due'
  | 'overdue'
  | 'awaiting'
  | 'owing'
  | 'refund-due'
  | 'kiosk'
  | 'cancelled-month';

const built: readonly Built[] = [
  { key: 'all', filter: {} },
  { key: 'today', filter: { days: 'today' } },
  { key: 'due', filter: { status: 'due' } },
  { key: 'overdue', filter: { status: 'overdue' } },
  { key: 'awaiting', filter: { payment: 'awaiting' } },
  { key: 'owing', filter: { payment: 'owing' } },
  { key: 'refund-due', filter: { payment: 'refund-due' } },
  { key: 'kiosk', filter: { status: 'open', channel: 'kiosk' } },
  { key: 'cancelled-month', filter: { status: 'cancelled', days: 'month' } },
];

/** Filters, order and columns as this version writes them; the open order and the view's own number are no part. */
function cleanOrderQuery(query: ViewQuery): ViewQuery {
  const columns =
    query.columns === undefined
      ? undefined
      : (orderColumnChoice.write(orderColumnChoice.read(query.columns)) ?? undefined);
  return filled({
    ...orderFilterQuery(readOrderFilter(query)),
    ...orderSortQuery(readOrderSort(query)),
    columns,
  });
}
