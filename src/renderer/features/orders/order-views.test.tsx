import { act, fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { line } from '../../../../test/support/builders.ts';
import { card, orderDeskForTests } from '../../../../test/support/order-desk.tsx';
import type { Caller } from '../../../main/app/create-app.ts';
import { calendarDate } from '../../../shared/domain/calendar.ts';

const desk = orderDeskForTests();
const mugs = (count: number, price = 1000) =>
  line(desk.product({ name: 'Mug', price }), count, price, { name: 'Mug' });
const today = {
  delivery: { name: 'Bo', phone: '', address: '1 Low Street', date: calendarDate(20261122) },
};
const rows = () =>
  within(screen.getByRole('grid', { name: 'Orders' }))
    .getAllByRole('row')
    .slice(1)
    .map((row) => within(row).getAllByRole('gridcell')[1]?.textContent);
const columns = () => screen.getAllByRole('columnheader').map((header) => header.textContent);
const shownView = () => screen.getByRole('button', { name: /^View: / }).getAttribute('aria-label');
const press = (name: string | RegExp, role = 'button') => {
  act(() => void fireEvent.click(screen.getByRole(role, { name })));
  return desk.settle();
};
const save = (name: string, query: Record<string, string>, shared = false) =>
  desk.test.ask('views.create', { list: 'orders', name, query, shared });

/** Order 1 for today, 2 later and paid by card. */
async function twoOrders(): Promise<void> {
  await desk.order([mugs(1)], today);
  await desk.order([mugs(2)], { tenders: card(2000) });
}

describe('views of the order book', () => {
  it('open by a key, and Back leads to the one before', async () => {
    await twoOrders();
    await desk.open('#/orders');
    expect(shownView()).toBe('View: All orders');
    await desk.press('v', { altKey: true, code: 'KeyV' });
    await press('Due today', 'menuitem');
    expect(window.location.hash).toBe('#/orders?status=due');
    expect([shownView(), rows()]).toEqual(['View: Due today', ['1']]);
    await press(/^View: /);
    await press('Awaiting payment', 'menuitem');
    expect(window.location.hash).toBe('#/orders?payment=awaiting');
    act(() => window.history.back());
    await desk.settle();
    await desk.settle();
    expect([shownView(), rows()]).toEqual(['View: Due today', ['1']]);
  });

  it('are saved with filters, order and columns, changed, and taken back as they were saved', async () => {
    await twoOrders();
    await desk.open('#/orders?kind=delivery&sort=total&columns=customer.total');
    expect(shownView()).toBe('View: Own filters');
    await press(/^View: /);
    await press('Save as a view…', 'menuitem');
    await press('Save view');
    expect(screen.getByText('Give it a name.')).toBeTruthy();
    await desk.type('Name', 'By worth');
    await press('Save view');
    expect(screen.getByText('The view “By worth” is saved.')).toBeTruthy();
    expect(window.location.hash).toContain('view=1');
    expect(shownView()).toBe('View: By worth');
    expect((await desk.test.ask('views.list', { list: 'orders' })).views).toMatchObject([
      {
        name: 'By worth',
        query: { kind: 'delivery', sort: 'total', columns: 'customer.total' },
        shared: false,
      },
    ]);
    await press('Remove filter Delivery');
    expect(shownView()).toBe('View: By worth, changed');
    await press(/^View: /);
    await press('Back to “By worth” as saved', 'menuitem');
    expect([shownView(), columns()]).toEqual(['View: By worth', ['', 'Order', 'Customer', 'Total']]);
    await press('Remove filter Delivery');
    await press(/^View: /);
    await press('Save changes to “By worth”', 'menuitem');
    expect(screen.getByText('The view “By worth” shows this now.')).toBeTruthy();
    expect(shownView()).toBe('View: By worth');
    expect((await desk.test.ask('views.list', { list: 'orders' })).views[0]?.query).toEqual({
      ...{ sort: 'total', columns: 'customer.total' },
    });
  });

  it('say when a name is taken, and are shared by who may change the settings only', async () => {
    await save('Late', { status: 'overdue' });
    await desk.open('#/orders?kind=pickup');
    await press(/^View: /);
    await press('Save as a view…', 'menuitem');
    await desk.type('Name', 'late');
    await press('Save view');
    expect(screen.getByText('There is a view called late already. Choose another name.')).toBeTruthy();
    act(() => void fireEvent.click(screen.getByRole('checkbox', { name: /^For everybody/ })));
    await press('Save view');
    expect((await desk.test.ask('views.list', { list: 'orders' })).views[0]).toMatchObject({ shared: true });
    const { staffId } = await desk.test.ask('staff.add', { name: 'Carl', role: 'cashier', pin: '730184' });
    const caller: Caller = { kind: 'window', windowId: 3 };
    await desk.test.ask('session.signIn', { staffId, pin: '730184' }, caller);
    await desk.open('#/orders?kind=counter', { caller });
    await press(/^View: /);
    expect(screen.getByRole('menuitem', { name: 'late' })).toBeTruthy();
    expect(screen.queryByRole('menuitem', { name: 'Late' })).toBeNull();
    await press('Save as a view…', 'menuitem');
    expect(screen.queryByRole('checkbox', { name: /^For everybody/ })).toBeNull();
  });

  it('are renamed, moved and deleted, and one opens first', async () => {
    await twoOrders();
    await save('Dues', { status: 'due' });
    await save('Sent', { kind: 'delivery' });
    await desk.open('#/orders');
    await press(/^View: /);
    await press('Manage views…', 'menuitem');
    await press('Move “Sent” up');
    await press('Rename “Dues”');
    await desk.type('Name', 'For today');
    await press('Rename view');
    await press('Delete “Sent”');
    await press('Delete view');
    expect((await desk.test.ask('views.list', { list: 'orders' })).views.map(({ name }) => name)).toEqual([
      'For today',
    ]);
    await press(/This list opens with/);
    await press('For today', 'option');
    await press('Done');
    expect((await desk.test.ask('views.list', { list: 'orders' })).opensWith).toBe('1');
    await desk.open('#/orders');
    expect(window.location.hash).toBe('#/orders?status=due&view=1');
    expect([shownView(), rows()]).toEqual(['View: For today', ['1']]);
    await press(/^View: /);
    await press('All orders', 'menuitem');
    expect(rows()).toEqual(['2', '1']);
    expect(shownView()).toBe('View: All orders');
    await desk.open(window.location.hash);
    expect(rows()).toEqual(['2', '1']);
  });

  it('that are cleared stay cleared, whatever opens first', async () => {
    await twoOrders();
    await desk.test.ask('views.openWith', { list: 'orders', view: 'due' });
    await desk.open('#/orders');
    expect(rows()).toEqual(['1']);
    await press('Remove filter Due today');
    expect(rows()).toEqual(['2', '1']);
    expect(window.location.hash).toBe('#/orders?view=all');
  });
});
