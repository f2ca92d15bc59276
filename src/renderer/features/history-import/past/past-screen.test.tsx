import { act, cleanup, fireEvent, screen, within } from '@testing-library/react';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createOpenShop, type TestApp } from '../../../../../test/support/create-test-app.ts';
import { importHistory } from '../../../../../test/support/history-file.ts';
import { type RenderedApp, renderWithApp } from '../../../../../test/support/render-with-app.tsx';
import type { OrderllaBridge } from '../../../../shared/contract/bridge.ts';
import { PastScreen } from './past-screen.tsx';

let test: TestApp;
let app: RenderedApp | null = null;
beforeEach(async () => {
  test = await createOpenShop();
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(600);
});
afterEach(async () => {
  app?.unmount();
  cleanup();
  vi.restoreAllMocks();
  await test.close();
});

async function open(
  at: string,
  wrapBridge?: (bridge: OrderllaBridge) => OrderllaBridge,
): Promise<RenderedApp> {
  app = await renderWithApp(<PastScreen />, test, { at, ...(wrapBridge ? { wrapBridge } : {}) });
  return app;
}

/** Two months, a return, a row that is none, and tax finer than a penny. */
const sales = `invoice no,date,item,qty,unit price,tax 5%,total,payment
1,2024-01-13,Tea,1,2.50,0.125,2.625,Cash
2,2024-01-14,Tea,3,2.50,0.375,7.875,Card
3,2024-02-02,Tea,-1,2.50,-0.125,-2.625,Cash
4,2024-02-03,Bun,2,1.00,0.10,2.10,Cash
5,never,Bun,2,1.00,0.10,2.10,Cash
`;

const cells = () =>
  within(screen.getByRole('table', { name: '' }))
    .getAllByRole('row')
    .slice(1)
    .map((row) => [...row.children].map((cell) => cell.textContent));

