const longestName = 120;

/** The levels of a file's category path as the shop keeps them: short enough, no half characters, none empty. */
export function keptCategoryPath(path: readonly string[]): readonly string[] {
  return path
    .map((name) => name.trim().slice(0, longestName))
    .map((name) => (name.isWellFormed() ? name : name.slice(0, -1)).trim())
    .filter((name) => name !== '');
}

/** Equal for names that people read as the same: in any case, however accents are encoded. */
export function categoryKey(name: string): string {
  return name.normalize('NFC').toLowerCase();
}
