import { type RawBuilder, sql } from 'kysely';
import type { Parsed } from '../../../shared/contract/index.ts';
import type { ReadDb } from '../../database/connection.ts';
import { type TableScope, tableSource } from './table-scope.ts';

export type BulkSelection = Parsed<'catalog.applyBulk'>['selection'];
export type BulkChange = Parsed<'catalog.applyBulk'>['change'];

type Found = { readonly id: number };

/**
 * The products that a bulk edit writes, by id. Prices and tax classes are of the chosen products themselves. A
 * category is the parent's, so a chosen variant stands for it, and for siblings that have one of their own. Archiving
 * takes along what cannot stand alone: a parent's variants, and the parent of the last ones.
 */
export function bulkTargets(db: ReadDb, selection: BulkSelection, change: BulkChange): readonly number[] {
  const { from, where } = tableSource(db, scopeOf(selection));
  const chosen = db.all(sql<Found>`SELECT p.id FROM ${from('productsTableName')} WHERE ${where}`);
  if (isOfChosen(change)) return chosen.map(({ id }) => id).sort((a, b) => a - b);
  const ids = JSON.stringify(chosen.map(({ id }) => id));
  return db.all(sql<Found>`${expanded(ids, change)} ORDER BY id`).map(({ id }) => id);
}

/** Whether the change is of the chosen products alone, and takes no others along. */
export function isOfChosen({ kind }: BulkChange): boolean {
  return kind !== 'category' && kind !== 'archive';
}

/** The products that a person chose. */
export function scopeOf(selection: BulkSelection): TableScope {
  if (selection.kind === 'products') return { ids: [...new Set(selection.productIds)] };
  return { filter: selection.filter, except: selection.except };
}

function expanded(ids: string, change: BulkChange): RawBuilder<Found> {
  const chosen = sql`chosen (id) AS (SELECT value FROM json_each(${ids}))`;
  if (change.kind === 'category') {
    return sql<Found>`WITH ${chosen}, tops (id) AS (
        SELECT DISTINCT coalesce(p.parentId, p.id) FROM chosen CROSS JOIN products AS p ON p.id = chosen.id
      )
      SELECT id FROM tops UNION SELECT v.id FROM tops CROSS JOIN products AS v ON v.parentId = tops.id
      WHERE v.categoryId IS NOT NULL`;
  }
  const isArchiving = change.kind === 'archive' && change.archived;
  return isArchiving ? archivedAlong(chosen) : broughtBackAlong(chosen);
}

function archivedAlong(chosen: RawBuilder<unknown>): RawBuilder<Found> {
  return sql<Found>`WITH ${chosen}, gone (id) AS MATERIALIZED (
      SELECT id FROM chosen UNION SELECT v.id FROM chosen CROSS JOIN products AS v ON v.parentId = chosen.id
      WHERE v.archivedAt IS NULL
    ), parents (id) AS (
      SELECT DISTINCT p.parentId FROM gone CROSS JOIN products AS p ON p.id = gone.id WHERE p.parentId IS NOT NULL
    )
    SELECT id FROM gone UNION SELECT parents.id FROM parents WHERE NOT EXISTS (
      SELECT 1 FROM products AS v WHERE v.parentId = parents.id AND v.archivedAt IS NULL
        AND v.id NOT IN (SELECT id FROM gone))`;
}

function broughtBackAlong(chosen: RawBuilder<unknown>): RawBuilder<Found> {
  return sql<Found>`WITH ${chosen}
    SELECT id FROM chosen
    UNION SELECT p.parentId FROM chosen CROSS JOIN products AS p ON p.id = chosen.id WHERE p.parentId IS NOT NULL
    UNION SELECT v.id FROM chosen CROSS JOIN products AS p ON p.id = chosen.id
      JOIN products AS v ON v.parentId = p.id AND v.archivedAt = p.archivedAt`;
}
