import type { Unit } from '../../../shared/domain/unit.ts';
import type { WriteDb } from '../../database/connection.ts';
import { query } from '../../database/query.ts';

/** What a parent and its variants have in common. Left out: it stays as it is. */
type SharedFields = {
  readonly name?: string | undefined;
  readonly categoryId?: number | null | undefined;
  readonly unit?: Unit | undefined;
  readonly taxClassId?: number | undefined;
};

/**
 * Writes what is shared to a single or a parent and to its variants. The category stands at the top alone: a variant
 * that has one of its own, from a file, follows from now on.
 */
export function shareWithVariants(db: WriteDb, topId: number, fields: SharedFields): void {
  const { name, categoryId, unit, taxClassId } = fields;
  const same = {
    ...(name === undefined ? {} : { name }),
    ...(unit === undefined ? {} : { unit }),
    ...(taxClassId === undefined ? {} : { taxClassId }),
  };
  const top = { ...same, ...(categoryId === undefined ? {} : { categoryId }) };
  if (Object.keys(top).length === 0) return;
  db.run(query.updateTable('products').set(top).where('id', '=', topId));
  const below = { ...same, ...(categoryId === undefined ? {} : { categoryId: null }) };
  db.run(query.updateTable('products').set(below).where('parentId', '=', topId));
}
