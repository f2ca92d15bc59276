import type { WriteDb } from '../../database/connection.ts';
import { query } from '../../database/query.ts';
import type { CategoriesTable } from '../../database/schema.ts';
import { categoryKey, keptCategoryPath } from './category-path.ts';

type NewCategory = Omit<CategoriesTable, 'id' | 'pictureId'>;

const colours = 12;

/** Finds the category of a path, outermost first, and makes what is missing of it. Null for an empty path. */
export type CategoryWriter = (path: readonly string[]) => number | null;

export function categoryWriter(db: WriteDb): CategoryWriter {
  const all = db.all(query.selectFrom('categories').select(['id', 'parentId', 'name']));
  const known = new Map(all.map(({ id, parentId, name }) => [keyOf(parentId, name), id]));
  let count = all.length;
  return (path) => {
    let above: number | null = null;
    for (const name of keptCategoryPath(path)) {
      const key = keyOf(above, name);
      const found = known.get(key);
      if (found !== undefined) {
        above = found;
        continue;
      }
      const row: NewCategory = {
        parentId: above,
        name,
        colour: count % colours,
        position: count,
        oversell: null,
        archivedAt: null,
      };
      above = db.run(query.insertInto('categories').values(row)).lastId;
      known.set(key, above);
      count += 1;
    }
    return above;
  };
}

function keyOf(parentId: number | null, name: string): string {
  return `${parentId ?? 0} ${categoryKey(name)}`;
}
