import type { Steps } from '../csv/steps.ts';
import { cellText, isBlank } from './cell-text.ts';
import { describeColumn } from './column-content.ts';
import { fieldsNamed } from './field-names.ts';
import { plainHeader } from './header.ts';

/** Lists begin with a title or a date line at times; further down no header is looked for. */
const mostLinesBefore = 10;

/**
 * Which of the first rows names the columns, null when none does. The row with the most names that shops
 * use for columns; failing that, the first row where it is all words and what stands below is not. In steps of a column each.
 */
export function* findHeaderSteps(rows: readonly (readonly string[])[]): Steps<number | null> {
  let best: number | null = null;
  let bestCount = 0;
  for (const [index, cells] of rows.slice(0, mostLinesBefore).entries()) {
    const count = namedCount(cells);
    if (count > bestCount) {
      best = index;
      bestCount = count;
    }
    yield 0;
  }
  const width = rows[0]?.filter((cell) => cell.trim() !== '').length ?? 0;
  if (bestCount >= 2 || (bestCount === 1 && width === 1 && best === 0)) return best;
  return rows.length > 1 && (yield* isWordsOverValuesSteps(rows)) ? 0 : null;
}

/** Different fields that the cells of a row name. */
function namedCount(cells: readonly string[]): number {
  const fields = new Set<string>();
  for (const cell of cells) {
    if (cell.length > 80) continue;
    for (const field of fieldsNamed(plainHeader(cell)).keys()) {
      if (fields.has(field)) continue;
      fields.add(field);
      break;
    }
  }
  return fields.size;
}

function* isWordsOverValuesSteps(rows: readonly (readonly string[])[]): Steps<boolean> {
  const [first = [], ...below] = rows;
  const names = first.map(cellText).filter((name) => name !== '');
  const isNames = names.every(
    (name) => name.length <= 60 && !isBlank(name) && !/^[\d\p{Sc}\s.,%()+-]*$/u.test(name),
  );
  if (names.length < 2 || !isNames || new Set(names).size < names.length) return false;
  for (const [index, name] of first.entries()) {
    if (name.trim() === '') continue;
    const content = describeColumn(below.map((cells) => cells[index] ?? ''));
    const nameContent = describeColumn([name]);
    if (content.amounts >= 0.8 && nameContent.amounts === 0) return true;
    yield 0;
  }
  return false;
}
