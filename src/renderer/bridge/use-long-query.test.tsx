import type { QueryClient } from '@tanstack/react-query';
import { act, cleanup, renderHook, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addProduct, counterSale, line } from '../../../test/support/builders.ts';
import { createOpenShop, type TestApp } from '../../../test/support/create-test-app.ts';
import { type InProcessBridge, inProcessBridge } from '../../../test/support/in-process-bridge.ts';
import type { Input } from '../../shared/contract/index.ts';
import { calendarDate } from '../../shared/domain/calendar.ts';
import { type Client, createClient } from './client.ts';
import { BridgeProvider } from './client-context.tsx';
import { connectLiveUpdates } from './live-updates.ts';
import { createQueryClient } from './query-client.ts';
import { useLongQuery } from './use-long-query.ts';

let test: TestApp;
let bridge: InProcessBridge;
let client: Client;
let queries: QueryClient;

const Window = ({ children }: { readonly children: ReactNode }) => (
  <BridgeProvider client={client} queries={queries}>
    {children}
  </BridgeProvider>
);
const asked = (name: string) => bridge.asked.filter((call) => call.name === name);

const input: Input<'reports.run'> = {
  ...{ report: 'sales', from: calendarDate(20261101), to: calendarDate(20261130), by: 'day' },
  ...{ compare: 'none', sort: null, limit: 100 },
};
/** So many months that it takes a while, and tells so. */
const longOne: Input<'reports.run'> = {
  ...input,
  report: 'customers',
  from: calendarDate(19900101),
  by: 'year',
};

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

describe('useLongQuery', () => {
  it('keeps the answer for all who ask the same, and asks again when something was sold', async () => {
    const productId = addProduct(test, { price: 350, stock: 9 });
    const { result } = renderHook(() => useLongQuery('reports.run', input), { wrapper: Window });
    renderHook(() => useLongQuery('reports.run', input), { wrapper: Window });
    await waitFor(() => expect(result.current.data?.figures[1]).toMatchObject({ metric: 'sales', value: 0 }));
    expect(asked('reports.run')).toHaveLength(1);
    await act(() => test.ask('orders.place', counterSale([line(productId, 2, 350)])));
    await waitFor(() => expect(result.current.data?.figures[1]?.value).toBe(700));
    expect(asked('reads.cancel')).toEqual([]);
    expect(result.current.progress).toBeNull();
  });

  it('tells how far it is while it is asked', async () => {
    const seen: number[] = [];
    const { result } = renderHook(
      () => {
        const query = useLongQuery('reports.run', longOne);
        if (query.progress) seen.push(query.progress.done);
        return query;
      },
      { wrapper: Window },
    );
    await waitFor(() => expect(result.current.isSuccess).toBe(true));
    expect(seen.length).toBeGreaterThan(1);
    expect(result.current.progress).toBeNull();
  });

  it('is stopped in main by another input, and when nobody shows it any more', async () => {
    const { rerender, unmount, result } = renderHook(
      (one: typeof input) => useLongQuery('reports.run', one),
      {
        wrapper: Window,
        initialProps: longOne,
      },
    );
    await waitFor(() => expect(asked('reports.run')).toHaveLength(1));
    rerender(input);
    await waitFor(() => expect(result.current.data?.report).toBe('sales'));
    const first = asked('reports.run')[0]?.requestId;
    expect(asked('reads.cancel').map((call) => call.input)).toEqual([{ requestId: first }]);
    rerender({ ...longOne, limit: 7 });
    await waitFor(() => expect(asked('reports.run')).toHaveLength(3));
    unmount();
    await waitFor(() => expect(asked('reads.cancel')).toHaveLength(2));
  });

  it('is stopped by a person, keeps what it showed and can be asked anew', async () => {
    const { result } = renderHook(() => useLongQuery('reports.run', longOne), { wrapper: Window });
    await waitFor(() => expect(asked('reports.run')).toHaveLength(1));
    act(() => result.current.stop());
    await waitFor(() => expect(result.current.isFetching).toBe(false));
    expect(asked('reads.cancel')).toHaveLength(1);
    expect(result.current.data).toBeUndefined();
    await act(() => result.current.refetch());
    await waitFor(() => expect(result.current.data?.report).toBe('customers'));
  });

  it('hands a refusal over with its code', async () => {
    const upside = { ...input, from: input.to, to: input.from };
    const { result } = renderHook(() => useLongQuery('reports.run', upside), { wrapper: Window });
    await waitFor(() => expect(result.current.error?.code).toBe('range-upside-down'));
  });
});
