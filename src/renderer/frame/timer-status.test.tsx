import { act, cleanup, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createOpenShop, type TestApp } from '../../../test/support/create-test-app.ts';
import { renderWithApp } from '../../../test/support/render-with-app.tsx';
import type { Caller } from '../../main/app/create-app.ts';
import { TimerStatus } from './timer-status.tsx';

const hour = 3_600_000;
const system: Caller = { kind: 'system' };

let test: TestApp;
beforeEach(async () => {
  test = await createOpenShop();
  await test.ask('timer.run', { cause: 'start' }, system);
});
afterEach(async () => {
  vi.useRealTimers();
  cleanup();
  await test.close();
});

const words = () => screen.getByRole('link').textContent;

it('tells when the timer runs next, and leads to its page', async () => {
  const { settle } = await renderWithApp(<TimerStatus />, test);
  expect(words()).toBe('Timer 12:00');
  expect(screen.getByRole('link').getAttribute('href')).toBe('#/timer');
  test.now += hour;
  await test.ask('timer.run', { cause: 'hour' }, system);
  await settle();
  expect(words()).toBe('Timer 13:00');
});

it('tells that the timer is due, and never an hour that has gone by', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  const { settle } = await renderWithApp(<TimerStatus />, test);
  expect(words()).toBe('Timer 12:00');
  test.now += hour / 2;
  await act(() => vi.advanceTimersByTimeAsync(20_000));
  await settle();
  expect(words()).toBe('Timer due now');
  await test.ask('timer.run', { cause: 'hour' }, system);
  await settle();
  expect(words()).toBe('Timer 13:00');
});

it('tells that the timer is off, has failed or waits for somebody', async () => {
  const { settle } = await renderWithApp(<TimerStatus />, test);
  await test.ask('timer.setEnabled', { isEnabled: false });
  await settle();
  expect(words()).toBe('Timer off');
  await test.ask('timer.setEnabled', { isEnabled: true });
  await test.ask('timer.noteFailure', { cause: 'hour', error: 'internal' }, system);
  await settle();
  expect(words()).toBe('Timer failed');
  test.now -= 3 * hour;
  await test.ask('timer.run', { cause: 'hour' }, system);
  await settle();
  expect(words()).toBe('Timer waits');
});
