import type { AppText } from '../../../shared/text/english.ts';
import type { OversellOrigin } from './oversell-origin.ts';

/** A policy that comes from elsewhere, with who says so. */
export function policyWords(origin: OversellOrigin, text: AppText): string {
  const policy = text(`stock.policy-${origin.policy}`);
  return origin.by === 'category'
    ? text('stock.policy-of-category', { policy, category: origin.category })
    : text('stock.policy-of-shop', { policy });
}

/** The same as a choice among others: to follow it. */
export function followWords(origin: OversellOrigin, text: AppText): string {
  const policy = text(`stock.policy-${origin.policy}`);
  return origin.by === 'category'
    ? text('stock.follow-category', { policy, category: origin.category })
    : text('stock.follow-shop', { policy });
}
