import { sql } from 'kysely';
import type { OrderFilterInput, orderFilterParts } from '../../../shared/contract/order-filter.ts';
import type { QueryHandler, TaskHandler } from '../../app/context.ts';
import { orderScope } from './order-scope.ts';
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
export const sumWithoutEach: QueryHandler<'orders.withoutEach'> = ({ db, today }, filter) => {
  const parts = Object.entries(without) as [Part, Partial<OrderFilterInput>][];
  return parts.flatMap(([part, lifted]) => {
    const wider = { ...filter, ...lifted };
    if (JSON.stringify(wider) === JSON.stringify(filter)) return [];
    const { rules } = orderScope(db, wider, today);
    const where = rules.length === 0 ? sql`1` : sql.join(rules, sql` AND `);
    const row = db.get(
      sql<{ count: number }>`SELECT count(*) AS count FROM (
        SELECT 1 FROM orders WHERE ${where} LIMIT ${sql.lit(mostCounted)})`,
    );
    return row && row.count > 0 ? [{ part, count: row.count }] : [];
  });
};
