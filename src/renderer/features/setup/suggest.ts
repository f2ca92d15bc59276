import { countries, findCountry, type TaxClassSuggestion } from '../../../shared/domain/countries.ts';
import { localeChoices } from '../../../shared/domain/locale-choices.ts';
import type { Rate } from '../../../shared/domain/rate.ts';

/** What this computer says of where it stands. */
export type Machine = { readonly locale: string; readonly timeZone: string };

/** A tax class as it is edited; ids are for the window alone. */
export type TaxClassDraft = {
  readonly id: number;
  readonly name: string;
  readonly taxes: readonly TaxDraft[];
};
export type TaxDraft = { readonly id: number; readonly name: string; readonly rate: Rate | null };

export type ClassNames = {
  readonly standard: string;
  readonly reduced: string;
  readonly zero: string;
  reducedN(number: number): string;
};

/** What a country suggests for a shop's money and tax. */
export type Suggestion = {
  readonly currency: string;
  readonly timeZone: string;
  readonly locale: string;
  readonly pricesIncludeTax: boolean;
  readonly taxClasses: readonly TaxClassDraft[];
};

/** The country that this computer most likely stands in: by its time zone, else by its language. */
export function guessCountry({ locale, timeZone }: Machine): string | null {
  const byZone = countries.filter((country) => country.timeZone === timeZone);
  const region = new Intl.Locale(locale).maximize().region ?? '';
  if (byZone.some((country) => country.code === region)) return region;
  return byZone[0]?.code ?? findCountry(region)?.code ?? null;
}

/** @throws RangeError for a code that is no country's. */
export function suggestFor(code: string, machine: Machine, names: ClassNames): Suggestion {
  const country = findCountry(code);
  if (country === null) throw new RangeError(`${code} is not a country`);
  const { currency, pricesIncludeTax } = country;
  const isHere = guessCountry(machine) === code && isPlace(machine.timeZone);
  return {
    currency,
    // A country with several zones: the computer's own clock knows better than the table.
    timeZone: isHere ? machine.timeZone : country.timeZone,
    locale: localeChoices(code, machine.locale)[0] ?? 'en',
    pricesIncludeTax,
    taxClasses: draftClasses(country.taxClasses, names),
  };
}

/** "UTC" and "Etc/GMT+2" say no more than that nobody set the computer's zone. */
function isPlace(timeZone: string): boolean {
  return timeZone.includes('/') && !timeZone.startsWith('Etc/');
}

function draftClasses(classes: readonly TaxClassSuggestion[], names: ClassNames): readonly TaxClassDraft[] {
  let id = 0;
  const nextId = () => {
    id += 1;
    return id;
  };
  let reduced = 0;
  return classes.map(({ kind, taxes }): TaxClassDraft => {
    if (kind === 'reduced') reduced += 1;
    return {
      id: nextId(),
      name: nameOf(kind, reduced, classes.length === 1, names),
      taxes: taxes.map((tax) => ({ id: nextId(), name: tax.name, rate: tax.rate })),
    };
  });
}

function nameOf(
  kind: TaxClassSuggestion['kind'],
  reduced: number,
  isOnly: boolean,
  names: ClassNames,
): string {
  if (isOnly) return names.standard;
  if (kind === 'reduced') return reduced === 1 ? names.reduced : names.reducedN(reduced);
  return kind === 'zero' ? names.zero : names.standard;
}
