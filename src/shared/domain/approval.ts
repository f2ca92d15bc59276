import { type Rate, rate, wholeRate } from './rate.ts';
import type { Right } from './rights.ts';

/** How long an approval holds, in milliseconds. */
export const approvalTime = 60_000;

/**
 * What a manager may approve in place, with a PIN, for one action of somebody else: the work of the till, the orders
 * and the stock. Never people, settings, data that leaves the shop or what cannot be undone: those ask for a
 * password, and a PIN alone is none.
 */
export const approvableRights: ReadonlySet<Right> = new Set<Right>([
  'sell',
  'discount',
  'override-price',
  'oversell',
  'take-payment',
  'refund',
  'return-without-receipt',
  'edit-order',
  'advance-order',
  'cancel-order',
  'cancel-shipped',
  'undo-delivered',
  'open-drawer',
  'manage-shift',
  'edit-catalogue',
  'receive-stock',
  'adjust-stock',
  'count-stock',
  'edit-customers',
  'reset-log-ins',
]);

const rightOfRefusal: Readonly<Record<string, Right>> = {
  'discount-above-limit': 'discount',
  'price-override-not-allowed': 'override-price',
  'out-of-stock': 'oversell',
};

/** The right whose lack was the reason of a refusal, where somebody else's may stand in for it; else null. */
export function approvableRight(code: string, details: Readonly<Record<string, unknown>>): Right | null {
  const right = code === 'forbidden' ? details.needs : rightOfRefusal[code];
  return isApprovable(right) ? right : null;
}

function isApprovable(right: unknown): right is Right {
  return typeof right === 'string' && (approvableRights as ReadonlySet<string>).has(right);
}

/** How much of a price a person may take off, all rights considered; parts per million. */
export function discountReach(person: {
  readonly rights: ReadonlySet<Right>;
  readonly discountCeiling: Rate;
}): Rate {
  if (person.rights.has('discount-any')) return wholeRate;
  return person.rights.has('discount') ? person.discountCeiling : rate(0);
}
