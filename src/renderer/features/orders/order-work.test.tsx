import { act, fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { line } from '../../../../test/support/builders.ts';
import { card, cash, orderDeskForTests } from '../../../../test/support/order-desk.tsx';
import { calendarDate } from '../../../shared/domain/calendar.ts';

const desk = orderDeskForTests();
const mugs = (count: number) =>
  line(desk.product({ name: 'Mug', price: 1000 }), count, 1000, { name: 'Mug' });
const pickup = {
  kind: 'pickup',
  delivery: { name: 'Bo', phone: '', address: '', date: calendarDate(20261122) },
} as const;

describe('the next step', () => {
  it('is one press or one key, on the page, in the panel and in the row', async () => {
    const number = await desk.order([mugs(1)], { tenders: card(1000) });
    await desk.open(`#/orders/${number}`);
    await desk.click('Mark as shipped');
    expect((await desk.get(number)).status).toBe('shipped');
    expect(screen.getByText(`Order ${number} is shipped.`)).toBeTruthy();
    await desk.open(`#/orders?order=${number}`);
    await desk.press('F4');
    expect((await desk.get(number)).status).toBe('in-transit');
    await desk.open('#/orders');
    const row = screen.getAllByRole('row')[1] as HTMLElement;
    act(() => void fireEvent.click(within(row).getByRole('button', { name: 'Mark as delivered' })));
    await desk.settle();
    expect((await desk.get(number)).status).toBe('delivered');
    expect(screen.queryByRole('complementary')).toBeNull();
  });

  it('goes from the row that the arrows are at, and leaves out a step by the menu', async () => {
    const first = await desk.order([mugs(1)], { tenders: card(1000) });
    const second = await desk.order([mugs(1)], { tenders: card(1000) });
    await desk.open('#/orders');
    act(() => screen.getByRole('grid').focus());
    await desk.press('ArrowDown');
    await desk.press('F4');
    expect((await desk.get(first)).status).toBe('shipped');
    expect((await desk.get(second)).status).toBe('received');
    await desk.press('Enter');
    await desk.choose('Other steps', 'Mark as delivered');
    expect((await desk.get(first)).status).toBe('delivered');
  });

  it('keeps the focus among what is left to do once it was the last', async () => {
    const number = await desk.order([mugs(1)], { ...pickup, tenders: card(1000) });
    await desk.open(`#/orders/${number}`);
    const handOver = screen.getByRole('button', { name: /^Hand over/ });
    act(() => handOver.focus());
    await desk.click(/^Hand over/);
    expect(handOver.isConnected).toBe(false);
    expect(document.activeElement).not.toBe(document.body);
    expect(document.activeElement?.textContent).toContain('Print');
  });

  it('says who was quicker where the order has moved meanwhile', async () => {
    const number = await desk.order([mugs(1)], { tenders: card(1000) });
    let tellNothing = true;
    const { settle } = await desk.open(`#/orders/${number}`, {
      wrapBridge: (bridge) => ({
        ...bridge,
        // The other window's change is not heard of here.
        onChange: (listener) => bridge.onChange((change) => !tellNothing && listener(change)),
      }),
    });
    const step = { orderId: number, tenders: [], leaveUnpaid: false } as const;
    await act(async () => {
      await desk.test.ask('orders.advance', { ...step, tenders: [], from: 'received', to: 'in-transit' });
    });
    await settle();
    tellNothing = false;
    await desk.click('Mark as shipped');
    expect(screen.getByRole('alert').textContent).toContain(`order ${number} is In Transit now`);
  });
});

describe('handing over what is not paid', () => {
  it('asks for the tender, gives change, and delivers in the same step', async () => {
    const number = await desk.order([mugs(1)], pickup);
    await desk.open(`#/orders/${number}`);
    await desk.press('F4');
    expect(screen.getByRole('dialog', { name: `Hand over order ${number}` })).toBeTruthy();
    expect(screen.getByRole('status', { name: 'To pay' }).textContent).toBe('£10.00');
    await desk.type('Amount', '20');
    await desk.press('F5');
    expect(screen.getByRole('status', { name: 'Change' }).textContent).toBe('£10.00');
    await desk.press('Enter');
    const { status, payments, open } = await desk.get(number);
    expect({ status, open }).toEqual({ status: 'delivered', open: 0 });
    expect(payments.map(({ amount, change }) => [amount, change])).toEqual([[1000, 1000]]);
    expect(screen.queryByRole('dialog')).toBeNull();
    const said = `Order ${number} is handed over. £10.00 taken for order ${number}. Change £10.00.`;
    expect(screen.getByText(said)).toBeTruthy();
  });

  it('takes a part by card with its reference and leaves the rest, or leaves all unpaid', async () => {
    const number = await desk.order([mugs(1)], pickup);
    await desk.open(`#/orders/${number}`);
    await desk.press('F4');
    await desk.type('Amount', '4');
    await desk.press('F6');
    await desk.type('Reference of Card', '4421');
    await desk.press('Enter');
    await desk.click('Leave £6.00 unpaid');
    expect(await desk.get(number)).toMatchObject({ status: 'delivered', paid: 400, open: 600 });
    const second = await desk.order([mugs(1)], pickup);
    await desk.open(`#/orders/${second}`);
    await desk.press('F4');
    await desk.click('Leave unpaid');
    expect(await desk.get(second)).toMatchObject({ status: 'delivered', paid: 0, open: 1000 });
  });
});

describe('taking payment', () => {
  it('takes a deposit from the list, and then all that is open', async () => {
    const number = await desk.order([mugs(1)]);
    await desk.open('#/orders?payment=owing');
    expect(screen.getByRole('columnheader', { name: 'Still to pay' })).toBeTruthy();
    act(() => screen.getByRole('grid').focus());
    await desk.press('F6');
    await desk.type('Amount', '3');
    await desk.press('F5');
    await desk.click('Take only £3.00');
    expect(await desk.get(number)).toMatchObject({ paid: 300, open: 700, status: 'received' });
    await desk.press('F6');
    await desk.press('F5');
    await desk.press('Enter');
    expect(await desk.get(number)).toMatchObject({ paid: 1000, open: 0 });
    expect(screen.getByText('Nobody owes anything')).toBeTruthy();
  });

  it('tells when another amount is open by now, and takes that', async () => {
    const number = await desk.order([mugs(1)]);
    await desk.open(`#/orders/${number}`);
    await desk.press('F6');
    await act(async () => {
      await desk.test.ask('payments.take', {
        orderId: number,
        tenders: cash(400),
        expectedOpen: 1000 as never,
      });
    });
    await desk.settle();
    expect(screen.getByRole('alert').textContent).toContain('it was £10.00 and is £6.00 now');
    await desk.click('Go on with £6.00');
    expect(screen.queryByRole('alert')).toBeNull();
    await desk.press('F5');
    await desk.press('Enter');
    expect((await desk.get(number)).paid).toBe(1000);
  });
});
