import type { Output } from '../../../shared/contract/index.ts';
import type { QueryHandler } from '../../app/context.ts';
import type { ReadDb } from '../../database/connection.ts';
import { preparedRead } from '../../database/prepared.ts';
import { query } from '../../database/query.ts';
import { paymentsToRefund, pendingRefunds } from '../refunds/pending-refunds.ts';
import { tenderOfPayment } from '../refunds/refund-tender.ts';
import { type ReturnableLine, requireDelivered, returnableLines } from './returnable-lines.ts';

type Prepared = Output<'returns.prepare'>;

/** A sale as somebody at the counter needs it who takes things back. @throws AppError `not-found`, `not-returnable`. */
export const prepareReturn: QueryHandler<'returns.prepare'> = ({ db }, { orderId }) => {
  const { status, placedAt, customerId, customerName, ...order } = requireDelivered(db, orderId);
  const { total, credited, paid, refunded, rounding } = order;
  return {
    ...{ orderId, status, placedAt, customerId, customerName, total, credited, paid, refunded, rounding },
    refundPending: pendingRefunds(db, orderId),
    lines: returnableLines(db, orderId).map((line) => preparedLine(db, line)),
    payments: preparedPayments(db, orderId),
  };
};

const pictureOf = preparedRead<{ productId: number }, { pictureId: number | null }>((slot) =>
  query.selectFrom('products').select('pictureId').where('id', '=', slot('productId')),
);

const barcodesOf = preparedRead<{ productId: number }, { barcode: string }>((slot) =>
  query
    .selectFrom('barcodes')
    .select('barcode')
    .where('productId', '=', slot('productId'))
    .orderBy('barcode'),
);

function preparedLine(db: ReadDb, line: ReturnableLine): Prepared['lines'][number] {
  const { lineNo, productId, name, sku, unit, quantity: sold, returned, total, credited } = line;
  const key = { productId: productId ?? 0 };
  const pictureId = pictureOf.get(db, key)?.pictureId ?? null;
  const barcodes = barcodesOf.all(db, key).map((row) => row.barcode);
  return { lineNo, productId, name, sku, unit, sold, returned, total, credited, pictureId, barcodes };
}

const amountOf = preparedRead<{ orderId: number; paymentNo: number }, { amount: Prepared['total'] }>((slot) =>
  query
    .selectFrom('payments')
    .select('amount')
    .where('orderId', '=', slot('orderId'))
    .where('paymentNo', '=', slot('paymentNo')),
);

/** Each payment with the way that its money goes back, which for exchange value is what was first paid with. */
function preparedPayments(db: ReadDb, orderId: number): Prepared['payments'] {
  return paymentsToRefund(db, orderId).map(({ paymentNo, tenderId, refundable }) => {
    const tender = tenderOfPayment(db, { orderId, tenderId });
    const amount = amountOf.get(db, { orderId, paymentNo })?.amount ?? refundable;
    return {
      ...{ paymentNo, amount, refundable },
      tenderId: tender.id,
      tenderName: tender.name,
      tenderKind: tender.kind,
    };
  });
}
