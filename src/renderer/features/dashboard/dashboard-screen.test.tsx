import { act, cleanup, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addProduct, counterSale, line } from '../../../../test/support/builders.ts';
import { createOpenShop, type TestApp } from '../../../../test/support/create-test-app.ts';
import { renderWithApp } from '../../../../test/support/render-with-app.tsx';
import { signInAs } from '../../../../test/support/stock-builder.ts';
import type { Input } from '../../../shared/contract/index.ts';
import { calendarDate } from '../../../shared/domain/calendar.ts';
import { money } from '../../../shared/domain/money.ts';
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

const day = 86_400_000;
const figures = () => screen.getByRole('region', { name: 'Figures of today' }).textContent;
const list = (name: string) => within(screen.getByRole('list', { name })).getAllByRole('listitem');

function pickup(date: number): Partial<Input<'orders.place'>> {
  return {
    kind: 'pickup',
    delivery: { name: 'Ana', phone: '', address: '', date: calendarDate(date) },
    tenders: [],
  };
}

/** Four pickups: for today, for two days ago, for a day to come, for yesterday. */
async function lateOrders({ paid = false } = {}): Promise<void> {
  const mug = addProduct(test, { name: 'Mug', price: 1000, stock: 50 });
  const sell = (date: number, cartId: string) =>
    test.ask(
      'orders.place',
      counterSale([line(mug, 1, 1000)], {
        ...{ cartId, ...pickup(date) },
        ...(paid ? { tenders: [{ tenderId: 2, amount: money(1000), reference: 'A1' }] } : {}),
      }),
    );
  const now = test.now;
  test.now = now - 3 * day;
  await sell(20261122, 'a');
  await sell(20261120, 'b');
  await sell(20261125, 'c');
  await sell(20261121, 'd');
  test.now = now;
  await test.ask('session.signIn', { staffId: 1, password: 'larch-otter-7-lantern' });
}

