import { AppError } from '../../../shared/contract/errors.ts';
import { type Money, zeroMoney } from '../../../shared/domain/money.ts';
import { type Quantity, quantity } from '../../../shared/domain/quantity.ts';
import type { ReadDb } from '../../database/connection.ts';
import type { OrderLinesTable } from '../../database/order-tables.ts';
import { type OrderRecord, orderLinesOf, requireOrder } from '../orders/order-record.ts';
import { returnedOfLines } from './return-rows.ts';

/** A sold line, with how much of it came back and what was given back for that. */
export type ReturnableLine = OrderLinesTable & { readonly returned: Quantity; readonly credited: Money };

/** An order that something may come back from. @throws AppError `not-found`, `not-returnable`. */
export function requireDelivered(db: ReadDb, orderId: number): OrderRecord {
  const order = requireOrder(db, orderId);
  if (order.status !== 'delivered') throw new AppError('not-returnable', { status: order.status });
  return order;
}

/** An order's lines with what came back of each. */
export function returnableLines(db: ReadDb, orderId: number): readonly ReturnableLine[] {
  const earlier = returnedOfLines(db, orderId);
  return orderLinesOf(db, orderId).map((line) => {
    const back = earlier.get(line.lineNo);
    return { ...line, returned: back?.quantity ?? quantity(0), credited: back?.credited ?? zeroMoney };
  });
}
