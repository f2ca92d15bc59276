import type { Desktop } from '../../app/desktop.ts';

const lastOfKey = new WeakMap<Desktop, Map<string, Promise<unknown>>>();

/**
 * Prints of one thing (`order 7`) go one after the other: two that were asked for at once would both take
 * themselves for the original, and there is one of that.
 */
export function printInTurn<T>(desktop: Desktop, key: string, print: () => Promise<T>): Promise<T> {
  const last = lastOfKey.get(desktop) ?? new Map<string, Promise<unknown>>();
  lastOfKey.set(desktop, last);
  const turn = (last.get(key) ?? Promise.resolve()).then(print);
  const done = turn
    .catch(() => undefined)
    .then(() => {
      if (last.get(key) === done) last.delete(key);
    });
  last.set(key, done);
  return turn;
}
