import { sql } from 'kysely';
import type { Output } from '../../../shared/contract/index.ts';
import type { QueryHandler } from '../../app/context.ts';
import type { ReadDb } from '../../database/connection.ts';
import { preparedRead } from '../../database/prepared.ts';
import type { Drift } from './ledger-slices.ts';

type Check = Output<'stock.check'>;
type Row = Omit<Check, 'drifts'> & { readonly drifts: string };

const mostListed = 20;

const lastChecks = preparedRead<{ checkId: number | null }, Row>(
  (slot) => sql<Row>`
    SELECT c.id AS checkId, c.cause, c.at, by.name AS staffName, c.checked, c.drifted, c.drifts, c.repairedAt,
      repairer.name AS repairedBy
    FROM stockChecks AS c LEFT JOIN staff AS by ON by.id = c.staffId
    LEFT JOIN staff AS repairer ON repairer.id = c.repairedBy
    WHERE c.id = ${slot('checkId')} OR ${slot('checkId')} IS NULL
    ORDER BY c.id DESC LIMIT ${sql.lit(mostListed)}`,
);

/** The last comparisons of stock with its ledger, newest first; or the one with this id. */
export function stockChecks(db: ReadDb, checkId: number | null): Check[] {
  const rows = lastChecks.all(db, { checkId });
  return rows.map((row) => ({ ...row, drifts: JSON.parse(row.drifts) as Drift[] }));
}

/** The last comparisons of stock with its ledger, newest first. */
export const listStockChecks: QueryHandler<'stock.listChecks'> = ({ db }) => stockChecks(db, null);
