import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { money } from '../../../../shared/domain/money.ts';
import { createFormat } from '../../../../shared/text/format.ts';
import { fineWords, leastUnit } from './fine-words.ts';

const euro = createFormat({ locale: 'en-IE', currency: 'EUR', exponent: 2, timeZone: 'UTC' });
const german = createFormat({ locale: 'de-DE', currency: 'EUR', exponent: 2, timeZone: 'UTC' });
const yen = createFormat({ locale: 'ja-JP', currency: 'JPY', exponent: 0, timeZone: 'UTC' });

describe('an amount finer than the currency', () => {
  it('shows the decimals that it has, and no more', () => {
    expect(fineWords(15_379_369_000, euro)).toBe('€15,379.369');
    expect(fineWords(-6_810_000, euro)).toBe('−€6.81');
    expect(fineWords(1, euro)).toBe('€0.000001');
    expect(fineWords(-1, euro)).toBe('−€0.000001');
    expect(fineWords(0, euro)).toBe('€0.00');
    expect(fineWords(12_345_000, german).replace('\u00a0', ' ')).toBe('12,345 €');
    expect(fineWords(12_345_000, yen)).toBe('￥1,234.5');
    expect(leastUnit(euro)).toBe('€0.01');
  });

  it('is the currency’s own words where it is whole, whatever it is', () => {
    fc.assert(
      fc.property(fc.integer({ min: -9_000_000_000, max: 9_000_000_000 }), (whole) => {
        for (const format of [euro, german, yen])
          expect(fineWords(whole * 10_000, format)).toBe(format.money(money(whole)));
      }),
    );
  });
});
