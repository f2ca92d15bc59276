import type { ShopView } from '../contract/setup.ts';
import { directionOf } from '../text/text.ts';

/**
 * How a paper is read: as the shop settled it, or as its language is. `isTurned`: the words are mirrored for testing.
 */
export function paperDirection(
  { paperDirection: wanted, locale }: Pick<ShopView, 'paperDirection' | 'locale'>,
  isTurned: boolean,
): 'ltr' | 'rtl' {
  if (wanted !== 'auto') return wanted;
  return isTurned ? 'rtl' : directionOf(locale);
}
