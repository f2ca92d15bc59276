import type { Generated } from 'kysely';
import type { CalendarDate } from '../../shared/domain/calendar.ts';
import type { Flag } from './kinds.ts';

/** Sales history brought in from other programs' files. `schema.ts` gathers all tables. */

export type HistorySourcesTable = { id: Generated<number>; mappingKey: string };

export type HistoryImportsTable = {
  id: Generated<number>;
  sourceId: number;
  fileName: string;
  at: number;
  staffId: number | null;
  settings: string;
  firstOrderId: number | null;
  lastOrderId: number | null;
  firstReturnId: number | null;
  lastReturnId: number | null;
  fromDate: CalendarDate | null;
  toDate: CalendarDate | null;
  orders: number;
  returns: number;
  unreadRows: number;
  knownRows: number;
  /** Only while it is being undone. */
  isGoing: Generated<Flag>;
  undoneAt: number | null;
  undoneBy: number | null;
  gapFrom: number | null;
  gapTo: number | null;
};

/** Amounts in ten-thousandths of a minor unit, as the file writes them; `out…` is what of it did not come in. */
export type HistoryMonthsTable = {
  importId: number;
  month: number;
  orders: number;
  returns: number;
  lines: number;
  sales: number;
  returned: number;
  tax: number;
  outOrders: number;
  outReturns: number;
  outLines: number;
  outSales: number;
  outReturned: number;
  outTax: number;
};

export type HistoryIdsTable = {
  sourceId: number;
  kind: 'order' | 'return' | 'customer';
  oldKey: string;
  newId: number;
  importId: number;
};

export type HistoryMadeTable = {
  importId: number;
  kind: 'product' | 'customer' | 'tender';
  rowId: number;
  /** JSON of the row as it was made. */
  made: string;
};
