import type { QueryClient } from '@tanstack/react-query';
import { act, cleanup, renderHook, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addProduct, counterSale, line } from '../../../test/support/builders.ts';
import { createOpenShop, type TestApp } from '../../../test/support/create-test-app.ts';
import { type InProcessBridge, inProcessBridge } from '../../../test/support/in-process-bridge.ts';
import { apiQuery, useApiPages, useApiQuery } from './api-query.ts';
import { type Client, createClient } from './client.ts';
import { BridgeProvider } from './client-context.tsx';
import { connectLiveUpdates } from './live-updates.ts';
import { createQueryClient } from './query-client.ts';
import { pieceSize, uploadFile } from './upload.ts';
import { useCommand } from './use-command.ts';
import { useProgress } from './use-progress.ts';

let test: TestApp;
let bridge: InProcessBridge;
let client: Client;
let queries: QueryClient;

function Window({ children }: { readonly children: ReactNode }) {
  return (
    <BridgeProvider client={client} queries={queries}>
      {children}
    </BridgeProvider>
  );
}

const asked = (name: string) => bridge.asked.filter((call) => call.name === name);

beforeEach(async () => {
  test = await createOpenShop();
  bridge = inProcessBridge(test.app);
  client = createClient(bridge);
  queries = createQueryClient(client);
  connectLiveUpdates(client, queries);
});
afterEach(async () => {
  cleanup();
  queries.clear();
  await test.close();
});

describe('useApiQuery', () => {
  it('asks once, keeps the answer, and asks again by itself when something it reads was changed', async () => {
    const { result } = renderHook(() => useApiQuery('setup.state', {}), { wrapper: Window });
    const second = renderHook(() => useApiQuery('setup.state', {}), { wrapper: Window });
    await waitFor(() => expect(result.current.data?.shop?.name).toBe('Corner Shop'));
    await waitFor(() => expect(second.result.current.data).toBe(result.current.data));
    expect(asked('setup.state')).toHaveLength(1);
    await act(() => test.ask('shop.update', { name: 'Corner Shop & Co' }));
    await waitFor(() => expect(result.current.data?.shop?.name).toBe('Corner Shop & Co'));
    expect(asked('setup.state')).toHaveLength(2);
  });

  it('shows at once what was asked for beforehand', async () => {
    await queries.fetchQuery(apiQuery('setup.state', {}));
    const { result } = renderHook(() => useApiQuery('setup.state', {}), { wrapper: Window });
    expect(result.current.data?.shop?.name).toBe('Corner Shop');
    expect(asked('setup.state')).toHaveLength(1);
  });

  it('is left alone by changes that it does not read', async () => {
    const { result } = renderHook(
      () => useApiQuery('customers.search', { text: '', cursor: null, limit: 10 }),
      {
        wrapper: Window,
      },
    );
    await waitFor(() => expect(result.current.isSuccess).toBe(true));
    await act(() => test.ask('machine.setLook', { theme: 'dark' }));
    await act(() => test.ask('shop.update', { phone: '555-0123' }));
    expect(asked('customers.search')).toHaveLength(1);
  });

  it('hands a refusal over with its code and does not try again', async () => {
    const { result } = renderHook(() => useApiQuery('orders.get', { orderId: 99 }), { wrapper: Window });
    await waitFor(() => expect(result.current.error?.code).toBe('not-found'));
    expect(asked('orders.get')).toHaveLength(1);
  });

  it('forgets what one person was shown before the next one can see it', async () => {
    const screen = renderHook(() => useApiQuery('shop.tenders', {}), { wrapper: Window });
    await waitFor(() => expect(screen.result.current.isSuccess).toBe(true));
    screen.unmount();
    const open = renderHook(() => useApiQuery('setup.state', {}), { wrapper: Window });
    await waitFor(() => expect(open.result.current.isSuccess).toBe(true));
    await act(() => test.ask('session.lock', {}));
    await waitFor(() => expect(queries.getQueryData(['shop.tenders', {}])).toBeUndefined());
    expect(queries.getQueryData(['setup.state', {}])).toBeDefined();
    const again = renderHook(() => useApiQuery('shop.tenders', {}), { wrapper: Window });
    await waitFor(() => expect(again.result.current.error?.code).toBe('not-signed-in'));
    expect(again.result.current.data).toBeUndefined();
  });
});

describe('useApiPages', () => {
  it('reads on from where the last page ended, without gaps or doubles', async () => {
    for (const name of ['Ada', 'Ben', 'Cas', 'Dee', 'Eve']) {
      await test.ask('customers.create', { name, phone: '', email: '', address: '', note: '' });
    }
    const { result } = renderHook(() => useApiPages('customers.search', { text: '', limit: 2 }), {
      wrapper: Window,
    });
    await waitFor(() => expect(result.current.items).toHaveLength(2));
    await act(() => result.current.fetchNextPage());
    await act(() => result.current.fetchNextPage());
    await waitFor(() => expect(result.current.hasNextPage).toBe(false));
    expect(result.current.items.map((one) => one.name)).toEqual(['Ada', 'Ben', 'Cas', 'Dee', 'Eve']);
    await act(() =>
      test.ask('customers.create', { name: 'Abe', phone: '', email: '', address: '', note: '' }),
    );
    await waitFor(() => expect(result.current.items[0]?.name).toBe('Abe'));
  });
});

