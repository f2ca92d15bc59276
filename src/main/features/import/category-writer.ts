import type { WriteDb } from '../../database/connection.ts';
import { query } from '../../database/query.ts';
import type { CategoriesTable } from '../../database/schema.ts';

type NewCategory = Omit<CategoriesTable, 'id'>;

const colours = 12;
const longestName = 120;

/** Finds the category of a path, outermost first, and makes what is missing of it. Null for an empty path. */
export type CategoryWriter = (path: readonly string[]) => number | null;

export function categoryWriter(db: WriteDb): CategoryWriter {
  const all = db.all(query.selectFrom('categories').select(['id', 'parentId', 'name']));
  const known = new Map(all.map(({ id, parentId, name }) => [keyOf(parentId, name), id]));
  let count = all.length;
  return (path) => {
    let above: number | null = null;
    for (const part of path) {
      const name = part.trim().slice(0, longestName);
      if (name === '') continue;
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

/** As the database compares names: letters A to Z in any case. */
function keyOf(parentId: number | null, name: string): string {
  return `${parentId ?? 0} ${name.replace(/[A-Z]/g, (letter) => letter.toLowerCase())}`;
}
