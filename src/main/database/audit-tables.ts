import type { Generated } from 'kysely';
import type { FindingKind } from '../../shared/domain/audit-kinds.ts';
import type { CalendarDate } from '../../shared/domain/calendar.ts';
import type { Money } from '../../shared/domain/money.ts';
import type { Quantity } from '../../shared/domain/quantity.ts';
import type { AuditActor, MovementSource } from './kinds.ts';

/** The audit log, the seals and what verifications found. `schema.ts` gathers all tables. */

export type AuditEntriesTable = {
  id: Generated<number>;
  at: number;
  businessDate: CalendarDate;
  staffId: number | null;
  actor: Generated<AuditActor>;
  call: string;
  outcome: string;
  approvedBy: number | null;
  subject: string | null;
  details: string;
  hash: string;
  /** Null in entries from before these were kept, like the three below. */
  till: string | null;
  windowId: number | null;
  requestId: string | null;
  customerId: number | null;
};

/** In which stretches of 1024 entries something occurs. */
export type AuditMarksTable = { mark: string; stretch: number };

/** Lines taken out of a cart that was begun. */
export type CartRemovalsTable = {
  id: Generated<number>;
  cartId: string;
  till: string;
  staffId: number | null;
  at: number;
  businessDate: CalendarDate;
  productId: number | null;
  name: string;
  quantity: Quantity;
  amount: Money;
};

export type ShopFileTable = { id: number; fileId: string };

export type DigestsTable = {
  kind: string;
  columns: string;
  rowCount: number;
  sum: string;
  version: number;
  mac: string;
};

export type PaperSealsTable = { sourceType: MovementSource; sourceId: number; seal: string };

export type DigestPartsTable = { kind: number; owner: number; sum: number };

export type AuditChecksTable = {
  id: Generated<number>;
  scope: 'quick' | 'whole';
  cause: 'start' | 'nightly' | 'manual';
  at: number;
  businessDate: CalendarDate;
  staffId: number | null;
  entries: number;
  orders: number;
  rowCount: number;
  found: number;
};

export type AuditFindingsTable = {
  id: Generated<number>;
  fingerprint: string;
  kind: FindingKind;
  targetKind: string | null;
  targetId: number | null;
  params: string;
  at: number;
  acknowledgedAt: number | null;
  acknowledgedBy: number | null;
  note: string | null;
};
