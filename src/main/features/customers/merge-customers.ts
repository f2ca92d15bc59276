import { sql } from 'kysely';
import type { MergeChoice } from '../../../shared/contract/customer-records.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import type { CommandHandler } from '../../app/context.ts';
import type { WriteDb } from '../../database/connection.ts';
import { query } from '../../database/query.ts';
import { staffOf } from '../orders/append-event.ts';
import { indexCustomer } from './index-customer.ts';
import type { FieldsRecord, MergeFields, MovedRecord } from './merge-records.ts';
import { requireLive } from './require-live.ts';

const longestNote = 1000;

/**
 * Makes two customers one. Whatever they ordered goes over, nothing of it is written anew: orders keep the name they
 * were placed under. @throws AppError `same-customer`, `not-found`, `text-too-long`.
 */
export const mergeCustomers: CommandHandler<'customers.merge'> = (ctx, { keptId, mergedId, choice }) => {
  if (keptId === mergedId) throw new AppError('same-customer');
  const { db, now } = ctx;
  const kept = requireLive(db, keptId);
  const merged = requireLive(db, mergedId);
  const after = chosenFields(kept, merged, choice);
  const moved = moveOver(db, mergedId, keptId);
  db.run(
    query
      .updateTable('customers')
      .set({ mergedInto: keptId, archivedAt: merged.archivedAt ?? now, username: null, passwordHash: null })
      .where('id', '=', mergedId),
  );
  db.run(query.updateTable('customers').set(after).where('id', '=', keptId));
  indexCustomer(db, mergedId);
  indexCustomer(db, keptId);
  const fields: FieldsRecord = {
    kept: fieldsOf(kept),
    merged: { ...fieldsOf(merged), archivedAt: merged.archivedAt },
    after,
  };
  const record = { keptId, mergedId, fields: JSON.stringify(fields), moved: JSON.stringify(moved) };
  const mergeId = db.run(
    query.insertInto('customerMerges').values({ ...record, staffId: staffOf(ctx.actor), at: now }),
  ).lastId;
  const orders = moved.orders.length;
  ctx.note(`customer ${keptId}`, { mergedId, orders, returns: moved.returns.length });
  return { mergeId, orders };
};

export function fieldsOf(customer: MergeFields): MergeFields {
  const { name, phone, email, address, note, username, passwordHash } = customer;
  return { name, phone, email, address, note, username, passwordHash };
}

/** @throws AppError `text-too-long` where two notes are too long for one. */
function chosenFields(kept: MergeFields, merged: MergeFields, choice: MergeChoice): MergeFields {
  const of = (side: 'kept' | 'merged') => (side === 'kept' ? kept : merged);
  // A log-in is never lost for one that there is not.
  const chosen = of(choice.logIn);
  const logIn = chosen.username === null ? of(choice.logIn === 'kept' ? 'merged' : 'kept') : chosen;
  const note =
    choice.note === 'both'
      ? [...new Set([kept.note, merged.note])].filter(Boolean).join('\n')
      : of(choice.note).note;
  if (note.length > longestNote) throw new AppError('text-too-long', { count: longestNote });
  return {
    name: of(choice.name).name,
    phone: of(choice.phone).phone,
    email: of(choice.email).email,
    address: of(choice.address).address,
    note,
    username: logIn.username,
    passwordHash: logIn.passwordHash,
  };
}

/** Everything that hangs on a customer goes over to another. */
function moveOver(db: WriteDb, from: number, to: number): MovedRecord {
  const ids = (table: 'orders' | 'returns' | 'customerNotes') =>
    db
      .all(query.selectFrom(table).select('id').where('customerId', '=', from).orderBy('id'))
      .map(({ id }) => id);
  const before = {
    orders: ids('orders'),
    returns: ids('returns'),
    notes: ids('customerNotes'),
    merged: db
      .all(query.selectFrom('customers').select('id').where('mergedInto', '=', from))
      .map(({ id }) => id),
    oldIds: db
      .all(
        query
          .selectFrom('orderllaIds')
          .select('oldId')
          .where('kind', '=', 'customer')
          .where('newId', '=', from),
      )
      .map(({ oldId }) => oldId),
  };
  for (const table of ['orders', 'returns', 'customerNotes'] as const)
    db.run(query.updateTable(table).set({ customerId: to }).where('customerId', '=', from));
  db.run(query.updateTable('customers').set({ mergedInto: to }).where('mergedInto', '=', from));
  db.run(
    query
      .updateTable('orderllaIds')
      .set({ newId: to })
      .where('kind', '=', 'customer')
      .where('newId', '=', from),
  );
  db.run(sql`UPDATE carts SET content = json_set(content, '$.customerId', ${to})
    WHERE state <> 'sold' AND content ->> 'customerId' = ${from}`);
  return before;
}