describe('useCommand', () => {
  const sale = () => counterSale([line(addProduct(test, { price: 350, stock: 10 }), 1, 350)]);
  const orders = () => test.ask('orders.list', { ...everything });
  const everything = {
    text: '',
    status: 'all',
    kind: 'all',
    fromDate: null,
    toDate: null,
    customerId: null,
    cursor: null,
    limit: 50,
  } as const;

  it('makes one order of a double click', async () => {
    const input = sale();
    const { result } = renderHook(() => useCommand('orders.place'), { wrapper: Window });
    const [first, second] = await act(() =>
      Promise.all([result.current.mutateAsync(input), result.current.mutateAsync({ ...input })]),
    );
    expect(second).toEqual(first);
    expect((await orders()).items).toHaveLength(1);
    expect(new Set(asked('orders.place').map((call) => call.requestId)).size).toBe(1);
  });

  it('makes one order when the answer was lost and the person tries again', async () => {
    const input = sale();
    const { result } = renderHook(() => useCommand('orders.place'), { wrapper: Window });
    bridge.losesAnswers = 1;
    await act(() => result.current.mutateAsync(input).catch(() => undefined));
    await waitFor(() => expect(result.current.error?.code).toBe('internal'));
    await act(() => result.current.mutateAsync(input));
    await waitFor(() => expect(result.current.isSuccess).toBe(true));
    expect((await orders()).items).toHaveLength(1);
  });

  it('takes a new id once it was answered, or when something was changed', async () => {
    const input = sale();
    const { result } = renderHook(() => useCommand('orders.place'), { wrapper: Window });
    await act(() => result.current.mutateAsync(input));
    await act(() => result.current.mutateAsync(input));
    expect((await orders()).items).toHaveLength(2);
    const wrong = { ...input, tenders: [] };
    await act(() => result.current.mutateAsync(wrong).catch(() => undefined));
    await waitFor(() => expect(result.current.error?.code).toBe('not-fully-paid'));
    await act(() => result.current.mutateAsync(input));
    const ids = asked('orders.place').map((call) => call.requestId);
    expect(new Set(ids).size).toBe(4);
    expect((await orders()).items).toHaveLength(3);
  });

  it('runs tasks the same way', async () => {
    const { result } = renderHook(() => useCommand('session.lock'), { wrapper: Window });
    await act(() => result.current.mutateAsync({}));
    expect(await test.ask('session.current', {})).toBeNull();
  });
});

describe('useProgress', () => {
  it('hears of its own request only', () => {
    const listeners = new Set<Parameters<Client['onChange']>[0]>();
    client = {
      ...client,
      onChange(listener) {
        listeners.add(listener);
        return () => void listeners.delete(listener);
      },
    };
    const { result, rerender, unmount } = renderHook(({ id }: { id: string | null }) => useProgress(id), {
      wrapper: Window,
      initialProps: { id: 'a' as string | null },
    });
    const tell = (requestId: string, done: number) =>
      act(() => {
        for (const listener of listeners)
          listener({ kind: 'progress', requestId, progress: { done, total: 9 } });
      });
    expect(result.current).toBeNull();
    tell('b', 5);
    expect(result.current).toBeNull();
    tell('a', 3);
    expect(result.current).toEqual({ done: 3, total: 9 });
    rerender({ id: 'b' });
    expect(result.current).toBeNull();
    unmount();
    expect(listeners.size).toBe(0);
  });
});

describe('uploadFile', () => {
  it('hands a file over in pieces that main puts together again', async () => {
    const row = 'Flat white,3.50\n';
    const text = `name,price\n${row.repeat(Math.ceil((pieceSize * 2) / row.length))}`;
    const shares: number[] = [];
    const file = new File([text], 'products.csv');
    const uploadId = await uploadFile(client, file, { onProgress: (share) => shares.push(share) });
    expect(asked('import.upload').map((call) => (call.input as { offset: number }).offset)).toEqual([
      0,
      pieceSize,
      pieceSize * 2,
    ]);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(shares.at(-1)).toBe(1);
    const preview = await test.ask('import.preview', { uploadId });
    expect(preview).toMatchObject({ fileName: 'products.csv', headers: ['name', 'price'] });
  });

  it('says that an empty file is empty, and stops when it is told to', async () => {
    const uploadId = await uploadFile(client, new File([], 'empty.csv'));
    expect(await test.refused('import.preview', { uploadId })).toMatchObject({ code: 'file-empty' });
    const stop = new AbortController();
    stop.abort();
    await expect(uploadFile(client, new File(['a'], 'a.csv'), { signal: stop.signal })).rejects.toThrow();
  });
});
