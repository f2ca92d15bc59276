import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { sharedData } from '../../../test/support/shared-data.ts';
import { currencies, currencyExponent, findCurrency, shopCurrencies } from './currency.ts';
import { cashIncrement, denominations, firstReturnCap } from './denominations.ts';

const list = sharedData('iso4217/codes-all.csv');

describe('currencies', () => {
  test.skipIf(list === null)(
    'are those in use in the published list (skipped without the shared data)',
    () => {
      const wanted = new Map<string, number>();
      for (const row of readFileSync(String(list), 'utf8').trim().split(/\r?\n/).slice(1)) {
        // The columns after the name hold neither commas nor quotes.
        const [code = '', , unit = '', withdrawn] = row.split(',').slice(-4);
        if (withdrawn === '' && code !== '' && /^\d$/.test(unit)) wanted.set(code, Number(unit));
      }
      expect(wanted.size).toBe(165);
      expect(new Map(currencies.map((one) => [one.code, one.exponent]))).toEqual(wanted);
    },
  );

  test('have a name each, and are listed once', () => {
    expect(new Set(currencies.map((one) => one.code)).size).toBe(currencies.length);
    expect(new Set(currencies.map((one) => one.name)).size).toBe(currencies.length);
    expect(findCurrency('EUR')).toEqual({ code: 'EUR', exponent: 2, name: 'Euro' });
    expect(findCurrency('eur')).toBeNull();
    expect(findCurrency('constructor')).toBeNull();
    expect(shopCurrencies.some((one) => one.code === 'CLF')).toBe(false);
  });

  test('use ISO’s decimals, not a locale’s', () => {
    expect(currencyExponent('IDR')).toBe(2);
    expect(currencyExponent('JPY')).toBe(0);
    expect(currencyExponent('KWD')).toBe(3);
    expect(currencyExponent('BGN')).toBeNull();
    expect(currencyExponent('')).toBeNull();
  });
});

describe('denominations', () => {
  test('are whole minor units, rising, for every currency', () => {
    for (const { code, exponent } of currencies) {
      const sizes = denominations(code);
      expect(sizes.length).toBeGreaterThan(7);
      sizes.forEach((size, index) => {
        expect(Number.isSafeInteger(size)).toBe(true);
        expect(size).toBeGreaterThan(sizes[index - 1] ?? 0);
      });
      expect(sizes.at(-1)).toBeGreaterThanOrEqual(10 * 10 ** exponent);
    }
  });

  test('of the dollar, the yen and the dinar', () => {
    expect(denominations('USD')).toEqual([1, 5, 10, 25, 100, 500, 1000, 2000, 5000, 10_000]);
    expect(denominations('JPY')).toEqual([1, 5, 10, 50, 100, 500, 1000, 2000, 5000, 10_000]);
    expect(denominations('KWD')[0]).toBe(5);
    expect(denominations('XPF')[0]).toBe(1);
    expect(() => denominations('ZZZ')).toThrow(RangeError);
  });

  test('cash is rounded to what coins there are', () => {
    expect(cashIncrement('CHF')).toBe(5);
    expect(cashIncrement('SEK')).toBe(100);
    expect(cashIncrement('CLP')).toBe(10);
    expect(cashIncrement('EUR')).toBe(0);
  });

  test('what first goes back without a receipt is worth something, whatever a unit is worth', () => {
    expect(['GBP', 'USD', 'CHF', 'KWD', 'XCD'].map(firstReturnCap)).toEqual([5000, 5000, 5000, 50_000, 5000]);
    expect(['INR', 'JPY', 'HUF', 'VND'].map(firstReturnCap)).toEqual([50_000, 10_000, 2_000_000, 500_000]);
    for (const { code, exponent } of currencies)
      expect(firstReturnCap(code)).toBeGreaterThanOrEqual(50 * 10 ** exponent);
  });
});
