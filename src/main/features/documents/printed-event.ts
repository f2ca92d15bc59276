import type { WriteDb } from '../../database/connection.ts';
import { query } from '../../database/query.ts';

type PrintedEvent = {
  readonly orderId: number;
  readonly staffId: number | null;
  readonly at: number;
  readonly details: Readonly<Record<string, string | number>>;
};

/** Appends "printed" to an order's timeline. */
export function addPrintedEvent(db: WriteDb, { orderId, staffId, at, details }: PrintedEvent): void {
  const last = db.get(
    query
      .selectFrom('orderEvents')
      .select(({ fn }) => fn.max('eventNo').as('no'))
      .where('orderId', '=', orderId),
  );
  db.run(
    query.insertInto('orderEvents').values({
      orderId,
      eventNo: (last?.no ?? 0) + 1,
      kind: 'printed',
      staffId,
      at,
      details: JSON.stringify(details),
    }),
  );
}
