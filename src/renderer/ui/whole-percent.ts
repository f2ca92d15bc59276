import { type Rate, rate } from '../../shared/domain/rate.ts';

/** A share of 0 to 1 in whole per cents: a figure with decimals would flicker. */
export function wholePercent(share: number): Rate {
  return rate(Math.floor(Math.max(0, Math.min(1, share)) * 100) * 10_000);
}
