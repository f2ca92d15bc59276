import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, beforeEach, vi } from 'vitest';
import './dialog-focus.ts';
import { OrdersScreen } from '../../src/renderer/features/orders/orders-screen.tsx';
import type { Input, Output } from '../../src/shared/contract/index.ts';
import { calendarDate } from '../../src/shared/domain/calendar.ts';
import { money } from '../../src/shared/domain/money.ts';
import { addProduct, counterSale, type ProductDraft } from './builders.ts';
import { createOpenShop, type TestApp } from './create-test-app.ts';
import { type RenderedApp, renderWithApp } from './render-with-app.tsx';
import { typeLikeScanner } from './type-like-scanner.ts';

type Options = Parameters<typeof renderWithApp>[2];
type Place = Input<'orders.place'>;

/** An order clerk's hands on the order book of a real application. */
export type OrderDesk = {
  readonly test: TestApp;
  /** Puts a product on the shelf; answers its id. */
  product(draft?: ProductDraft): number;
  /** Places an order for delivery or pickup, unpaid unless the change pays it; answers its number. */
  order(lines: Place['lines'], change?: Partial<Place>): Promise<number>;
  open(at: string, options?: Options): Promise<RenderedApp>;
  settle(): Promise<void>;
  press(key: string, more?: KeyboardEventInit): Promise<void>;
  click(name: string | RegExp): Promise<void>;
  /** Opens a menu and presses what stands in it. */
  choose(menu: string | RegExp, item: string | RegExp): Promise<void>;
  type(label: string | RegExp, words: string): Promise<void>;
  scan(code: string): Promise<void>;
  get(orderId: number): Promise<Output<'orders.get'>>;
};

export function cash(amount: number): Place['tenders'] {
  return [{ tenderId: 1, amount: money(amount), reference: '' }];
}

export function card(amount: number): Place['tenders'] {
  return [{ tenderId: 2, amount: money(amount), reference: '4421' }];
}

/** An order book for each test of the file, in an open shop of its own. */
export function orderDeskForTests(): OrderDesk {
  let test: TestApp;
  let shown: RenderedApp | undefined;
  let placed = 0;
  beforeEach(async () => {
    test = await createOpenShop();
    placed = 0;
    vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(600);
  });
  afterEach(async () => {
    shown?.unmount();
    cleanup();
    vi.restoreAllMocks();
    await test.close();
  });
  const settle = async () => shown?.settle();
  const click = async (name: string | RegExp) => {
    act(() => void fireEvent.click(screen.getByRole('button', { name })));
    await settle();
  };
  return {
    get test() {
      return test;
    },
    product: (draft = {}) => addProduct(test, { stock: 20, ...draft }),
    async order(lines, change = {}) {
      placed += 1;
      const delivery = { name: 'Ana Łuczak', phone: '555-1', address: '2 Low Street\nLeeds' };
      const date = calendarDate(20261125);
      const order: Partial<Place> = { kind: 'delivery', delivery: { ...delivery, date }, tenders: [] };
      const input = counterSale(lines, { cartId: `order-${placed}`, ...order, ...change });
      return (await test.ask('orders.place', input)).orderId;
    },
    async open(at, options = {}) {
      shown?.unmount();
      shown = await renderWithApp(<OrdersScreen />, test, { at, ...options });
      return shown;
    },
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
    click,
    async choose(menu, item) {
      await click(menu);
      act(() => void fireEvent.click(screen.getByRole('menuitem', { name: item })));
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
    get: (orderId) => test.ask('orders.get', { orderId }),
  };
}
