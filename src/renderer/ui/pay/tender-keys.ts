import { isDigitKey } from '../../../shared/domain/pay-key.ts';

/** Ways to pay have function keys too, in the shop's order. */
const functionKeys = ['F5', 'F6', 'F7', 'F8', 'F9', 'F10'] as const;

/** The keys that a tender's own letter or digit is pressed with: digits write the amount, so theirs goes with Alt. */
export function tenderKeys(payKey: string): string {
  return isDigitKey(payKey) ? `Alt+${payKey}` : payKey;
}

/** What the tender in this place is taken with, its own key first; that one is shown on the button. */
export function keysOfTender(payKey: string | null, place: number): readonly string[] {
  const byPlace = functionKeys[place];
  const own = payKey === null ? [] : [...new Set([tenderKeys(payKey), `Alt+${payKey}`])];
  return byPlace === undefined ? own : [...own, byPlace];
}
