import { parseOrderCode } from '../../../shared/domain/order-code.ts';
import type { QueryHandler } from '../../app/context.ts';
import { query } from '../../database/query.ts';

/** The order of a scanned receipt, or null: not an order's code, or of another shop's paper. */
export const findOrderByCode: QueryHandler<'orders.findByCode'> = ({ db }, { code }) => {
  const orderId = parseOrderCode(code);
  if (orderId === null) return null;
  const found = db.get(query.selectFrom('orders').select('id').where('id', '=', orderId));
  return found ? { orderId: found.id } : null;
};
