import { type InfiniteData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { LookCall } from '../../shared/contract/backups-look.ts';
import type { Input, Output } from '../../shared/contract/index.ts';
import type { ApiError } from './client.ts';
import { useClient } from './client-context.tsx';

type PagedCall = Extract<LookCall, 'orders.list' | 'catalog.list' | 'customers.search'>;
type LookError = ApiError<'look-over' | 'not-found' | 'internal'>;

/** A question to the backup that this window looks into; what is in it never changes. */
export function useLookAnswer<N extends LookCall>(token: string, call: N, input: Input<N>) {
  const client = useClient();
  return useQuery<Output<N>, LookError>({
    queryKey: ['backups.lookAsk', { token, call, input }],
    queryFn: () => client.ask('backups.lookAsk', { token, call, input }) as Promise<Output<N>>,
    retry: false,
  });
}

/** The same of a long list, page by page. */
export function useLookPages<N extends PagedCall>(token: string, call: N, input: Omit<Input<N>, 'cursor'>) {
  const client = useClient();
  const result = useInfiniteQuery<
    Output<N>,
    LookError,
    InfiniteData<Output<N>>,
    readonly unknown[],
    string | null
  >({
    queryKey: ['backups.lookAsk', { token, call, input }, 'pages'],
    queryFn: ({ pageParam: cursor }) =>
      client.ask('backups.lookAsk', { token, call, input: { ...input, cursor } }) as Promise<Output<N>>,
    initialPageParam: null,
    getNextPageParam: (page) => page.next,
    placeholderData: (before) => before,
    retry: false,
  });
  const items = useMemo(
    () => result.data?.pages.flatMap((page) => page.items as Output<N>['items'][number][]) ?? [],
    [result.data],
  );
  return Object.assign(result, { items });
}
