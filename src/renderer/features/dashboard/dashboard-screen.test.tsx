import { act, cleanup, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addProduct, counterSale, line } from '../../../../test/support/builders.ts';
import { createOpenShop, type TestApp } from '../../../../test/support/create-test-app.ts';
import { renderWithApp } from '../../../../test/support/render-with-app.tsx';
import type { Input } from '../../../shared/contract/index.ts';
import { calendarDate } from '../../../shared/domain/calendar.ts';
import { DashboardScreen } from './dashboard-screen.tsx';
import { filledPixels } from './stock-bars.tsx';

let test: TestApp;
beforeEach(async () => {
  test = await createOpenShop();
});
afterEach(async () => {
  cleanup();
  await test.close();
});

const hour = 3_600_000;
const day = 24 * hour;
const figures = () => screen.getByRole('region', { name: 'Figures of today' }).textContent;
const list = (name: string) => within(screen.getByRole('list', { name })).getAllByRole('listitem');

function pickup(date: number): Partial<Input<'orders.place'>> {
  return {
    kind: 'pickup',
    delivery: { name: 'Ana', phone: '', address: '', date: calendarDate(date) },
    tenders: [],
  };
}

describe('the dashboard', () => {
  it('says plainly that nothing was sold yet', async () => {
    await renderWithApp(<DashboardScreen />, test, { at: '#/dashboard' });
    expect(figures()).toContain('Sales today£0.00the same as on Sun 15, this time');
    expect(figures()).toContain('No orders yet this month');
    expect(screen.getByText('Nothing is sold today yet.')).toBeTruthy();
    expect(screen.getByText('Nothing is due today, and nothing is late.')).toBeTruthy();
  });

  it('compares with the same weekday and counts a new sale by itself', async () => {
    const mug = addProduct(test, { name: 'Mug', price: 1000, stock: 50 });
    const now = test.now;
    test.now = now - 7 * day;
    await test.ask('orders.place', counterSale([line(mug, 2, 1000)], { cartId: 'a' }));
    test.now = now;
    await test.ask('session.signIn', { staffId: 1, password: 'larch-otter-7-lantern' });
    await test.ask('orders.place', counterSale([line(mug, 3, 1000)], { cartId: 'b' }));
    const { settle } = await renderWithApp(<DashboardScreen />, test, { at: '#/dashboard' });
    expect(figures()).toContain('Sales today£30.00up 50% on Sun 15, this time');
    expect(figures()).toContain('Orders today1the same as on Sun 15, this time');
    await act(() => test.ask('orders.place', counterSale([line(mug, 1, 1000)], { cartId: 'c' })));
    await settle();
    expect(figures()).toContain('Sales today£40.00up 100% on Sun 15, this time');
    expect(figures()).toContain('Orders today2up 100%');
    expect(screen.getByRole('link', { name: 'Sales today' }).getAttribute('href')).toBe(
      '#/orders?days=today',
    );
  });

  it('lists what is late before what is due, and leads to each', async () => {
    const mug = addProduct(test, { name: 'Mug', price: 1000, stock: 50 });
    const sell = (date: number, cartId: string) =>
      test.ask('orders.place', counterSale([line(mug, 1, 1000)], { cartId, ...pickup(date) }));
    const now = test.now;
    test.now = now - 3 * day;
    await sell(20261122, 'a');
    await sell(20261120, 'b');
    await sell(20261125, 'c');
    await sell(20261121, 'd');
    test.now = now;
    await test.ask('session.signIn', { staffId: 1, password: 'larch-otter-7-lantern' });
    await renderWithApp(<DashboardScreen />, test, { at: '#/dashboard' });
    const rows = list('To hand over').map((row) => row.textContent);
    expect(rows).toEqual(['Order 2Ana2 days late10.00', 'Order 4Ana1 day late10.00', 'Order 1Anatoday10.00']);
    expect(screen.getByRole('link', { name: '4 open orders' })).toBeTruthy();
    within(list('To hand over')[0] as HTMLElement)
      .getByRole('button')
      .click();
    expect(window.location.hash).toBe('#/orders/2');
  });

  it('puts what is sold beyond the stock before what runs low', async () => {
    addProduct(test, { name: 'Cup', price: 500, stock: 4 });
    const mug = addProduct(test, { name: 'Mug', price: 1000, stock: 1 });
    await test.ask('orders.place', counterSale([line(mug, 3, 1000)], { oversellAccepted: [mug] }));
    await renderWithApp(<DashboardScreen />, test, { at: '#/dashboard' });
    expect(list('Running low').map((row) => row.textContent)).toEqual([
      'Mugreorder at 52 short',
      'Cupreorder at 54 left',
    ]);
    expect(figures()).toContain('Low stock2Least left: Mug');
  });
});

it('draws a little even where nothing is left, and never more than all', () => {
  const filled = (available: number, reorderLevel: number) =>
    filledPixels({ available: available as never, reorderLevel: reorderLevel as never });
  expect([filled(-5000, 5000), filled(0, 5000), filled(1, 5_000_000), filled(5000, 0)]).toEqual([3, 3, 3, 3]);
  expect(filled(2500, 5000)).toBe(16);
  expect(filled(9_000_000, 5000)).toBe(32);
});
