import { cutText } from '../csv/cut-text.ts';

export const longestCategory = 120;
/** Categories of the shop are never deeper. */
export const mostLevels = 8;

/** The levels of a file's category path as the shop keeps them: few and short enough, none empty. */
export function keptCategoryPath(path: readonly string[]): readonly string[] {
  return path
    .slice(0, mostLevels)
    .map((name) => cutText(name.trim(), longestCategory).trim())
    .filter((name) => name !== '');
}

/** Whether the shop keeps less of a path than a file says. */
export function isCategoryCut(path: readonly string[]): boolean {
  return path.length > mostLevels || path.some((name) => name.trim().length > longestCategory);
}

/** Equal for names that people read as the same: in any case, however accents are encoded. */
export function categoryKey(name: string): string {
  return name.normalize('NFC').toLowerCase();
}
