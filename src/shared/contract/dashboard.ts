import { z } from 'zod';
import { query } from './define.ts';
import { day, money } from './fields.ts';

/** A figure beside the one it is compared with; null where there is nothing to divide by. */
const average = money.nullable();

export const dashboardCalls = {
  /**
   * The owner's first look: six figures of the dictionary (`shared/domain/kpi.ts`), each with what it is compared with.
   * Closed days come from what they were added up to, today and what is not closed yet from the rows.
   */
  'dashboard.today': query({
    needs: 'see-reports',
    input: z.strictObject({}),
    output: z.strictObject({
      today: day,
      /** Milliseconds until the next business date begins. */
      untilNext: z.int(),
      /** `netSales` of today, and of the same weekday last week up to the same time of day. */
      sales: z.strictObject({ today: money, before: money }),
      /** `orders`, compared in the same way. */
      orders: z.strictObject({ today: z.int(), before: z.int() }),
      /** `averageOrder` of this month so far, of the same days of last month, and of the whole of it. */
      averageOrder: z.strictObject({ month: average, sameDays: average, lastMonth: average }),
      /** `openOrders`, `dueOrders`, `overdueOrders`; and how many were open when yesterday ended. */
      openOrders: z.strictObject({ open: z.int(), due: z.int(), overdue: z.int(), yesterday: z.int() }),
      /** `lowStock`. */
      lowStock: z.int(),
      /** `awaitingRefund` and `awaitingRefunds`: by how long each has waited (since today, since this week, longer). */
      awaitingRefund: z.strictObject({
        amount: money,
        count: z.int(),
        failed: z.int(),
        waiting: z.strictObject({ today: money, week: money, longer: money }),
      }),
      /** The last 14 business dates, oldest first, empty days included; `open` as it stood when the day ended. */
      days: z.array(
        z.strictObject({ date: day, sales: money, orders: z.int(), averageOrder: average, open: z.int() }),
      ),
    }),
    errors: [],
    // Folding a day changes no figure.
    reads: ['orders', 'refunds', 'returns', 'stock', 'products', 'shop'],
  }),
  /** What the dashboard draws larger. */
  'dashboard.charts': query({
    needs: 'see-reports',
    input: z.strictObject({}),
    output: z.strictObject({
      today: day,
      /** `netSales` of the last 14 business dates, oldest first, each beside the same weekday two weeks earlier. */
      days: z.array(z.strictObject({ date: day, sales: money, before: money })),
      /**
       * `sales` of today by hour of the shop's clock, beside the average over those of the last eight same weekdays
       * on which anything was sold.
       */
      hours: z.array(z.strictObject({ hour: z.int(), sales: money, usual: money })),
    }),
    errors: [],
    reads: ['orders', 'refunds', 'returns', 'shop'],
  }),
};
