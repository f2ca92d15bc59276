import { act, fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { line } from '../../../../test/support/builders.ts';
import { card, orderDeskForTests } from '../../../../test/support/order-desk.tsx';
import type { Caller } from '../../../main/app/create-app.ts';
import { calendarDate } from '../../../shared/domain/calendar.ts';
import { money } from '../../../shared/domain/money.ts';

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

describe('filters of the order book', () => {
  it('are many, each a chip that goes with one press', async () => {
    await twoOrders();
    await desk.open('#/orders');
    await desk.press('f', { altKey: true, code: 'KeyF' });
    await desk.type('Total from', '15');
    await press('Show orders');
    expect(window.location.hash).toBe('#/orders?least=1500');
    expect(rows()).toEqual(['2']);
    expect(screen.getByText('1 order, £20.00')).toBeTruthy();
    await press('More filters, 1 on');
    await press(/Paid by/);
    await press('Card', 'option');
    act(() => void fireEvent.click(screen.getByRole('checkbox', { name: 'A note' })));
    await press('Show orders');
    expect(screen.getByText('No order fits')).toBeTruthy();
    for (const chip of ['by Card', 'A note', 'from £15.00'])
      expect(screen.getByRole('button', { name: `Remove filter ${chip}` })).toBeTruthy();
    await press('Lift “A note”: 1 order');
    expect(rows()).toEqual(['2']);
    await press('Clear all');
    expect([window.location.hash, rows()]).toEqual(['#/orders', ['2', '1']]);
  });

  it('find a product’s orders, searched for by its name', async () => {
    await twoOrders();
    const tea = desk.product({ name: 'Harbour tea', price: 500 });
    await desk.order([line(tea, 1, 500)]);
    await desk.open('#/orders');
    await press('More filters');
    await desk.type('With the product', 'harb');
    act(() => void fireEvent.click(screen.getByRole('option', { name: 'Harbour tea' })));
    await desk.settle();
    await press('Show orders');
    expect(rows()).toEqual(['3']);
    expect(screen.getByRole('button', { name: 'Remove filter with Harbour tea' })).toBeTruthy();
  });

  it('are put in order by a press on a column’s head', async () => {
    await desk.order([mugs(2)]);
    await desk.order([mugs(3)]);
    await desk.order([mugs(1)]);
    await desk.open('#/orders');
    await press('Total');
    expect([window.location.hash, rows()]).toEqual(['#/orders?sort=total&up=1', ['3', '1', '2']]);
    await press('Total');
    expect([window.location.hash, rows()]).toEqual(['#/orders?sort=total', ['2', '1', '3']]);
  });

  it('have the columns that were chosen, items among them in plain words', async () => {
    await desk.order([mugs(2)]);
    await desk.open('#/orders');
    await press('Choose columns');
    for (const name of ['Items', 'Address'])
      act(() => void fireEvent.click(screen.getByRole('checkbox', { name })));
    await press('Done');
    expect(columns()).toEqual(expect.arrayContaining(['Items', 'Address', 'Total']));
    expect(screen.getByText('2 × Mug')).toBeTruthy();
    expect(screen.getByText('2 Low Street, Leeds')).toBeTruthy();
    await press('Choose columns');
    await press('Show the usual columns');
    expect(window.location.hash).toBe('#/orders');
  });

  it('make a file of what is shown', async () => {
    await twoOrders();
    await desk.open('#/orders?status=due&columns=customer.total');
    await desk.press('e', { ctrlKey: true });
    await press('Save as CSV');
    expect(screen.getByText('Saved Orders 2026-11-22.csv with 1 row.')).toBeTruthy();
    expect(screen.queryByRole('dialog')).toBeNull();
    const { bytes } = desk.test.desktop.saved.at(-1) ?? {};
    expect(Buffer.from(bytes as Uint8Array).toString('utf8')).toBe(
      '\ufeffOrder,Customer,Total\r\n1,Bo,10.00\r\n',
    );
  });

  it('stops a file on its way, and says that a disk is full', async () => {
    await twoOrders();
    const write = desk.test.desktop.savePieces;
    desk.test.desktop.savePieces = async () => {
      throw new Error('No space left');
    };
    await desk.open('#/orders');
    await desk.press('e', { ctrlKey: true });
    await press('Save as CSV');
    expect(screen.getByRole('alert').textContent).toContain('No space left');
    let isStopped = false;
    desk.test.desktop.savePieces = (pieces, name) =>
      write(async function* () {
        for await (const piece of pieces()) {
          yield piece;
          while (!isStopped) await new Promise((resolve) => setTimeout(resolve, 2));
        }
      }, name);
    act(() => void fireEvent.click(screen.getByRole('button', { name: 'Save as CSV' })));
    await act(() => new Promise((resolve) => setTimeout(resolve, 30)));
    act(() => void fireEvent.click(screen.getByRole('button', { name: 'Stop' })));
    await act(() => new Promise((resolve) => setTimeout(resolve, 30)));
    isStopped = true;
    await desk.settle();
    expect(screen.queryByRole('alert')).toBeNull();
    expect(screen.getByRole('button', { name: 'Save as CSV' })).toBeTruthy();
    expect(desk.test.desktop.saved).toEqual([]);
  });
});

describe('an order from the kiosk', () => {
  it('says what the customer pays by, and takes just that', async () => {
    desk.product({ name: 'Mug', price: 350, stock: 10 });
    const kiosk: Caller = { kind: 'window', windowId: 1 };
    await desk.test.ask('kiosk.enter', {});
    const password = 'sparrow-pond-4-kettle';
    const who = { username: 'ada', password, name: 'Ada Byron', phone: '1', address: 'Low Road' };
    await desk.test.ask('kiosk.register', who, kiosk);
    await desk.test.ask('kiosk.place', {
      ...{ kind: 'delivery', phone: '1', address: 'Low Road', tenderId: 3 },
      lines: [{ productId: 1, pieces: 2, unitPrice: money(350) }],
      expectedTotal: money(700),
    });
    await desk.test.ask('kiosk.leave', { name: 'Olga Owner', secret: 'larch-otter-7-lantern' });
    await desk.open('#/orders');
    await press(/^Awaiting payment 1/);
    expect([window.location.hash, rows()]).toEqual(['#/orders?payment=awaiting', ['1']]);
    await desk.open('#/orders/1');
    expect(screen.getByText('Awaiting payment by UPI')).toBeTruthy();
    expect(screen.getByText('Ordered at the kiosk, £7.00, to be paid by UPI')).toBeTruthy();
    expect(screen.getByText(/by the customer/)).toBeTruthy();
    await press(/^Take payment/);
    await desk.type('Reference of UPI', 'T-4711');
    await desk.press('Enter');
    await desk.press('Enter');
    expect((await desk.get(1)).payments).toMatchObject([
      { tenderName: 'UPI', amount: 700, reference: 'T-4711' },
    ]);
    expect(screen.queryByText('Awaiting payment by UPI')).toBeNull();
  });
});
