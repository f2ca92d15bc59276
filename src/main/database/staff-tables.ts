import type { Generated } from 'kysely';
import type { Rate } from '../../shared/domain/rate.ts';
import type { Right, StaffRole } from '../../shared/domain/rights.ts';
import type { Flag } from './kinds.ts';

/** People, what they may do, and when they were signed in. `schema.ts` gathers all tables. */

export type StaffTable = {
  id: Generated<number>;
  name: string;
  role: StaffRole;
  passwordHash: string | null;
  pinHash: string | null;
  colour: number;
  createdAt: number;
  disabledAt: number | null;
  /** The largest discount of this person; null is the role's. */
  discountCeiling: Rate | null;
};

export type StaffRightsTable = { staffId: number; right: Right; granted: Flag };

export type SessionsTable = {
  id: Generated<number>;
  staffId: number;
  till: string;
  windowId: number;
  openedBy: 'pin' | 'password' | 'recovery-code' | 'setup';
  startedAt: number;
  endedAt: number | null;
  endReason: SessionEnd | null;
  endedBy: number | null;
};

export type SignInThrottlesTable = { subject: string; failures: number; blockedUntilAt: number };

/** Why a session ended. */
type SessionEnd =
  | 'locked'
  | 'next-person'
  | 'window-closed'
  | 'ended'
  | 'disabled'
  | 'new-secret'
  | 'stopped';