describe('the dashboard', () => {
  it('says plainly that nothing was sold yet', async () => {
    await renderWithApp(<DashboardScreen />, test, { at: '#/dashboard' });
    expect(figures()).toContain('Sales today£0.00the same as on Sun 15, this time');
    expect(figures()).toContain('No orders yet this month');
    expect(figures()).toContain('Open orders0the same as yesterday evening');
    expect(figures()).toContain('Awaiting refund£0.00No refund is waiting');
    expect(screen.getByText('Nothing is sold today yet.')).toBeTruthy();
    expect(screen.getByText('Nothing is due today, and nothing is late.')).toBeTruthy();
    expect(screen.getByText('No money is waiting to go back.')).toBeTruthy();
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
    expect(figures()).toContain('New orders today1the same as on Sun 15, this time');
    await act(() => test.ask('orders.place', counterSale([line(mug, 1, 1000)], { cartId: 'c' })));
    await settle();
    expect(figures()).toContain('Sales today£40.00up 100% on Sun 15, this time');
    expect(figures()).toContain('New orders today2up 100%');
  });

  it('leads from each figure to its report or its list, and to its explanation', async () => {
    await renderWithApp(<DashboardScreen />, test, { at: '#/dashboard' });
    const cards = within(screen.getByRole('region', { name: 'Figures of today' }));
    expect(cards.getAllByRole('link').map((link) => [link.textContent, link.getAttribute('href')])).toEqual([
      ['Sales today', '#/reports/sales?range=today&by=hour'],
      ['New orders today', '#/orders?days=today'],
      ['Average order this month', '#/reports/average-order?range=this-month&by=day'],
      ['Open orders', '#/orders?status=open'],
      ['Awaiting refund', '#/refunds?state=awaiting'],
      ['Low stock', '#/reports/low-stock'],
    ]);
    const explain = cards.getAllByRole('button');
    expect(explain).toHaveLength(6);
    act(() => explain[2]?.click());
    expect(window.location.hash).toBe(
      '#/dashboard?explain=averageOrder&explain-from=2026-11-01&explain-to=2026-11-22',
    );
  });

  it('compares the average with the same days of last month and with the whole of it, each said so', async () => {
    const mug = addProduct(test, { name: 'Mug', price: 1000, stock: 50 });
    const now = test.now;
    const sell = async (daysAgo: number, pieces: number, cartId: string) => {
      test.now = now - daysAgo * day;
      await test.ask('session.signIn', { staffId: 1, password: 'larch-otter-7-lantern' });
      await test.ask('orders.place', counterSale([line(mug, pieces, 1000)], { cartId }));
    };
    await sell(31, 2, 'a');
    await sell(25, 4, 'b');
    await sell(0, 3, 'c');
    await renderWithApp(<DashboardScreen />, test, { at: '#/dashboard' });
    expect(figures()).toContain(
      'Average order this month£30.00up 50% on 1 Oct to 22 Octthe same as in all of Oct 2026',
    );
  });

  it('lists what is late before what is due, and leads to each', async () => {
    await lateOrders();
    await renderWithApp(<DashboardScreen />, test, { at: '#/dashboard' });
    const rows = list('To hand over').map((row) => row.textContent);
    expect(rows).toEqual([
      'Order 2Ana2 days late10.00Take payment',
      'Order 4Ana1 day late10.00Take payment',
      'Order 1Anatoday10.00Take payment',
    ]);
    expect(figures()).toContain('Open orders4the same as yesterday evening2 overdue, 1 due today');
    expect(screen.getByRole('link', { name: '4 open orders' })).toBeTruthy();
    within(list('To hand over')[0] as HTMLElement)
      .getAllByRole('button')[0]
      ?.click();
    expect(window.location.hash).toBe('#/orders/2');
  });

  it('does the next step of an order in its row, and never hands over what is not paid', async () => {
    await lateOrders({ paid: true });
    const { settle } = await renderWithApp(<DashboardScreen />, test, { at: '#/dashboard' });
    const step = (number: number) => screen.getByRole('button', { name: `Hand over: order ${number}` });
    act(() => step(2).click());
    await settle();
    expect(screen.getByText('Order 2 is handed over.')).toBeTruthy();
    expect((await test.ask('orders.get', { orderId: 2 })).status).toBe('delivered');
    // What was opened while others are renewed within the second.
    await act(() => new Promise((resolve) => setTimeout(resolve, 1100)));
    await settle();
    expect(list('To hand over').map((row) => row.textContent?.slice(0, 7))).toEqual(['Order 4', 'Order 1']);
    await test.ask('orders.place', counterSale([line(1, 1, 1000)], { cartId: 'z', ...pickup(20261122) }));
    await act(() => new Promise((resolve) => setTimeout(resolve, 1100)));
    await settle();
    act(() => screen.getByRole('button', { name: 'Take payment: order 5' }).click());
    expect(window.location.hash).toBe('#/orders/5');
    expect((await test.ask('orders.get', { orderId: 5 })).status).toBe('received');
  });

  it('shows money that waits to go back, what the bank sent back first', async () => {
    await lateOrders({ paid: true });
    const cancel = { reason: 'other' as const, note: '', refundCashNow: false };
    await test.ask('orders.cancel', { orderId: 1, ...cancel });
    await test.ask('orders.cancel', { orderId: 3, ...cancel });
    await test.ask('refunds.initiate', { refundId: 2, tenderId: null, reference: '' });
    await test.ask('refunds.fail', { refundId: 2, reason: 'Account closed' });
    test.now += day;
    await test.ask('session.signIn', { staffId: 1, password: 'larch-otter-7-lantern' });
    await renderWithApp(<DashboardScreen />, test, { at: '#/dashboard' });
    expect(figures()).toContain(
      'Awaiting refund£20.002 refunds to send, 1 of them failed£20.00 from this week',
    );
    const rows = list('Refunds waiting');
    expect(rows.map((row) => row.textContent)).toEqual([
      'AnaOrder 3 · Cardfailed10.00',
      'AnaOrder 1 · Card1 day10.00',
    ]);
    within(rows[0] as HTMLElement)
      .getByRole('button')
      .click();
    expect(window.location.hash).toBe('#/refunds?state=failed&refund=2');
  });

  it('puts what is sold beyond the stock before what runs low', async () => {
    addProduct(test, { name: 'Cup', price: 500, stock: 4 });
    const mug = addProduct(test, { name: 'Mug', price: 1000, stock: 1 });
    await test.ask('orders.place', counterSale([line(mug, 3, 1000)], { oversellAccepted: [mug] }));
    await renderWithApp(<DashboardScreen />, test, { at: '#/dashboard' });
    expect(list('Running low').map((row) => row.textContent)).toEqual([
      'Mugreorder at 52 shortReceive',
      'Cupreorder at 54 leftReceive',
    ]);
    expect(figures()).toContain('Low stock2Least left: Mug');
    screen.getByRole('button', { name: 'Receive Mug' }).click();
    expect(window.location.hash).toBe(`#/stock/receive?product=${mug}`);
  });

  it('turns over by itself when a business day begins', async () => {
    const mug = addProduct(test, { name: 'Mug', price: 1000, stock: 50 });
    await test.ask('orders.place', counterSale([line(mug, 3, 1000)]));
    test.now = Date.UTC(2026, 10, 22, 23, 59, 59, 700);
    const { settle } = await renderWithApp(<DashboardScreen />, test, { at: '#/dashboard' });
    expect(screen.getByText('Sunday 22 November')).toBeTruthy();
    expect(figures()).toContain('Sales today£30.00');
    test.now += 400;
    await act(() => new Promise((resolve) => setTimeout(resolve, 400)));
    await settle();
    expect(screen.getByText('Monday 23 November')).toBeTruthy();
    expect(figures()).toContain('Sales today£0.00');
  });

  it('shows nobody what they may not see, and no step that they may not take', async () => {
    await lateOrders({ paid: true });
    const viewer = await signInAs(test, 'viewer');
    await renderWithApp(<DashboardScreen />, test, { at: '#/dashboard', caller: viewer });
    expect(list('To hand over').map((row) => row.textContent?.slice(0, 7))).toEqual([
      'Order 2',
      'Order 4',
      'Order 1',
    ]);
    expect(screen.queryByRole('button', { name: /^Hand over/u })).toBeNull();
    cleanup();
    const staffId = (await test.ask('staff.list', {})).find((one) => one.role === 'viewer')?.id ?? 0;
    const overrides = (['see-orders', 'see-products'] as const).map((right) => ({ right, granted: false }));
    await test.ask('staff.setRights', { staffId, overrides, discountCeiling: null });
    await renderWithApp(<DashboardScreen />, test, { at: '#/dashboard', caller: viewer });
    expect(figures()).toContain('Open orders4');
    expect(screen.queryByText('To hand over')).toBeNull();
    expect(screen.queryByText('Refunds waiting')).toBeNull();
    expect(screen.queryByText('Running low')).toBeNull();
  });
});

it('draws a little even where nothing is left, and never more than all', () => {
  const filled = (available: number, reorderLevel: number) =>
    filledPixels({ available: available as never, reorderLevel: reorderLevel as never });
  expect([filled(-5000, 5000), filled(0, 5000), filled(1, 5_000_000), filled(5000, 0)]).toEqual([3, 3, 3, 3]);
  expect(filled(2500, 5000)).toBe(16);
  expect(filled(9_000_000, 5000)).toBe(32);
});
