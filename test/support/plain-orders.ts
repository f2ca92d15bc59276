import { calendarDate, startOfBusinessDate } from '../../src/shared/domain/calendar.ts';
import type { OrderStatus } from '../../src/shared/domain/order-status.ts';
import { change } from './catalog-builders.ts';
import type { TestApp } from './create-test-app.ts';

export type PlainOrder = {
  readonly kind?: 'counter' | 'pickup';
  readonly date: number;
  /** Minutes after midnight by the shop's clock. */
  readonly minutes?: number;
  readonly total?: number;
  readonly status?: OrderStatus;
  readonly deliveryDate?: number | null;
};

/** Writes an order as it stands, past every command: on any day, with nothing but what figures of days read. */
export function addPlainOrder(test: TestApp, timeZone: string, order: PlainOrder): void {
  const {
    kind = 'pickup',
    date,
    minutes = 600,
    total = 1000,
    status = 'delivered',
    deliveryDate = null,
  } = order;
  const at = startOfBusinessDate(calendarDate(date), timeZone, minutes);
  const delivered = status === 'delivered' ? at : null;
  const cancelled = status === 'cancelled' ? at : null;
  const cancelledDate = status === 'cancelled' ? date : null;
  change(
    test,
    `INSERT INTO orders (kind, status, placedAt, businessDate, deliveryDate, deliveredAt, cancelledAt, cancelledDate,
      pricesIncludeTax, taxRounding, lineCount, subtotal, lineDiscount, orderDiscount, net, tax, rounding, total,
      paid, refunded)
    VALUES ('${kind}', '${status}', ${at}, ${date}, ${deliveryDate}, ${delivered}, ${cancelled}, ${cancelledDate}, 1, 'line', 1,
      ${total}, 0, 0, ${total}, 0, 0, ${total}, 0, 0)`,
  );
}
