import { sql } from 'kysely';
import { AppError } from '../../../shared/contract/errors.ts';
import { type Quantity, quantity } from '../../../shared/domain/quantity.ts';
import type { ReadDb } from '../../database/connection.ts';
import type { Flag } from '../../database/kinds.ts';
import { preparedRead } from '../../database/prepared.ts';
import type { ProductsTable } from '../../database/schema.ts';
import { fullProductName } from './named-product.ts';

type Columns = Omit<ProductsTable, 'id' | 'notes' | 'options' | 'popularity'>;

/** A product as its row has it, nothing taken from its parent but its category and the names of its options. */
export type ProductRecord = Columns & {
  readonly id: number;
  readonly notes: string;
  /** Names of a parent, values of a variant. */
  readonly options: readonly string[];
  readonly fullName: string;
  readonly parentCategoryId: number | null;
  readonly parentOptions: readonly string[];
  readonly barcodes: readonly string[];
  readonly tracked: boolean;
  readonly onHand: Quantity;
  readonly reserved: Quantity;
  readonly reorderLevel: Quantity;
};

type Row = Omit<ProductRecord, 'options' | 'parentOptions' | 'barcodes' | 'tracked'> & {
  readonly options: string;
  readonly parentOptions: string | null;
  readonly barcodes: string;
  readonly tracked: Flag | null;
};

const byId = preparedRead<{ ids: string }, Row>(
  (slot) => sql<Row>`
    SELECT p.*, ${fullProductName} AS fullName, parent.categoryId AS parentCategoryId,
      parent.options AS parentOptions, s.tracked, ifnull(s.onHand, 0) AS onHand, ifnull(s.reserved, 0) AS reserved,
      ifnull(s.reorderLevel, 0) AS reorderLevel,
      (SELECT json_group_array(barcode) FROM (SELECT barcode FROM barcodes WHERE productId = p.id ORDER BY barcode))
        AS barcodes
    FROM products AS p LEFT JOIN products AS parent ON parent.id = p.parentId
    LEFT JOIN productStock AS s ON s.productId = p.id
    WHERE p.id IN (SELECT value FROM json_each(${slot('ids')}))`,
);

const variantIds = preparedRead<{ parentId: number }, { id: number }>(
  (slot) => sql<{ id: number }>`SELECT id FROM products WHERE parentId = ${slot('parentId')} ORDER BY id`,
);

/** @throws AppError `not-found`. */
export function productRecord(db: ReadDb, productId: number): ProductRecord {
  const [record] = recordsOf(db, [productId]);
  if (!record) throw new AppError('not-found', { what: 'product' });
  return record;
}

/** All variants of a parent, archived ones too, as they were made. */
export function variantRecords(db: ReadDb, parentId: number): readonly ProductRecord[] {
  return recordsOf(
    db,
    variantIds.all(db, { parentId }).map(({ id }) => id),
  );
}

function recordsOf(db: ReadDb, ids: readonly number[]): readonly ProductRecord[] {
  return byId.all(db, { ids: JSON.stringify(ids) }).map((row) => ({
    ...row,
    options: textsOf(row.options),
    parentOptions: textsOf(row.parentOptions ?? '[]'),
    barcodes: textsOf(row.barcodes),
    tracked: row.tracked === 1,
    onHand: quantity(row.onHand),
    reserved: quantity(row.reserved),
    reorderLevel: quantity(row.reorderLevel),
  }));
}

function textsOf(json: string): readonly string[] {
  const parsed: unknown = JSON.parse(json);
  return Array.isArray(parsed) ? parsed.filter((one) => typeof one === 'string') : [];
}
