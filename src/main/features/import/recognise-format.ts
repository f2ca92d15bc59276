import type { CatalogFormat } from './catalog-draft.ts';
import { findColumns } from './header.ts';
import { shopifyColumns } from './shopify-columns.ts';
import { findAttributes, woocommerceColumns } from './woocommerce-columns.ts';

/**
 * Whose product file this is, from its headers in any order and with columns missing or added. Only columns
 * that the other system's files alone have decide, so that a list which happens to have a title and a
 * handle stays a list.
 */
export function recogniseFormat(headers: readonly string[]): CatalogFormat {
  const shopify = findColumns(headers, shopifyColumns);
  const shopifyOwn = (['option1Name', 'option1Value', 'policy', 'tracker', 'giftCard'] as const).filter(
    (field) => shopify.has(field),
  ).length;
  const names = new Set(headers.map((header) => header.trim().toLowerCase()));
  const hasVariantNames = names.has('variant price') || names.has('variant sku') || names.has('body (html)');
  if (shopify.has('handle') && (hasVariantNames || shopifyOwn >= 1)) return 'shopify';
  // The newer template may leave the handle out.
  if (shopify.has('title') && shopify.has('price') && shopifyOwn >= 2) return 'shopify';

  const woo = findColumns(headers, woocommerceColumns);
  const wooOwn = (
    ['salePrice', 'taxStatus', 'inStock', 'backorders', 'saleStart', 'published', 'parent'] as const
  ).filter((field) => woo.has(field)).length;
  const hasAttributes = findAttributes(headers).length > 0;
  const isWoo =
    woo.has('type') && (woo.has('regularPrice') || hasAttributes) && (wooOwn >= 1 || hasAttributes);
  return isWoo && (woo.has('name') || woo.has('sku') || woo.has('id')) ? 'woocommerce' : 'generic';
}
