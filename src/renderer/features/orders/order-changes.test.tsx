import { act, fireEvent, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { line } from '../../../../test/support/builders.ts';
import { card, cash, orderDeskForTests } from '../../../../test/support/order-desk.tsx';
import { back, bringBack } from '../../../../test/support/return-builder.ts';

const desk = orderDeskForTests();
const mugs = (count: number) =>
  line(desk.product({ name: 'Mug', price: 1000 }), count, 1000, { name: 'Mug' });
const chooseReason = async (reason: string) => {
  await desk.click(/Reason/);
  act(() => void fireEvent.click(screen.getByRole('option', { name: reason })));
  await desk.settle();
};

describe('cancelling', () => {
  it('says what goes back, asks for the reason, and hands out cash', async () => {
    const number = await desk.order([mugs(3)], { tenders: [...card(2400), ...cash(600)] });
    await desk.open(`#/orders/${number}`);
    await desk.press('Backspace', { ctrlKey: true });
    const words = () => screen.getByRole('region', { name: 'What will happen' }).textContent;
    expect(words()).toContain('3 items go back to stock.');
    expect(words()).toContain('£24.00 goes back by Card and waits under Refunds.');
    expect(words()).toContain('£6.00 goes back by Cash and waits under Refunds.');
    act(() => void fireEvent.click(screen.getByRole('checkbox')));
    expect(words()).toContain('£6.00 goes back in Cash now.');
    await desk.click('Cancel order');
    expect(screen.getByText('Choose a reason.')).toBeTruthy();
    expect((await desk.get(number)).status).toBe('received');
    await chooseReason('Out of stock');
    await desk.type(/^Note/, 'The kiln broke');
    await desk.click('Cancel order');
    const order = await desk.get(number);
    expect(order).toMatchObject({ status: 'cancelled', refunded: 600, refundPending: 2400 });
    const said = /is cancelled. 3 items went back to stock. Hand out £6.00 in cash. £24.00 waits/;
    expect(screen.getByText(said)).toBeTruthy();
    const page = document.body.textContent ?? '';
    expect(page).toContain('Order Received → Cancelled');
    expect(page).toContain('Out of stock');
    expect(page).toContain('The kiln broke');
    expect(page).toContain('£24.00 to be refunded, Card');
    expect(screen.getByRole('link', { name: 'Initiate…' }).getAttribute('href')).toContain(
      '#/refunds?state=awaiting',
    );
  });

  it('takes single lines off and what they cost', async () => {
    const tea = desk.product({ name: 'Tea', price: 500 });
    const number = await desk.order([mugs(1), line(tea, 2, 500, { name: 'Tea' })], { tenders: card(2000) });
    await desk.open(`#/orders/${number}`);
    await desk.choose('More', /^Cancel order/);
    act(() => void fireEvent.click(screen.getByRole('radio', { name: 'Some lines' })));
    await desk.settle();
    act(() => void fireEvent.click(screen.getByRole('checkbox', { name: '2 × Tea' })));
    await chooseReason('Customer changed their mind');
    expect(screen.getByRole('region', { name: 'What will happen' }).textContent).toContain(
      'The order then costs £10.00.',
    );
    await desk.click('Cancel 1 line');
    const order = await desk.get(number);
    expect(order).toMatchObject({ status: 'received', total: 1000, refundPending: 1000, revision: 1 });
    expect(document.body.textContent).toContain('Order changed, £20.00 → £10.00');
    expect(document.body.textContent).toContain('Tea: 2 removed');
  });
});

describe('other changes', () => {
  it('sends an order elsewhere, another day', async () => {
    const number = await desk.order([mugs(1)]);
    await desk.open(`#/orders/${number}`);
    await desk.press('F7');
    await desk.type('Address', '');
    await desk.click('Save delivery');
    expect(screen.getByText('Enter where it goes.')).toBeTruthy();
    await desk.type('Address', '9 High Road');
    await desk.click('Save delivery');
    expect((await desk.get(number)).deliveryAddress).toBe('9 High Road');
    expect(document.body.textContent).toContain('Delivery changed');
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('writes notes, never a card number', async () => {
    const number = await desk.order([mugs(1)]);
    await desk.open(`#/orders/${number}`);
    await desk.press('F9');
    await desk.type('Note', '4111 1111 1111 1111');
    await desk.click('Write note');
    expect(screen.getByText(/looks like a card number/)).toBeTruthy();
    await desk.type('Note', 'Ring twice');
    await desk.click('Write note');
    expect(document.body.textContent).toContain('Ring twice');
    expect((await desk.get(number)).events.at(-1)).toMatchObject({ kind: 'note', staffName: 'Olga Owner' });
  });

  it('takes a delivery back while there is time, with the reason', async () => {
    const number = await desk.order([mugs(1)], { tenders: card(1000) });
    const step = { orderId: number, tenders: [], leaveUnpaid: false };
    await desk.test.ask('orders.advance', { ...step, from: 'received', to: 'shipped' });
    await desk.test.ask('orders.advance', { ...step, from: 'shipped', to: 'delivered' });
    desk.test.now += 5 * 60_000;
    await desk.open(`#/orders/${number}`);
    expect(screen.getByRole('timer').textContent).toMatch(/^(10:00|9:59) left$/);
    await desk.press('u', { ctrlKey: true });
    await desk.press('Enter');
    expect(screen.getByText(/^Say why/)).toBeTruthy();
    await desk.type('Why?', 'Wrong parcel');
    await desk.press('Enter');
    expect((await desk.get(number)).status).toBe('shipped');
    expect(document.body.textContent).toContain('Delivery undone, Shipped again');
    expect(document.body.textContent).toContain('Wrong parcel');
  });

  it('offers nothing of it once the time is over', async () => {
    const number = await desk.order([mugs(1)], { tenders: card(1000) });
    await desk.test.ask('orders.advance', {
      ...{ orderId: number, from: 'received', to: 'delivered', tenders: [], leaveUnpaid: false },
    });
    desk.test.now += 16 * 60_000;
    await desk.open(`#/orders/${number}`);
    expect(screen.queryByRole('button', { name: /Undo/ })).toBeNull();
    expect(screen.getByRole('button', { name: /Return/ })).toBeTruthy();
  });
});

describe('money back by hand', () => {
  it('gives goodwill out of the drawer, and takes it off the order', async () => {
    const number = await desk.order([mugs(2)], { tenders: cash(2000) });
    await desk.open(`#/orders/${number}`);
    await desk.press('g', { ctrlKey: true });
    await desk.click('Give money back');
    expect(screen.getByText('Enter an amount up to £20.00.')).toBeTruthy();
    await desk.type('Amount', '3');
    await desk.type('Why?', 'A chip in the glaze');
    act(() => void fireEvent.click(screen.getByRole('checkbox')));
    expect(screen.getByText(/^It is taken off the order/)).toBeTruthy();
    await desk.click('Give back £3.00');
    expect(await desk.get(number)).toMatchObject({ credited: 300, refunded: 300, open: 0, dueBack: 0 });
    expect(screen.getByText(`Hand out £3.00 in cash for order ${number}.`)).toBeTruthy();
    expect(document.body.textContent).toContain('Taken off since−3.00');
  });

  it('of goods that were exchanged goes out of the drawer where they were first paid in cash', async () => {
    const number = await desk.order([mugs(1)], { kind: 'counter', delivery: null, tenders: cash(1000) });
    const order = await desk.get(number);
    const productId = order.lines[0]?.productId ?? 0;
    const exchange = { lines: [line(productId, 1, 1000)], tenders: [], oversellAccepted: [] };
    const { exchangeOrderId } = await desk.test.ask(
      'returns.create',
      bringBack(number, [back(1, 1)], 1000, {
        exchange: { ...exchange, orderDiscount: null, expectedTotal: order.total },
      }),
    );
    await desk.open(`#/orders/${exchangeOrderId}`);
    await desk.press('g', { ctrlKey: true });
    await desk.type('Amount', '3');
    await desk.type('Why?', 'A chip in the glaze');
    act(() => void fireEvent.click(screen.getByRole('checkbox')));
    await desk.click('Give back £3.00');
    expect(screen.getByText(`Hand out £3.00 in cash for order ${exchangeOrderId}.`)).toBeTruthy();
    expect(await desk.get(exchangeOrderId ?? 0)).toMatchObject({ credited: 300, refunded: 300 });
  });

  it('gives back what stayed due when a refund was voided', async () => {
    const number = await desk.order([mugs(2)], { tenders: card(2000) });
    await desk.test.ask('orders.cancel', {
      ...{ orderId: number, reason: 'other', note: '', refundCashNow: false },
    });
    await desk.test.ask('refunds.void', { refundId: 1, reason: 'Wants it in cash' });
    await desk.open(`#/orders/${number}`);
    await desk.click(/^Give back £20.00/);
    await desk.type('Why?', 'Wants it by card after all');
    act(() => screen.getByLabelText('Why?').focus());
    await desk.press('Enter');
    expect(await desk.get(number)).toMatchObject({ refundPending: 2000, dueBack: 0 });
  });
});

describe('papers', () => {
  it('are printed by their keys and saved, and the invoice gets its number', async () => {
    const number = await desk.order([mugs(1)], { tenders: card(1000) });
    await desk.open(`#/orders/${number}`);
    await desk.press('b', { ctrlKey: true });
    expect(screen.getByText(`Invoice 1 of order ${number} is printed.`)).toBeTruthy();
    await desk.choose('Print', /^Save packing slip as PDF/);
    await desk.press('D', { ctrlKey: true, shiftKey: true });
    expect(desk.test.desktop.printed).toHaveLength(1);
    expect(desk.test.desktop.saved).toHaveLength(2);
    expect(document.body.textContent).toContain('Invoice 1 printed');
    await desk.click('More');
    expect(screen.getByRole('menuitem', { name: /Edit order/ }).textContent).toContain('It has an invoice');
  });

  it('say that a printer has trouble, and change nothing', async () => {
    const number = await desk.order([mugs(1)]);
    desk.test.desktop.printerTrouble = 'The printer is out of paper.';
    await desk.open(`#/orders/${number}`);
    await desk.press('j', { ctrlKey: true });
    expect(screen.getByText('Nothing was printed: The printer is out of paper.')).toBeTruthy();
    expect((await desk.get(number)).events).toHaveLength(1);
  });
});

describe('what happened', () => {
  it('names the timer where nobody delivered', async () => {
    const number = await desk.order([mugs(1)], { tenders: card(1000) });
    await desk.test.ask('orders.advance', {
      ...{ orderId: number, from: 'received', to: 'in-transit', tenders: [], leaveUnpaid: false },
    });
    desk.test.now += 4 * 24 * 3_600_000;
    await desk.test.ask('timer.run', { cause: 'manual' });
    await desk.open(`#/orders/${number}`);
    expect((await desk.get(number)).status).toBe('delivered');
    expect(document.body.textContent).toMatch(/In Transit → Delivered[^→]*by timer/);
  });
});
