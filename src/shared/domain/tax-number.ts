import { findCountry } from './countries.ts';

/** What a shop's number at the tax office is called on its papers. */
export type TaxNumberKind = 'gstin' | 'abn' | 'vat' | 'gst' | 'tax';

const own: Readonly<Record<string, TaxNumberKind>> = { IN: 'gstin', AU: 'abn' };

/** What a country calls the tax number of a shop, by the tax that is taken on sales there. */
export function taxNumberKind(country: string): TaxNumberKind {
  const known = own[country];
  if (known !== undefined) return known;
  const tax = findCountry(country)?.taxClasses[0]?.taxes[0]?.name;
  if (tax === 'VAT') return 'vat';
  return tax === 'GST' ? 'gst' : 'tax';
}
