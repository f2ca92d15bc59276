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
const press = (name: string | RegExp, role = 'button') => {
  act(() => void fireEvent.click(screen.getByRole(role, { name })));
  return desk.settle();
};

/** Order 1 for today, 2 later and paid by card. */
async function twoOrders(): Promise<void> {
  await desk.order([mugs(1)], today);
  await desk.order([mugs(2)], { tenders: card(2000) });
}

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
    await press(/^More filters\s*1$/);
    await press(/Paid by/);
    await press('Card', 'option');
    act(() => void fireEvent.click(screen.getByRole('checkbox', { name: 'A note' })));
    await press('Show orders');
    expect(screen.getByText('No order fits')).toBeTruthy();
    for (const chip of ['by Card', 'with a note', 'total from £15.00'])
      expect(screen.getByRole('button', { name: `Remove filter ${chip}` })).toBeTruthy();
    await press('Lift “with a note”: 1 order');
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

  it('go on by themselves where main found none among those that it looked at', async () => {
    await twoOrders();
    const asked: unknown[] = [];
    await desk.open('#/orders?least=500', {
      wrapBridge: (bridge) => ({
        ...bridge,
        invoke: async (name, input, ...ids) => {
          if (name !== 'orders.list') return bridge.invoke(name, input, ...ids);
          const wish = input as { cursor: string | null };
          asked.push(wish.cursor);
          if (wish.cursor === null) return { ok: true, value: { items: [], next: 'further' } };
          return bridge.invoke(name, { ...wish, cursor: null }, ...ids);
        },
      }),
    });
    expect(asked).toEqual([null, 'further']);
    expect(rows()).toEqual(['2', '1']);
    expect(screen.queryByText('No order fits')).toBeNull();
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
