import { QueryClient } from '@tanstack/react-query';
import type { CallName, Input } from '../../shared/contract/index.ts';
import type { Client } from './client.ts';

/**
 * The cache of main's answers. Main is on this computer and says when an answer has changed
 * (`live-updates.ts`), so nothing here asks again by itself: not with time, not on focus, not after a refusal.
 */
export function createQueryClient(client: Client): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: 'always',
        staleTime: Number.POSITIVE_INFINITY,
        gcTime: 5 * 60_000,
        retry: false,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
        queryFn: ({ queryKey }) => {
          const [name, input] = queryKey as [CallName, Input<CallName>];
          return client.ask(name, input);
        },
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });
}
