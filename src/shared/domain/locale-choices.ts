/** Countries whose shops write in more languages than the likeliest one. */
const moreLanguages: Readonly<Record<string, string>> = {
  BE: 'nl fr de',
  CA: 'en fr',
  CH: 'de fr it',
  CY: 'el tr',
  FI: 'fi sv',
  IE: 'en ga',
  IN: 'en hi bn ta te mr gu',
  IL: 'he ar',
  LU: 'fr de lb',
  MY: 'ms zh',
  NZ: 'en mi',
  SG: 'en zh ms ta',
  ZA: 'en af zu xh',
};

/** Where business is written in English although most people speak another language at home. */
const englishFirst: ReadonlySet<string> = new Set(
  'BW GH HK IN KE LK LS MT MW MY NA NG PG PH PK RW SG SL SZ TZ UG WS ZA ZM ZW'.split(' '),
);

/**
 * How a shop in a country may write its figures and dates: BCP 47, the likeliest first. That is the country's
 * own way, and where its script is not the Latin one, or English is at home there, the English one.
 */
export function localeChoices(country: string, machineLocale: string): readonly string[] {
  const likely = new Intl.Locale(`und-${country}`).maximize();
  const own = [likely.language, ...(moreLanguages[country]?.split(' ') ?? [])].map(
    (language) => `${language}-${country}`,
  );
  const english = [englishOf(country)];
  const isEnglishFirst = likely.script !== 'Latn' || englishFirst.has(country);
  const wanted = [...(isEnglishFirst ? [...english, ...own] : [...own, ...english]), machineLocale];
  return Intl.NumberFormat.supportedLocalesOf([...new Set(wanted)]);
}

/**
 * The English of a country, or of Britain where the country's would write "7,5 kg" and "€1,234.56" side by
 * side, as the data for many European ones do.
 */
function englishOf(country: string): string {
  const locale = `en-${country}`;
  const style = { style: 'currency', currency: 'EUR' } as const;
  const [plain, amount] = [new Intl.NumberFormat(locale), new Intl.NumberFormat(locale, style)].map(
    (format) => format.formatToParts(1.5).find((part) => part.type === 'decimal'),
  );
  return plain?.value === amount?.value ? locale : 'en-GB';
}

/** A locale's language in its own words: "Deutsch (Schweiz)". */
export function localeName(locale: string): string {
  return new Intl.DisplayNames(locale, { type: 'language' }).of(locale) ?? locale;
}
