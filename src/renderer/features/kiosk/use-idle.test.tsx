import { QueryClient } from '@tanstack/react-query';
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Client } from '../../bridge/client.ts';
import { BridgeProvider } from '../../bridge/client-context.tsx';
import { useIdle, warningSeconds } from './use-idle.ts';

const leave = vi.fn();
const ask = vi.fn(async () => ({}));
const client = { ask, onChange: () => () => {} } as unknown as Client;

beforeEach(() => {
  vi.useFakeTimers();
  leave.mockClear();
  ask.mockClear();
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

function Idle({ enabled }: { readonly enabled: boolean }) {
  const { left, stay } = useIdle({ seconds: 90, enabled, leave });
  return left === null ? null : (
    <button type="button" onClick={stay}>
      {left}
    </button>
  );
}

const show = (enabled = true) =>
  render(
    <BridgeProvider client={client} queries={new QueryClient()}>
      <Idle enabled={enabled} />
    </BridgeProvider>,
  );
/** Second by second, as each begins with the one before. */
async function pass(seconds: number): Promise<void> {
  for (let second = 0; second < seconds; second += 1) await act(() => vi.advanceTimersByTimeAsync(1000));
}

describe('a customer who left', () => {
  it('is asked before the time is over, and forgotten when it is', async () => {
    show();
    await pass(90 - warningSeconds);
    expect(screen.getByRole('button').textContent).toBe(String(warningSeconds));
    await pass(warningSeconds - 1);
    expect(leave).not.toHaveBeenCalled();
    await pass(1);
    expect(leave).toHaveBeenCalledTimes(1);
  });

  it('is nobody who touches the screen or says so; main hears of it', async () => {
    show();
    await pass(70);
    fireEvent.pointerDown(document.body);
    expect(ask).toHaveBeenCalledWith('kiosk.touch', {});
    await pass(70);
    expect(screen.queryByRole('button')).toBeNull();
    await pass(6);
    fireEvent.click(screen.getByRole('button'));
    await pass(90 - warningSeconds - 1);
    expect(screen.queryByRole('button')).toBeNull();
    expect(leave).not.toHaveBeenCalled();
  });

  it('is not waited for where nothing is to be forgotten', async () => {
    show(false);
    await pass(300);
    expect(leave).not.toHaveBeenCalled();
  });
});
