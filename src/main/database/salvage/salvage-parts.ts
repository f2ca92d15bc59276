import type BetterSqlite3 from 'better-sqlite3';
import { businessDateOf } from '../../../shared/domain/calendar.ts';

/**
 * Writes rows of orders again that follow from others: taxes from the lines, payments from the timeline. What is there
 * stays as it is. The newest schema alone. Answers how many of each table there were.
 */
export function rebuildParts(
  database: BetterSqlite3.Database,
  isLost: (table: string) => boolean,
): ReadonlyMap<string, number> {
  const rebuilt = new Map<string, number>();
  if (isLost('orderTaxes')) rebuilt.set('orderTaxes', rebuildTaxes(database));
  if (isLost('payments')) rebuilt.set('payments', rebuildPayments(database));
  return rebuilt;
}

/** Each line keeps its own share of every tax. */
function rebuildTaxes(database: BetterSqlite3.Database): number {
  return database
    .prepare(
      `INSERT INTO orderTaxes (orderId, name, rate, taxable, amount)
       SELECT l.orderId, tax.value ->> 'name', tax.value ->> 'rate', sum(l.net), sum(tax.value ->> 'amount')
       FROM orderLines l, json_each(l.taxes) AS tax
       WHERE tax.value ->> 'name' IS NOT NULL AND typeof(tax.value ->> 'rate') = 'integer'
         AND typeof(tax.value ->> 'amount') = 'integer'
         AND (SELECT count(*) FROM orderLines WHERE orderId = l.orderId)
           = ifnull((SELECT lineCount FROM orders WHERE id = l.orderId), -1)
       GROUP BY 1, 2, 3
       ON CONFLICT DO NOTHING`,
    )
    .run().changes;
}

type Paid = {
  readonly orderId: number;
  readonly paymentNo: number;
  readonly tenderId: number;
  readonly amount: number;
  readonly staffId: number | null;
  readonly at: number;
  readonly date: number;
};

/**
 * The timeline tells each payment in the order of their numbers: who took it, with what and when. What it does not tell
 * is the change that was given, and a reference.
 */
function rebuildPayments(database: BetterSqlite3.Database): number {
  const told = database
    .prepare(
      `SELECT paid.orderId, paid.paymentNo, tender.id AS tenderId, paid.amount, paid.staffId, paid.at,
         o.businessDate AS date
       FROM (SELECT orderId, row_number() OVER (PARTITION BY orderId ORDER BY eventNo) AS paymentNo,
           details ->> 'tender' AS tender, details ->> 'amount' AS amount, staffId, at
         FROM orderEvents WHERE kind = 'paid') AS paid
       JOIN orders AS o ON o.id = paid.orderId
       JOIN tenders AS tender ON tender.name = paid.tender
       WHERE typeof(paid.amount) = 'integer' AND paid.amount > 0
         AND NOT EXISTS (SELECT 1 FROM payments WHERE orderId = paid.orderId AND paymentNo = paid.paymentNo)
         AND paid.amount + ifnull((SELECT sum(amount) FROM payments WHERE orderId = paid.orderId), 0) <= o.paid`,
    )
    .all() as Paid[];
  const shop = database.prepare('SELECT timeZone, dayStartMinutes FROM shop').get() as
    | { timeZone: string; dayStartMinutes: number }
    | undefined;
  const insert = database.prepare(`INSERT INTO payments
    (orderId, paymentNo, tenderId, amount, change, staffId, at, businessDate, isLater)
    VALUES (@orderId, @paymentNo, @tenderId, @amount, 0, @staffId, @at, @businessDate, @isLater)
    ON CONFLICT DO NOTHING`);
  let count = 0;
  for (const paid of told) {
    const businessDate = (shop && dateOf(paid.at, shop)) ?? paid.date;
    count += insert.run({ ...paid, businessDate, isLater: businessDate === paid.date ? 0 : 1 }).changes;
  }
  return count + paymentsOfRefunds(database);
}

/** A refund is of a payment, whatever else is known of it: its order still says how much is missing. */
function paymentsOfRefunds(database: BetterSqlite3.Database): number {
  return database
    .prepare(
      `INSERT INTO payments (orderId, paymentNo, tenderId, amount, change, at, businessDate, isLater)
       SELECT r.orderId, min(r.paymentNo), min(r.tenderId),
         o.paid - ifnull((SELECT sum(amount) FROM payments WHERE orderId = r.orderId), 0), 0, o.placedAt,
         o.businessDate, 0
       FROM refunds r JOIN orders o ON o.id = r.orderId
       WHERE NOT EXISTS (SELECT 1 FROM payments WHERE orderId = r.orderId AND paymentNo = r.paymentNo)
       GROUP BY r.orderId
       HAVING o.paid > ifnull((SELECT sum(amount) FROM payments WHERE orderId = r.orderId), 0)
       ON CONFLICT DO NOTHING`,
    )
    .run().changes;
}

/** Null where the shop's zone is damaged as well. */
function dateOf(
  at: number,
  shop: { readonly timeZone: string; readonly dayStartMinutes: number },
): number | null {
  try {
    return businessDateOf(at, shop.timeZone, shop.dayStartMinutes);
  } catch {
    return null;
  }
}
