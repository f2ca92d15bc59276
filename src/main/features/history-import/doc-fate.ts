import type { HistoryFate } from '../../../shared/contract/history-choices.ts';
import { fateOf } from './fates.ts';
import { type Fine, fine } from './fine-amounts.ts';
import type { StagedDoc } from './staging-tables.ts';
import type { Understanding } from './understand.ts';

type Said = Pick<StagedDoc, 'status' | 'isCancelled' | 'refunded' | 'total'>;

/**
 * What an order became, by its status, by the day on which it was cancelled, and by what was given back for it: all of it,
 * or a part that comes back beside it.
 */
export function fateOfDoc(doc: Said, { fates }: Pick<Understanding, 'fates'>): HistoryFate {
  const { becomes } = fateOf(doc.status, fates);
  if (becomes === 'left-out' || becomes === 'cancelled') return becomes;
  if (doc.isCancelled) return 'cancelled';
  const refunded = Math.abs(doc.refunded ?? 0);
  if (refunded === 0) return becomes;
  if (doc.total !== null && refunded >= Math.abs(doc.total)) return 'returned';
  return becomes === 'returned' && doc.total !== null ? 'delivered' : becomes;
}

/** What of an order was given back while the rest of it stands. */
export function partRefunded(doc: Said, understanding: Pick<Understanding, 'fates'>): Fine {
  const becomes = fateOfDoc(doc, understanding);
  const isWhole = becomes === 'returned' || becomes === 'cancelled' || becomes === 'left-out';
  return fine(isWhole ? 0 : Math.abs(doc.refunded ?? 0));
}
