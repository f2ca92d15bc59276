import { describe, expect, it } from 'vitest';
import { countries } from './countries.ts';
import { localeChoices, localeName } from './locale-choices.ts';

describe('how a shop writes figures and dates', () => {
  it.each([
    ['GB', 'en-GB', ['en-GB']],
    ['US', 'en-US', ['en-US']],
    ['DE', 'en-US', ['de-DE', 'en-GB', 'en-US']],
    ['CH', 'pt-BR', ['de-CH', 'fr-CH', 'it-CH', 'en-CH', 'pt-BR']],
    ['IN', 'en-IN', ['en-IN', 'hi-IN', 'bn-IN', 'ta-IN', 'te-IN', 'mr-IN', 'gu-IN']],
    ['SA', 'en-US', ['en-SA', 'ar-SA', 'en-US']],
    ['JP', 'ja-JP', ['en-JP', 'ja-JP']],
  ])('%s on a computer in %s', (country, machine, choices) => {
    expect(localeChoices(country, machine)).toEqual(choices);
  });

  it('has at least one for every country, and none that mixes decimal signs', () => {
    const decimal = (locale: string, options: Intl.NumberFormatOptions) =>
      new Intl.NumberFormat(locale, options).formatToParts(1.5).find((part) => part.type === 'decimal')
        ?.value;
    // Cape Verde writes 20$00 for its own money only.
    for (const { code } of countries.filter((country) => country.code !== 'CV')) {
      const choices = localeChoices(code, 'en-US');
      expect(choices.length, code).toBeGreaterThan(0);
      expect(new Set(choices).size, code).toBe(choices.length);
      const first = choices[0] ?? '';
      expect(decimal(first, {}), `${code} ${first}`).toBe(
        decimal(first, { style: 'currency', currency: 'EUR' }),
      );
    }
  });

  it('names a locale in its own words', () => {
    expect(localeName('de-CH')).toMatch(/Deutsch|Schweizer/);
  });
});
