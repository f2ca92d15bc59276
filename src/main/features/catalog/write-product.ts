import { AppError } from '../../../shared/contract/errors.ts';
import type { Quantity } from '../../../shared/domain/quantity.ts';
import { isMeasured } from '../../../shared/domain/unit.ts';
import type { CommandContext } from '../../app/context.ts';
import type { WriteDb } from '../../database/connection.ts';
import { preparedWrite } from '../../database/prepared.ts';
import { query } from '../../database/query.ts';
import type { ProductsTable } from '../../database/schema.ts';
import { ensureStockRow } from '../stock/ensure-stock-row.ts';
import { moveStock } from '../stock/move-stock.ts';
import { indexProduct } from './index-product.ts';
import { freeBarcodes, requireFreeSku } from './product-checks.ts';

/** The columns that a person's form fills; the rest is as a new product has it. */
type NewProduct = Pick<
  ProductsTable,
  | 'kind'
  | 'parentId'
  | 'name'
  | 'variantLabel'
  | 'sku'
  | 'description'
  | 'categoryId'
  | 'taxClassId'
  | 'price'
  | 'compareAtPrice'
  | 'cost'
  | 'unit'
  | 'oversell'
> & { readonly notes: string; readonly options: readonly string[]; readonly barcodes: readonly string[] };

/** What a product that is sold has to begin with. */
export type FirstStock = {
  readonly tracked: boolean;
  readonly reorderLevel: Quantity;
  readonly openingStock: Quantity;
};

const insertBarcode = preparedWrite<{ barcode: string; productId: number }>((slot) =>
  query.insertInto('barcodes').values({ barcode: slot('barcode'), productId: slot('productId') }),
);

/**
 * Writes a new product with its barcodes, its stock row and its first movement, and lets it be found. A parent
 * (`stock` null) has no stock of its own. Answers its id.
 * @throws AppError `sku-taken`, `barcode-taken`, `whole-pieces-only`.
 */
export function writeProduct(ctx: CommandContext, product: NewProduct, stock: FirstStock | null): number {
  const { db, now } = ctx;
  requireFreeSku(db, product.sku);
  const { barcodes, options, ...columns } = product;
  const free = freeBarcodes(db, barcodes);
  const row = { ...columns, options: JSON.stringify(options), createdAt: now, archivedAt: null };
  const productId = db.run(query.insertInto('products').values(row)).lastId;
  addBarcodes(db, productId, free);
  if (stock !== null) openStock(ctx, productId, product, stock);
  indexProduct(db, productId);
  return productId;
}

/** The barcodes of a product from now on; they are free. */
export function replaceBarcodes(db: WriteDb, productId: number, barcodes: readonly string[]): void {
  db.run(query.deleteFrom('barcodes').where('productId', '=', productId));
  addBarcodes(db, productId, barcodes);
}

function addBarcodes(db: WriteDb, productId: number, barcodes: readonly string[]): void {
  for (const barcode of barcodes) insertBarcode.run(db, { barcode, productId });
}

function openStock(ctx: CommandContext, productId: number, product: NewProduct, stock: FirstStock): void {
  const { tracked, reorderLevel, openingStock } = stock;
  if (!isMeasured(product.unit) && openingStock % 1000 !== 0) {
    throw new AppError('whole-pieces-only', { name: product.name });
  }
  ensureStockRow(ctx.db, { productId, tracked, reorderLevel });
  if (!tracked || openingStock === 0) return;
  moveStock(ctx.db, {
    productId,
    type: 'opening',
    onHandChange: openingStock,
    unitCost: product.cost,
    sourceType: 'product',
    sourceId: productId,
    sourceLine: 0,
    staffId: ctx.actor.kind === 'staff' ? ctx.actor.staffId : null,
    at: ctx.now,
    businessDate: ctx.today,
  });
}
