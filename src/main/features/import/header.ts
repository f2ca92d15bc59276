import { createHash } from 'node:crypto';

/**
 * A header as it is compared: no case, no accents, no signs, single spaces. "Prix (TTC)" and "prix ttc"
 * are the same, and so are "Variant SKU" and "variant_sku".
 */
export function plainHeader(header: string): string {
  return header
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/ø/g, 'o')
    .replace(/æ/g, 'ae')
    .replace(/ł/g, 'l')
    .replace(/ı/g, 'i')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Where each wanted column stands: the first header that equals one of its names. */
export function findColumns<Field extends string>(
  headers: readonly string[],
  names: Readonly<Record<Field, readonly string[]>>,
): ReadonlyMap<Field, number> {
  const places = new Map<string, number>();
  headers.forEach((header, index) => {
    const plain = plainHeader(header);
    if (plain !== '' && !places.has(plain)) places.set(plain, index);
  });
  const columns = new Map<Field, number>();
  for (const field of Object.keys(names) as Field[]) {
    for (const name of names[field]) {
      const place = places.get(name);
      if (place === undefined) continue;
      columns.set(field, place);
      break;
    }
  }
  return columns;
}

/** What tells one set of headers from another, whatever their order: the key under which a mapping is remembered. */
export function mappingKey(headers: readonly string[]): string {
  const set = headers.map(plainHeader).filter((header) => header !== '');
  const text = JSON.stringify(set.length > 0 ? set.toSorted() : [headers.length]);
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}
