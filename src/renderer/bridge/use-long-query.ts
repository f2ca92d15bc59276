import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import type { Input, LongQueryName, Output } from '../../shared/contract/index.ts';
import { type ApiQueryResult, apiQuery } from './api-query.ts';
import type { ApiError, Client, CodeOf } from './client.ts';
import { useClient } from './client-context.tsx';
import { createRequestId } from './request-id.ts';
import { type Progress, useProgress } from './use-progress.ts';

type Settings = {
  /** False asks nothing yet. */
  readonly enabled?: boolean;
  /** Keeps the answer to the input before while the new one is on its way. */
  readonly keepPrevious?: boolean;
};

export type LongQuery<N extends LongQueryName> = ApiQueryResult<N> & {
  /** How far it is; null until main has said something, and when nothing is asked. */
  readonly progress: Progress | null;
  /** Stops it; what is shown stays. `refetch()` asks anew. */
  stop(): void;
};

/** The request ids of what is being asked, by question: two screens that ask the same hear the same progress. */
const asking = new WeakMap<
  QueryClient,
  { readonly ids: Map<string, string>; readonly listeners: Set<() => void> }
>();

function askingOf(queries: QueryClient) {
  const known = asking.get(queries);
  if (known) return known;
  const made = { ids: new Map<string, string>(), listeners: new Set<() => void>() };
  asking.set(queries, made);
  return made;
}

/**
 * A long answer of main, worked out in the helper process, kept like every other and asked for again by itself when
 * what it reads has changed. Nobody waits for what nobody wants: with another input, or when the last screen that
 * shows it goes, main is told to stop.
 */
export function useLongQuery<N extends LongQueryName>(
  name: N,
  input: Input<N>,
  { enabled = true, keepPrevious = true }: Settings = {},
): LongQuery<N> {
  const client = useClient();
  const queries = useQueryClient();
  const { queryKey } = apiQuery(name, input);
  const question = JSON.stringify(queryKey);
  const progress = useAskingProgress(question);
  const result = useQuery<Output<N>, ApiError<CodeOf<N>>>({
    queryKey,
    queryFn: ({ signal }: { signal: AbortSignal }) =>
      askLong(client, queries, { name, input, question, signal }),
    enabled,
    ...(keepPrevious ? { placeholderData: (before: Output<N> | undefined) => before } : {}),
  } as Parameters<typeof useQuery<Output<N>, ApiError<CodeOf<N>>>>[0]);
  return Object.assign(result, {
    progress: result.isFetching ? progress : null,
    stop: () => void queries.cancelQueries({ queryKey, exact: true }),
  });
}

/** How far main is with a question that is being asked; null while nobody asks it. */
export function useAskingProgress(question: string): Progress | null {
  const { ids, listeners } = askingOf(useQueryClient());
  const requestId = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    () => ids.get(question) ?? null,
  );
  return useProgress(requestId);
}

type Asked<N extends LongQueryName> = {
  readonly name: N;
  readonly input: Input<N>;
  readonly question: string;
  readonly signal: AbortSignal;
};

/** Asks main, and tells it to stop when nobody wants the answer any more. */
export async function askLong<N extends LongQueryName>(
  client: Client,
  queries: QueryClient,
  asked: Asked<N>,
): Promise<Output<N>> {
  const { name, input, question, signal } = asked;
  const { ids, listeners } = askingOf(queries);
  const requestId = createRequestId();
  const tell = (): void => {
    for (const listener of listeners) listener();
  };
  ids.set(question, requestId);
  tell();
  // Main may have answered meanwhile: then there is nothing to stop, and nothing to say of it.
  const stop = (): void => void client.ask('reads.cancel', { requestId }).catch(() => undefined);
  signal.addEventListener('abort', stop, { once: true });
  try {
    return await client.ask(name, input, requestId);
  } finally {
    signal.removeEventListener('abort', stop);
    if (ids.get(question) === requestId) ids.delete(question);
    tell();
  }
}
