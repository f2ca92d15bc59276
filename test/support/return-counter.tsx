import { act, cleanup, createEvent, fireEvent, screen } from '@testing-library/react';
import { afterEach, beforeEach } from 'vitest';
import './dialog-focus.ts';
import { ReturnsScreen } from '../../src/renderer/features/returns/returns-screen.tsx';
import type { Input } from '../../src/shared/contract/index.ts';
import { addProduct, counterSale, line } from './builders.ts';
import { createOpenShop, type TestApp } from './create-test-app.ts';
import { type RenderedApp, renderWithApp } from './render-with-app.tsx';

type Options = Parameters<typeof renderWithApp>[2];

/** The counter where goods come back: its screen on a real application, and a person's hands on it. */
export type ReturnCounter = {
  readonly test: TestApp;
  /** Carrot cake, 4.20, barcode 4006381333931. */
  readonly cake: number;
  /** Blue mug, 14.50, barcode 96385074. */
  readonly mug: number;
  /** Three cakes and a mug, 27.10, paid as said, in cash where nothing is. */
  sell(more?: Partial<Input<'orders.place'>>): Promise<void>;
  open(at?: string, options?: Options): Promise<void>;
  /** Leaves the screen as going to another one does. */
  leave(): void;
  settle(): Promise<void>;
  /** A key where the focus is. */
  press(key: string, more?: KeyboardEventInit): Promise<void>;
  click(name: string | RegExp): Promise<void>;
  type(label: string | RegExp, words: string): Promise<void>;
  scan(code: string): Promise<void>;
  quantityOf(name: string): HTMLInputElement;
  /** A figure that is read across the counter: "To give back". */
  figure(name: string): string | null;
  dialog(): string;
  onHand(productId: number): Promise<number>;
};

/** A counter for each test of the file, in an open shop of its own. */
export function returnCounterForTests(): ReturnCounter {
  let test: TestApp;
  let shown: RenderedApp | undefined;
  let cake = 0;
  let mug = 0;
  beforeEach(async () => {
    test = await createOpenShop();
    const more = { sku: 'CAK-1', barcode: '4006381333931' };
    cake = addProduct(test, { name: 'Carrot cake', price: 420, stock: 20, ...more });
    mug = addProduct(test, { name: 'Blue mug', sku: 'MUG-1', price: 1450, stock: 5, barcode: '96385074' });
  });
  afterEach(async () => {
    shown?.unmount();
    cleanup();
    await test.close();
  });
  const settle = async () => shown?.settle();
  return {
    get test() {
      return test;
    },
    get cake() {
      return cake;
    },
    get mug() {
      return mug;
    },
    async sell(more = {}) {
      const cakes = line(cake, 3, 420, { name: 'Carrot cake' });
      const mugs = line(mug, 1, 1450, { name: 'Blue mug' });
      await test.ask('orders.place', counterSale([cakes, mugs], more));
    },
    async open(at = '#/returns?order=1', options = {}) {
      shown = await renderWithApp(<ReturnsScreen />, test, { at, ...options });
    },
    leave: () => shown?.unmount(),
    settle,
    async press(key, more = {}) {
      const target = document.activeElement ?? document.body;
      act(() => {
        const isTaken = !fireEvent.keyDown(target, { key, ...more });
        fireEvent.keyUp(target, { key, ...more });
        // What a browser does with Enter in a field, or on a button, that did not want it.
        if (key !== 'Enter' || isTaken) return;
        if (target instanceof HTMLInputElement) target.form?.requestSubmit();
      });
      await settle();
    },
    async click(name) {
      // What lies on top comes last.
      const button = screen.getAllByRole('button', { name }).at(-1);
      act(() => void fireEvent.click(button as Element));
      await settle();
    },
    async type(label, words) {
      act(() => void fireEvent.change(screen.getByLabelText(label), { target: { value: words } }));
      await settle();
    },
    async scan(code) {
      act(() => typeLikeScanner(code));
      await settle();
    },
    quantityOf: (name) => screen.getByRole('textbox', { name: `Quantity of ${name} that comes back` }),
    figure: (name) => screen.getByRole('status', { name }).textContent,
    dialog: () => screen.getByRole('dialog').textContent ?? '',
    async onHand(productId) {
      return (await test.ask('stock.get', { productId })).onHand;
    },
  };
}

/** Five milliseconds from key to key by the keys' own times, then Enter. */
function typeLikeScanner(code: string): void {
  const start = performance.now();
  [...code, 'Enter'].forEach((key, index) => {
    const target = document.activeElement ?? document.body;
    const event = createEvent.keyDown(target, { key });
    Object.defineProperty(event, 'timeStamp', { value: start + index * 5 });
    fireEvent(target, event);
  });
}
