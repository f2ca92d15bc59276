import type { OrderFilterInput, orderFilterParts } from '../../../shared/contract/order-filter.ts';
import type { TaskHandler } from '../../app/context.ts';
import { sumsOf } from './order-sums.ts';

/** How many orders a filter leaves, and what their totals come to. */
export const sumOrders: TaskHandler<'orders.sums'> = (ctx, filter) => sumsOf(ctx, filter);

type Part = (typeof orderFilterParts)[number];

const without: Readonly<Record<Part, Partial<OrderFilterInput>>> = {
  text: { text: '' },
  status: { status: 'all' },
  kind: { kind: 'all' },
  payment: { payment: 'all' },
  placed: { fromDate: null, toDate: null },
  customer: { customerId: null },
  tender: { tenderId: null },
  channel: { channel: 'all' },
  staff: { staffId: null },
  total: { totalFrom: null, totalTo: null },
  has: { has: [] },
  for: { forFrom: null, forTo: null },
  product: { productId: null },
};

/** How many are counted at most: enough to say that it helps. */
const mostCounted = 100;

/** For a filter that nothing fits: which of its parts, taken away alone, would leave some orders. */
export const sumWithoutEach: TaskHandler<'orders.withoutEach'> = async (ctx, filter) => {
  const found: { part: Part; count: number }[] = [];
  for (const [part, lifted] of Object.entries(without) as [Part, Partial<OrderFilterInput>][]) {
    const wider = { ...filter, ...lifted };
    if (JSON.stringify(wider) === JSON.stringify(filter)) continue;
    const { count } = await sumsOf(ctx, wider, mostCounted);
    if (count > 0) found.push({ part, count: Math.min(count, mostCounted) });
  }
  return found;
};
