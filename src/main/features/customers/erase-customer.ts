import { type RawBuilder, sql } from 'kysely';
import { AppError } from '../../../shared/contract/errors.ts';
import type { Output } from '../../../shared/contract/index.ts';
import { cancelReason } from '../../../shared/contract/order-actions.ts';
import { returnReasons } from '../../../shared/domain/return-line.ts';
import type { CommandHandler, QueryHandler } from '../../app/context.ts';
import type { ReadDb, WriteDb } from '../../database/connection.ts';
import { query } from '../../database/query.ts';
import { logInSubjects } from '../kiosk/log-in.ts';
import { indexCustomer } from './index-customer.ts';
import { requireLive } from './require-live.ts';

/** What stands where a name was; screens say in their own words that somebody was erased. */
export const erasedName = '–';

/** Reasons that were chosen from a list say nothing of a person; any other was typed. */
const chosenReasons = sql.join([...cancelReason.options, ...returnReasons]);

type Preview = Output<'customers.erasePreview'>;

/** @throws AppError `not-found`. */
export const previewErase: QueryHandler<'customers.erasePreview'> = ({ db }, { customerId }) => {
  requireLive(db, customerId);
  return erasePreview(db, customerId);
};

/**
 * Forgets who a customer is (docs/decisions/0014-erasing-a-customer.md). Orders stay with their goods and their money;
 * the row stays for its number, so that nobody else ever gets it. @throws AppError `not-found`, `customer-not-done`.
 */
export const eraseCustomer: CommandHandler<'customers.erase'> = (ctx, { customerId }) => {
  const { db, now } = ctx;
  requireLive(db, customerId);
  const { orders, open, owed, refunds, invoices } = erasePreview(db, customerId);
  if (open > 0 || owed > 0 || refunds > 0)
    throw new AppError('customer-not-done', { count: open, open: owed, refunds });
  const people = db.all(
    query
      .selectFrom('customers')
      .select(['id', 'username'])
      .where((where) => where.or([where('id', '=', customerId), where('mergedInto', '=', customerId)])),
  );
  forgetGuessesAt(db, people);
  eraseOrders(db, sql`SELECT id FROM orders WHERE customerId = ${customerId}`);
  eraseReturns(db, customerId);
  for (const { id } of people) eraseRecord(db, id, now);
  // The index keeps what was taken out of it until it is put together anew.
  db.run(sql`INSERT INTO customerSearch (customerSearch) VALUES ('optimize')`);
  ctx.note(`customer ${customerId}`, { orders, invoices });
  return { orders, invoices };
};

function erasePreview(db: ReadDb, customerId: number): Preview {
  const found = db.get(sql<Preview>`
    WITH theirs AS MATERIALIZED (SELECT id, status FROM orders WHERE customerId = ${customerId})
    SELECT (SELECT count(*) FROM theirs) AS orders,
      (SELECT count(*) FROM theirs WHERE status IN ('received', 'shipped', 'in-transit')) AS open,
      (SELECT owed FROM customerFigures WHERE customerId = ${customerId}) AS owed,
      (SELECT count(*) FROM refunds WHERE state IN ('awaiting', 'initiated', 'failed')
        AND (orderId IN (SELECT id FROM theirs)
          OR returnId IN (SELECT id FROM returns WHERE customerId = ${customerId}))) AS refunds,
      (SELECT count(*) FROM invoices WHERE orderId IN (SELECT id FROM theirs) AND buyerName IS NOT NULL) AS invoices,
      (SELECT count(*) FROM customerNotes WHERE customerId = ${customerId}) AS notes`);
  if (!found) throw new AppError('not-found', { what: 'customer' });
  return found;
}

/** Names, addresses and whatever somebody typed about the person; goods, money and days stay. */
function eraseOrders(db: WriteDb, ids: RawBuilder<unknown>): void {
  db.run(sql`UPDATE orderLines SET note = NULL WHERE note IS NOT NULL AND orderId IN (${ids})`);
  db.run(sql`UPDATE orderEvents SET details = json_remove(details, '$.note', '$.delivery')
    WHERE orderId IN (${ids}) AND (details ->> 'note' IS NOT NULL OR details ->> 'delivery' IS NOT NULL)`);
  db.run(sql`UPDATE orderEvents SET details = json_remove(details, '$.reason')
    WHERE orderId IN (${ids}) AND details ->> 'reason' IS NOT NULL
      AND details ->> 'reason' NOT IN (${chosenReasons})`);
  db.run(sql`UPDATE refunds SET reason = '' WHERE orderId IN (${ids}) AND reason NOT IN (${chosenReasons})`);
  db.run(sql`UPDATE returns SET note = NULL, customerId = NULL WHERE orderId IN (${ids})`);
  // Last: by whose they are, the others were found.
  db.run(sql`UPDATE orders SET customerId = NULL, customerName = NULL, deliveryName = NULL, deliveryPhone = NULL,
    deliveryAddress = CASE WHEN deliveryAddress IS NULL THEN NULL ELSE '' END, note = NULL WHERE id IN (${ids})`);
}

/** Goods that came back without an order. */
function eraseReturns(db: WriteDb, customerId: number): void {
  db.run(sql`UPDATE refunds SET reason = '' WHERE reason NOT IN (${chosenReasons})
    AND returnId IN (SELECT id FROM returns WHERE customerId = ${customerId})`);
  db.run(
    query.updateTable('returns').set({ customerId: null, note: null }).where('customerId', '=', customerId),
  );
}

/** The directory's own: the row but for its number, notes, merges, carts, and what a till was answered. */
function eraseRecord(db: WriteDb, customerId: number, now: number): void {
  db.run(query.deleteFrom('customerNotes').where('customerId', '=', customerId));
  db.run(
    query
      .deleteFrom('customerMerges')
      .where((where) => where.or([where('keptId', '=', customerId), where('mergedId', '=', customerId)])),
  );
  db.run(sql`UPDATE carts SET label = '', content = json_set(content, '$.customerId', NULL, '$.delivery', NULL, '$.note', '')
    WHERE content ->> 'customerId' = ${customerId}`);
  db.run(
    sql`DELETE FROM requests WHERE call = 'carts.resume' AND reply ->> '$.content.customerId' = ${customerId}`,
  );
  const nobody = { name: erasedName, phone: '', email: '', address: '', note: '' };
  db.run(
    query
      .updateTable('customers')
      .set({
        ...nobody,
        username: null,
        passwordHash: null,
        mergedInto: null,
        archivedAt: now,
        erasedAt: now,
      })
      .where('id', '=', customerId),
  );
  indexCustomer(db, customerId);
}

/** A digest of the user name, of which guesses were counted, is the person's too. */
function forgetGuessesAt(db: WriteDb, people: readonly { readonly username: string | null }[]): void {
  const subjects = people.flatMap(({ username }) =>
    username === null ? [] : logInSubjects('', username).slice(0, 1),
  );
  for (const subject of subjects) db.run(query.deleteFrom('signInThrottles').where('subject', '=', subject));
}
