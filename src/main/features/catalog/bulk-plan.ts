import { createHash } from 'node:crypto';
import { type RawBuilder, sql } from 'kysely';
import { changedPrice } from '../../../shared/domain/bulk-price.ts';
import { type Money, money } from '../../../shared/domain/money.ts';
import type { ReadDb } from '../../database/connection.ts';
import type { ProductKind } from '../../database/schema.ts';
import { type BulkChange, type BulkSelection, bulkTargets } from './bulk-targets.ts';
import { requireCategory, requireTaxClass } from './product-checks.ts';

/** What becomes of one product: the column's value before and after, the same where it stays as it is. */
export type PlannedRow = {
  readonly productId: number;
  readonly before: number | null;
  readonly after: number | null;
  readonly outcome: 'change' | 'same' | 'below-zero' | 'too-large' | 'has-no-price';
};

type Stored = { readonly productId: number; readonly kind: ProductKind; readonly value: number | null };

/** A few milliseconds each: a till beside it does not notice. */
const rowsAStep = 500;

/** The column that a bulk edit writes. */
export function columnOf({ kind }: BulkChange): 'price' | 'categoryId' | 'taxClassId' | 'archivedAt' {
  if (kind === 'category') return 'categoryId';
  if (kind === 'tax-class') return 'taxClassId';
  return kind === 'archive' ? 'archivedAt' : 'price';
}

/** @throws AppError `category-gone`, `tax-class-gone`. */
export function checkChange(db: ReadDb, change: BulkChange): void {
  if (change.kind === 'category') requireCategory(db, change.categoryId);
  if (change.kind === 'tax-class') requireTaxClass(db, change.taxClassId);
}

/** Products as they are with what a bulk edit makes of them, by id; read in steps that yield how many are done. */
export function* planSteps(
  db: ReadDb,
  selection: BulkSelection,
  change: BulkChange,
  now: number,
): Generator<number, readonly PlannedRow[]> {
  const ids = bulkTargets(db, selection, change);
  const planned: PlannedRow[] = [];
  for (let at = 0; at < ids.length; at += rowsAStep) {
    planned.push(...planRows(db, ids.slice(at, at + rowsAStep), change, now));
    yield planned.length;
  }
  return planned;
}

/** The plan of some products, by id. */
export function planRows(
  db: ReadDb,
  ids: readonly number[],
  change: BulkChange,
  now: number,
): readonly PlannedRow[] {
  return db.all(storedValues(ids, change)).map((stored) => planned(stored, change, now));
}

function storedValues(ids: readonly number[], change: BulkChange): RawBuilder<Stored> {
  return sql<Stored>`SELECT id AS productId, kind, ${sql.ref(columnOf(change))} AS value FROM products
    WHERE id IN (SELECT value FROM json_each(${JSON.stringify(ids)})) ORDER BY id`;
}

function planned({ productId, kind, value }: Stored, change: BulkChange, now: number): PlannedRow {
  const becomes = (after: number | null): PlannedRow => {
    return { productId, before: value, after, outcome: after === value ? 'same' : 'change' };
  };
  switch (change.kind) {
    case 'category':
      return becomes(change.categoryId);
    case 'tax-class':
      return becomes(change.taxClassId);
    case 'archive':
      return becomes(change.archived ? (value ?? now) : null);
    case 'price-percent':
    case 'price-amount': {
      // The price of a parent is nobody's: its variants have theirs.
      if (kind === 'parent') return { productId, before: value, after: value, outcome: 'has-no-price' };
      const { price, outcome } = changedPrice(priceOf(value), change);
      return { productId, before: value, after: price, outcome };
    }
  }
}

function priceOf(value: number | null): Money {
  return money(value ?? 0);
}

/** Stands for a change and all that it was shown to be about: another product, or another value, is another text. */
export function seenOf(change: BulkChange, plan: readonly PlannedRow[]): string {
  const lines = plan.map(({ productId, before }) => `${productId} ${before}`);
  const all = [JSON.stringify(change), ...lines].join('\n');
  return createHash('sha256').update(all).digest('base64url');
}
