import type { Query, QueryClient } from '@tanstack/react-query';
import type { AnyEntry, Topic } from '../../shared/contract/define.ts';
import { contract } from '../../shared/contract/index.ts';
import type { Client } from './client.ts';

/**
 * Keeps what the screens show true: after each commit every cached answer that reads a changed topic is asked
 * for again; one that wants no more than so many in a row waits for its turn, and a long one that is being worked out
 * gets to its end first. Screens never invalidate anything themselves. Returns the way to stop.
 */
export function connectLiveUpdates(client: Client, queries: QueryClient): () => void {
  const ask = (hash: string): void => {
    void queries.invalidateQueries({ predicate: (query) => query.queryHash === hash });
  };
  const turns = new Turns(ask);
  const overtaken = new Overtaken(queries, ask);
  const stop = client.onChange((change) => {
    if (change.kind !== 'changed') return;
    const topics = new Set(change.topics);
    // Another person may see less: what the one before was shown must not be there to be shown again.
    if (topics.has('session')) queries.removeQueries({ type: 'inactive', predicate: isPersonal });
    const isTouched = (query: Query): boolean =>
      readsAny(query, topics) || (topics.has('session') && isPersonal(query));
    const touched = queries.getQueryCache().findAll({ predicate: isTouched });
    // Whoever else stands at the window now waits for no turn: what the one before saw goes at once.
    const now = new Set(
      touched.filter((query) => topics.has('session') || (!overtaken.take(query) && turns.take(query))),
    );
    void queries.invalidateQueries({ predicate: (query) => now.has(query) });
  });
  return () => {
    stop();
    turns.clear();
    overtaken.clear();
  };
}

/** What a long answer that something came in for rests before it is asked for once more, milliseconds. */
const rest = 1000;

/**
 * Long answers for which something came in while they were worked out. To begin again at each sale would come to no end in
 * a shop that sells faster; and what is shown at last would lack that sale.
 */
class Overtaken {
  readonly #queries = new Set<string>();
  readonly #rests = new Map<string, ReturnType<typeof setTimeout>>();
  readonly #stop: () => void;

  constructor(queries: QueryClient, ask: (queryHash: string) => void) {
    this.#stop = queries.getQueryCache().subscribe((event) => {
      const { queryHash, state } = event.query;
      const isOver = event.type === 'removed' || (event.type === 'updated' && state.fetchStatus === 'idle');
      if (!isOver || !this.#queries.delete(queryHash)) return;
      // Stopped, it is not wanted any more; refused, somebody is asked.
      if (event.type === 'removed' || event.action.type !== 'success') return;
      const timer = setTimeout(() => {
        this.#rests.delete(queryHash);
        ask(queryHash);
      }, rest);
      this.#rests.set(queryHash, timer);
    });
  }

  /** True where it is being worked out, or rests: then it is asked for once more afterwards. */
  take(query: Query): boolean {
    if (this.#rests.has(query.queryHash)) return true;
    if (!isLong(query) || query.state.fetchStatus !== 'fetching') return false;
    this.#queries.add(query.queryHash);
    return true;
  }

  clear(): void {
    this.#stop();
    for (const timer of this.#rests.values()) clearTimeout(timer);
  }
}

function isLong(query: Query): boolean {
  const entry = entryOf(query);
  return entry !== undefined && 'long' in entry && entry.long === true;
}

/** Whose turn it is, of answers that are asked for `meta.atMostEvery` so many milliseconds at most. */
class Turns {
  readonly #ask: (queryHash: string) => void;
  /** By query: the timer of its pause, and whether something changed in it. */
  readonly #pauses = new Map<string, { timer: ReturnType<typeof setTimeout>; isDue: boolean }>();

  constructor(ask: (queryHash: string) => void) {
    this.#ask = ask;
  }

  /** True where it may be asked for now; else it will be once its pause is over. */
  take({ queryHash, meta }: Query): boolean {
    const every = meta?.atMostEvery;
    if (typeof every !== 'number') return true;
    const pause = this.#pauses.get(queryHash);
    if (pause) {
      pause.isDue = true;
      return false;
    }
    this.#begin(queryHash, every);
    return true;
  }

  #begin(queryHash: string, every: number): void {
    const timer = setTimeout(() => {
      const isDue = this.#pauses.get(queryHash)?.isDue ?? false;
      this.#pauses.delete(queryHash);
      if (!isDue) return;
      this.#begin(queryHash, every);
      this.#ask(queryHash);
    }, every);
    this.#pauses.set(queryHash, { timer, isDue: false });
  }

  clear(): void {
    for (const { timer } of this.#pauses.values()) clearTimeout(timer);
    this.#pauses.clear();
  }
}

function entryOf({ queryKey }: Query): AnyEntry | undefined {
  const name = String(queryKey[0]);
  return Object.hasOwn(contract, name) ? contract[name as keyof typeof contract] : undefined;
}

function readsAny(query: Query, topics: ReadonlySet<Topic>): boolean {
  const entry = entryOf(query);
  return entry !== undefined && 'reads' in entry && (entry.reads ?? []).some((topic) => topics.has(topic));
}

function isPersonal(query: Query): boolean {
  return entryOf(query)?.needs !== 'public';
}
