import type { ordersCalls } from '../../../shared/contract/orders.ts';
import type { Handlers } from '../../app/context.ts';
import { findOrderByCode } from './find-order-by-code.ts';
import { getOrder } from './get-order.ts';
import { listOrders } from './list-orders.ts';
import { placeOrder } from './place-order.ts';

export const ordersHandlers: Handlers<typeof ordersCalls> = {
  'orders.place': placeOrder,
  'orders.list': listOrders,
  'orders.get': getOrder,
  'orders.findByCode': findOrderByCode,
};
