import { AppError } from '../../../shared/contract/errors.ts';
import type { TenderKind } from '../../../shared/domain/settle.ts';
import type { ReadDb } from '../../database/connection.ts';
import { preparedRead } from '../../database/prepared.ts';
import { query } from '../../database/query.ts';

/** A way that money goes back. */
export type RefundTender = { readonly id: number; readonly name: string; readonly kind: TenderKind };

type TenderRow = RefundTender & {
  readonly archivedAt: number | null;
  readonly purpose: 'exchange' | null;
};

const tenderRow = preparedRead<{ tenderId: number }, TenderRow>((slot) =>
  query
    .selectFrom('tenders')
    .select(['id', 'name', 'kind', 'archivedAt', 'purpose'])
    .where('id', '=', slot('tenderId')),
);

type Source = { readonly orderId: number; readonly tenderId: number };

/** The payment that most of an exchange's value came from: the goods given back were once paid for too. */
const exchangedFrom = preparedRead<{ orderId: number }, Source>((slot) =>
  query
    .selectFrom('returns')
    .innerJoin('refunds as spent', 'spent.returnId', 'returns.id')
    .innerJoin('tenders as tender', 'tender.id', 'spent.tenderId')
    .innerJoin('payments as payment', (join) =>
      join.onRef('payment.orderId', '=', 'spent.orderId').onRef('payment.paymentNo', '=', 'spent.paymentNo'),
    )
    .select(['payment.orderId', 'payment.tenderId'])
    .where('returns.exchangeOrderId', '=', slot('orderId'))
    .where('tender.purpose', '=', 'exchange')
    .orderBy('spent.amount', 'desc')
    .orderBy('spent.id')
    .limit(1),
);

/**
 * The tender that money of a payment came by. Exchange value is no money: it goes back as what was first paid, or
 * a card would be turned into cash by way of an exchange. Archived tenders still take back what they took in.
 */
export function tenderOfPayment(db: ReadDb, payment: Source): RefundTender {
  const tender = findTenderOfPayment(db, payment);
  if (!tender) throw new Error(`Nobody knows what order ${payment.orderId} was exchanged for`);
  return tender;
}

/** The same, or null where the return of the exchange was lost with a damaged file. */
export function findTenderOfPayment(db: ReadDb, payment: Source): RefundTender | null {
  let source = payment;
  for (;;) {
    const tender = requireRow(db, source.tenderId);
    if (tender.purpose === null) return tender;
    const earlier = exchangedFrom.get(db, { orderId: source.orderId });
    if (!earlier) return null;
    source = earlier;
  }
}

/**
 * The way that money goes back: as chosen, null for `own`. What is chosen must still be offered.
 * @throws AppError `tender-gone`.
 */
export function chosenTender(db: ReadDb, own: RefundTender, tenderId: number | null): RefundTender {
  if (tenderId === null || tenderId === own.id) return own;
  return requireLiveTender(db, tenderId);
}

/** A tender that the till offers. @throws AppError `tender-gone`. */
function requireLiveTender(db: ReadDb, tenderId: number): RefundTender {
  const tender = tenderRow.get(db, { tenderId });
  if (!tender || tender.archivedAt !== null || tender.purpose !== null) throw new AppError('tender-gone');
  return tender;
}

function requireRow(db: ReadDb, tenderId: number): TenderRow {
  const tender = tenderRow.get(db, { tenderId });
  if (!tender) throw new Error(`There is no tender ${tenderId}`);
  return tender;
}
