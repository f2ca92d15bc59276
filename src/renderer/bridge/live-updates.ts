import type { Query, QueryClient } from '@tanstack/react-query';
import type { AnyEntry, Topic } from '../../shared/contract/define.ts';
import { contract } from '../../shared/contract/index.ts';
import type { Client } from './client.ts';

/**
 * Keeps what the screens show true: after each commit every cached answer that reads a changed topic is asked
 * for again. Screens never invalidate anything themselves. Returns the way to stop.
 */
export function connectLiveUpdates(client: Client, queries: QueryClient): () => void {
  return client.onChange((change) => {
    if (change.kind !== 'changed') return;
    const topics = new Set(change.topics);
    // Another person may see less: what the one before was shown must not be there to be shown again.
    if (topics.has('session')) queries.removeQueries({ type: 'inactive', predicate: isPersonal });
    const isTouched = (query: Query): boolean =>
      readsAny(query, topics) || (topics.has('session') && isPersonal(query));
    void queries.invalidateQueries({ predicate: isTouched });
  });
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
