import { normalizeBarcode } from '../../../shared/domain/barcode.ts';
import { zeroMoney } from '../../../shared/domain/money.ts';
import { type Quantity, quantity } from '../../../shared/domain/quantity.ts';
import type { CommandContext } from '../../app/context.ts';
import { preparedRead, preparedWrite } from '../../database/prepared.ts';
import { query } from '../../database/query.ts';
import type { ProductsTable } from '../../database/schema.ts';
import { indexProduct } from '../catalog/index-product.ts';
import { ensureStockRow } from '../stock/ensure-stock-row.ts';
import { moveStock } from '../stock/move-stock.ts';
import type { DraftProduct } from './catalog-draft.ts';
import { type CategoryWriter, categoryWriter } from './category-writer.ts';
import type { PlannedProduct } from './import-plan.ts';
import { nameFor, newBarcodes } from './planned-changes.ts';
import { barcodesOf, type ShopNames, type ShopProduct, shopNames } from './shop-lookup.ts';
import { type TaxClassWriter, taxClassWriter } from './tax-class-writer.ts';

type NewProduct = Omit<ProductsTable, 'id' | 'popularity' | 'notes' | 'options'>;

const insertProduct = preparedWrite<NewProduct>((slot) =>
  query.insertInto('products').values({
    kind: slot('kind'),
    parentId: slot('parentId'),
    name: slot('name'),
    variantLabel: slot('variantLabel'),
    sku: slot('sku'),
    externalKey: slot('externalKey'),
    description: slot('description'),
    categoryId: slot('categoryId'),
    taxClassId: slot('taxClassId'),
    price: slot('price'),
    compareAtPrice: slot('compareAtPrice'),
    cost: slot('cost'),
    unit: slot('unit'),
    oversell: slot('oversell'),
    pictureId: slot('pictureId'),
    pictureSource: slot('pictureSource'),
    createdAt: slot('createdAt'),
    archivedAt: slot('archivedAt'),
  }),
);

const insertBarcode = preparedWrite<{ barcode: string; productId: number }>((slot) =>
  query
    .insertInto('barcodes')
    .values({ barcode: slot('barcode'), productId: slot('productId') })
    .onConflict((conflict) => conflict.doNothing()),
);

const variantIds = preparedRead<{ parentId: number }, { id: number }>((slot) =>
  query.selectFrom('products').select('id').where('parentId', '=', slot('parentId')),
);

const renameVariants = preparedWrite<{ parentId: number; name: string }>((slot) =>
  query
    .updateTable('products')
    .set({ name: slot('name') })
    .where('parentId', '=', slot('parentId')),
);

/** Writes planned products one by one, in the caller's transaction. */
export type ImportWriter = {
  write(planned: PlannedProduct): void;
  /** Afterwards: lets variants be found by the new name of their parent; yields how many are done. */
  indexRenamed(): Generator<number, void>;
};

export type WriteOptions = {
  readonly importId: number;
  /** Existing products take what the file says; without it only new ones come in. */
  readonly updateExisting: boolean;
  /** Existing products take the file's stock as counted. New ones always begin with it. */
  readonly setStock: boolean;
};

export function importWriter(ctx: CommandContext, options: WriteOptions): ImportWriter {
  const names = shopNames(ctx.db, ctx.today);
  const categories = categoryWriter(ctx.db);
  const otherTaxClass = taxClassWriter(ctx.db);
  const parents = new Map<string, WrittenParent>();
  const renamed: number[] = [];
  const writer: Writing = { ctx, options, names, categories, otherTaxClass, parents, renamed };
  const write = (planned: PlannedProduct): void => {
    if (planned.action === 'create') create(writer, planned.draft);
    else if (planned.action !== 'refuse') {
      const { draft, product } = planned;
      const isUpdated = planned.action === 'change' && options.updateExisting;
      if (draft.kind === 'parent') {
        const name = (isUpdated ? draft.name : null) ?? product.name;
        parents.set(draft.key, { id: product.id, name });
      }
      if (isUpdated) update(writer, draft, product);
      if (options.setStock) setStock(writer, draft, product);
    }
  };
  return { write, indexRenamed: () => indexRenamed(writer) };
}

function* indexRenamed({ ctx, renamed }: Writing): Generator<number, void> {
  let done = 0;
  for (const parentId of renamed) {
    for (const { id } of variantIds.all(ctx.db, { parentId })) {
      indexProduct(ctx.db, id);
      done += 1;
      yield done;
    }
  }
}

type Writing = {
  readonly ctx: CommandContext;
  readonly options: WriteOptions;
  readonly names: ShopNames;
  readonly categories: CategoryWriter;
  readonly otherTaxClass: TaxClassWriter;
  /** The parents of this file as the shop has them now, by their key. */
  readonly parents: Map<string, WrittenParent>;
  /** Parents whose variants are to be indexed again: thousands at once would hold the till up. */
  readonly renamed: number[];
};

type WrittenParent = { readonly id: number; readonly name: string };

