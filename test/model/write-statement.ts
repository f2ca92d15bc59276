/** A statement that writes, taken apart far enough to change what it is run with. */
export type WriteStatement = {
  readonly kind: 'insert' | 'update' | 'delete' | 'other';
  readonly table: string;
  /** The place among the values of what a column is set to, for columns that take one value. */
  readonly places: ReadonlyMap<string, number>;
};

const insertForm = /^\s*insert into\s+"?(\w+)"?\s*\(([^)]*)\)\s*values\s*\(([\s\S]*)$/i;
const updateForm = /^\s*update\s+"?(\w+)"?\s+set\s+([\s\S]*)$/i;
const deleteForm = /^\s*delete from\s+"?(\w+)"?/i;
const selectForm = /insert into\s+"?(\w+)"?/i;

/** Takes a statement apart. What is computed from a value (`paid + ?`) has that value's place. */
export function writeStatement(sql: string): WriteStatement {
  const inserted = insertForm.exec(sql);
  if (inserted) {
    const [, table = '', columns = '', rest = ''] = inserted;
    const names = columns.split(',').map(bare);
    return { kind: 'insert', table, places: placesOf(names, partsOf(rest)) };
  }
  const updated = updateForm.exec(sql);
  if (updated) {
    const [, table = '', rest = ''] = updated;
    const parts = partsOf(rest.split(/\swhere\s/i)[0] ?? '');
    const names = parts.map((part) => bare(part.split('=')[0] ?? ''));
    return { kind: 'update', table, places: placesOf(names, parts) };
  }
  const deleted = deleteForm.exec(sql)?.[1];
  if (deleted) return { kind: 'delete', table: deleted, places: new Map() };
  return { kind: 'other', table: selectForm.exec(sql)?.[1] ?? '', places: new Map() };
}

const bare = (name: string): string => name.replace(/["\s]/g, '');

/** Splits at the commas that stand in no bracket; ends where the brackets do. */
function partsOf(text: string): readonly string[] {
  const parts = [''];
  let depth = 0;
  for (const letter of text) {
    if (letter === '(') depth += 1;
    if (letter === ')') depth -= 1;
    if (depth < 0) break;
    if (letter === ',' && depth === 0) parts.push('');
    else parts[parts.length - 1] += letter;
  }
  return parts;
}

function placesOf(names: readonly string[], parts: readonly string[]): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  let seen = 0;
  for (const [index, part] of parts.entries()) {
    const values = part.split('?').length - 1;
    const name = names[index];
    if (values === 1 && name) places.set(name, seen);
    seen += values;
  }
  return places;
}
