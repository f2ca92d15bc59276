import { plainHeader } from '../import/header.ts';
import { worthColumns } from './guess-columns.ts';
import type { FileTerms } from './understand.ts';

const headings = new Set(
  'currency, currency code, order currency, waehrung, wahrung, devise, moneda, divisa, valuta, moeda, 通貨, 币种, 货币'
    .split(', ')
    .map(plainHeader),
);
const signs: Readonly<Record<string, string>> = {
  '€': 'EUR',
  '£': 'GBP',
  '₹': 'INR',
  '₩': 'KRW',
  '₺': 'TRY',
};
const codes = new Set(Intl.supportedValuesOf('currency'));

/** The currencies that a file names: in a column of their own, or with its first amounts. "$" and "¥" are of many. */
export function currenciesOf({ look, mapping }: FileTerms): readonly string[] {
  const found = new Set<string>();
  look.headers.forEach((heading, index) => {
    if (!headings.has(plainHeader(heading))) return;
    for (const text of look.columns[index]?.samples ?? []) found.add(text.toUpperCase());
  });
  const amounts = worthColumns(mapping);
  for (const row of look.firstRows) {
    for (const index of amounts) {
      const text = row[index] ?? '';
      const [named] = /[A-Z]{3}|[€£₹₩₺]/.exec(text) ?? [];
      if (named !== undefined && /\d/.test(text)) found.add(signs[named] ?? named);
    }
  }
  return [...found].filter((code) => codes.has(code)).sort();
}
