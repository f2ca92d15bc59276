import { act, cleanup, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { addProduct, counterSale, line } from '../../../../test/support/builders.ts';
import { createOpenShop, type TestApp } from '../../../../test/support/create-test-app.ts';
import { type RenderedApp, renderWithApp } from '../../../../test/support/render-with-app.tsx';
import type { Caller } from '../../../main/app/create-app.ts';
import { ReportsScreen } from './report-screen.tsx';

/** Sunday, 22 November 2026: see `firstNow`. */
let test: TestApp;
let shown: RenderedApp;
beforeEach(async () => {
  test = await createOpenShop();
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(600);
});
afterEach(async () => {
  cleanup();
  vi.restoreAllMocks();
  await test.close();
});

type Options = Parameters<typeof renderWithApp>[2];

async function open(at: string, options: Options = {}): Promise<void> {
  shown = await renderWithApp(<ReportsScreen />, test, { at: `#${at}`, ...options });
}

async function doing(work: () => void): Promise<void> {
  act(work);
  await shown.settle();
}

const press = (key: string, more: KeyboardEventInit = {}) =>
  doing(() => void fireEvent.keyDown(document.activeElement ?? document.body, { key, ...more }));

async function choose(label: string, choice: string): Promise<void> {
  await doing(() => void fireEvent.click(screen.getByRole('button', { name: new RegExp(`${label}$`, 'u') })));
  await doing(() => void fireEvent.click(screen.getByRole('option', { name: choice })));
}

/** Ranges of days are written with thin spaces. */
const plain = (words: string | null) => (words ?? '').replace(/\s/gu, ' ');
const statuses = () => screen.getAllByRole('status').map((one) => plain(one.textContent));
const address = () => decodeURIComponent(window.location.hash);
const figures = () => plain(screen.getByRole('region', { name: 'Figures' }).textContent);
const grid = () => screen.getByRole('grid');
const rows = () =>
  within(grid())
    .getAllByRole('row')
    .slice(1)
    .map((row) =>
      within(row)
        .getAllByRole('gridcell')
        .map((cell) => cell.textContent),
    );

/** Two mugs this month, one tea today, and five teas a month ago. */
async function fillShop(): Promise<{ mug: number; tea: number }> {
  const mug = addProduct(test, { name: 'Mug', sku: 'M-1', price: 1000, cost: 400, stock: 50 });
  const tea = addProduct(test, { name: 'Tea', price: 500, stock: 50 });
  const now = test.now;
  const sell = async (daysAgo: number, productId: number, count: number, price: number) => {
    test.now = now - daysAgo * 24 * 3_600_000;
    if (daysAgo > 0) await test.ask('session.signIn', { staffId: 1, password: 'larch-otter-7-lantern' });
    await test.ask('orders.place', counterSale([line(productId, count, price)], { cartId: `c${daysAgo}` }));
  };
  await sell(33, tea, 5, 500);
  await sell(2, mug, 2, 1000);
  test.now = now;
  await test.ask('session.signIn', { staffId: 1, password: 'larch-otter-7-lantern' });
  await sell(0, tea, 1, 500);
  return { mug, tea };
}

describe('the range of a report', () => {
  it('is a name that stays a name, compared with the same days before, in words', async () => {
    await fillShop();
    await open('/reports/sales?range=this-month');
    expect(statuses()).toContain('1 – 22 Nov 2026 against 1 – 22 Oct 2026');
    expect(figures()).toContain('Net sales£25.00the same as on 1 – 22 Oct 2026');
    expect(figures()).toContain('Orders2up 100% on 1 – 22 Oct 2026');
    await choose('Range', 'Last month');
    expect(address()).toBe('#/reports/sales?range=last-month');
    expect(statuses()).toContain('Oct 2026 against Sept 2026');
  });

  it('goes to the period before and after by keys, and is any days that one chooses', async () => {
    await fillShop();
    await open('/reports/sales?range=this-month');
    await press('[');
    expect(address()).toBe('#/reports/sales?range=last-month');
    await press('[');
    expect(address()).toBe('#/reports/sales?from=2026-09-01&to=2026-09-30');
    expect(screen.getByRole('heading', { name: 'Nothing on these days' })).toBeTruthy();
    await press(']');
    await press(']');
    expect(address()).toBe('#/reports/sales?range=this-month');
    await press('1', { altKey: true });
    expect(address()).toBe('#/reports/sales?range=today');
    await choose('Range', 'Chosen days');
    expect(address()).toBe('#/reports/sales?from=2026-11-22&to=2026-11-22');
  });

  it('offers the steps that make sense, and says what cannot be asked for', async () => {
    await fillShop();
    await open('/reports/sales?range=today');
    await doing(() => void fireEvent.click(screen.getByRole('button', { name: /By$/u })));
    expect(screen.getAllByRole('option').map((one) => one.textContent)).toEqual(['By hour']);
    await act(async () => shown.unmount());
    await open('/reports/sales?from=2026-11-30&to=2026-11-01');
    expect(screen.getByRole('heading', { name: /^The first day comes after the last/u })).toBeTruthy();
    await act(async () => shown.unmount());
    await open('/reports/sales?from=1950-01-01&to=2026-11-01');
    expect(screen.getByRole('heading', { name: /^These are more than 40 years/u })).toBeTruthy();
  });

  it('compares with nothing, the period before, or last year; never all time', async () => {
    await fillShop();
    await open('/reports/sales?range=last-30-days');
    await press('c', { altKey: true });
    expect(address()).toBe('#/reports/sales?range=last-30-days&compare=none');
    expect(figures()).not.toContain(' on ');
    await choose('Compared with', 'The same of last year');
    expect(statuses()).toContain('24 Oct – 22 Nov 2026 against 24 Oct – 22 Nov 2025');
    expect(figures()).toContain('Orders224 Oct – 22 Nov 2025: nothing');
    await press('0', { altKey: true });
    expect(statuses()).toContain('20 Oct – 22 Nov 2026');
    expect(figures()).toContain('Orders3');
  });
});

describe('the table of a report', () => {
  it('adds up, sorts, and says what is beyond its rows', async () => {
    await fillShop();
    await open('/reports/products?range=all-time');
    expect(rows()).toEqual([
      ['Tea', '', '6', '30.00', '60%', '0.00', '0.00', '–', ''],
      ['Mug', 'M-1', '2', '20.00', '40%', '8.00', '8.67', '52%', ''],
      ['Total', '', '8', '50.00', '100%', '8.00', '8.67', '52%', ''],
    ]);
    const sortBy = (name: string) =>
      doing(
        () => void fireEvent.click(within(screen.getByRole('columnheader', { name })).getByRole('button')),
      );
    await sortBy('Margin');
    expect(address()).toContain('sort=-margin');
    expect(rows()[0]?.[0]).toBe('Mug');
    await sortBy('Margin');
    expect(rows()[0]?.[0]).toBe('Tea');
    await sortBy('Product');
    expect(address()).toContain('sort=name');
  });

  it('shows no cost to who may not see it', async () => {
    await fillShop();
    const caller: Caller = { kind: 'window', windowId: 3 };
    const { staffId } = await test.ask('staff.add', { name: 'Carl', role: 'viewer', pin: '730184' });
    const overrides = [{ right: 'see-profit' as const, granted: false }];
    await test.ask('staff.setRights', { staffId, overrides, discountCeiling: null });
    await test.ask('session.signIn', { staffId, pin: '730184' }, caller);
    await open('/reports/products', { caller });
    expect(screen.getAllByRole('columnheader').map((one) => one.textContent)).toEqual(
      expect.not.arrayContaining(['Cost', 'Margin']),
    );
    expect(figures()).not.toContain('Margin');
  });

  it('leads by keys to what a row is made of, and to its page', async () => {
    const { mug } = await fillShop();
    await open('/reports/products?range=this-month');
    await press('F2');
    expect(document.activeElement).toBe(grid());
    await press('Enter');
    expect(address()).toContain(`explain=goods`);
    expect(address()).toContain(`explain-part=product.${mug}`);
    await press('Escape');
    expect(address()).not.toContain('explain');
    act(() => grid().focus());
    await press('ArrowDown');
    await press('ArrowUp');
    await press('Enter', { altKey: true });
    expect(address()).toBe(`#/products?product=${mug}`);
  });

  it('opens the product of a row of stock', async () => {
    const { tea } = await fillShop();
    await open('/reports/stock-value');
    expect(screen.queryByRole('button', { name: /Range$/u })).toBeNull();
    await doing(() => void fireEvent.click(screen.getByText('Tea')));
    expect(address()).toBe(`#/products?product=${tea}`);
  });
});

describe('a report that takes long', () => {
  /** Main works at a report until it is told to stop. */
  function slowly(stall: { is: boolean }): { wrapBridge: NonNullable<NonNullable<Options>['wrapBridge']> } {
    let stop = (): void => undefined;
    return {
      wrapBridge: (bridge) => ({
        ...bridge,
        invoke: (name, input, requestId, approvalId) => {
          if (name === 'reads.cancel') stop();
          if (!stall.is || name !== 'reports.run') return bridge.invoke(name, input, requestId, approvalId);
          return new Promise((resolve) => {
            const error = { code: 'cancelled', message: '', details: {} } as const;
            stop = () => resolve({ ok: false, error });
          });
        },
      }),
    };
  }

  it('keeps what was there, can be stopped, says so, and goes on', async () => {
    await fillShop();
    const stall = { is: false };
    await open('/reports/sales?range=this-month', slowly(stall));
    stall.is = true;
    act(() => void fireEvent.keyDown(document.body, { key: '[' }));
    expect(await screen.findByRole('progressbar', { name: 'Working it out' })).toBeTruthy();
    expect(figures()).toContain('Net sales£25.00');
    await doing(() => void fireEvent.click(screen.getByRole('button', { name: /^Stop/u })));
    expect(screen.getByText(/Below stands what was asked before: 1\s–\s22 Nov 2026/u)).toBeTruthy();
    expect(screen.queryByRole('progressbar')).toBeNull();
    stall.is = false;
    await doing(() => void fireEvent.click(screen.getByRole('button', { name: 'Work it out' })));
    expect(statuses()).toContain('Oct 2026 against Sept 2026');
  });

  it('says so when it fails, and is worked out again', async () => {
    await fillShop();
    let isBroken = true;
    await open('/reports/tax', {
      wrapBridge: (bridge) => ({
        ...bridge,
        invoke: async (name, input, requestId, approvalId) =>
          name === 'reports.run' && isBroken
            ? { ok: false, error: { code: 'internal', message: '', details: { reference: 'K7Q2' } } }
            : bridge.invoke(name, input, requestId, approvalId),
      }),
    });
    expect(within(screen.getByRole('alert')).getByText('The report could not be worked out')).toBeTruthy();
    expect(screen.getByText('Problem K7Q2')).toBeTruthy();
    isBroken = false;
    await doing(() => void fireEvent.click(screen.getByRole('button', { name: 'Try again' })));
    expect(figures()).toContain('Tax');
  });
});

describe('the overview and a new shop', () => {
  it('lists every report with what it tells, and what is often looked at', async () => {
    await open('/reports');
    const links = screen.getAllByRole('link').map((link) => link.getAttribute('href'));
    expect(new Set(links).size).toBe(7 + 17);
    expect(links).toContain('#/reports/products?range=all-time&sort=-units&rows=10');
    expect(screen.getByRole('link', { name: /^Dead stock/u })).toBeTruthy();
  });

  it('says what to do where nothing was sold yet, and knows no other reports', async () => {
    await open('/reports/sales');
    expect(screen.getByRole('heading', { name: 'Nothing here yet' })).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Go to the till' })).toBeTruthy();
    await act(async () => shown.unmount());
    await open('/reports/horoscope');
    expect(screen.getByRole('heading', { name: 'There is no such report' })).toBeTruthy();
  });
});
