import type { orderActionsCalls } from '../../../shared/contract/order-actions.ts';
import type { ordersCalls } from '../../../shared/contract/orders.ts';
import type { Handlers } from '../../app/context.ts';
import { addOrderNote } from './add-order-note.ts';
import { advanceMany } from './advance-many.ts';
import { advanceOne } from './advance-one.ts';
import { cancelOrder } from './cancel-order.ts';
import { cancelOrderLines } from './cancel-order-lines.ts';
import { editOrder } from './edit-order.ts';
import { findOrderByCode } from './find-order-by-code.ts';
import { getOrder } from './get-order.ts';
import { listOrders } from './list-orders.ts';
import { orderChoices } from './order-choices.ts';
import { orderQueues } from './order-queues.ts';
import { placeOrder } from './place-order.ts';
import { rescheduleOrder } from './reschedule-order.ts';
import { sumOrders, sumWithoutEach } from './sum-orders.ts';
import { takePayment } from './take-payment.ts';
import { undoDelivered } from './undo-delivered.ts';

export const ordersHandlers: Handlers<typeof ordersCalls> = {
  'orders.place': placeOrder,
  'orders.list': listOrders,
  'orders.sums': sumOrders,
  'orders.withoutEach': sumWithoutEach,
  'orders.choices': orderChoices,
  'orders.get': getOrder,
  'orders.queues': orderQueues,
  'orders.findByCode': findOrderByCode,
};

export const orderActionsHandlers: Handlers<typeof orderActionsCalls> = {
  'orders.advance': advanceOne,
  'orders.advanceMany': advanceMany,
  'orders.undoDelivered': undoDelivered,
  'orders.cancel': cancelOrder,
  'orders.cancelLines': cancelOrderLines,
  'orders.edit': editOrder,
  'orders.reschedule': rescheduleOrder,
  'orders.addNote': addOrderNote,
  'payments.take': takePayment,
};
