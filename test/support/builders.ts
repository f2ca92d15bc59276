import { query } from '../../src/main/database/query.ts';
import type { ProductKind, ProductsTable } from '../../src/main/database/schema.ts';
import { indexProduct } from '../../src/main/features/catalog/index-product.ts';
import type { Input } from '../../src/shared/contract/index.ts';
import { type Money, money } from '../../src/shared/domain/money.ts';
import type { OversellPolicy } from '../../src/shared/domain/oversell.ts';
import { priceOrder } from '../../src/shared/domain/pricing.ts';
import { pieces, quantity } from '../../src/shared/domain/quantity.ts';
import { percent } from '../../src/shared/domain/rate.ts';
import type { Unit } from '../../src/shared/domain/unit.ts';
import type { TestApp } from './create-test-app.ts';

export type ProductDraft = {
  readonly name?: string;
  readonly sku?: string;
  readonly barcode?: string;
  /** Minor units. */
  readonly price?: number;
  readonly cost?: number;
  /** Pieces; null for what is not counted. */
  readonly stock?: number | null;
  readonly unit?: Unit;
  readonly oversell?: OversellPolicy;
  readonly kind?: ProductKind;
  readonly parentId?: number;
  readonly variantLabel?: string;
  readonly categoryId?: number;
  readonly taxClassId?: number;
};

/** Puts a product straight into the shop file, with its opening stock in the ledger. Answers its id. */
export function addProduct(test: TestApp, draft: ProductDraft = {}): number {
  return test.file.transaction((db) => {
    const row: Omit<ProductsTable, 'id' | 'popularity' | 'notes' | 'options'> = {
      kind: draft.kind ?? 'single',
      parentId: draft.parentId ?? null,
      name: draft.name ?? 'Flat white',
      variantLabel: draft.variantLabel ?? null,
      sku: draft.sku ?? null,
      externalKey: null,
      description: '',
      categoryId: draft.categoryId ?? null,
      taxClassId: draft.taxClassId ?? 1,
      price: money(draft.price ?? 350),
      compareAtPrice: null,
      cost: draft.cost === undefined ? null : money(draft.cost),
      unit: draft.unit ?? 'piece',
      oversell: draft.oversell ?? null,
      pictureId: null,
      pictureSource: null,
      createdAt: test.now,
      archivedAt: null,
    };
    const productId = db.run(query.insertInto('products').values(row)).lastId;
    if (row.kind === 'parent') {
      indexProduct(db, productId);
      return productId;
    }
    const onHand = pieces(draft.stock ?? 0);
    const tracked = draft.stock === null ? 0 : 1;
    db.run(
      query
        .insertInto('productStock')
        .values({ productId, tracked, onHand, reserved: quantity(0), reorderLevel: pieces(5) }),
    );
    db.run(
      query.insertInto('stockMovements').values({
        productId,
        movementNo: 1,
        type: 'opening',
        onHandChange: onHand,
        reservedChange: quantity(0),
        unitCost: row.cost,
        sourceType: 'product',
        sourceId: productId,
        sourceLine: 0,
        reversalOf: null,
        reason: null,
        staffId: null,
        at: test.now,
        businessDate: 20261122 as never,
      }),
    );
    if (draft.barcode) db.run(query.insertInto('barcodes').values({ barcode: draft.barcode, productId }));
    indexProduct(db, productId);
    return productId;
  });
}

type Place = Input<'orders.place'>;
type Line = Place['lines'][number];

/** A line of a product in pieces, as the till sends it. */
export function line(
  productId: number | null,
  pieceCount: number,
  unitPrice: number,
  change: Partial<Line> = {},
): Line {
  return {
    productId,
    name: 'Flat white',
    quantity: pieces(pieceCount),
    unitPrice: money(unitPrice),
    priceOverridden: false,
    discount: null,
    note: '',
    taxClassId: null,
    ...change,
  };
}

/** A counter sale paid exactly in cash (tender 1), priced as the window would in a shop with 20 % VAT included. */
export function counterSale(lines: readonly Line[], change: Partial<Place> = {}): Place {
  const priced = priceOrder({
    lines: lines.map((one) => ({ ...one, taxes: [{ name: 'VAT', rate: percent(20) }] })),
    orderDiscount: change.orderDiscount ?? null,
    pricesIncludeTax: true,
    taxRounding: 'line',
  });
  const amount: Money = change.expectedTotal ?? priced.total;
  return {
    cartId: 'cart-1',
    kind: 'counter',
    lines: [...lines],
    orderDiscount: null,
    customerId: null,
    delivery: null,
    tenders: amount === 0 ? [] : [{ tenderId: 1, amount, reference: '' }],
    expectedTotal: amount,
    note: '',
    oversellAccepted: [],
    ...change,
  };
}
