import type { QueryHandler } from '../../app/context.ts';
import { getOrderDetail } from './order-detail.ts';

export const getOrder: QueryHandler<'orders.get'> = ({ db }, { orderId }) => getOrderDetail(db, orderId);
