import type { DecimalMark } from '../../shared/domain/typed-decimal.ts';

/** The mark by which typed numbers are read in a locale that writes `sign`; an Arabic sign reads as a point. */
export function decimalMarkOf(sign: string): DecimalMark {
  return sign === ',' ? ',' : '.';
}
