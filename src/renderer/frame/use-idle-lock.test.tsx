import { QueryClient, QueryClientProvider, useMutation } from '@tanstack/react-query';
import { act, cleanup, fireEvent, render } from '@testing-library/react';
import { useEffect } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { useIdleLock } from './use-idle-lock.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const lock = vi.fn();
beforeEach(() => lock.mockClear());

function Idle({ seconds, work }: { readonly seconds: number; readonly work?: () => Promise<void> }) {
  useIdleLock(seconds, lock);
  const { mutate } = useMutation({ mutationFn: async () => work?.() });
  useEffect(() => {
    if (work) mutate();
  }, [work, mutate]);
  return null;
}

const show = (work?: () => Promise<void>) =>
  render(
    <QueryClientProvider client={new QueryClient()}>
      <Idle seconds={60} {...(work ? { work } : {})} />
    </QueryClientProvider>,
  );
const pass = (seconds: number) => act(() => vi.advanceTimersByTimeAsync(seconds * 1000));

describe('idle lock', () => {
  it('locks after so long without a key or a touch, each of which begins the wait anew', async () => {
    show();
    await pass(59);
    fireEvent.keyDown(document.body, { key: 'a' });
    await pass(59);
    expect(lock).not.toHaveBeenCalled();
    await pass(2);
    expect(lock).toHaveBeenCalledTimes(1);
  });

  it('waits for a command that runs, and begins when it is done', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    show(() => promise);
    await pass(600);
    expect(lock).not.toHaveBeenCalled();
    resolve();
    await pass(59);
    expect(lock).not.toHaveBeenCalled();
    await pass(2);
    expect(lock).toHaveBeenCalledTimes(1);
  });
});
