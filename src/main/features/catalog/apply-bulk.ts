import { sql } from 'kysely';
import { AppError } from '../../../shared/contract/errors.ts';
import type { CommandContext, CommandHandler } from '../../app/context.ts';
import type { WriteDb } from '../../database/connection.ts';
import { type PreparedWrite, preparedWrite } from '../../database/prepared.ts';
import { query } from '../../database/query.ts';
import { checkChange, columnOf, type PlannedRow, planSteps, seenOf } from './bulk-plan.ts';
import type { BulkChange } from './bulk-targets.ts';
import { indexProduct } from './index-product.ts';
import { namesOf } from './preview-bulk.ts';

/** A few milliseconds each: a till beside it does not notice. */
const rowsAStep = 100;

const keepRow = preparedWrite<Omit<PlannedRow, 'outcome'> & { bulkEditId: number }>((slot) =>
  query.insertInto('bulkEditRows').values({
    bulkEditId: slot('bulkEditId'),
    productId: slot('productId'),
    before: slot('before'),
    after: slot('after'),
  }),
);

/**
 * Changes one column of many products in one transaction and keeps what each had. It is planned again first: where
 * anything is not as it was seen, nothing is done. What cannot change is left out.
 * @throws AppError `bulk-changed`, `nothing-changed`, `category-gone`, `tax-class-gone`.
 */
export const applyBulk: CommandHandler<'catalog.applyBulk'> = function* (ctx, { selection, change, seen }) {
  const { db, now } = ctx;
  checkChange(db, change);
  const planning = planSteps(db, selection, change, now);
  let step = planning.next();
  while (!step.done) {
    yield { done: 0, total: step.value };
    step = planning.next();
  }
  const plan = step.value;
  if (seenOf(change, plan) !== seen) throw new AppError('bulk-changed');
  const rows = plan.filter(({ outcome }) => outcome === 'change');
  if (rows.length === 0) throw new AppError('nothing-changed');
  const bulkEditId = addBulkEdit(ctx, change, rows.length);
  for (const [index, { productId, before, after }] of rows.entries()) {
    writeColumn(db, productId, change, after);
    keepRow.run(db, { bulkEditId, productId, before, after });
    if (index % rowsAStep === 0) yield { done: index, total: rows.length };
  }
  ctx.note(`bulk edit ${bulkEditId}`, {
    changed: rows.length,
    left: plan.length - rows.length,
    ...valueName(db, change),
  });
  return { bulkEditId, changed: rows.length };
};

function addBulkEdit({ db, now, actor }: CommandContext, change: BulkChange, changed: number): number {
  const staffId = actor.kind === 'staff' ? actor.staffId : null;
  const row = { change: JSON.stringify(change), changed, at: now, staffId, undoneAt: null, undoneBy: null };
  return db.run(query.insertInto('bulkEdits').values(row)).lastId;
}

function valueName(db: WriteDb, change: BulkChange): { readonly value?: string | undefined } {
  if (change.kind === 'category') return { value: namesOf(db, change).get(change.categoryId ?? 0) };
  return change.kind === 'tax-class' ? { value: namesOf(db, change).get(change.taxClassId) } : {};
}

type Written = { readonly id: number; readonly value: number | null };

function columnWriter(column: ReturnType<typeof columnOf>): PreparedWrite<Written> {
  return preparedWrite<Written>(
    (slot) => sql`UPDATE products SET ${sql.ref(column)} = ${slot('value')} WHERE id = ${slot('id')}`,
  );
}

const columnWriters = {
  price: columnWriter('price'),
  categoryId: columnWriter('categoryId'),
  taxClassId: columnWriter('taxClassId'),
  archivedAt: columnWriter('archivedAt'),
};

/** Gives a product another value in the column that a change is about. */
export function writeColumn(db: WriteDb, productId: number, change: BulkChange, value: number | null): void {
  columnWriters[columnOf(change)].run(db, { id: productId, value });
  if (change.kind === 'archive') indexProduct(db, productId);
}
