import type { AppText } from '../../../shared/text/english.ts';
import type { PageItem } from '../../bridge/api-query.ts';

/** A product as the back office lists it. */
export type ProductRow = PageItem<'catalog.list'>;

/** The whole name of a product: a variant's with what it is a variant of. */
export function productName(
  { name, variantLabel }: Pick<ProductRow, 'name' | 'variantLabel'>,
  text: AppText,
): string {
  return variantLabel === null ? name : text('stock.variant-of', { name, variant: variantLabel });
}

/** The product that a code means, among those that a search for it found: the one that has it, or the only one. */
export function productOfCode(rows: readonly ProductRow[], code: string): ProductRow | null {
  const products = rows.filter((row) => row.kind !== 'parent');
  const own = products.filter((row) => row.sku === code || row.barcodes.includes(code));
  const [found, another] = own.length > 0 ? own : products;
  return found !== undefined && another === undefined ? found : null;
}
