import { sql } from 'kysely';
import type { Output } from '../../../shared/contract/index.ts';
import type { QueryHandler } from '../../app/context.ts';
import type { ReadDb } from '../../database/connection.ts';
import { isVerifying } from './verifying.ts';

type Check = Output<'audit.verify'>;

const mostListed = 20;

/** The last verifications, newest first; or the one with this id. */
export function auditChecks(db: ReadDb, checkId: number | null): Check[] {
  return db.all(sql<Check>`
    SELECT c.id AS checkId, c.scope, c.cause, c.at, staff.name AS staffName, c.entries, c.orders, c.rowCount AS rows,
      c.found
    FROM auditChecks AS c LEFT JOIN staff ON staff.id = c.staffId
    WHERE ${checkId === null ? sql`TRUE` : sql`c.id = ${checkId}`} ORDER BY c.id DESC LIMIT ${sql.lit(mostListed)}`);
}

/** The last verifications, newest first. */
export const listChecks: QueryHandler<'audit.checks'> = ({ db }) => auditChecks(db, null);

type Stand = {
  readonly entries: number | null;
  readonly lastEntryAt: number | null;
  readonly openFindings: number;
};

/** How the audit log stands. Entries are numbered without gaps, so the last number is how many there are. */
export const getState: QueryHandler<'audit.state'> = ({ db, today }) => {
  const stand = db.get(sql<Stand>`
    SELECT (SELECT max(id) FROM auditEntries) AS entries,
      (SELECT at FROM auditEntries ORDER BY id DESC LIMIT 1) AS lastEntryAt,
      (SELECT count(*) FROM auditFindings WHERE acknowledgedAt IS NULL) AS openFindings`);
  const whole = db.get(sql<{ at: number; businessDate: number }>`
    SELECT at, businessDate FROM auditChecks WHERE scope = 'whole' ORDER BY id DESC LIMIT 1`);
  return {
    entries: stand?.entries ?? 0,
    lastEntryAt: stand?.lastEntryAt ?? null,
    verifiedAt: whole?.at ?? null,
    isVerifiedToday: whole?.businessDate === today,
    isVerifying: isVerifying(db),
    openFindings: stand?.openFindings ?? 0,
  };
};
