import {
  type InfiniteData,
  queryOptions,
  type UseInfiniteQueryResult,
  type UseQueryResult,
  useInfiniteQuery,
  useQuery,
} from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Input, Output, QueryName } from '../../shared/contract/index.ts';
import type { ApiError, Client, CodeOf } from './client.ts';
import { useClient } from './client-context.tsx';

/** Calls whose answers are kept: every query, and the tasks that only tell. */
export type ReadName =
  | QueryName
  | 'machine.get'
  | 'machine.printers'
  | 'machine.shopFile'
  | 'backups.state'
  | 'backups.list'
  | 'backups.replaced'
  | 'condition.state'
  | 'disk.state'
  | 'kiosk.look'
  | 'orders.sums'
  | 'orders.withoutEach';

export type ApiQueryResult<N extends ReadName> = UseQueryResult<Output<N>, ApiError<CodeOf<N>>>;

/** Typed options of a cached call, for `useQuery`, `prefetchQuery`, `fetchQuery`; the key is `[name, input]`. */
export function apiQuery<N extends ReadName>(name: N, input: Input<N>) {
  return queryOptions<Output<N>, ApiError<CodeOf<N>>>({ queryKey: [name, input] });
}

type QuerySettings = {
  /** False asks nothing yet. */
  readonly enabled?: boolean;
  /** Keeps the answer to the input before while the new one is on its way, so that lists do not blink. */
  readonly keepPrevious?: boolean;
  /** Milliseconds between two answers while one change follows the other; each change asks at once where absent. */
  readonly atMostEvery?: number;
};

/** An answer of main, kept up to date by itself. */
export function useApiQuery<N extends ReadName>(
  name: N,
  input: Input<N>,
  { enabled = true, keepPrevious = false, atMostEvery }: QuerySettings = {},
): ApiQueryResult<N> {
  return useQuery<Output<N>, ApiError<CodeOf<N>>>({
    ...apiQuery(name, input),
    enabled,
    ...(atMostEvery === undefined ? {} : { meta: { atMostEvery } }),
    ...(keepPrevious ? { placeholderData: (before: Output<N> | undefined) => before } : {}),
  } as Parameters<typeof useQuery<Output<N>, ApiError<CodeOf<N>>>>[0]);
}

/** Queries that answer a page and where the next one starts. */
export type PageName = {
  [N in QueryName]: Output<N> extends { readonly items: readonly unknown[]; readonly next: string | null }
    ? N
    : never;
}[QueryName];
export type PageItem<N extends PageName> = Output<N>['items'][number];

type Pages<N extends PageName> = UseInfiniteQueryResult<InfiniteData<Output<N>>, ApiError<CodeOf<N>>>;

export type ApiPages<N extends PageName> = Pages<N> & {
  /** Every row read so far, in order. */
  readonly items: readonly PageItem<N>[];
};

/** A long list, page by page: `fetchNextPage()` reads on from where the last page ended. */
export function useApiPages<N extends PageName>(
  name: N,
  input: Omit<Input<N>, 'cursor'>,
  { enabled = true, keepPrevious = true }: QuerySettings = {},
): ApiPages<N> {
  const client = useClient();
  const result = useInfiniteQuery({
    queryKey: [name, input, 'pages'],
    queryFn: ({ pageParam }: { pageParam: string | null }) => askPage(client, name, input, pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: (page: Output<N>) => page.next,
    enabled,
    ...(keepPrevious ? { placeholderData: (before: InfiniteData<Output<N>> | undefined) => before } : {}),
  } as unknown as Parameters<typeof useInfiniteQuery>[0]) as unknown as Pages<N>;
  const items = useMemo(
    () => result.data?.pages.flatMap((page): readonly PageItem<N>[] => page.items) ?? [],
    [result.data],
  );
  return Object.assign(result, { items });
}

function askPage<N extends PageName>(
  client: Client,
  name: N,
  input: Omit<Input<N>, 'cursor'>,
  cursor: string | null,
): Promise<Output<N>> {
  return client.ask(name, { ...input, cursor } as unknown as Input<N>);
}
