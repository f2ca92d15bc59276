import { describe, expect, it } from 'vitest';
import { countries } from './countries.ts';
import { localeChoices, localeName } from './locale-choices.ts';

describe('how a shop writes figures and dates', () => {
  it('begins with the English of the country, then what is spoken there, then the computer', () => {
    expect(localeChoices('CH', 'pt-BR')).toEqual(['en-CH', 'de-CH', 'fr-CH', 'it-CH', 'pt-BR']);
    expect(localeChoices('GB', 'en-GB')).toEqual(['en-GB']);
  });

  it('has at least one for every country', () => {
    for (const { code } of countries) {
      const choices = localeChoices(code, 'en-US');
      expect(choices.length, code).toBeGreaterThan(0);
      expect(new Set(choices).size, code).toBe(choices.length);
    }
  });

  it('names a locale in its own words', () => {
    expect(localeName('de-CH')).toMatch(/Deutsch|Schweizer/);
  });
});
