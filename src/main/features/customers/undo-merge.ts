import type { Selectable } from 'kysely';
import { AppError } from '../../../shared/contract/errors.ts';
import type { CommandContext, CommandHandler } from '../../app/context.ts';
import type { ReadDb, WriteDb } from '../../database/connection.ts';
import type { CustomerMergesTable } from '../../database/customer-tables.ts';
import { query } from '../../database/query.ts';
import { staffOf } from '../orders/append-event.ts';
import { indexCustomer } from './index-customer.ts';
import { fieldsOf } from './merge-customers.ts';
import { type FieldsRecord, type MergeFields, type MovedRecord, mergesInto } from './merge-records.ts';

type Merge = Selectable<CustomerMergesTable>;

/**
 * Takes the newest merge of a customer back. What went over goes back; what came since stays, and so does every field
 * that somebody changed since. @throws AppError `not-found`, `merge-not-undoable`.
 */
export const undoMerge: CommandHandler<'customers.undoMerge'> = (ctx, { mergeId }) => {
  const merge = mergeToUndo(ctx.db, mergeId);
  const { keptId, mergedId } = merge;
  const moved: MovedRecord = JSON.parse(merge.moved);
  const orders = moveBack(ctx.db, moved, keptId, mergedId);
  restoreFields(ctx.db, merge);
  ctx.db.run(
    query
      .updateTable('customerMerges')
      .set({ undoneAt: ctx.now, undoneBy: staffOf(ctx.actor) })
      .where('id', '=', mergeId),
  );
  indexCustomer(ctx.db, keptId);
  indexCustomer(ctx.db, mergedId);
  noteUndone(ctx, merge, orders);
  return { mergedId, orders };
};

function noteUndone(ctx: CommandContext, { keptId, mergedId }: Merge, orders: number): void {
  ctx.note(`customer ${keptId}`, { mergedId, orders });
}

/** Only while both are as the merge left them: later merges of either would have to be taken back first. */
function mergeToUndo(db: ReadDb, mergeId: number): Merge {
  const merge = db.get(query.selectFrom('customerMerges').selectAll().where('id', '=', mergeId));
  if (!merge) throw new AppError('not-found', { what: 'merge' });
  const newest = mergesInto(db, merge.keptId)[0]?.mergeId === mergeId;
  const kept = db.get(
    query.selectFrom('customers').select(['mergedInto', 'erasedAt']).where('id', '=', merge.keptId),
  );
  if (!newest || kept?.mergedInto !== null || kept.erasedAt !== null)
    throw new AppError('merge-not-undoable');
  return merge;
}

/** Answers how many orders went back: those that still are the kept one's. */
function moveBack(db: WriteDb, moved: MovedRecord, keptId: number, mergedId: number): number {
  const tables = { orders: 'orders', returns: 'returns', notes: 'customerNotes' } as const;
  let orders = 0;
  for (const kind of ['orders', 'returns', 'notes'] as const) {
    for (const id of moved[kind]) {
      const back = query.updateTable(tables[kind]).set({ customerId: mergedId });
      const { changes } = db.run(back.where('id', '=', id).where('customerId', '=', keptId));
      if (kind === 'orders') orders += changes;
    }
  }
  for (const id of moved.merged)
    db.run(query.updateTable('customers').set({ mergedInto: mergedId }).where('id', '=', id));
  for (const oldId of moved.oldIds)
    db.run(
      query
        .updateTable('orderllaIds')
        .set({ newId: mergedId })
        .where('kind', '=', 'customer')
        .where('oldId', '=', oldId)
        .where('newId', '=', keptId),
    );
  return orders;
}

function restoreFields(db: WriteDb, { keptId, mergedId, fields }: Merge): void {
  const before: FieldsRecord = JSON.parse(fields);
  const row = db.get(query.selectFrom('customers').selectAll().where('id', '=', keptId));
  if (!row) throw new AppError('not-found', { what: 'customer' });
  const { username, passwordHash, ...texts } = fieldsOf(row);
  const restored: Partial<MergeFields> = Object.fromEntries(
    (Object.keys(texts) as (keyof typeof texts)[])
      .filter((field) => texts[field] === before.after[field])
      .map((field) => [field, before.kept[field]]),
  );
  const logIn = logInsBack(db, keptId, { username, passwordHash }, before);
  const keep = query.updateTable('customers').where('id', '=', keptId);
  // Two rows never have one user name, not even between two statements.
  db.run(keep.set({ ...restored, ...logIn.kept }));
  db.run(
    query
      .updateTable('customers')
      .set({ ...logIn.merged, mergedInto: null, archivedAt: before.merged.archivedAt })
      .where('id', '=', mergedId),
  );
}

type LogIn = Pick<MergeFields, 'username' | 'passwordHash'>;

/** Each gets the log-in back that was theirs, unless it was changed since or somebody else has the name by now. */
function logInsBack(db: ReadDb, keptId: number, now: LogIn, { kept, merged, after }: FieldsRecord) {
  const isSame = now.username === after.username;
  const theirs = (one: LogIn): LogIn => {
    const passwordHash = one.username === now.username ? now.passwordHash : one.passwordHash;
    return isFree(db, one.username, keptId) ? { username: one.username, passwordHash } : noLogIn;
  };
  if (isSame) return { kept: theirs(kept), merged: theirs(merged) };
  const isTaken = merged.username === now.username;
  return { kept: now, merged: isTaken ? noLogIn : theirs(merged) };
}

const noLogIn: LogIn = { username: null, passwordHash: null };

function isFree(db: ReadDb, username: string | null, keptId: number): boolean {
  if (username === null) return true;
  const owner = db.get(query.selectFrom('customers').select('id').where('username', '=', username));
  return owner === undefined || owner.id === keptId;
}
