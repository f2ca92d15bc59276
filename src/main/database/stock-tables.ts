import type { Generated } from 'kysely';
import type { CalendarDate } from '../../shared/domain/calendar.ts';
import type { Money } from '../../shared/domain/money.ts';
import type { Quantity } from '../../shared/domain/quantity.ts';
import type { TimerCause, TimerOutcome } from '../../shared/domain/timer-plan.ts';
import type { Flag, MovementSource, MovementType } from './kinds.ts';

/** Stock, the papers that move it, and the runs of the hourly timer. `schema.ts` gathers all tables. */

export type ProductStockTable = {
  productId: number;
  tracked: Flag;
  onHand: Quantity;
  reserved: Quantity;
  reorderLevel: Quantity;
};

export type StockMovementsTable = {
  productId: number;
  movementNo: number;
  type: MovementType;
  onHandChange: Quantity;
  reservedChange: Quantity;
  unitCost: Money | null;
  sourceType: MovementSource;
  sourceId: number;
  sourceLine: number;
  reversalOf: number | null;
  reason: string | null;
  staffId: number | null;
  at: number;
  businessDate: CalendarDate;
  /** The order's revision at that time; 0 for any other source. */
  sourceRound: Generated<number>;
};

export type StockReceiptsTable = {
  id: Generated<number>;
  supplier: string;
  reference: string;
  note: string;
  lineCount: number;
  total: Money;
  staffId: number | null;
  at: number;
  businessDate: CalendarDate;
};

export type StockAdjustmentsTable = {
  id: Generated<number>;
  kind: 'adjust' | 'write-off';
  reason: string;
  note: string;
  staffId: number | null;
  at: number;
  businessDate: CalendarDate;
};

export type StockCountsTable = {
  id: Generated<number>;
  name: string;
  state: 'open' | 'posted' | 'discarded';
  categoryId: number | null;
  staffId: number | null;
  startedAt: number;
  endedAt: number | null;
  endedBy: number | null;
  businessDate: CalendarDate | null;
};

export type StockCountLinesTable = {
  countId: number;
  productId: number;
  /** On hand at the moment it was counted. */
  expected: Quantity | null;
  counted: Quantity | null;
  countedAt: number | null;
  countedBy: number | null;
};

export type StockChecksTable = {
  id: Generated<number>;
  cause: 'nightly' | 'manual';
  at: number;
  businessDate: CalendarDate;
  staffId: number | null;
  checked: number;
  drifted: number;
  drifts: string;
  repairedAt: number | null;
  repairedBy: number | null;
};

export type TimerRunsTable = {
  id: Generated<number>;
  cause: TimerCause;
  outcome: TimerOutcome;
  startedAt: number;
  finishedAt: number;
  businessDate: CalendarDate;
  hours: number;
  delivered: number;
  error: string | null;
  staffId: number | null;
};

/** Which run covered which hour (whole hours since 1970, UTC). */
export type TimerHoursTable = { hour: Generated<number>; runId: number };
