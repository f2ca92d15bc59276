import { type RawBuilder, sql } from 'kysely';
import type { Parsed } from '../../../shared/contract/index.ts';
import type { ReadDb } from '../../database/connection.ts';
import { preparedRead, type SlotOf } from '../../database/prepared.ts';
import type { ListPosition } from '../catalog/listed-products.ts';

export type Show = Parsed<'stockCounts.listLines'>['show'];

type Found = { readonly id: number };
type Sheet = { countId: number; show: Show };
type After = { afterName: string; afterId: number; limit: number };

/** Up to so many products are sorted at once; of more, some are met soon enough by walking all by name. */
const mostSorted = 1500;

/** Of a line `l`: whether the choice shows it. */
function isShown<P extends Sheet>(slot: SlotOf<P>): RawBuilder<boolean> {
  return sql<boolean>`CASE ${slot('show')} WHEN 'uncounted' THEN l.counted IS NULL
    WHEN 'counted' THEN l.counted IS NOT NULL WHEN 'different' THEN l.counted <> l.expected ELSE 1 END`;
}

/** Of a product `p`. Spelled so that the index is entered at the name. */
function isAfter<P extends After>(slot: SlotOf<P>): RawBuilder<boolean> {
  const name = slot('afterName');
  return sql<boolean>`p.name COLLATE NOCASE >= ${name}
    AND (p.name COLLATE NOCASE > ${name} OR p.id > ${slot('afterId')})`;
}

const firstShown = preparedRead<Sheet & { limit: number }, Found>(
  (slot) => sql<Found>`
    SELECT l.productId AS id FROM stockCountLines AS l WHERE l.countId = ${slot('countId')} AND ${isShown(slot)}
    LIMIT ${slot('limit')}`,
);

const shownAmong = preparedRead<Sheet & { ids: string }, Found>(
  (slot) => sql<Found>`
    SELECT l.productId AS id FROM json_each(${slot('ids')}) AS hit CROSS JOIN stockCountLines AS l
    WHERE l.countId = ${slot('countId')} AND l.productId = hit.value AND ${isShown(slot)}`,
);

const sorted = preparedRead<After & { ids: string }, Found>(
  (slot) => sql<Found>`
    SELECT p.id FROM products AS p WHERE p.id IN (SELECT value FROM json_each(${slot('ids')})) AND ${isAfter(slot)}
    ORDER BY p.name COLLATE NOCASE, p.id LIMIT ${slot('limit')}`,
);

const walked = preparedRead<Sheet & After, Found>(
  (slot) => sql<Found>`
    SELECT p.id FROM products AS p INDEXED BY productsName CROSS JOIN stockCountLines AS l
    WHERE l.countId = ${slot('countId')} AND l.productId = p.id AND ${isShown(slot)} AND ${isAfter(slot)}
    ORDER BY p.name COLLATE NOCASE, p.id LIMIT ${slot('limit')}`,
);

export type SheetPage = {
  readonly countId: number;
  readonly show: Show;
  /** What a search found, or null without one. */
  readonly hits: readonly number[] | null;
  readonly after: ListPosition;
  readonly limit: number;
};

/** The next products of a sheet by name. A few are sorted; for many, all products are walked by name. */
export function sheetProducts(db: ReadDb, page: SheetPage): readonly number[] {
  const { countId, show, hits, after, limit } = page;
  const position = { afterName: after.name, afterId: after.id, limit };
  const found = hits
    ? shownAmong.all(db, { countId, show, ids: JSON.stringify(hits) })
    : firstShown.all(db, { countId, show, limit: mostSorted + 1 });
  const rows =
    found.length > mostSorted
      ? walked.all(db, { countId, show, ...position })
      : sorted.all(db, { ids: JSON.stringify(found.map((row) => row.id)), ...position });
  return rows.map((row) => row.id);
}
