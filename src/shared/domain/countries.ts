import { countryTable } from './country-table.ts';
import { countryTaxTable } from './country-taxes.ts';
import { percent, rate } from './rate.ts';
import type { Tax } from './tax.ts';

/** A kind of goods by its tax. The shop's owner gives it a name; several can be reduced. */
export type TaxClassSuggestion = {
  readonly kind: 'standard' | 'reduced' | 'zero';
  /** Usually one; in India the central and the state half. All at rate 0 where nothing is known. */
  readonly taxes: readonly Tax[];
};

/** What a country suggests to a shop that opens in it. All of it can be changed. */
export type Country = {
  /** ISO 3166, two letters. */
  readonly code: string;
  readonly currency: string;
  /** Where most of its people live; large countries have more. */
  readonly timeZone: string;
  /** Whether shelf prices there usually include tax. */
  readonly pricesIncludeTax: boolean;
  /** Standard first. A zero class always closes the list, unless it is the only one. */
  readonly taxClasses: readonly TaxClassSuggestion[];
};

/** Where the price on the shelf is before tax. */
const taxOnTop: ReadonlySet<string> = new Set('US CA PR GU VI AS MP UM'.split(' '));

const taxRows: ReadonlyMap<string, readonly string[]> = new Map(
  countryTaxTable
    .trim()
    .split('\n')
    .map((row) => [row.slice(0, 2), row.slice(3).split(' ')]),
);

/** All countries of ISO 3166, by code. */
export const countries: readonly Country[] = countryTable
  .trim()
  .split('\n')
  .map((row) => {
    const [code = '', currency = '', timeZone = ''] = row.split(' ');
    return {
      code,
      currency,
      timeZone,
      pricesIncludeTax: !taxOnTop.has(code),
      taxClasses: suggestClasses(code),
    };
  });

const byCode: ReadonlyMap<string, Country> = new Map(countries.map((country) => [country.code, country]));

/** The country of a two-letter code, null where ISO 3166 has none. */
export function findCountry(code: string): Country | null {
  return byCode.get(code) ?? null;
}

/** A country's name in a language, for people to choose from: ("CH", "de") is "Schweiz". */
export function countryName(code: string, locale: string): string {
  let names = namesByLocale.get(locale);
  if (names === undefined) {
    names = new Intl.DisplayNames(locale, { type: 'region' });
    namesByLocale.set(locale, names);
  }
  return names.of(code) ?? code;
}

const namesByLocale = new Map<string, Intl.DisplayNames>();

function suggestClasses(code: string): readonly TaxClassSuggestion[] {
  const [names = 'Tax', ...rates] = taxRows.get(code) ?? [];
  const classes = (rates.length === 0 ? ['0'] : rates).map(
    (perCent, index): TaxClassSuggestion => ({
      kind: index === 0 ? 'standard' : 'reduced',
      taxes: names.split('+').map((part, _, parts) => tax(part, perCent, parts.length)),
    }),
  );
  const standard = classes[0]?.taxes ?? [];
  if (standard.every((one) => one.rate === 0)) return classes;
  return [...classes, { kind: 'zero', taxes: standard.map((one) => ({ name: one.name, rate: rate(0) })) }];
}

/** "VAT" at the class's rate, "NHIL=2.5" at its own, or one of several equal parts. */
function tax(part: string, perCent: string, parts: number): Tax {
  const [name = '', own] = part.split('=');
  const written = name.replace('-', ' ');
  if (own !== undefined) return { name: written, rate: percent(Number(own)) };
  return { name: written, rate: rate(percent(Number(perCent)) / parts) };
}
