import { z } from 'zod';
import { query } from './define.ts';
import { day, id, money, quantity, unit } from './fields.ts';

export const dashboardCalls = {
  /**
   * The owner's first look: sales and orders of the business date, the average order value of the month
   * against the same days of last month, what runs low. Cancelled orders count in none of them.
   */
  'dashboard.today': query({
    needs: 'see-reports',
    input: z.strictObject({}),
    output: z.strictObject({
      today: day,
      /** Total of the orders of today, and of the same weekday last week up to the same hour. */
      sales: z.strictObject({ today: money, before: money }),
      orders: z.strictObject({ today: z.int(), before: z.int() }),
      averageOrder: z.strictObject({ month: money.nullable(), before: money.nullable() }),
      openOrders: z.strictObject({ open: z.int(), due: z.int(), overdue: z.int() }),
      lowStock: z.strictObject({
        count: z.int(),
        worst: z.array(
          z.strictObject({
            productId: id,
            name: z.string(),
            available: quantity,
            reorderLevel: quantity,
            unit,
          }),
        ),
      }),
      /** The last 14 business dates, oldest first, empty days included. */
      days: z.array(z.strictObject({ date: day, sales: money, orders: z.int() })),
      /** Today by hour of the shop's clock, and the average of the same weekday over eight weeks. */
      hours: z.array(z.strictObject({ hour: z.int(), sales: money, usual: money })),
    }),
    errors: [],
    reads: ['orders', 'stock', 'shop'],
  }),
};
