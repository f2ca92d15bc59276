import type { Output } from '../../../shared/contract/index.ts';
import type { ReadDb } from '../../database/connection.ts';
import { preparedRead } from '../../database/prepared.ts';
import { query } from '../../database/query.ts';

/** A refund as windows are shown it. */
export type RefundRow = Output<'orders.get'>['refunds'][number];

/** Every refund with its tender and who opened it: what lists and details are built from. */
export function refundRows() {
  return query
    .selectFrom('refunds as refund')
    .innerJoin('tenders as tender', 'tender.id', 'refund.tenderId')
    .leftJoin('staff', 'staff.id', 'refund.staffId')
    .select([
      'refund.id as refundId',
      'refund.orderId',
      'refund.paymentNo',
      'refund.returnId',
      'refund.cause',
      'refund.state',
      'refund.tenderId',
      'tender.name as tenderName',
      'tender.kind as tenderKind',
      'refund.amount',
      'refund.rounding',
      'refund.reference',
      'refund.reason',
      'staff.name as staffName',
      'refund.openedAt',
      'refund.initiatedAt',
      'refund.settledAt',
    ]);
}

const ofOrder = preparedRead<{ orderId: number }, RefundRow>((slot) =>
  refundRows().where('refund.orderId', '=', slot('orderId')).orderBy('refund.id'),
);

/** An order's refunds in the order in which they were opened, those that failed or were voided too. */
export function refundsOfOrder(db: ReadDb, orderId: number): RefundRow[] {
  return ofOrder.all(db, { orderId });
}

const ofReturn = preparedRead<{ returnId: number }, RefundRow>((slot) =>
  refundRows().where('refund.returnId', '=', slot('returnId')).orderBy('refund.id'),
);

/** What went back for a return, what was spent on an exchange included. */
export function refundsOfReturn(db: ReadDb, returnId: number): RefundRow[] {
  return ofReturn.all(db, { returnId });
}

const oneRefund = preparedRead<{ refundId: number }, RefundRow>((slot) =>
  refundRows().where('refund.id', '=', slot('refundId')),
);

/** A refund, or null when there is none of that number. */
export function findRefund(db: ReadDb, refundId: number): RefundRow | null {
  return oneRefund.get(db, { refundId }) ?? null;
}
