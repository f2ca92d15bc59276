import type { Output } from '../../../shared/contract/index.ts';
import { isMeasured } from '../../../shared/domain/unit.ts';
import type { AppText } from '../../../shared/text/english.ts';
import type { Format } from '../../../shared/text/format.ts';
import type { ProductRow } from './use-product-list.ts';

export type ProductInFull = Output<'catalog.product'>;
type Named = Pick<ProductRow, 'name' | 'variantLabel'>;

/** The whole name of a product: a variant's with what it is a variant of. */
export function productName({ name, variantLabel }: Named, text: AppText): string {
  return variantLabel === null ? name : text('catalog.variant-of', { name, variant: variantLabel });
}

/** A price as the list writes it: a span where variants differ, by unit where it is measured. */
export function priceWords(
  { price, highestPrice, unit }: Pick<ProductRow, 'price' | 'highestPrice' | 'unit'>,
  text: AppText,
  format: Format,
): string {
  const written =
    highestPrice > price
      ? text('catalog.price-span', { lowest: format.amount(price), highest: format.amount(highestPrice) })
      : format.amount(price);
  return isMeasured(unit)
    ? text('catalog.price-per-unit', { price: written, unit: text(`catalog.sign-${unit}`) })
    : written;
}
