import { quantity } from '../../../shared/domain/quantity.ts';
import { sumRates } from '../../../shared/domain/tax.ts';
import type { CommandContext } from '../../app/context.ts';
import type { WriteDb } from '../../database/connection.ts';
import { query } from '../../database/query.ts';
import type { ProductsTable } from '../../database/schema.ts';
import { indexProduct } from '../catalog/index-product.ts';
import { taxesOfClass } from '../catalog/taxes.ts';
import { type ProductForSale, productForSale } from '../orders/order-statements.ts';
import { ensureStockRow } from '../stock/ensure-stock-row.ts';
import type { SampleCatalogue, SampleProduct } from './sample-catalogue.ts';
import { priceLevel, sampleCost, samplePrice } from './sample-price.ts';

/** What can be sold, by its key in the catalogue. */
export type SampleProducts = ReadonlyMap<string, ProductForSale>;

type ProductRow = Omit<ProductsTable, 'id' | 'popularity' | 'notes' | 'options'>;

const pictureSize = 480;

/** Adds categories, pictures, products and their variants, priced as a shop of that currency would. */
export function insertSampleCatalogue(
  ctx: CommandContext,
  catalogue: SampleCatalogue,
  createdAt: number,
): SampleProducts {
  const { db } = ctx;
  const categories = insertCategories(db, catalogue.categories);
  const taxClassIds = taxClassesOf(ctx);
  const level = priceLevel(catalogue.priceLevels, ctx.shop.currency, ctx.shop.currencyExponent);
  const parents = new Map<string, number>();
  const base = (product: SampleProduct): ProductRow => ({
    kind: 'single',
    parentId: null,
    name: product.name,
    variantLabel: null,
    sku: product.sku,
    externalKey: null,
    description: product.description,
    categoryId: categories.get(product.category) ?? null,
    taxClassId: taxClassIds[product.taxClass],
    price: samplePrice(product.price, level),
    compareAtPrice: null,
    cost: sampleCost(product.cost, level),
    unit: product.unit,
    oversell: null,
    pictureId: insertPicture(ctx, product.picture),
    pictureSource: null,
    createdAt,
    archivedAt: null,
  });
  const parentOf = (product: SampleProduct, row: ProductRow): number => {
    const key = product.group ?? '';
    const known = parents.get(key);
    if (known !== undefined) return known;
    const name = catalogue.groups.find((group) => group.key === key)?.name ?? product.name;
    const parent = { ...row, kind: 'parent' as const, name, sku: null, cost: null };
    const id = db.run(query.insertInto('products').values(parent)).lastId;
    parents.set(key, id);
    return id;
  };
  return new Map(
    catalogue.products.map((product) => {
      const row = base(product);
      const own = product.group
        ? {
            ...row,
            kind: 'variant' as const,
            parentId: parentOf(product, row),
            variantLabel: product.option ?? product.name,
          }
        : row;
      return [product.key, insertSellable(db, own, product)];
    }),
  );
}

function insertSellable(db: WriteDb, row: ProductRow, product: SampleProduct): ProductForSale {
  const popularity = Math.max(0, 1000 - product.demandRank);
  const productId = db.run(query.insertInto('products').values({ ...row, popularity })).lastId;
  db.run(query.insertInto('barcodes').values({ barcode: product.barcode, productId }));
  const reorderLevel = quantity(product.stock?.reorderLevel ?? 0);
  ensureStockRow(db, { productId, tracked: product.stock !== null, reorderLevel });
  indexProduct(db, productId);
  const found = productForSale.get(db, { productId });
  if (!found) throw new Error('a product that was just added is not there');
  return found;
}

function insertCategories(
  db: WriteDb,
  categories: SampleCatalogue['categories'],
): ReadonlyMap<string, number> {
  return new Map(
    categories.map(({ key, name, colour }, position) => {
      const row = { parentId: null, name, colour, position, oversell: null, archivedAt: null };
      return [key, db.run(query.insertInto('categories').values(row)).lastId];
    }),
  );
}

/** The shop's own classes: its default, and the one with the lowest rate above nothing for what is reduced. */
function taxClassesOf({ db, today }: Pick<CommandContext, 'db' | 'today'>): {
  readonly standard: number;
  readonly reduced: number;
} {
  const classes = db
    .all(
      query
        .selectFrom('taxClasses')
        .select(['id', 'isDefault'])
        .where('archivedAt', 'is', null)
        .orderBy('position'),
    )
    .map((one) => ({ ...one, rate: sumRates(taxesOfClass(db, one.id, today)) }));
  const standard = classes.find((one) => one.isDefault === 1) ?? classes[0];
  if (!standard) throw new Error('a shop without a tax class');
  const lower = classes
    .filter((one) => one.rate > 0 && one.rate < standard.rate)
    .sort((a, b) => b.rate - a.rate);
  return { standard: standard.id, reduced: lower[0]?.id ?? standard.id };
}

function insertPicture(ctx: CommandContext, name: string): number {
  const bytes = ctx.resource(`sample-shop/pictures/${name}.webp`);
  const row = { mime: 'image/webp', width: pictureSize, height: pictureSize, bytes };
  return ctx.db.run(query.insertInto('pictures').values(row)).lastId;
}
