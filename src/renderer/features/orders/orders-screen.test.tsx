import { act, cleanup, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { addProduct, counterSale, line } from '../../../../test/support/builders.ts';
import { createOpenShop, type TestApp } from '../../../../test/support/create-test-app.ts';
import { renderWithApp } from '../../../../test/support/render-with-app.tsx';
import type { Input } from '../../../shared/contract/index.ts';
import { calendarDate } from '../../../shared/domain/calendar.ts';
import { percent } from '../../../shared/domain/rate.ts';
import { OrdersScreen } from './orders-screen.tsx';

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

const delivery = (date: number): Partial<Input<'orders.place'>> => ({
  kind: 'delivery',
  delivery: { name: 'Ana Łuczak', phone: '555-1', address: '2 Low Street\nLeeds', date: calendarDate(date) },
  tenders: [],
});

/** Order 1 at the counter with a discount, order 2 for delivery and unpaid, order 3 at the counter. */
async function sellThree(): Promise<void> {
  const cake = addProduct(test, { name: 'Carrot cake', sku: 'CAK-1', price: 420, stock: 20 });
  const mug = addProduct(test, { name: 'Mug', price: 1450, stock: 1 });
  await test.ask(
    'orders.place',
    counterSale(
      [line(cake, 2, 420, { name: 'Carrot cake', discount: { kind: 'percent', rate: percent(10) } })],
      {
        tenders: [{ tenderId: 1, amount: 1000 as never, reference: '' }],
      },
    ),
  );
  await test.ask(
    'orders.place',
    counterSale([line(cake, 1, 420, { name: 'Carrot cake' })], delivery(20261125)),
  );
  await test.ask(
    'orders.place',
    counterSale([line(mug, 3, 1450, { name: 'Mug', note: 'Gift wrap' })], { oversellAccepted: [mug] }),
  );
}

const grid = () => screen.getByRole('grid', { name: 'Orders' });
const rowNames = () =>
  within(grid())
    .getAllByRole('row')
    .slice(1)
    .map((row) => within(row).getAllByRole('gridcell')[1]?.textContent);
const typeSearch = (words: string) =>
  fireEvent.change(screen.getByRole('searchbox', { name: 'Search orders' }), { target: { value: words } });
const panel = (name: string) => screen.getByRole('complementary', { name });

describe('the list of orders', () => {
  it('says so when there are none, and leads to the till', async () => {
    await renderWithApp(<OrdersScreen />, test, { at: '#/orders' });
    expect(screen.getByText('No orders yet')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Go to the till' }));
    expect(window.location.hash).toBe('#/sell');
  });

  it('shows orders newest first and a new one at once', async () => {
    await sellThree();
    const { settle } = await renderWithApp(<OrdersScreen />, test, { at: '#/orders' });
    expect(rowNames()).toEqual(['3', '2', '1']);
    expect(screen.getByText('3 orders, £55.26')).toBeTruthy();
    const [, second] = within(grid()).getAllByRole('row').slice(1);
    expect(second?.textContent).toContain('Ana Łuczak');
    expect(second?.textContent).toContain('Order Received');
    expect(second?.textContent).toContain('Unpaid');
    await act(() => test.ask('orders.place', counterSale([line(1, 1, 420)])));
    await settle();
    expect(rowNames()).toEqual(['4', '3', '2', '1']);
  });

  it('narrows by words and filters, and clears them with one press', async () => {
    await sellThree();
    const { settle } = await renderWithApp(<OrdersScreen />, test, { at: '#/orders?status=open' });
    expect(rowNames()).toEqual(['2']);
    fireEvent.click(screen.getByRole('button', { name: 'Remove filter Open' }));
    typeSearch('mug');
    await settle();
    expect(rowNames()).toEqual(['3']);
    expect(window.location.hash).toBe('#/orders?text=mug');
    typeSearch('nothing like it');
    await settle();
    expect(screen.getByText('No order fits')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Clear all' }));
    await settle();
    expect(rowNames()).toEqual(['3', '2', '1']);
    expect(window.location.hash).toBe('#/orders');
  });

  it('opens a panel that follows the arrows, and closes it with Escape', async () => {
    await sellThree();
    const { settle } = await renderWithApp(<OrdersScreen />, test, { at: '#/orders' });
    const [first] = within(grid()).getAllByRole('row').slice(1);
    fireEvent.click(first as Element);
    await settle();
    expect(within(panel('Order 3')).getByText('Gift wrap')).toBeTruthy();
    grid().focus();
    fireEvent.keyDown(grid(), { key: 'ArrowDown' });
    await settle();
    expect(within(panel('Order 2')).getByText(/2 Low Street/)).toBeTruthy();
    fireEvent.click(within(panel('Order 2')).getByRole('button', { name: 'Next' }));
    await settle();
    fireEvent.keyDown(grid(), { key: 'ArrowUp' });
    await settle();
    expect(panel('Order 2')).toBeTruthy();
    fireEvent.keyDown(window, { key: 'Escape' });
    expect(screen.queryByRole('complementary')).toBe(null);
    expect(rowNames()).toEqual(['3', '2', '1']);
  });

  it('reaches the search with F2 and the slash, and opens what was typed', async () => {
    await sellThree();
    const { settle } = await renderWithApp(<OrdersScreen />, test, { at: '#/orders' });
    const box = screen.getByRole('searchbox', { name: 'Search orders' });
    fireEvent.keyDown(document.body, { key: '/' });
    expect(document.activeElement).toBe(box);
    grid().focus();
    fireEvent.keyDown(grid(), { key: 'F2' });
    expect(document.activeElement).toBe(box);
    typeSearch('carrot');
    await settle();
    fireEvent.keyDown(box, { key: 'Enter' });
    await settle();
    expect(panel('Order 2')).toBeTruthy();
    typeSearch('#1');
    await settle();
    fireEvent.keyDown(box, { key: 'Enter' });
    await settle();
    expect(window.location.hash).toBe('#/orders/1');
  });

  it('reads on by keyset as the end comes near', async () => {
    const cake = addProduct(test, { price: 420, stock: 200 });
    for (let count = 0; count < 70; count += 1)
      await test.ask('orders.place', counterSale([line(cake, 1, 420)], { cartId: `cart-${count}` }));
    vi.spyOn(HTMLElement.prototype, 'scrollHeight', 'get').mockReturnValue(2440);
    const { settle } = await renderWithApp(<OrdersScreen />, test, { at: '#/orders' });
    expect(screen.getByText('70 orders, £294.00')).toBeTruthy();
    grid().scrollTop = 1800;
    fireEvent.scroll(grid());
    await settle();
    expect(screen.getByText('70 orders, £294.00')).toBeTruthy();
  });
});

describe('one order', () => {
  it('comes to its total in words, with payments, change and what happened', async () => {
    await sellThree();
    const { container } = await renderWithApp(<OrdersScreen />, test, { at: '#/orders/1' });
    expect(screen.getByRole('heading', { level: 1, name: 'Order 1' })).toBeTruthy();
    const said = container.textContent ?? '';
    expect(said).toContain('2 × 4.20');
    expect(said).toContain('CAK-1');
    expect(said).toContain('Discount 10%, −0.84');
    expect(said).toContain('including VAT 20%');
    expect(said).toContain('10.00 given, 2.44 change');
    expect(said).toContain('Placed at the counter, £7.56');
    expect(said).toContain('£7.56 paid, Cash');
    expect(screen.getByRole('article', { name: 'Order 1' }).textContent).toContain('Corner Shop');
    expect(said).not.toContain('Still to pay');
  });

  it('says what is open, and what was sold beyond the stock', async () => {
    await sellThree();
    const second = await renderWithApp(<OrdersScreen />, test, { at: '#/orders/2' });
    expect(second.container.textContent).toContain('Still to pay4.20');
    expect(second.container.textContent).toContain('Nothing is paid yet.');
    second.unmount();
    const third = await renderWithApp(<OrdersScreen />, test, { at: '#/orders/3' });
    expect(third.container.textContent).toContain('Mug: 3 sold with 1 on hand');
  });

  it('prints its receipt, tells so, and counts the copy', async () => {
    await sellThree();
    const { settle, container } = await renderWithApp(<OrdersScreen />, test, { at: '#/orders/1' });
    fireEvent.click(screen.getByRole('button', { name: 'Print' }));
    fireEvent.click(screen.getByRole('menuitem', { name: /^Print receipt/ }));
    await settle();
    expect(screen.getByText('The receipt of order 1 is printed.')).toBeTruthy();
    expect(container.textContent).toContain('Receipt printed');
    fireEvent.keyDown(document.body, { key: 'p', ctrlKey: true });
    await settle();
    expect(container.textContent).toContain('Receipt printed again, copy 2');
    expect(test.desktop.printed).toHaveLength(2);
  });

  it('says which number there is no order of, whatever stands in the address', async () => {
    const { unmount } = await renderWithApp(<OrdersScreen />, test, { at: '#/orders/99' });
    expect(screen.getByText('There is no order 99')).toBeTruthy();
    unmount();
    await renderWithApp(<OrdersScreen />, test, { at: '#/orders/%3Cb%3E' });
    expect(screen.getByText('There is no order <b>')).toBeTruthy();
  });
});
