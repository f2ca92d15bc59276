import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { sharedData } from '../../../test/support/shared-data.ts';
import { isTimeZone } from './calendar.ts';
import { countries, countryName, findCountry, type TaxClassSuggestion } from './countries.ts';
import { shopCurrencies } from './currency.ts';
import { percent, rate } from './rate.ts';
import { sumRates } from './tax.ts';

const vatRates = sharedData('vat_rates/vat-rates.json');
const standardOf = (code: string) => sumRates(findCountry(code)?.taxClasses[0]?.taxes ?? []);

type Published = {
  readonly items: Record<
    string,
    readonly { readonly effective_from: string; readonly rates: Record<string, number> }[]
  >;
};

describe('countries', () => {
  test('are the 249 of ISO 3166, each with a name, a currency and a zone that exist', () => {
    expect(countries).toHaveLength(249);
    const currencies = new Set(shopCurrencies.map((currency) => currency.code));
    for (const { code, currency, timeZone } of countries) {
      expect(code).toMatch(/^[A-Z]{2}$/);
      expect(countryName(code, 'en')).not.toBe(code);
      expect(currencies.has(currency), `${code} ${currency}`).toBe(true);
      expect(isTimeZone(timeZone), `${code} ${timeZone}`).toBe(true);
    }
    expect(new Set(countries.map((country) => country.code)).size).toBe(249);
    expect(countryName('CH', 'de')).toBe('Schweiz');
  });

  test('have sensible tax classes', () => {
    for (const { code, taxClasses } of countries) {
      expect(taxClasses.length).toBeGreaterThan(0);
      expect(taxClasses.length).toBeLessThanOrEqual(8);
      expect(taxClasses.filter((one) => one.kind === 'standard')).toHaveLength(1);
      expect(taxClasses[0]?.kind).toBe('standard');
      const sums = taxClasses.map((one) => sumRates(one.taxes));
      expect(new Set(sums).size, code).toBe(sums.length);
      for (const sum of sums) expect(sum).toBeLessThanOrEqual(percent(40));
      for (const one of taxClasses) expect(one.taxes.length).toBeGreaterThan(0);
    }
  });

  test('India halves its GST', () => {
    const india = findCountry('IN');
    expect(india).toMatchObject({ currency: 'INR', timeZone: 'Asia/Kolkata', pricesIncludeTax: true });
    const standard: TaxClassSuggestion = {
      kind: 'standard',
      taxes: [
        { name: 'CGST', rate: rate(90_000) },
        { name: 'SGST', rate: rate(90_000) },
      ],
    };
    expect(india?.taxClasses[0]).toEqual(standard);
    expect(india?.taxClasses.map((one) => sumRates(one.taxes))).toEqual([180_000, 50_000, 400_000, 0]);
  });

  test.each([
    ['GB', 200_000],
    ['CH', 81_000],
    ['NO', 250_000],
    ['US', 0],
    ['CA', 50_000],
    ['AU', 100_000],
    ['NZ', 150_000],
    ['JP', 100_000],
    ['SG', 90_000],
    ['AE', 50_000],
    ['SA', 150_000],
    ['ZA', 150_000],
    ['MX', 160_000],
    ['GH', 200_000],
    ['BR', 0],
    ['KW', 0],
  ])('%s starts at %d', (code, wanted) => {
    expect(standardOf(code)).toBe(wanted);
  });

  test('in the United States tax comes on top, under its own name', () => {
    const states = findCountry('US');
    expect(states?.pricesIncludeTax).toBe(false);
    expect(states?.taxClasses).toEqual([{ kind: 'standard', taxes: [{ name: 'Sales tax', rate: 0 }] }]);
    expect(findCountry('XX')).toBeNull();
    expect(findCountry('us')).toBeNull();
  });

  test.skipIf(vatRates === null)(
    'EU and UK standard rates are the published ones (skipped without the shared data)',
    () => {
      const published = JSON.parse(readFileSync(String(vatRates), 'utf8')) as Published;
      const today = '2026-11-22';
      let compared = 0;
      for (const [code, periods] of Object.entries(published.items)) {
        const current = [...periods]
          .filter((period) => period.effective_from <= today)
          .sort((a, b) => b.effective_from.localeCompare(a.effective_from))[0];
        expect(standardOf(code), code).toBe(percent(current?.rates.standard ?? Number.NaN));
        compared += 1;
      }
      expect(compared).toBe(28);
    },
  );
});
