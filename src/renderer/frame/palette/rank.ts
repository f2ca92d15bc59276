/** What can be looked for: what it is called, and other words that somebody may call it by. */
export type Searchable = { readonly label: string; readonly words?: string | undefined };

/** Case, accents and signs aside. */
export function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}#]+/gu, ' ')
    .trim();
}

/** Shorter pieces of other words say nothing: "an" is no wish for "Staff and rights". */
const leastOfOther = 3;

/**
 * How well a thing fits what was typed, 0 to 100; null where it does not. Best is the very name, then its beginning,
 * then words of it by their beginnings, then its other words, last any piece of the name.
 */
export function fitOf({ label, words = '' }: Searchable, typed: string): number | null {
  const wanted = folded(typed);
  if (wanted === '') return 0;
  const name = folded(label);
  if (name === wanted) return 100;
  if (name.startsWith(wanted)) return 90;
  const each = wanted.split(' ');
  const own = name.split(' ');
  if (each.every((word) => own.some((one) => one.startsWith(word)))) return 75;
  const other = folded(words).split(' ');
  const isOther = (word: string) => word.length >= leastOfOther && other.some((one) => one.startsWith(word));
  if (each.every((word) => own.some((one) => one.startsWith(word)) || isOther(word))) return 60;
  return wanted.length >= 2 && name.includes(wanted) ? 30 : null;
}
