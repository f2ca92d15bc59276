import {
  type InfiniteData,
  type UseInfiniteQueryResult,
  useInfiniteQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Input, LongQueryName, Output } from '../../shared/contract/index.ts';
import type { ApiError, CodeOf } from './client.ts';
import { useClient } from './client-context.tsx';
import { askLong, useAskingProgress } from './use-long-query.ts';
import type { Progress } from './use-progress.ts';

/** Long queries that answer a page and where the next one starts. */
export type LongPageName = {
  [N in LongQueryName]: Output<N> extends { readonly items: readonly unknown[]; readonly next: string | null }
    ? N
    : never;
}[LongQueryName];
export type LongPageItem<N extends LongPageName> = Output<N>['items'][number];

type Pages<N extends LongPageName> = UseInfiniteQueryResult<InfiniteData<Output<N>>, ApiError<CodeOf<N>>>;

export type LongPages<N extends LongPageName> = Pages<N> & {
  /** Every row read so far, in order. */
  readonly items: readonly LongPageItem<N>[];
  /** The first page, with what it alone tells; null until it is there. */
  readonly first: Output<N> | null;
  /** How far main is with the page that is on its way; null when nothing is asked. */
  readonly progress: Progress | null;
  /** Stops it; what is shown stays. `refetch()` asks anew. */
  stop(): void;
};

/** A list that is worked out in the helper process, page by page: `fetchNextPage()` reads on where the last one ended. */
export function useLongPages<N extends LongPageName>(name: N, input: Omit<Input<N>, 'cursor'>): LongPages<N> {
  const client = useClient();
  const queries = useQueryClient();
  const queryKey = [name, input, 'pages'];
  const question = JSON.stringify(queryKey);
  const progress = useAskingProgress(question);
  const result = useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam, signal }: { pageParam: string | null; signal: AbortSignal }) =>
      askLong(client, queries, {
        name,
        input: { ...input, cursor: pageParam } as unknown as Input<N>,
        question,
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page: Output<N>) => page.next,
  } as unknown as Parameters<typeof useInfiniteQuery>[0]) as unknown as Pages<N>;
  const { data } = result;
  const items = useMemo(
    () => data?.pages.flatMap((page): readonly LongPageItem<N>[] => page.items) ?? [],
    [data],
  );
  return Object.assign(result, {
    items,
    first: data?.pages[0] ?? null,
    progress: result.isFetching ? progress : null,
    stop: () => void queries.cancelQueries({ queryKey, exact: true }),
  });
}
