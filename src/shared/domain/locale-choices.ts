/** Countries whose shops write in more languages than the likeliest one. */
const moreLanguages: Readonly<Record<string, string>> = {
  BE: 'nl fr de',
  CA: 'en fr',
  CH: 'de fr it',
  CY: 'el tr',
  FI: 'fi sv',
  HK: 'zh en',
  IE: 'en ga',
  IN: 'en hi bn ta te mr gu',
  IL: 'he ar',
  LU: 'fr de lb',
  MT: 'mt en',
  MY: 'ms en zh',
  NZ: 'en mi',
  PH: 'en fil',
  PK: 'ur en',
  SG: 'en zh ms ta',
  ZA: 'en af zu xh',
};

/**
 * How a shop in a country may write its figures and dates: BCP 47, the likeliest first. English words go with
 * the English of the country, so that comes first; then the languages spoken there; then this computer's own.
 */
export function localeChoices(country: string, machineLocale: string): readonly string[] {
  const likely = new Intl.Locale(`und-${country}`).maximize().language;
  const languages = ['en', likely, ...(moreLanguages[country]?.split(' ') ?? [])];
  const wanted = [...languages.map((language) => `${language}-${country}`), machineLocale];
  return Intl.NumberFormat.supportedLocalesOf([...new Set(wanted)]);
}

/** A locale's language in its own words: "Deutsch (Schweiz)". */
export function localeName(locale: string): string {
  return new Intl.DisplayNames(locale, { type: 'language' }).of(locale) ?? locale;
}
