import type { catalogCalls } from '../../../shared/contract/catalog.ts';
import type { catalogBulkCalls } from '../../../shared/contract/catalog-bulk.ts';
import type { catalogEditCalls } from '../../../shared/contract/catalog-edit.ts';
import type { Handlers } from '../../app/context.ts';
import { addVariants } from './add-variants.ts';
import { applyBulk } from './apply-bulk.ts';
import { archiveCategory } from './archive-category.ts';
import { archiveProduct } from './archive-product.ts';
import { countProducts } from './count-products.ts';
import { createProduct } from './create-product.ts';
import { createCategory, moveCategory, updateCategory } from './edit-categories.ts';
import { findProductByCode } from './find-product-by-code.ts';
import { getEditable } from './get-editable.ts';
import { getProduct } from './get-product.ts';
import { listAllCategories } from './list-all-categories.ts';
import { cancelBulk, listBulkEdits } from './list-bulk-edits.ts';
import { listCategories } from './list-categories.ts';
import { listProducts } from './list-products.ts';
import { countTableRows, listTable } from './list-table.ts';
import { listTiles } from './list-tiles.ts';
import { listVariants } from './list-variants.ts';
import { previewBulk } from './preview-bulk.ts';
import { searchProducts } from './search-products.ts';
import { setPicture } from './set-picture.ts';
import { undoBulk } from './undo-bulk.ts';
import { updateProduct } from './update-product.ts';
import { uploadPicture } from './upload-picture.ts';

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

/** Handlers of the calls in `shared/contract/catalog-edit.ts`. */
export const catalogEditHandlers: Handlers<typeof catalogEditCalls> = {
  'catalog.table': listTable,
  'catalog.tableCount': countTableRows,
  'catalog.editable': getEditable,
  'catalog.create': createProduct,
  'catalog.update': updateProduct,
  'catalog.archive': archiveProduct,
  'catalog.addVariants': addVariants,
  'catalog.uploadPicture': uploadPicture,
  'catalog.setPicture': setPicture,
  'catalog.allCategories': listAllCategories,
  'catalog.createCategory': createCategory,
  'catalog.updateCategory': updateCategory,
  'catalog.moveCategory': moveCategory,
  'catalog.archiveCategory': archiveCategory,
};

/** Handlers of the calls in `shared/contract/catalog-bulk.ts`. */
export const catalogBulkHandlers: Handlers<typeof catalogBulkCalls> = {
  'catalog.previewBulk': previewBulk,
  'catalog.applyBulk': applyBulk,
  'catalog.bulkEdits': listBulkEdits,
  'catalog.undoBulk': undoBulk,
  'catalog.cancelBulk': cancelBulk,
};
