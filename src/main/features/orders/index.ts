import type { orderActionsCalls } from '../../../shared/contract/order-actions.ts';
import type { ordersCalls } from '../../../shared/contract/orders.ts';
import type { Handlers } from '../../app/context.ts';
import { findOrderByCode } from './find-order-by-code.ts';
import { getOrder } from './get-order.ts';
import { listOrders } from './list-orders.ts';
import { placeOrder } from './place-order.ts';

const notBuilt = (): never => {
  throw new Error('not built');
};

export const ordersHandlers: Handlers<typeof ordersCalls> = {
  'orders.place': placeOrder,
  'orders.list': listOrders,
  'orders.get': getOrder,
  'orders.queues': notBuilt,
  'orders.findByCode': findOrderByCode,
};

export const orderActionsHandlers: Handlers<typeof orderActionsCalls> = {
  'orders.advance': notBuilt,
  'orders.advanceMany': notBuilt,
  'orders.undoDelivered': notBuilt,
  'orders.cancel': notBuilt,
  'orders.cancelLines': notBuilt,
  'orders.edit': notBuilt,
  'orders.reschedule': notBuilt,
  'orders.addNote': notBuilt,
  'payments.take': notBuilt,
};
