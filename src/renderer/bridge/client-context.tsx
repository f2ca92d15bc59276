import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext } from 'react';
import type { Client } from './client.ts';

const Context = createContext<Client | null>(null);

type BridgeProviderProps = {
  readonly client: Client;
  readonly queries: QueryClient;
  readonly children: ReactNode;
};

/** Gives the screens the way to main and the cache of its answers. */
export function BridgeProvider({ client, queries, children }: BridgeProviderProps) {
  return (
    <Context value={client}>
      <QueryClientProvider client={queries}>{children}</QueryClientProvider>
    </Context>
  );
}

/** The client itself, for the few calls that are neither a cached query nor a command (`uploadFile`). */
export function useClient(): Client {
  const client = useContext(Context);
  if (client === null) throw new Error('This component must stand inside <BridgeProvider>');
  return client;
}
