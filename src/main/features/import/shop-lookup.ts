import { sql } from 'kysely';
import type { CalendarDate } from '../../../shared/domain/calendar.ts';
import type { Money } from '../../../shared/domain/money.ts';
import type { OversellPolicy } from '../../../shared/domain/oversell.ts';
import type { Quantity } from '../../../shared/domain/quantity.ts';
import { sumRates } from '../../../shared/domain/tax.ts';
import type { Unit } from '../../../shared/domain/unit.ts';
import type { ReadDb } from '../../database/connection.ts';
import { preparedRead } from '../../database/prepared.ts';
import { query } from '../../database/query.ts';
import type { ProductKind } from '../../database/schema.ts';
import { taxesOfClasses } from '../catalog/taxes.ts';

/** A product of the shop as an import compares it. */
export type ShopProduct = {
  readonly id: number;
  readonly kind: ProductKind;
  readonly parentId: number | null;
  readonly name: string;
  readonly variantLabel: string | null;
  readonly sku: string | null;
  readonly externalKey: string | null;
  readonly description: string;
  readonly categoryId: number | null;
  readonly taxClassId: number;
  readonly price: Money;
  readonly compareAtPrice: Money | null;
  readonly cost: Money | null;
  readonly unit: Unit;
  readonly oversell: OversellPolicy | null;
  readonly archivedAt: number | null;
  readonly tracked: 0 | 1 | null;
  readonly onHand: Quantity | null;
  readonly reorderLevel: Quantity | null;
};

const columns = [
  'p.id',
  'p.kind',
  'p.parentId',
  'p.name',
  'p.variantLabel',
  'p.sku',
  'p.externalKey',
  'p.description',
  'p.categoryId',
  'p.taxClassId',
  'p.price',
  'p.compareAtPrice',
  'p.cost',
  'p.unit',
  'p.oversell',
  'p.archivedAt',
  's.tracked',
  's.onHand',
  's.reorderLevel',
] as const;

const products = () => query.selectFrom('products as p').leftJoin('productStock as s', 's.productId', 'p.id');

/** By what it is called in the other system. */
export const byExternalKey = preparedRead<{ externalKey: string }, ShopProduct>((slot) =>
  products().select(columns).where('p.externalKey', '=', slot('externalKey')).orderBy('p.id').limit(1),
);

export const bySku = preparedRead<{ sku: string }, ShopProduct>((slot) =>
  products().select(columns).where('p.sku', '=', slot('sku')),
);

export const byBarcode = preparedRead<{ barcode: string }, ShopProduct>((slot) =>
  products()
    .innerJoin('barcodes as b', 'b.productId', 'p.id')
    .select(columns)
    .where('b.barcode', '=', slot('barcode')),
);

/** A parent's variant by its label, in any case. */
export const byLabel = preparedRead<{ parentId: number; variantLabel: string }, ShopProduct>((slot) =>
  products()
    .select(columns)
    .where('p.parentId', '=', slot('parentId'))
    .where(sql<boolean>`p.variantLabel = ${slot('variantLabel')} COLLATE NOCASE`)
    .orderBy('p.id'),
);

/** Products of their own by name, in any case; those that are sold first. */
export const byName = preparedRead<{ name: string }, ShopProduct>((slot) =>
  products()
    .select(columns)
    .where(sql<boolean>`p.name = ${slot('name')} COLLATE NOCASE`)
    .where('p.kind', '=', 'single')
    .orderBy(sql`p.archivedAt IS NOT NULL`)
    .orderBy('p.id')
    .limit(50),
);

export const byId = preparedRead<{ productId: number }, ShopProduct>((slot) =>
  products().select(columns).where('p.id', '=', slot('productId')),
);

export const barcodesOf = preparedRead<{ productId: number }, { barcode: string }>((slot) =>
  query
    .selectFrom('barcodes')
    .select('barcode')
    .where('productId', '=', slot('productId'))
    .orderBy('barcode'),
);

/** Categories and tax classes of the shop, by the names that files use. */
export type ShopNames = {
  /** "Clothing > T-shirts" of a category's id. */
  categoryPath(categoryId: number | null): string;
  /** The class a file means; null when it says nothing, undefined when the shop has none of that name. */
  taxClass(name: string | null, taxable: boolean | null): number | null | undefined;
  taxClassName(taxClassId: number): string;
};

/** Reads the few categories and tax classes there are, once for a whole file; untaxed is what bears nothing today. */
export function shopNames(db: ReadDb, today: CalendarDate): ShopNames {
  const categories = new Map(
    db.all(query.selectFrom('categories').select(['id', 'parentId', 'name'])).map((row) => [row.id, row]),
  );
  const classes = db.all(
    query
      .selectFrom('taxClasses as c')
      .select(['c.id', 'c.name', 'c.isDefault'])
      .where('c.archivedAt', 'is', null)
      .orderBy('c.position'),
  );
  const taxes = taxesOfClasses(
    db,
    classes.map((one) => one.id),
    today,
  );
  const named = new Map(classes.map((one) => [plain(one.name), one.id]));
  const untaxed = classes.find((one) => sumRates(taxes.get(one.id) ?? []) === 0)?.id;
  const categoryPath = (categoryId: number | null): string => {
    const category = categoryId === null ? undefined : categories.get(categoryId);
    if (!category) return '';
    const above = categoryPath(category.parentId);
    return above === '' ? category.name : `${above} > ${category.name}`;
  };
  return {
    categoryPath,
    taxClass(name, taxable) {
      if (taxable === false) return untaxed ?? undefined;
      if (name === null || name.trim() === '') return null;
      const wanted = plain(name);
      return (
        named.get(wanted) ??
        [...named].find(([known]) => known.startsWith(wanted) || wanted.startsWith(known))?.[1]
      );
    },
    taxClassName: (taxClassId) => classes.find((one) => one.id === taxClassId)?.name ?? '',
  };
}

/** "reduced-rate" and "Reduced rate" are the same class. */
function plain(name: string): string {
  return name
    .toLowerCase()
    .replace(/[-_\s]+/g, ' ')
    .replace(/ rate$/, '')
    .trim();
}
