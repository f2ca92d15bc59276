/**
 * Headers of Shopify's product files as `plainHeader` writes them: those of the export first, then those of
 * the template of 2024 and later.
 */
export const shopifyColumns = {
  handle: ['handle', 'url handle'],
  title: ['title'],
  body: ['body html', 'description', 'body'],
  type: ['type', 'custom product type', 'product type'],
  category: ['product category', 'standardized product type', 'google shopping google product category'],
  collection: ['collection'],
  published: ['published', 'published on online store'],
  status: ['status'],
  option1Name: ['option1 name'],
  option1Value: ['option1 value'],
  option2Name: ['option2 name'],
  option2Value: ['option2 value'],
  option3Name: ['option3 name'],
  option3Value: ['option3 value'],
  sku: ['variant sku', 'sku'],
  barcode: ['variant barcode', 'barcode'],
  tracker: ['variant inventory tracker', 'inventory tracker'],
  stock: ['variant inventory qty', 'inventory quantity', 'variant inventory quantity', 'inventory qty'],
  policy: ['variant inventory policy', 'continue selling when out of stock', 'inventory policy'],
  price: ['variant price', 'price'],
  compareAtPrice: ['variant compare at price', 'compare at price'],
  cost: ['cost per item', 'variant cost', 'cost'],
  taxable: ['variant taxable', 'charge tax', 'taxable'],
  image: ['image src', 'product image url', 'image url'],
  imagePosition: ['image position'],
  variantImage: ['variant image', 'variant image url'],
  giftCard: ['gift card'],
} as const satisfies Record<string, readonly string[]>;

export type ShopifyField = keyof typeof shopifyColumns;
