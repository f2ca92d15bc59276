import { sql } from 'kysely';
import { normalizeBarcode } from '../../../shared/domain/barcode.ts';
import type { ReadDb } from '../../database/connection.ts';
import { preparedRead } from '../../database/prepared.ts';
import { query } from '../../database/query.ts';

type Found = { readonly id: number };

const byBarcode = preparedRead<{ codes: string }, Found>((slot) =>
  query
    .selectFrom('barcodes as b')
    .innerJoin('products as p', 'p.id', 'b.productId')
    .select('p.id')
    .where(sql<boolean>`b.barcode IN (SELECT value FROM json_each(${slot('codes')}))`)
    .where('p.kind', '<>', 'parent')
    .where('p.archivedAt', 'is', null)
    .orderBy(sql`(SELECT key FROM json_each(${slot('codes')}) WHERE value = b.barcode)`)
    .limit(1),
);

/** At most two are read: one that is exactly so, or else a second tells that the code is not unique. */
const bySku = preparedRead<{ code: string }, Found & { exact: number }>((slot) =>
  query
    .selectFrom('products')
    .select(['id', sql<number>`sku = ${slot('code')}`.as('exact')])
    .where(sql<boolean>`sku = ${slot('code')} COLLATE NOCASE`)
    .where('kind', '<>', 'parent')
    .where('archivedAt', 'is', null)
    .orderBy(sql`sku = ${slot('code')}`, 'desc')
    .limit(2),
);

/**
 * The product that a scanned or typed code is of, null when there is none: its barcode exactly, then another form
 * of the same barcode, then its SKU, then its SKU in other case where only one product has it.
 */
export function findCode(db: ReadDb, code: string): number | null {
  const typed = code.trim();
  if (typed === '') return null;
  const found = byBarcode.get(db, { codes: JSON.stringify(formsOfBarcode(typed)) });
  if (found) return found.id;
  const [sku, second] = bySku.all(db, { code: typed });
  if (!sku || (sku.exact !== 1 && second)) return null;
  return sku.id;
}

/** As written, then as the shop keeps codes, then with and without the zeros that make UPC-A an EAN-13 and that a GTIN-14. */
function formsOfBarcode(code: string): readonly string[] {
  const normal = normalizeBarcode(code);
  const forms = [code, normal];
  if (/^\d{13}$/.test(normal)) forms.push(`0${normal}`);
  if (/^0\d{12}$/.test(normal)) forms.push(normal.slice(1));
  return [...new Set(forms)];
}
