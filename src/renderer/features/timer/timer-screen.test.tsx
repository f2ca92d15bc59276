import { cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { addProduct, counterSale, line } from '../../../../test/support/builders.ts';
import { createOpenShop, type TestApp } from '../../../../test/support/create-test-app.ts';
import { renderWithApp } from '../../../../test/support/render-with-app.tsx';
import type { Caller } from '../../../main/app/create-app.ts';
import type { OrderllaBridge } from '../../../shared/contract/bridge.ts';
import { businessDateOf } from '../../../shared/domain/calendar.ts';
import { TimerScreen } from './timer-screen.tsx';

const hour = 3_600_000;
const system: Caller = { kind: 'system' };

let test: TestApp;
beforeEach(async () => {
  test = await createOpenShop();
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(600);
});
afterEach(async () => {
  cleanup();
  vi.restoreAllMocks();
  await test.close();
});

const render = (options: Parameters<typeof renderWithApp>[2] = {}) =>
  renderWithApp(<TimerScreen />, test, { at: '#/timer', ...options });
const runBy = (cause: 'start' | 'hour' | 'resume') => test.ask('timer.run', { cause }, system);
const runNow = () => screen.getByRole('button', { name: /Run timer now/ });
const fact = (term: string) => screen.getByText(term).nextElementSibling?.textContent;
const rows = () =>
  screen
    .getAllByRole('row')
    .slice(1)
    .map((row) => [...row.querySelectorAll('[role="gridcell"]')].map((cell) => cell.textContent));

async function inTransit(): Promise<number> {
  const productId = addProduct(test, { stock: 10 });
  const date = businessDateOf(test.now, 'Europe/London', 0);
  const delivery = { name: 'Ana', phone: '', address: '7 Lower Lane', date };
  const sale = counterSale([line(productId, 1, 350)], { kind: 'delivery', delivery, tenders: [] });
  const { orderId } = await test.ask('orders.place', sale);
  const step = { from: 'received', to: 'in-transit', leaveUnpaid: true } as const;
  await test.ask('orders.advance', { orderId, tenders: [], ...step });
  return orderId;
}

async function signIn(role: 'viewer' | 'cashier'): Promise<Caller> {
  const caller: Caller = { kind: 'window', windowId: 3 };
  const { staffId } = await test.ask('staff.add', { name: 'Vera', role, pin: '730184' });
  await test.ask('session.signIn', { staffId, pin: '730184' }, caller);
  return caller;
}

describe('the hourly timer’s page', () => {
  it('says that it has not run, and what will stand here', async () => {
    await render();
    expect(screen.getByText('The timer has not run yet')).toBeTruthy();
    expect(fact('Last run')).toBe('Not yet');
    expect(fact('Next run')).toBe('Within a minute');
    expect(fact('Due now')).toBe('No orders');
  });

  it('lists the runs: when, why, how it ended, what it caught up with and delivered, by whom', async () => {
    await runBy('start');
    test.now += 14 * hour;
    await inTransit();
    await runBy('resume');
    await test.ask('timer.run', { cause: 'manual' });
    await render();
    expect(rows()).toEqual([
      ['23 Nov 2026, 01:30', 'Run by hand', 'Done', '0', '0', 'Olga Owner'],
      ['23 Nov 2026, 01:30', 'The computer woke up', 'Done', '14', '1', 'Orderlla'],
      ['22 Nov 2026, 11:30', 'Orderlla started', 'Done', '1', '0', 'Orderlla'],
    ]);
    expect(fact('Next run')).toBe('23 Nov 2026, 02:00');
  });

  it('runs when a person wants it, and what waits is gone from the page', async () => {
    await runBy('start');
    const orderId = await inTransit();
    const { settle } = await render();
    expect(fact('Due now')).toContain('1 order');
    expect(screen.getByRole('link', { name: 'See orders in transit' }).getAttribute('href')).toBe(
      '#/orders?status=in-transit',
    );
    fireEvent.click(runNow());
    await settle();
    expect(screen.getByText('The timer ran. 1 order was delivered.')).toBeTruthy();
    expect(fact('Due now')).toBe('No orders');
    expect((await test.ask('orders.get', { orderId })).status).toBe('delivered');
  });

  it('hears of a run that it did not ask for', async () => {
    await runBy('start');
    const { settle } = await render();
    test.now += hour;
    await runBy('hour');
    await settle();
    expect(rows()).toHaveLength(2);
  });

  it('is turned off and on again', async () => {
    await runBy('start');
    const { settle } = await render();
    fireEvent.click(screen.getByRole('switch'));
    await settle();
    expect((await test.ask('timer.get', {})).isEnabled).toBe(false);
    expect(screen.getByText(/It is off: orders in transit wait/)).toBeTruthy();
    expect(fact('Next run')).toBe('Only by hand');
    fireEvent.click(screen.getByRole('switch'));
    await settle();
    expect((await test.ask('timer.get', {})).isEnabled).toBe(true);
    expect(screen.getByText('The hourly timer is on.')).toBeTruthy();
  });
});

describe('what keeps it from running', () => {
  it('tells that the clock was set back, and until when it waits', async () => {
    await runBy('start');
    test.now -= 3 * hour;
    await runBy('hour');
    await render();
    const notice = screen.getByRole('alert');
    expect(notice.textContent).toContain('This computer’s clock was set back');
    expect(notice.textContent).toContain('22 Nov 2026, 12:00');
    expect(rows()[0]).toEqual(['22 Nov 2026, 08:30', 'A new hour', 'Clock set back', '0', '0', 'Orderlla']);
  });

  it('asks a person to look at a clock that is far ahead, and runs when they say so', async () => {
    await runBy('start');
    test.now += 500 * hour;
    await runBy('resume');
    const { settle } = await render();
    expect(screen.getByRole('alert').textContent).toContain('The timer has not run for 500 hours');
    expect(screen.getByRole('alert').textContent).toContain('13 December 2026');
    expect(fact('Next run')).toBe('Waits for a person');
    fireEvent.click(runNow());
    await settle();
    expect(screen.queryByRole('alert')).toBe(null);
    expect(rows()[0]).toEqual(['13 Dec 2026, 07:30', 'Run by hand', 'Done', '500', '0', 'Olga Owner']);
  });

  it('says in words why the last run failed', async () => {
    await runBy('start');
    await test.ask('timer.noteFailure', { cause: 'hour', error: 'internal (k3-1)' }, system);
    await render();
    expect(screen.getByRole('alert').textContent).toContain('quote k3-1');
    expect(rows()[0]?.[2]).toBe('Failed');
  });

  it('says when the runs cannot be read, and reads them again', async () => {
    let isBroken = true;
    const wrapBridge = (bridge: OrderllaBridge): OrderllaBridge => ({
      ...bridge,
      invoke: (name, input, requestId) =>
        name === 'timer.listRuns' && isBroken
          ? Promise.resolve({ ok: false, error: { code: 'internal', message: 'internal' } })
          : bridge.invoke(name, input, requestId),
    });
    await runBy('start');
    const { settle } = await render({ wrapBridge });
    expect(screen.getByText('The runs of the timer could not be read')).toBeTruthy();
    isBroken = false;
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await settle();
    expect(rows()).toHaveLength(1);
  });
});

describe('whoever may not', () => {
  it('turn it off can still run it', async () => {
    await render({ caller: await signIn('cashier') });
    expect((screen.getByRole('switch') as HTMLInputElement).disabled).toBe(true);
    expect(screen.getByText(/The owner turns it on and off/)).toBeTruthy();
    fireEvent.click(runNow());
    await vi.waitFor(async () => expect(await test.ask('timer.get', {})).toMatchObject({ missedHours: 0 }), {
      timeout: 60_000,
    });
  });

  it('run it reads who can', async () => {
    const { settle } = await render({ caller: await signIn('viewer') });
    fireEvent.click(runNow());
    await settle();
    expect(screen.getByText(/Your role does not move orders on/)).toBeTruthy();
    expect((await test.ask('timer.get', {})).last).toBeNull();
  });
});
