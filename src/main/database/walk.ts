import { ShopFileError } from './migrate.ts';

type Part = number | string;

/** What a walk has come to: the key of a row, or the parts of one. */
type Key = Part | readonly Part[];

/** Rows come in another order than their keys, as where two pages of a file lie in each other's place. */
export class OutOfOrderError extends ShopFileError {
  constructor(words: string) {
    super('damaged', `Rows stand out of order: ${words}`);
  }
}

/**
 * The key of the next row of a walk, which asks for what comes after it. Walks through the shop file must take their keys
 * from here: SQLite answers rows of a damaged file in whatever order they lie, and a walk that is led back never ends.
 * Texts are compared by UTF-16, so keys that people have typed are not for here.
 * @throws OutOfOrderError where the row does not come after the last one.
 */
export function stepTo<K extends Key>(last: K, next: K): K {
  if (!isAfter(next, last)) throw new OutOfOrderError(`${next} after ${last}`);
  return next;
}

function isAfter(next: Key, last: Key): boolean {
  const [parts, before] = [next, last].map((key) => (typeof key === 'object' ? key : [key])) as [
    Part[],
    Part[],
  ];
  const at = parts.findIndex((part, index) => part !== before[index]);
  const [part, old] = [parts[at], before[at]];
  return part !== undefined && (old === undefined || part > old);
}

/**
 * Page after page of a list, until there is none.
 * @throws OutOfOrderError where a page leads to where the list has been.
 */
export function* eachPage<P extends { readonly next: string | null }>(
  pageAfter: (cursor: string | null) => P,
): Generator<P, void, void> {
  const seen = new Set<string>();
  for (let cursor: string | null = null; ; ) {
    const page: P = pageAfter(cursor);
    yield page;
    cursor = page.next;
    if (cursor === null) return;
    if (seen.has(cursor)) throw new OutOfOrderError('a list comes back to itself');
    seen.add(cursor);
  }
}
