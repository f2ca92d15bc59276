import type { Generated } from 'kysely';
import type { CalendarDate } from '../../shared/domain/calendar.ts';
import type { Money } from '../../shared/domain/money.ts';

/** What a customer's orders add up to; triggers of the file write it, nothing else. */
export type CustomerFiguresTable = {
  customerId: number;
  orders: number;
  cancelled: number;
  spent: Money;
  owed: Money;
  firstDate: CalendarDate | null;
  lastDate: CalendarDate | null;
};

export type CustomerNotesTable = {
  id: Generated<number>;
  customerId: number;
  note: string;
  staffId: number | null;
  at: number;
};

export type CustomerMergesTable = {
  id: Generated<number>;
  keptId: number;
  mergedId: number;
  /** JSON: both before, and the kept one after. */
  fields: string;
  /** JSON: numbers of what went over. */
  moved: string;
  staffId: number | null;
  at: number;
  undoneAt: number | null;
  undoneBy: number | null;
};
