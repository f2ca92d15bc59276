import type { CalendarDate } from '../../shared/domain/calendar.ts';
import { discountCeiling, roleRights } from '../../shared/domain/rights.ts';
import type { ReadDb } from '../database/connection.ts';
import { preparedRead } from '../database/prepared.ts';
import { query } from '../database/query.ts';
import type { StaffTable } from '../database/schema.ts';
import type { Actor } from './context.ts';

type StaffRow = Pick<StaffTable, 'name' | 'role'>;

const activeStaff = preparedRead<{ staffId: number }, StaffRow>((slot) =>
  query
    .selectFrom('staff')
    .select(['name', 'role'])
    .where('id', '=', slot('staffId'))
    .where('disabledAt', 'is', null),
);

/** Who is signed in at which window. Lives in main only: a window never says who it is. */
export type Sessions = {
  actor(db: ReadDb, windowId: number): Actor;
  open(windowId: number, staffId: number): void;
  close(windowId: number): void;
  passwordGiven(staffId: number, date: CalendarDate): boolean;
  rememberPassword(staffId: number, date: CalendarDate): void;
};

export function createSessions(): Sessions {
  const staffOfWindow = new Map<number, number>();
  const passwordDays = new Map<number, CalendarDate>();
  return {
    actor(db, windowId) {
      const staffId = staffOfWindow.get(windowId);
      // Read each time: somebody who was disabled a moment ago can do nothing more.
      const row = staffId === undefined ? undefined : activeStaff.get(db, { staffId });
      if (staffId === undefined || !row) return { kind: 'nobody', windowId };
      const { name, role } = row;
      const rights = roleRights[role];
      return { kind: 'staff', windowId, staffId, name, role, rights, discountCeiling: discountCeiling[role] };
    },
    open: (windowId, staffId) => void staffOfWindow.set(windowId, staffId),
    close: (windowId) => void staffOfWindow.delete(windowId),
    passwordGiven: (staffId, date) => passwordDays.get(staffId) === date,
    rememberPassword: (staffId, date) => void passwordDays.set(staffId, date),
  };
}
