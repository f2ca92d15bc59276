import type { catalogCalls } from '../../../shared/contract/catalog.ts';
import type { Handlers } from '../../app/context.ts';
import { countProducts } from './count-products.ts';
import { findProductByCode } from './find-product-by-code.ts';
import { getProduct } from './get-product.ts';
import { listCategories } from './list-categories.ts';
import { listProducts } from './list-products.ts';
import { listTiles } from './list-tiles.ts';
import { listVariants } from './list-variants.ts';
import { searchProducts } from './search-products.ts';

/** Handlers of the calls in `shared/contract/catalog.ts`. */
export const catalogHandlers: Handlers<typeof catalogCalls> = {
  'catalog.search': searchProducts,
  'catalog.findByCode': findProductByCode,
  'catalog.variants': listVariants,
  'catalog.tiles': listTiles,
  'catalog.categories': listCategories,
  'catalog.list': listProducts,
  'catalog.product': getProduct,
  'catalog.count': countProducts,
};
