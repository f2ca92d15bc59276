import { sql } from 'kysely';
import type { Money } from '../../../shared/domain/money.ts';
import type { OversellPolicy } from '../../../shared/domain/oversell.ts';
import type { Quantity } from '../../../shared/domain/quantity.ts';
import type { Unit } from '../../../shared/domain/unit.ts';
import type { ReadDb } from '../../database/connection.ts';
import { preparedRead } from '../../database/prepared.ts';
import { query } from '../../database/query.ts';
import type { ProductKind } from '../../database/schema.ts';

/** A product joined with its category, its parent and its stock; what the parent has, a variant takes on. */
export type LoadedProduct = {
  readonly id: number;
  readonly kind: ProductKind;
  readonly parentId: number | null;
  readonly name: string;
  readonly variantLabel: string | null;
  readonly sku: string | null;
  readonly categoryId: number | null;
  readonly categoryName: string | null;
  readonly colour: number | null;
  readonly pictureId: number | null;
  readonly taxClassId: number;
  readonly price: Money;
  readonly compareAtPrice: Money | null;
  readonly cost: Money | null;
  readonly unit: Unit;
  readonly oversell: OversellPolicy | null;
  readonly createdAt: number;
  readonly archivedAt: number | null;
  readonly tracked: number | null;
  readonly onHand: Quantity | null;
  readonly reserved: Quantity | null;
  readonly reorderLevel: Quantity | null;
};

/** What the variants of a parent, archived ones left out, come to. */
export type VariantSums = {
  readonly parentId: number;
  readonly variantCount: number;
  readonly lowestPrice: Money;
  readonly highestPrice: Money;
  readonly tracked: number;
  readonly onHand: Quantity;
  readonly reserved: Quantity;
  readonly low: number;
};

const productsById = preparedRead<{ ids: string }, LoadedProduct>((slot) =>
  query
    .selectFrom('products as p')
    .leftJoin('products as parent', 'parent.id', 'p.parentId')
    .leftJoin('productStock as s', 's.productId', 'p.id')
    .leftJoin('categories as c', (join) =>
      join.on(sql`c.id`, '=', sql`coalesce(p.categoryId, parent.categoryId)`),
    )
    .select(['p.id', 'p.kind', 'p.parentId', 'p.name', 'p.variantLabel', 'p.sku', 'p.taxClassId', 'p.price'])
    .select(['p.compareAtPrice', 'p.cost', 'p.unit', 'p.createdAt', 'p.archivedAt'])
    .select(['s.tracked', 's.onHand', 's.reserved', 's.reorderLevel'])
    .select(['c.id as categoryId', 'c.name as categoryName', 'c.colour'])
    .select(sql<number | null>`coalesce(p.pictureId, parent.pictureId)`.as('pictureId'))
    .select(sql<OversellPolicy | null>`coalesce(p.oversell, parent.oversell)`.as('oversell'))
    .where(sql<boolean>`p.id IN (SELECT value FROM json_each(${slot('ids')}))`),
);

/** Products by id, archived ones included; unknown ids are simply not in the map. One query for all. */
export function loadProducts(db: ReadDb, ids: readonly number[]): ReadonlyMap<number, LoadedProduct> {
  if (ids.length === 0) return new Map();
  return new Map(productsById.all(db, { ids: JSON.stringify(ids) }).map((product) => [product.id, product]));
}

const sumsByParent = preparedRead<{ ids: string }, VariantSums>(
  (slot) => sql<VariantSums>`
    SELECT v.parentId, count(*) AS variantCount, min(v.price) AS lowestPrice, max(v.price) AS highestPrice,
      max(ifnull(s.tracked, 0)) AS tracked, sum(ifnull(s.onHand, 0)) AS onHand,
      sum(ifnull(s.reserved, 0)) AS reserved,
      max(ifnull(s.tracked = 1 AND s.onHand - s.reserved <= s.reorderLevel, 0)) AS low
    FROM products AS v LEFT JOIN productStock AS s ON s.productId = v.id
    WHERE v.parentId IN (SELECT value FROM json_each(${slot('ids')})) AND v.archivedAt IS NULL
    GROUP BY v.parentId`,
);

/** What the variants of several parents come to. A parent without any is not in the map. */
export function sumVariants(db: ReadDb, parentIds: readonly number[]): ReadonlyMap<number, VariantSums> {
  if (parentIds.length === 0) return new Map();
  const rows = sumsByParent.all(db, { ids: JSON.stringify(parentIds) });
  return new Map(rows.map((row) => [row.parentId, row]));
}
