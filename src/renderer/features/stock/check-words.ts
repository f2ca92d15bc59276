import type { AppText } from '../../../shared/text/english.ts';
import type { Format } from '../../../shared/text/format.ts';
import type { StockCheck } from './self-check.tsx';

type Check = Pick<StockCheck, 'cause' | 'at' | 'staffName' | 'repairedAt' | 'repairedBy'>;

/** When a check was made, and by whom; by itself in the night. */
export function checkedWords({ cause, at, staffName }: Check, text: AppText, format: Format): string {
  const when = format.dateTime(at);
  if (cause === 'nightly') return text('stock.check-nightly', { when });
  return staffName === null
    ? text('stock.check-manual-unnamed', { when })
    : text('stock.check-manual', { when, name: staffName });
}

/** When what it found was put right, and by whom; null while it was not. */
export function repairedWords(
  { repairedAt, repairedBy }: Check,
  text: AppText,
  format: Format,
): string | null {
  if (repairedAt === null) return null;
  const when = format.dateTime(repairedAt);
  return repairedBy === null
    ? text('stock.check-repaired-unnamed', { when })
    : text('stock.check-repaired', { when, name: repairedBy });
}