describe('the list of imports', () => {
  it('says what will stand there, and leads to bringing history in', async () => {
    await open('#/import/history');
    expect(screen.getByText('No sales history yet')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Bring in history' }));
    expect(window.location.hash).toBe('#/import/history/new');
  });

  it('has the newest first, and opens one', async () => {
    await importHistory(test, { sales });
    test.now += 3_600_000;
    const { made } = await importHistory(test, { sales: 'id,date,item,price\n1,2024-03-01,Jam,3.00\n' });
    await test.ask('historyImport.undo', { importId: made.importId });
    await open('#/import/history');
    const rows = screen.getAllByRole('row').slice(1);
    expect(
      rows.map((row) => [...row.querySelectorAll('[role="gridcell"]')].map((cell) => cell.textContent)),
    ).toEqual([
      ['sales.csv', '22 Nov 2026, 12:30', 'Olga Owner', '1 Mar 2024', '1', '0', 'Taken back'],
      ['sales.csv', '22 Nov 2026, 11:30', 'Olga Owner', '13 Jan 2024 – 3 Feb 2024', '3', '1', 'In the shop'],
    ]);
    fireEvent.click(rows[1] as HTMLElement);
    expect(window.location.hash).toBe('#/import/history/1');
  });

  it('says when it cannot be read, and reads it again', async () => {
    await importHistory(test, { sales });
    let isBroken = true;
    const { settle } = await open('#/import/history', (bridge) => ({
      ...bridge,
      invoke: (name, input, requestId) =>
        name === 'historyImport.list' && isBroken
          ? Promise.resolve({ ok: false, error: { code: 'internal', message: 'internal' } })
          : bridge.invoke(name, input, requestId),
    }));
    expect(screen.getByText('The imports could not be read')).toBeTruthy();
    isBroken = false;
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await settle();
    expect(screen.getAllByRole('row')).toHaveLength(2);
  });
});

describe('one import', () => {
  it('stands beside its file month by month, its rounding explained', async () => {
    await importHistory(test, { sales });
    await open('#/import/history/1');
    expect(screen.getByRole('heading', { name: 'The shop has what the file says' })).toBeTruthy();
    expect(screen.getByText(/1 row of the file could not be read/)).toBeTruthy();
    expect(cells()).toEqual([
      ['Jan 2024', '2', '0', '2', '10.50', '0.00', '10.51', '0.01', 'Agrees'],
      ['Feb 2024', '1', '1', '2', '2.10', '0.00', '2.10', '0.00', 'Agrees'],
      ['Together', '3', '1', '4', '12.60', '0.00', '12.61', '0.01', 'Agrees'],
    ]);
    fireEvent.click(screen.getByRole('radio', { name: 'Came back' }));
    expect(cells()[1]).toEqual(['Feb 2024', '1', '1', '2', '2.625', '0.00', '2.63', '0.005', 'Agrees']);
    expect(screen.getAllByText('£0.005 more than the file')).toHaveLength(2);
    expect(screen.getByText(/finer than £0\.01/)).toBeTruthy();
  });

  it('says where the shop has not what the file says', async () => {
    const { made } = await importHistory(test, { sales });
    // As if an order of it had been lost: the comparison has to notice.
    test.file.transaction((db) =>
      db.run(sql`UPDATE historyMonths SET sales = sales + 90000000 WHERE month = 202401`),
    );
    await open(`#/import/history/${made.importId}`);
    expect(screen.getByRole('heading', { name: 'The shop differs from the file in 1 month' })).toBeTruthy();
    expect(cells().map((row) => row.at(-1))).toEqual(['Differs', 'Agrees', 'Differs']);
  });

  it('is taken back, and says so', async () => {
    await importHistory(test, { sales });
    const { settle } = await open('#/import/history/1');
    fireEvent.click(screen.getByRole('button', { name: 'Take back import' }));
    const dialog = screen.getByRole('alertdialog');
    expect(dialog.textContent).toContain('3 orders, with their payments and refunds');
    expect(dialog.textContent).toContain('1 return');
    fireEvent.click(within(dialog).getByRole('button', { name: 'Take back import' }));
    await settle();
    expect(await screen.findByText(/“sales.csv” was taken back: 3 orders are gone/)).toBeTruthy();
    expect(screen.getByText(/This import was taken back/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Take back import' })).toBeNull();
    expect(test.file.read.all(sql`SELECT 1 FROM orders`)).toEqual([]);
  });

  it('stays where somebody has worked on its orders, and names them', async () => {
    await importHistory(test, { sales: 'id,date,item,price,status\n1,2024-01-13,Tea,2.50,pending\n' });
    await test
      .ask('orders.cancel', { orderId: 1, reason: 'other', note: '' } as never)
      .catch(() => undefined);
    await test.ask('orders.addNote', { orderId: 1, note: 'x' } as never).catch(() => undefined);
    const { settle } = await open('#/import/history/1');
    fireEvent.click(screen.getByRole('button', { name: 'Take back import' }));
    fireEvent.click(
      within(screen.getByRole('alertdialog')).getByRole('button', { name: 'Take back import' }),
    );
    await settle();
    const alert = screen.getByRole('alert');
    expect(alert.textContent).toContain('1 order was worked on since it came in');
    expect(within(alert).getByRole('link', { name: 'Order 1' }).getAttribute('href')).toBe('#/orders/1');
    expect(test.file.read.all(sql`SELECT 1 FROM orders`)).toHaveLength(1);
  });

  it('is compared again after it was stopped', async () => {
    await importHistory(test, { sales });
    let letGo: (() => void) | null = null;
    const { settle } = await open('#/import/history', (bridge) => ({
      ...bridge,
      invoke: async (name, input, requestId) => {
        if (name === 'historyImport.reconcile' && letGo === null)
          await new Promise<void>((resolve) => {
            letGo = resolve;
          });
        return bridge.invoke(name, input, requestId);
      },
    }));
    act(() => {
      window.location.hash = '#/import/history/1';
      window.dispatchEvent(new HashChangeEvent('hashchange'));
    });
    fireEvent.click(await screen.findByRole('button', { name: 'Stop comparing' }));
    fireEvent.click(await screen.findByRole('button', { name: 'Compare again' }));
    (letGo as (() => void) | null)?.();
    await settle();
    expect(screen.getByRole('heading', { name: 'The shop has what the file says' })).toBeTruthy();
  });

  it('that there is not says so', async () => {
    await open('#/import/history/77');
    expect(screen.getByText('There is no such import')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'See all imports' }));
    expect(window.location.hash).toBe('#/import/history');
  });
});
