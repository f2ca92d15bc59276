import { sql } from 'kysely';
import type { ReadDb } from '../../database/connection.ts';
import { preparedRead } from '../../database/prepared.ts';
import { type ListPosition, listedProducts, listPosition, listStart } from './listed-products.ts';
import { keepInStockState, type StockState } from './stock-filter.ts';

type Walk = {
  readonly categoryIds: readonly number[] | null;
  readonly stock: StockState;
  /** The last product of the page before, a variant perhaps. */
  readonly after: (ListPosition & { readonly parentId: number | null }) | null;
  readonly limit: number;
};

type Variant = { readonly id: number; readonly parentId: number };

/** Singles and parents are read this many at a time, with all their variants; more where few of them fit. */
const chunkSize = 60;
const chunkSizeFiltered = 250;

const variantsOf = preparedRead<{ parentIds: string; afterId: number }, Variant>(
  (slot) => sql<Variant>`
    SELECT id, parentId FROM products WHERE parentId IN (SELECT value FROM json_each(${slot('parentIds')}))
      AND id > ${slot('afterId')} AND archivedAt IS NULL ORDER BY parentId, id`,
);

const parentsAmong = preparedRead<{ ids: string }, { id: number }>(
  (slot) => sql<{ id: number }>`
    SELECT id FROM products WHERE id IN (SELECT value FROM json_each(${slot('ids')})) AND kind = 'parent'`,
);

/** The next products of the list by name, variants behind their parent, in chunks until the page is full. */
export function walkProducts(db: ReadDb, { categoryIds, stock, after, limit }: Walk): readonly number[] {
  const parent = after === null ? undefined : listPosition(db, after.parentId ?? after.id);
  const page: number[] = [];
  if (after !== null) page.push(...restOfParent(db, after, stock));
  let position: ListPosition = parent ?? listStart;
  const size = stock === 'all' ? chunkSize : chunkSizeFiltered;
  while (page.length < limit) {
    const chunk = listedProducts(db, categoryIds, position, size);
    page.push(...withVariants(db, chunk, stock));
    const last = chunk.length < size ? undefined : listPosition(db, chunk.at(-1) ?? 0);
    if (last === undefined) break;
    position = last;
  }
  return page.slice(0, limit);
}

function restOfParent(db: ReadDb, after: NonNullable<Walk['after']>, stock: StockState): readonly number[] {
  const parentIds = JSON.stringify([after.parentId ?? after.id]);
  const variants = variantsOf.all(db, { parentIds, afterId: after.parentId === null ? 0 : after.id });
  return keepInStockState(
    db,
    variants.map((variant) => variant.id),
    stock,
  );
}

/** Without a stock filter a parent is shown even when it has no variants; with one, only for a variant's sake. */
function withVariants(db: ReadDb, chunk: readonly number[], stock: StockState): readonly number[] {
  const parents = new Set(parentsAmong.all(db, { ids: JSON.stringify(chunk) }).map((row) => row.id));
  const all = variantsOf.all(db, { parentIds: JSON.stringify([...parents]), afterId: 0 });
  const ids = [...chunk.filter((id) => !parents.has(id)), ...all.map((variant) => variant.id)];
  const shown = new Set(keepInStockState(db, ids, stock));
  const variants = Map.groupBy(
    all.filter((variant) => shown.has(variant.id)),
    (variant) => variant.parentId,
  );
  return chunk.flatMap((id) => {
    if (!parents.has(id)) return shown.has(id) ? [id] : [];
    const own = (variants.get(id) ?? []).map((variant) => variant.id);
    return own.length > 0 || stock === 'all' ? [id, ...own] : [];
  });
}
