/** Where a key leads from row `active` (−1: none) among `count`, or null when the key walks nowhere. */
export function nextActive(key: string, active: number, count: number, page: number): number | null {
  if (count === 0) return null;
  const within = (index: number) => Math.max(0, Math.min(count - 1, index));
  switch (key) {
    case 'ArrowDown':
      return within(active + 1);
    case 'ArrowUp':
      return active < 0 ? 0 : within(active - 1);
    case 'PageDown':
      return within(active + page);
    case 'PageUp':
      return within(active - page);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}

/** The selection with every row more that stands between two of them, both included. */
export function rangeSelection(
  selection: ReadonlySet<string>,
  keys: readonly string[],
  from: string,
  to: string,
): ReadonlySet<string> {
  const [first, last] = [keys.indexOf(from), keys.indexOf(to)].toSorted((a, b) => a - b);
  if (first === undefined || last === undefined || first < 0) return toggledSelection(selection, to);
  return new Set([...selection, ...keys.slice(first, last + 1)]);
}

/** The selection with one row more or one less. */
export function toggledSelection(selection: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const next = new Set(selection);
  if (!next.delete(key)) next.add(key);
  return next;
}
