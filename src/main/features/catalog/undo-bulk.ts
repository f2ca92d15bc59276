import { sql } from 'kysely';
import { AppError } from '../../../shared/contract/errors.ts';
import type { Output } from '../../../shared/contract/index.ts';
import type { CommandHandler } from '../../app/context.ts';
import type { ReadDb } from '../../database/connection.ts';
import { query } from '../../database/query.ts';
import { writeColumn } from './apply-bulk.ts';
import { columnOf } from './bulk-plan.ts';
import type { BulkChange } from './bulk-targets.ts';

type Left = Output<'catalog.undoBulk'>['left'][number];
type Kept = Left & {
  readonly before: number | null;
  readonly after: number | null;
  readonly current: number | null;
};

const rowsAStep = 100;
/** So many products that stay are named; of the rest there is the number. */
const mostLeft = 100;

/**
 * Takes a bulk edit back: every product that still has what it was given gets what it had, to the last unit. One that
 * somebody changed since stays as it is and is named. Once only.
 * @throws AppError `not-found`, `bulk-undone`, `nothing-changed` where every product was changed since.
 */
export const undoBulk: CommandHandler<'catalog.undoBulk'> = function* (
  { db, now, actor, note },
  { bulkEditId },
) {
  const edit = db.get(query.selectFrom('bulkEdits').selectAll().where('id', '=', bulkEditId));
  if (!edit) throw new AppError('not-found', { what: 'bulk-edit' });
  if (edit.undoneAt !== null) throw new AppError('bulk-undone');
  const change = JSON.parse(edit.change) as BulkChange;
  const left: Left[] = [];
  let restored = 0;
  let leftCount = 0;
  for (let rows = nextRows(db, bulkEditId, change, 0); rows.length > 0; ) {
    for (const { before, after, current, ...product } of rows) {
      if (current === after) {
        writeColumn(db, product.productId, change, before);
        restored += 1;
      } else {
        leftCount += 1;
        if (left.length < mostLeft) left.push(product);
      }
    }
    yield { done: restored + leftCount, total: edit.changed };
    rows = nextRows(db, bulkEditId, change, rows.at(-1)?.productId ?? 0);
  }
  if (restored === 0) throw new AppError('nothing-changed');
  const undoneBy = actor.kind === 'staff' ? actor.staffId : null;
  db.run(query.updateTable('bulkEdits').set({ undoneAt: now, undoneBy }).where('id', '=', bulkEditId));
  note(`bulk edit ${bulkEditId}`, { restored, left: leftCount, change });
  return { restored, leftCount, left };
};

function nextRows(db: ReadDb, bulkEditId: number, change: BulkChange, afterId: number): readonly Kept[] {
  return db.all(sql<Kept>`
    SELECT r.productId, p.name, p.variantLabel, r.before, r.after, p.${sql.ref(columnOf(change))} AS current
    FROM bulkEditRows AS r JOIN products AS p ON p.id = r.productId
    WHERE r.bulkEditId = ${bulkEditId} AND r.productId > ${afterId} ORDER BY r.productId LIMIT ${rowsAStep}`);
}
