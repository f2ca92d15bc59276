/** How SQLite keeps yes and no. */
export type Flag = 0 | 1;

/** Why stock moved. */
export type MovementType =
  | 'opening'
  | 'receipt'
  | 'reserve'
  | 'release'
  | 'sale'
  | 'customer-return'
  | 'write-off'
  | 'adjust'
  | 'count';

/** What moved it. */
export type MovementSource = 'order' | 'import' | 'product' | 'receipt' | 'count' | 'return' | 'adjustment';

/** What happened to an order, as its timeline tells it. */
export type OrderEventKind =
  | 'placed'
  | 'paid'
  | 'status'
  | 'note'
  | 'printed'
  | 'refund'
  | 'return'
  | 'edited'
  | 'oversold';

/** What made the hourly timer run. */
export type TimerCause = 'start' | 'hour' | 'resume' | 'manual';

/** How a run ended; `clock-back` and `clock-ahead` did nothing but note it. */
export type TimerOutcome = 'done' | 'failed' | 'clock-back' | 'clock-ahead';
