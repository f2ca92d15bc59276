import { QueryObserver } from '@tanstack/react-query';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { BridgeChange } from '../../shared/contract/bridge.ts';
import type { Topic } from '../../shared/contract/define.ts';
import { createClient } from './client.ts';
import { connectLiveUpdates } from './live-updates.ts';
import { createQueryClient } from './query-client.ts';

let tell: (change: BridgeChange) => void = () => undefined;
let asked: string[] = [];

beforeEach(() => {
  vi.useFakeTimers();
  asked = [];
});
afterEach(() => vi.useRealTimers());

function connected() {
  const client = createClient({
    invoke: async (name) => {
      asked.push(name);
      return { ok: true, value: { at: asked.length } };
    },
    onChange: (listener) => {
      tell = listener;
      return () => undefined;
    },
  });
  const queries = createQueryClient(client);
  return { queries, stop: connectLiveUpdates(client, queries) };
}

const changed = async (...topics: readonly Topic[]): Promise<void> => {
  tell({ kind: 'changed', topics });
  await vi.advanceTimersByTimeAsync(0);
};

describe('an answer that wants no more than one a second', () => {
  it('is asked for at once, and once more after the last of many changes', async () => {
    const { queries, stop } = connected();
    const meta = { atMostEvery: 1000 };
    new QueryObserver(queries, { queryKey: ['dashboard.today', {}], meta }).subscribe(() => undefined);
    new QueryObserver(queries, { queryKey: ['orders.queues', {}] }).subscribe(() => undefined);
    await vi.advanceTimersByTimeAsync(0);
    asked = [];
    for (let sale = 0; sale < 20; sale += 1) {
      await changed('orders', 'stock');
      await vi.advanceTimersByTimeAsync(40);
    }
    const count = (name: string) => asked.filter((one) => one === name).length;
    expect([count('dashboard.today'), count('orders.queues')]).toEqual([1, 20]);
    await vi.advanceTimersByTimeAsync(1000);
    expect(count('dashboard.today')).toBe(2);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(count('dashboard.today')).toBe(2);
    await changed('orders');
    expect(count('dashboard.today')).toBe(3);
    await changed('carts');
    await vi.advanceTimersByTimeAsync(5000);
    expect(count('dashboard.today')).toBe(3);
    stop();
  });

  it('waits for no turn when somebody else signs in, and for none once nobody listens', async () => {
    const { queries, stop } = connected();
    const meta = { atMostEvery: 1000 };
    new QueryObserver(queries, { queryKey: ['dashboard.today', {}], meta }).subscribe(() => undefined);
    await vi.advanceTimersByTimeAsync(0);
    asked = [];
    await changed('orders');
    await changed('session');
    expect(asked).toEqual(['dashboard.today', 'dashboard.today']);
    await changed('orders');
    stop();
    await vi.advanceTimersByTimeAsync(5000);
    expect(asked).toHaveLength(2);
  });
});

describe('a long answer', () => {
  it('is not begun anew by each sale, and asked for once more when it is there', async () => {
    let finish: () => void = () => undefined;
    const client = createClient({
      invoke: (name) => {
        asked.push(name);
        return new Promise((resolve) => {
          finish = () => resolve({ ok: true, value: { at: asked.length } });
        });
      },
      onChange: (listener) => {
        tell = listener;
        return () => undefined;
      },
    });
    const queries = createQueryClient(client);
    const stop = connectLiveUpdates(client, queries);
    const observer = new QueryObserver(queries, { queryKey: ['reports.run', {}] });
    const forget = observer.subscribe(() => undefined);
    const sell = async (): Promise<void> => {
      await changed('orders');
      await vi.advanceTimersByTimeAsync(40);
    };
    const settle = async (): Promise<void> => {
      finish();
      await vi.advanceTimersByTimeAsync(0);
    };
    // What was sold while the first answer was worked out is not in it: it is asked for again.
    await sell();
    expect(asked).toHaveLength(1);
    await settle();
    await vi.advanceTimersByTimeAsync(1000);
    expect(asked).toHaveLength(2);
    for (let sale = 0; sale < 5; sale += 1) await sell();
    expect(asked).toHaveLength(2);
    await settle();
    // It rests a little; what is sold meanwhile is in the next one.
    await sell();
    expect(asked).toHaveLength(2);
    await vi.advanceTimersByTimeAsync(1000);
    expect(asked).toHaveLength(3);
    await settle();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(asked).toHaveLength(3);
    await sell();
    expect(asked).toHaveLength(4);
    // Stopped, it is let be.
    await sell();
    await queries.cancelQueries({ queryKey: ['reports.run', {}], exact: true });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(asked).toHaveLength(4);
    forget();
    stop();
  });
});
