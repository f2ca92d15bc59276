import { act, cleanup, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { signInEverybody } from '../../../../../test/support/after-placing.ts';
import { createOpenShop, type TestApp } from '../../../../../test/support/create-test-app.ts';
import { type RenderedApp, renderWithApp } from '../../../../../test/support/render-with-app.tsx';
import { november, savedPage, savedText } from '../../../../../test/support/report-files.ts';
import { chartInput } from '../../../../../test/support/report-out-inputs.ts';
import type { BridgeChange } from '../../../../shared/contract/bridge.ts';
import type { PictureSource } from '../picked.ts';
import { ReportOutMenu } from './report-out-menu.tsx';

let test: TestApp;
let shown: RenderedApp;
beforeEach(async () => {
  test = await createOpenShop();
});
afterEach(async () => {
  cleanup();
  await test.close();
});

const drawn: PictureSource = {
  png: async () => new Blob([Buffer.from(chartInput, 'base64')], { type: 'image/png' }),
};
const broken: PictureSource = { png: () => Promise.reject(new Error('no canvas')) };

async function show(
  picture: PictureSource | null = drawn,
  options: Parameters<typeof renderWithApp>[2] = {},
) {
  const input = { ...november, limit: 10 };
  const menu = <ReportOutMenu input={input} title="Sales" picture={{ current: picture }} />;
  shown = await renderWithApp(menu, test, options);
}

async function doing(work: () => void): Promise<void> {
  act(work);
  await shown.settle();
}

async function choose(way: string): Promise<void> {
  await doing(() => void fireEvent.click(screen.getByRole('button', { name: 'Save or print' })));
  await doing(() => void fireEvent.click(screen.getByRole('menuitem', { name: new RegExp(`^${way}`, 'u') })));
  // A picture is drawn before anything is asked.
  await act(() => new Promise((resolve) => setTimeout(resolve, 20)));
  await shown.settle();
}

describe('the ways of a report out of the window', () => {
  it('are table, paper and picture, each ending in words', async () => {
    await show();
    await choose('Table as CSV');
    expect(screen.getByText('Saved Sales 2026-11-01 to 2026-11-30.csv with 30 rows.')).toBeDefined();
    expect(savedText(test)).toContain('Date,Orders');
    await choose('Report as PDF');
    expect(screen.getByText('Saved Sales 2026-11-01 to 2026-11-30.pdf.')).toBeDefined();
    expect(Buffer.from(savedPage(test).picture ?? []).toString('base64')).toBe(chartInput);
    await choose('Chart as picture');
    expect(screen.getByText('Saved Sales 2026-11-01 to 2026-11-30.png.')).toBeDefined();
    expect(test.desktop.saved).toHaveLength(3);
  });

  it('say nothing where the person thought better of it', async () => {
    test.desktop.dismissDialogs = true;
    await show();
    await choose('Table as CSV');
    expect(screen.queryByText(/Saved/)).toBeNull();
  });

  it('do without a chart where there is none, and say where it cannot be drawn', async () => {
    await show(null);
    await choose('Report as PDF');
    expect(savedPage(test).picture).toBeNull();
    await choose('Chart as picture');
    expect(screen.getByText('There is no chart to save.')).toBeDefined();
    cleanup();
    await show(broken);
    await choose('Chart as picture');
    expect(screen.getByText(/^The chart could not be taken along/)).toBeDefined();
    expect(test.desktop.saved).toHaveLength(1);
  });

  it('print as many rows as were chosen', async () => {
    await show();
    await choose('Print');
    const dialog = within(screen.getByRole('dialog', { name: 'Print Sales' }));
    expect(dialog.getByText('Its figures, the chart and the table, on sheets of A4.')).toBeDefined();
    await doing(() => void fireEvent.click(dialog.getByRole('radio', { name: 'All' })));
    await doing(() => void fireEvent.click(dialog.getByRole('button', { name: 'Print' })));
    await act(() => new Promise((resolve) => setTimeout(resolve, 20)));
    await shown.settle();
    expect(test.desktop.printed).toHaveLength(1);
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(screen.getByText('Sent to the printer.')).toBeDefined();
  });

  it('leave files to those who may save them', async () => {
    const { viewer } = await signInEverybody(test);
    await show(drawn, { caller: viewer });
    await doing(() => void fireEvent.click(screen.getByRole('button', { name: 'Save or print' })));
    const disabled = screen
      .getAllByRole('menuitem')
      .map((item) => item.getAttribute('aria-disabled') === 'true');
    expect(disabled).toEqual([true, true, true, false]);
    expect(
      screen.getAllByText('Your role does not save reports as files. The owner or a manager can.'),
    ).toHaveLength(3);
  });
});

describe('a report that takes long', () => {
  it('says how far it is, and stops when it is told to', async () => {
    const listeners = new Set<(change: BridgeChange) => void>();
    let asked: string | undefined;
    let stop = (): void => undefined;
    await show(drawn, {
      wrapBridge: (bridge) => ({
        invoke(name, input, requestId, approvalId) {
          if (name === 'reports.cancelOut') stop();
          if (name !== 'reports.saveCsv') return bridge.invoke(name, input, requestId, approvalId);
          asked = requestId;
          return new Promise((resolve) => {
            stop = () => resolve({ ok: false, error: { code: 'cancelled', message: 'cancelled' } });
          });
        },
        onChange(listener) {
          listeners.add(listener);
          return bridge.onChange(listener);
        },
      }),
    });
    const tick = () => act(() => new Promise((resolve) => setTimeout(resolve, 20)));
    await doing(() => void fireEvent.click(screen.getByRole('button', { name: 'Save or print' })));
    act(() => void fireEvent.click(screen.getByRole('menuitem', { name: /^Table as CSV/ })));
    await tick();
    expect(screen.queryByRole('dialog')).toBeNull();
    act(() => {
      for (const tell of listeners)
        tell({ kind: 'progress', requestId: asked ?? '', progress: { done: 300, total: 1200 } });
    });
    const dialog = within(screen.getByRole('dialog', { name: 'Sales' }));
    expect(dialog.getByText('300 of 1,200')).toBeDefined();
    act(() => void fireEvent.click(dialog.getByRole('button', { name: 'Stop' })));
    await tick();
    await shown.settle();
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(screen.getByText('Stopped. Nothing was saved or printed.')).toBeDefined();
  });
});
