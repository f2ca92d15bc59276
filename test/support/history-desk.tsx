import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import { sql } from 'kysely';
import { afterEach, beforeEach } from 'vitest';
import { HistoryImportScreen } from '../../src/renderer/features/history-import/history-import-screen.tsx';
import { usePlace } from '../../src/renderer/ui/router.ts';
import { createOpenShop, type TestApp } from './create-test-app.ts';
import { type RenderedApp, renderWithApp } from './render-with-app.tsx';

/** As the frame does: one screen at a time. */
function Window() {
  return usePlace().path.startsWith('/import/history') ? <HistoryImportScreen /> : <p>Elsewhere</p>;
}

/** A desk for each test of the file, in an open shop of its own. */
export function historyDeskForTests(): HistoryDesk {
  const desk = new HistoryDesk();
  beforeEach(() => desk.start());
  afterEach(() => desk.end());
  return desk;
}

/** The screen that brings in sales history, over a real shop, and what a test does to it. */
class HistoryDesk {
  #test: TestApp | null = null;
  #app: RenderedApp | null = null;
  /** What the window asked main for, by name. */
  asked: readonly string[] = [];
  /** Holds what comes in back until it is let go. */
  gate: Promise<void> = Promise.resolve();
  /** Called each time main says how far it is. */
  onProgress: (() => void) | null = null;

  get test(): TestApp {
    if (this.#test === null) throw new Error('no test runs');
    return this.#test;
  }

  async start(): Promise<void> {
    Object.assign(this, { asked: [], gate: Promise.resolve(), onProgress: null });
    this.#test = await createOpenShop();
    this.#app = await renderWithApp(<Window />, this.#test, {
      at: '#/import/history/new',
      wrapBridge: (bridge) => ({
        onChange: (listener) =>
          bridge.onChange((change) => {
            listener(change);
            if (change.kind === 'progress') this.onProgress?.();
          }),
        invoke: async (name, input, ...ids) => {
          this.asked = [...this.asked, name];
          if (name === 'historyImport.run') await this.gate;
          return bridge.invoke(name, input, ...ids);
        },
      }),
    });
  }

  async end(): Promise<void> {
    this.#app?.unmount();
    cleanup();
    await this.test.close();
  }

  choose(...files: File[]): void {
    const input = this.#app?.container.querySelector<HTMLInputElement>('input[type=file]');
    if (!input) throw new Error('There is no field for files');
    fireEvent.change(input, { target: { files } });
  }

  orders() {
    return this.test.file.read.all(
      sql<{ total: number; date: number }>`SELECT total, businessDate AS date FROM orders`,
    );
  }
}

export const button = (name: string | RegExp) => screen.getByRole('button', { name });
export const press = (name: string | RegExp) => act(() => void fireEvent.click(button(name)));
export const file = (content: string | Uint8Array<ArrayBuffer>, name = 'sales.csv') =>
  new File([content], name);
export const checkStep = () => screen.findByRole('button', { name: /See what comes in/ });
export const previewStep = () => screen.findByRole('button', { name: /^Bring in/ });
export const isBlocked = (name: RegExp) => button(name).getAttribute('aria-disabled') === 'true';

export async function pick(list: RegExp, option: string): Promise<void> {
  await press(list);
  act(() => void fireEvent.click(screen.getByRole('option', { name: option })));
}

/** Five rows: two sales, a return, a status that nobody knows, a row that is none. */
export const oldSales = `Receipt,Date,Item,Qty,Price,Payment,State
1,2024-01-02,Tea,2,2.50,Cash,done
1,2024-01-02,Mug,1,8.00,Cash,done
2,2024-02-03,Tea,1,2.50,Voucher,weird
3,2024-02-04,Tea,-1,2.50,Cash,done
4,not a day,Tea,1,2.50,Cash,done
`;
