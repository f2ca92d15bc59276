import type { Input } from '../../../shared/contract/index.ts';

/** Why an order is cancelled, in the order in which it happens most. */
export const cancelReasons = [
  'customer-changed-mind',
  'out-of-stock',
  'cannot-deliver',
  'wrong-order',
  'duplicate',
  'other',
] as const satisfies readonly Input<'orders.cancel'>['reason'][];
export type CancelReason = (typeof cancelReasons)[number];
