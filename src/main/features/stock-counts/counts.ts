import { sql } from 'kysely';
import type { Output } from '../../../shared/contract/index.ts';
import type { ReadDb } from '../../database/connection.ts';
import { preparedRead } from '../../database/prepared.ts';

export type CountRow = Output<'stockCounts.list'>['items'][number];
type Head = Omit<CountRow, 'products' | 'counted' | 'different'>;
type Progress = Pick<CountRow, 'products' | 'counted' | 'different'>;

const heads = preparedRead<{ countId: number | null; before: number; limit: number }, Head>(
  (slot) => sql<Head>`
    SELECT c.id AS countId, c.name, c.state, category.name AS categoryName, starter.name AS staffName,
      c.startedAt, c.endedAt
    FROM stockCounts AS c LEFT JOIN categories AS category ON category.id = c.categoryId
    LEFT JOIN staff AS starter ON starter.id = c.staffId
    WHERE c.id < ${slot('before')} AND (${slot('countId')} IS NULL OR c.id = ${slot('countId')})
    ORDER BY c.id DESC LIMIT ${slot('limit')}`,
);

/** A sheet's lines lie together, so this reads them once. */
const progressOf = preparedRead<{ countId: number }, Progress>(
  (slot) => sql<Progress>`
    SELECT count(*) AS products, count(counted) AS counted, ifnull(sum(counted <> expected), 0) AS different
    FROM stockCountLines WHERE countId = ${slot('countId')}`,
);

/** Stock-takes, newest first, from below an id; or the one with an id. With how far each is. */
export function readCounts(
  db: ReadDb,
  part: { readonly countId?: number; readonly before?: number; readonly limit: number },
): CountRow[] {
  const { countId = null, before = Number.MAX_SAFE_INTEGER, limit } = part;
  return heads.all(db, { countId, before, limit }).map((head) => {
    const progress = progressOf.get(db, { countId: head.countId });
    return { ...head, ...(progress ?? { products: 0, counted: 0, different: 0 }) };
  });
}
