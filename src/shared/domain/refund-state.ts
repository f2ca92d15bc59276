/** Money back, on its way: cash settles at once, card and UPI wait for the bank. */
export const refundStates = ['awaiting', 'initiated', 'settled', 'failed', 'voided'] as const;
export type RefundState = (typeof refundStates)[number];

/** Why money goes back. `goodwill` is money without goods. */
export const refundCauses = ['cancel', 'return', 'edit', 'goodwill'] as const;
export type RefundCause = (typeof refundCauses)[number];

const moves: Readonly<Record<RefundState, readonly RefundState[]>> = {
  awaiting: ['initiated', 'settled', 'voided'],
  initiated: ['settled', 'failed'],
  settled: [],
  failed: ['initiated', 'settled', 'voided'],
  voided: [],
};

/** Where a refund may go from here. The same table stands in the database as `refundMoves`. */
export function nextRefundStates(state: RefundState): readonly RefundState[] {
  return moves[state];
}

export function mayMoveRefund(from: RefundState, to: RefundState): boolean {
  return moves[from].includes(to);
}

/** Whether it counts against its payment: what failed or was voided frees the payment again. */
export function isLiveRefund(state: RefundState): boolean {
  return state !== 'failed' && state !== 'voided';
}
