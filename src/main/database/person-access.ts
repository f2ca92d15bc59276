import { effectiveCeiling, effectiveRights } from '../../shared/domain/effective-rights.ts';
import type { Rate } from '../../shared/domain/rate.ts';
import type { Right, StaffRole } from '../../shared/domain/rights.ts';
import type { ReadDb } from './connection.ts';
import { preparedRead } from './prepared.ts';
import { query } from './query.ts';
import type { StaffRightsTable, StaffTable } from './staff-tables.ts';

type StaffRow = Pick<StaffTable, 'name' | 'role' | 'discountCeiling'>;
type RightRow = Pick<StaffRightsTable, 'right' | 'granted'>;

const activeStaff = preparedRead<{ staffId: number }, StaffRow>((slot) =>
  query
    .selectFrom('staff')
    .select(['name', 'role', 'discountCeiling'])
    .where('id', '=', slot('staffId'))
    .where('disabledAt', 'is', null),
);

const rightsOfStaff = preparedRead<{ staffId: number }, RightRow>((slot) =>
  query.selectFrom('staffRights').select(['right', 'granted']).where('staffId', '=', slot('staffId')),
);

/** Somebody who works here, and all that they may do now. */
export type PersonAccess = {
  readonly staffId: number;
  readonly name: string;
  readonly role: StaffRole;
  readonly rights: ReadonlySet<Right>;
  readonly discountCeiling: Rate;
};

/** What somebody of this row may do, were they not disabled. */
export function accessOf(db: ReadDb, row: StaffRow & { readonly id: number }): PersonAccess {
  const { id: staffId, name, role } = row;
  const overrides = rightsOfStaff
    .all(db, { staffId })
    .map(({ right, granted }) => ({ right, granted: granted === 1 }));
  return {
    staffId,
    name,
    role,
    rights: effectiveRights(role, overrides),
    discountCeiling: effectiveCeiling(role, row.discountCeiling),
  };
}

/** What a person may do now; null for a stranger and for who was disabled. Read at each call, so it holds at once. */
export function personAccess(db: ReadDb, staffId: number): PersonAccess | null {
  const row = activeStaff.get(db, { staffId });
  return row ? accessOf(db, { ...row, id: staffId }) : null;
}
