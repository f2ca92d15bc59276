import { act, cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach } from 'vitest';
import './dialog-focus.ts';
import { query } from '../../src/main/database/query.ts';
import { SellScreen } from '../../src/renderer/features/sell/sell-screen.tsx';
import type { Output } from '../../src/shared/contract/index.ts';
import { money } from '../../src/shared/domain/money.ts';
import { createOpenShop, type TestApp } from './create-test-app.ts';
import { type RenderedApp, renderWithApp } from './render-with-app.tsx';
import { typeLikeScanner } from './type-like-scanner.ts';

type Options = Parameters<typeof renderWithApp>[2];

/** The sell screen on a real application, and a person's hands on it. */
export type Till = {
  readonly test: TestApp;
  open(options?: Options): Promise<void>;
  /** Leaves the screen as going to another one does. */
  leave(): void;
  /** A key where the focus is. */
  press(key: string, more?: KeyboardEventInit): Promise<void>;
  /** Replaces what stands in the field that has the focus. */
  type(words: string): Promise<void>;
  click(name: string | RegExp): Promise<void>;
  scan(code: string): Promise<void>;
  settle(): Promise<void>;
  search(): HTMLInputElement;
  /** What the cart's lines say. */
  lines(): string;
  total(): string | null;
  orders(): Promise<Output<'orders.list'>['items']>;
  /** As the back office would, but without the live update that the till then hears. */
  setPrice(productId: number, price: number): void;
};

/** A till for each test of the file, on an open shop of its own. */
export function tillForTests(): Till {
  const till = createTill();
  beforeEach(() => till.start());
  afterEach(() => till.end());
  return till;
}

function createTill(): Till & { start(): Promise<void>; end(): Promise<void> } {
  let test: TestApp;
  let shown: RenderedApp | undefined;
  const settle = async () => shown?.settle();
  const button = (name: string | RegExp) => screen.getByRole('button', { name });
  return {
    get test() {
      return test;
    },
    async start() {
      test = await createOpenShop();
    },
    async end() {
      shown?.unmount();
      cleanup();
      await test.close();
    },
    async open(options = {}) {
      shown = await renderWithApp(<SellScreen />, test, options);
    },
    leave: () => shown?.unmount(),
    settle,
    async press(key, more = {}) {
      const target = document.activeElement ?? document.body;
      act(() => {
        const isTaken = !fireEvent.keyDown(target, { key, ...more });
        fireEvent.keyUp(target, { key, ...more });
        // What a browser does with Enter in a field that did not want it.
        if (key === 'Enter' && !isTaken && target instanceof HTMLInputElement) target.form?.requestSubmit();
      });
      await settle();
    },
    async type(words) {
      const field = await waitFor(() => {
        const focused = document.activeElement;
        if (focused instanceof HTMLInputElement) return focused;
        throw new Error(`Nothing to type into: ${focused?.outerHTML.slice(0, 200)}`);
      });
      act(() => void fireEvent.change(field, { target: { value: words } }));
      await settle();
    },
    async click(name) {
      act(() => void fireEvent.click(button(name)));
      await settle();
    },
    async scan(code) {
      act(() => typeLikeScanner(code));
      await settle();
    },
    search: () => screen.getByRole('searchbox', { name: 'Search products' }),
    lines: () => screen.queryByRole('list', { name: 'Cart lines' })?.textContent ?? '',
    total: () => screen.getByRole('status', { name: 'Total' }).textContent,
    async orders() {
      const everything = { text: '', status: 'all', kind: 'all', fromDate: null, toDate: null } as const;
      const page = { customerId: null, cursor: null, limit: 50 };
      return (await test.ask('orders.list', { ...everything, ...page })).items;
    },
    setPrice(productId, price) {
      const change = query
        .updateTable('products')
        .set({ price: money(price) })
        .where('id', '=', productId);
      test.file.transaction((db) => db.run(change));
    },
  };
}
