import type { Output } from '../../../shared/contract/index.ts';
import { zeroMoney } from '../../../shared/domain/money.ts';
import type { ReadDb } from '../../database/connection.ts';
import { balanceOf, requireOrder } from './order-record.ts';

type Standing = Output<'orders.advance'>;
type Moved = Partial<Pick<Standing, 'refundAwaiting' | 'refundedInCash' | 'change'>>;

/** Where an order stands after a change, with the money that the change moved. */
export function standingOf(db: ReadDb, orderId: number, moved: Moved = {}): Standing {
  const order = requireOrder(db, orderId);
  const { open } = balanceOf(db, order);
  const { refundAwaiting = zeroMoney, refundedInCash = zeroMoney, change = zeroMoney } = moved;
  return { status: order.status, total: order.total, open, refundAwaiting, refundedInCash, change };
}