function create(writer: Writing, draft: DraftProduct): void {
  const { ctx, parents } = writer;
  const parent = draft.kind === 'variant' ? parents.get(draft.parentKey ?? '') : undefined;
  const kind = draft.kind === 'variant' && !parent ? 'single' : draft.kind;
  const name = parent?.name ?? nameFor(draft, kind) ?? '';
  const { lastId } = insertProduct.run(ctx.db, {
    kind,
    parentId: parent?.id ?? null,
    name,
    variantLabel: kind === 'variant' ? (draft.variantLabel ?? '') : null,
    sku: draft.sku,
    externalKey: draft.externalKey,
    description: draft.description ?? '',
    categoryId: writer.categories(draft.categoryPath),
    taxClassId: writer.names.taxClass(draft.taxClassName, draft.taxable) ?? writer.otherTaxClass(draft),
    price: draft.price ?? zeroMoney,
    compareAtPrice: draft.compareAtPrice,
    cost: draft.cost,
    unit: draft.unit ?? 'piece',
    oversell: draft.oversell,
    pictureId: null,
    pictureSource: draft.pictureSource,
    createdAt: ctx.now,
    archivedAt: isArchived(draft) ? ctx.now : null,
  });
  if (kind === 'parent') parents.set(draft.key, { id: lastId, name });
  else giveStock(writer, draft, lastId);
  for (const barcode of draft.barcodes) addBarcode(ctx, barcode, lastId);
  indexProduct(ctx.db, lastId);
}

function isArchived({ state }: DraftProduct): boolean {
  return state === 'archived' || state === 'draft';
}

function addBarcode({ db }: CommandContext, barcode: string, productId: number): void {
  const normal = normalizeBarcode(barcode);
  if (normal !== '') insertBarcode.run(db, { barcode: normal, productId });
}

function giveStock({ ctx, options }: Writing, draft: DraftProduct, productId: number): void {
  const tracked = draft.tracked ?? draft.stock !== null;
  const reorderLevel = draft.reorderLevel ?? (ctx.shop.reorderLevel as Quantity);
  ensureStockRow(ctx.db, { productId, tracked, reorderLevel });
  if (!tracked || draft.stock === null || draft.stock === 0) return;
  move(ctx, options, productId, 'opening', draft.stock, draft.cost);
}

/** The file's stock counts as a stock-take: the ledger takes the difference. */
function setStock({ ctx, options }: Writing, draft: DraftProduct, product: ShopProduct): void {
  if (draft.stock === null || draft.tracked === false || product.kind === 'parent') return;
  ensureStockRow(ctx.db, { productId: product.id, tracked: true, reorderLevel: ctx.shop.reorderLevel });
  const difference = quantity(draft.stock - (product.onHand ?? 0));
  if (product.tracked !== 1) {
    ctx.db.run(query.updateTable('productStock').set({ tracked: 1 }).where('productId', '=', product.id));
  }
  if (difference !== 0) move(ctx, options, product.id, 'count', difference, draft.cost ?? product.cost);
}

function move(
  ctx: CommandContext,
  { importId }: WriteOptions,
  productId: number,
  type: 'opening' | 'count',
  onHandChange: Quantity,
  unitCost: DraftProduct['cost'],
): void {
  moveStock(ctx.db, {
    productId,
    type,
    onHandChange,
    unitCost,
    sourceType: 'import',
    sourceId: importId,
    sourceLine: productId,
    staffId: ctx.actor.kind === 'staff' ? ctx.actor.staffId : null,
    at: ctx.now,
    businessDate: ctx.today,
  });
}

function update(writer: Writing, draft: DraftProduct, product: ShopProduct): void {
  const { ctx, names, categories } = writer;
  const { db } = ctx;
  const isVariant = product.kind === 'variant';
  const taxClassId = names.taxClass(draft.taxClassName, draft.taxable);
  const name = nameFor(draft, product.kind);
  const said: Partial<NewProduct> = {
    ...(name === null ? {} : { name }),
    ...(draft.variantLabel !== null && isVariant ? { variantLabel: draft.variantLabel } : {}),
    ...(draft.description === null ? {} : { description: draft.description }),
    ...(draft.categoryPath.length === 0 ? {} : { categoryId: categories(draft.categoryPath) }),
    ...(draft.externalKey === null ? {} : { externalKey: draft.externalKey }),
    ...(draft.pictureSource === null ? {} : { pictureSource: draft.pictureSource }),
    ...(draft.sku === null ? {} : { sku: draft.sku }),
    ...(draft.price === null ? {} : { price: draft.price, compareAtPrice: draft.compareAtPrice }),
    ...(draft.cost === null ? {} : { cost: draft.cost }),
    ...(draft.unit === null ? {} : { unit: draft.unit }),
    ...(draft.oversell === null ? {} : { oversell: draft.oversell }),
    ...(taxClassId ? { taxClassId } : {}),
    ...(draft.state === null
      ? {}
      : { archivedAt: isArchived(draft) ? (product.archivedAt ?? ctx.now) : null }),
  };
  if (Object.keys(said).length > 0)
    db.run(query.updateTable('products').set(said).where('id', '=', product.id));
  if (product.kind === 'parent' && name !== null && name !== product.name) {
    renameVariants.run(db, { parentId: product.id, name });
    writer.renamed.push(product.id);
  }
  if (draft.reorderLevel !== null && product.kind !== 'parent') {
    const { reorderLevel } = draft;
    db.run(query.updateTable('productStock').set({ reorderLevel }).where('productId', '=', product.id));
  }
  const known = barcodesOf.all(db, { productId: product.id }).map((row) => row.barcode);
  for (const barcode of newBarcodes(draft, known)) addBarcode(ctx, barcode, product.id);
  if (product.kind !== 'parent') indexProduct(db, product.id);
}
