/** Where sheets are Letter (8½ × 11 inches): North America, and the countries that took it over. ISO 3166. */
const letterCountries: ReadonlySet<string> = new Set([
  ...[
    'US',
    'CA',
    'MX',
    'PR',
    'GU',
    'VI',
    'AS',
    'MP',
    'PH',
    'CL',
    'CO',
    'VE',
    'CR',
    'GT',
    'HN',
    'NI',
    'PA',
    'SV',
  ],
  ...['DO', 'BO', 'EC', 'BZ'],
]);

/** The sheets that a shop's printers hold, by the country it is in. */
export function sheetOf(country: string): 'a4' | 'letter' {
  return letterCountries.has(country) ? 'letter' : 'a4';
}
