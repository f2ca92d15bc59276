import { sql } from 'kysely';
import { AppError } from '../../../shared/contract/errors.ts';
import type { Money } from '../../../shared/domain/money.ts';
import type { OversellPolicy } from '../../../shared/domain/oversell.ts';
import { mostQuantity, type Quantity, quantity } from '../../../shared/domain/quantity.ts';
import { isMeasured, type Unit } from '../../../shared/domain/unit.ts';
import type { ReadDb } from '../../database/connection.ts';
import type { Flag } from '../../database/kinds.ts';
import { preparedRead } from '../../database/prepared.ts';
import { fullProductName } from '../catalog/named-product.ts';

/** A product that is sold and has stock of its own. */
export type StockProduct = {
  readonly productId: number;
  readonly name: string;
  readonly unit: Unit;
  readonly cost: Money | null;
  readonly oversell: OversellPolicy | null;
  readonly tracked: Flag;
  readonly onHand: Quantity;
  readonly reserved: Quantity;
  readonly reorderLevel: Quantity;
};

type Row = Omit<StockProduct, 'tracked'> & { readonly tracked: Flag | null; readonly sold: Flag };

const productWithStock = preparedRead<{ productId: number }, Row>(
  (slot) => sql<Row>`
    SELECT p.id AS productId, ${fullProductName} AS name, p.unit, p.cost, p.oversell, s.tracked, s.onHand,
      s.reserved, s.reorderLevel, p.archivedAt IS NULL AND p.kind <> 'parent' AS sold
    FROM products AS p LEFT JOIN products AS parent ON parent.id = p.parentId
    LEFT JOIN productStock AS s ON s.productId = p.id WHERE p.id = ${slot('productId')}`,
);

/** @throws AppError `not-found`; `product-gone` for what is archived, and for a parent: its variants have the stock. */
export function stockProduct(db: ReadDb, productId: number): StockProduct {
  const product = productWithStock.get(db, { productId });
  if (!product) throw new AppError('not-found', { what: 'product' });
  const { sold, tracked, ...rest } = product;
  if (sold === 0 || tracked === null) throw new AppError('product-gone', { productId, name: product.name });
  return { ...rest, tracked };
}

/** The same, counted. @throws AppError also `not-counted`. */
export function countedProduct(db: ReadDb, productId: number): StockProduct {
  const product = stockProduct(db, productId);
  if (product.tracked === 0) throw new AppError('not-counted', { productId, name: product.name });
  return product;
}

/** A quantity of a line is above zero. @throws AppError `quantity-not-positive`. */
export function requirePositive({ productId, name }: StockProduct, typed: Quantity): void {
  if (typed <= 0) throw new AppError('quantity-not-positive', { productId, name });
}

/**
 * What is on hand after a change that somebody typed. Pieces come and go whole, but a part of one that is there may
 * be put right. @throws AppError `whole-pieces-only`; `invalid-input` beyond what can be counted.
 */
export function onHandAfter(product: StockProduct, change: Quantity): Quantity {
  const { productId, name, unit } = product;
  const onHand = quantity(product.onHand + change);
  if (!isMeasured(unit) && change % 1000 !== 0 && onHand % 1000 !== 0) {
    throw new AppError('whole-pieces-only', { productId, name });
  }
  if (Math.abs(onHand) > mostQuantity) throw new AppError('invalid-input', { field: 'quantity', name });
  return onHand;
}
