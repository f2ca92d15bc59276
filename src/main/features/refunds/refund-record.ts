import type { Selectable } from 'kysely';
import { AppError } from '../../../shared/contract/errors.ts';
import type { TenderKind } from '../../../shared/domain/settle.ts';
import type { ReadDb } from '../../database/connection.ts';
import type { RefundsTable } from '../../database/order-tables.ts';
import { preparedRead } from '../../database/prepared.ts';
import { query } from '../../database/query.ts';

/** A refund's row as it stands in the shop file, with the tender that it goes back by. */
export type RefundRecord = Selectable<RefundsTable> & {
  readonly tenderName: string;
  readonly tenderKind: TenderKind;
};

const record = preparedRead<{ refundId: number }, RefundRecord>((slot) =>
  query
    .selectFrom('refunds as refund')
    .innerJoin('tenders as tender', 'tender.id', 'refund.tenderId')
    .selectAll('refund')
    .select(['tender.name as tenderName', 'tender.kind as tenderKind'])
    .where('refund.id', '=', slot('refundId')),
);

/** The refund of a number. @throws AppError `not-found`. */
export function requireRefund(db: ReadDb, refundId: number): RefundRecord {
  const found = record.get(db, { refundId });
  if (!found) throw new AppError('not-found', { what: 'refund', refundId });
  return found;
}
