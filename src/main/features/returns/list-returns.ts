import { type SqlBool, sql } from 'kysely';
import type { QueryHandler } from '../../app/context.ts';
import { keyCursor } from '../catalog/key-cursor.ts';
import { returnRows } from './return-rows.ts';

const cursors = keyCursor('returns', ['businessDate', 'returnId']);

/** Returns, newest first, by keyset; all of them, or those that nobody had a receipt for. */
export const listReturns: QueryHandler<'returns.list'> = ({ db }, { withoutReceipt, cursor, limit }) => {
  const after = cursors.decode(cursor);
  let rows = returnRows()
    .orderBy('returns.businessDate', 'desc')
    .orderBy('returns.id', 'desc')
    .limit(limit + 1);
  if (withoutReceipt) rows = rows.where('returns.orderId', 'is', null);
  if (after) {
    const place = sql`(${after.businessDate}, ${after.returnId})`;
    rows = rows.where(sql<SqlBool>`(returns.businessDate, returns.id) < ${place}`);
  }
  const found = db.all(rows);
  const items = found.slice(0, limit);
  const last = items.at(-1);
  return { items, next: found.length > limit && last ? cursors.encode(last) : null };
};
