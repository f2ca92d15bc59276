import { sql } from 'kysely';
import type { MergeSide } from '../../../shared/contract/customer-records.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import type { QueryHandler } from '../../app/context.ts';
import type { ReadDb } from '../../database/connection.ts';
import { customerRows } from './directory-page.ts';
import { requireLive } from './require-live.ts';

/** Both customers, and what hangs on each. @throws AppError `same-customer`, `not-found`. */
export const previewMerge: QueryHandler<'customers.mergePreview'> = ({ db }, { keptId, mergedId }) => {
  if (keptId === mergedId) throw new AppError('same-customer');
  return { kept: sideOf(db, keptId), merged: sideOf(db, mergedId) };
};

function sideOf(db: ReadDb, customerId: number): MergeSide {
  const { address, note, username, passwordHash } = requireLive(db, customerId);
  const row = db.get(customerRows(sql`SELECT ${customerId}`));
  const counts = db.get(sql<Pick<MergeSide, 'returns' | 'notes' | 'carts'>>`SELECT
    (SELECT count(*) FROM customerReturns WHERE customerId = ${customerId}) AS returns,
    (SELECT count(*) FROM customerNotes WHERE customerId = ${customerId}) AS notes,
    (SELECT count(*) FROM carts WHERE state <> 'sold' AND content ->> 'customerId' = ${customerId}) AS carts`);
  if (!row || !counts) throw new AppError('not-found', { what: 'customer' });
  return { ...row, ...counts, address, note, username, hasPassword: passwordHash !== null };
}
