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

/** Where an order came from. */
export type OrderChannel = 'till' | 'kiosk' | 'import';

/** Who an audit entry speaks of. */
export type AuditActor = 'staff' | 'system' | 'nobody' | 'kiosk' | 'customer';
