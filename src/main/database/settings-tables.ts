import type { Generated } from 'kysely';
import type { CalendarDate } from '../../shared/domain/calendar.ts';
import type { Rate } from '../../shared/domain/rate.ts';
import type { TenderKind } from '../../shared/domain/settle.ts';
import type { Flag } from './kinds.ts';

/** Tables of what the owner settles. */

export type TaxClassesTable = {
  id: Generated<number>;
  name: string;
  position: number;
  isDefault: Flag;
  archivedAt: number | null;
  /** Counts the changes, so that two people do not overwrite each other. */
  revision: Generated<number>;
};

export type TaxRatesTable = {
  taxClassId: number;
  /** The component: VAT, CGST. */
  name: string;
  startDate: CalendarDate;
  /** Null: the class bears this tax no longer from that day on. */
  rate: Rate | null;
  /** Of one start date the last entry holds. */
  entryNo: Generated<number>;
  at: number | null;
};

export type TendersTable = {
  id: Generated<number>;
  name: string;
  kind: TenderKind;
  asksReference: Flag;
  position: number;
  archivedAt: number | null;
  /** Kept by the application for itself; the till never offers it. */
  purpose: 'exchange' | null;
  /** The letter (upper case) or digit that takes it in the payment dialog. */
  payKey: string | null;
  /** Customers may choose it at the kiosk. */
  atKiosk: Generated<Flag>;
  revision: Generated<number>;
};
