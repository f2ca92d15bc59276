import { act, cleanup, createEvent, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, vi } from 'vitest';
import './dialog-focus.ts';
import { StockScreen } from '../../src/renderer/features/stock/stock-screen.tsx';
import { createOpenShop, type TestApp } from './create-test-app.ts';
import { type RenderedApp, renderWithApp } from './render-with-app.tsx';

type Options = Parameters<typeof renderWithApp>[2];

/** The stock screen on a real application, and a person's hands on it. */
export type StockDesk = {
  readonly test: TestApp;
  /** Shows the screen at an address: `/stock/receive`. */
  open(at: string, options?: Options): Promise<void>;
  /** Leaves the screen as going to another one does, and comes back to it later. */
  leaveAndReturn(at: string): Promise<void>;
  settle(): Promise<void>;
  /** A key where the focus is. */
  press(key: string, more?: KeyboardEventInit): Promise<void>;
  /** Replaces what stands in the field that has the focus, or in the one of this name. */
  type(words: string, label?: string | RegExp): Promise<void>;
  click(name: string | RegExp): Promise<void>;
  /** The button of this name in the dialog that is open. */
  answer(name: string): Promise<void>;
  /** Chooses from a drop-down list. */
  choose(label: string, choice: string | RegExp): Promise<void>;
  scan(code: string): Promise<void>;
  focused(): string | null;
  /** The cells of each row of a table. */
  rows(label: string): (string | null)[][];
  notices(): string;
};

/** A desk for each test of the file, in an open shop of its own. */
export function stockDeskForTests(): StockDesk {
  const desk = createDesk();
  beforeEach(() => desk.start());
  afterEach(() => desk.end());
  return desk;
}

function createDesk(): StockDesk & { start(): Promise<void>; end(): Promise<void> } {
  let test: TestApp;
  let shown: RenderedApp | undefined;
  const settle = async () => shown?.settle();
  const doing = async (work: () => void) => {
    act(work);
    await settle();
  };
  return {
    get test() {
      return test;
    },
    async start() {
      test = await createOpenShop();
      vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(600);
    },
    async end() {
      shown?.unmount();
      cleanup();
      vi.restoreAllMocks();
      await test.close();
    },
    async open(at, options = {}) {
      shown = await renderWithApp(<StockScreen />, test, { at: `#${at}`, ...options });
    },
    leaveAndReturn: async (at) => {
      await doing(() => {
        window.location.hash = '#/stock/check';
        fireEvent(window, new HashChangeEvent('hashchange'));
      });
      await doing(() => {
        window.location.hash = `#${at}`;
        fireEvent(window, new HashChangeEvent('hashchange'));
      });
    },
    settle,
    press: (key, more = {}) =>
      doing(() => {
        const target = document.activeElement ?? document.body;
        const isTaken = !fireEvent.keyDown(target, { key, ...more });
        fireEvent.keyUp(target, { key, ...more });
        // What a browser does with Enter in a field that did not want it.
        if (key === 'Enter' && !isTaken && target instanceof HTMLInputElement) target.form?.requestSubmit();
      }),
    type: (words, label) =>
      doing(() => {
        const field = label === undefined ? document.activeElement : screen.getByLabelText(label);
        if (!(field instanceof HTMLInputElement))
          throw new Error(`Nothing to type into: ${field?.outerHTML}`);
        field.focus();
        fireEvent.change(field, { target: { value: words } });
      }),
    click: (name) => doing(() => void fireEvent.click(screen.getByRole('button', { name }))),
    answer: (name) =>
      doing(() => {
        const dialog = screen.queryByRole('alertdialog') ?? screen.getByRole('dialog');
        fireEvent.click(within(dialog).getByRole('button', { name }));
      }),
    async choose(label, choice) {
      await doing(() => void fireEvent.click(screen.getByRole('button', { name: new RegExp(`${label}$`) })));
      await doing(() => void fireEvent.click(screen.getByRole('option', { name: choice })));
    },
    scan: (code) => doing(() => typeLikeScanner(code)),
    focused: () => document.activeElement?.getAttribute('aria-label') ?? null,
    rows: (label) =>
      within(screen.getByRole('grid', { name: label }))
        .getAllByRole('row')
        .slice(1)
        .map((row) =>
          within(row)
            .getAllByRole('gridcell')
            .map((cell) => cell.textContent),
        ),
    notices: () => screen.getByRole('region', { name: 'Notices' }).textContent ?? '',
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
