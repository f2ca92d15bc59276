import { act, fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { line } from '../../../../test/support/builders.ts';
import { card, orderDeskForTests } from '../../../../test/support/order-desk.tsx';
import { calendarDate } from '../../../shared/domain/calendar.ts';

const desk = orderDeskForTests();
const mugs = () => line(desk.product({ name: 'Mug', price: 1000 }), 1, 1000, { name: 'Mug' });
const pickup = {
  kind: 'pickup',
  delivery: { name: 'Bo', phone: '', address: '', date: calendarDate(20261122) },
} as const;
const takeCash = async (amount: string) => {
  await desk.type('Amount', amount);
  await desk.press('F5');
};
/** The one in the dialog: the page under it has one of the same name. */
const back = async () => {
  const dialog = within(screen.getByRole('dialog'));
  act(() => void fireEvent.click(dialog.getByRole('button', { name: 'Back' })));
  await desk.settle();
};
const question = () => screen.queryByRole('alertdialog', { name: 'Leave the payment' });

describe('leaving the payment of an order', () => {
  it('asks once something was taken, and never before', async () => {
    const number = await desk.order([mugs()]);
    await desk.open(`#/orders/${number}`);
    await desk.press('F6');
    await desk.press('Escape');
    expect(screen.queryByRole('dialog')).toBeNull();
    await desk.press('F6');
    await takeCash('3');
    await back();
    expect(question()?.textContent).toContain('Cash');
    expect(question()?.textContent).toContain('£3.00');
    await desk.press('Escape');
    expect(question()).toBeNull();
    await desk.click('Close');
    await desk.click('Leave and give it back');
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(await desk.get(number)).toMatchObject({ paid: 0, open: 1000 });
  });

  it('asks on the way to handing it over too, and not once that is done', async () => {
    const number = await desk.order([mugs()], pickup);
    await desk.open(`#/orders/${number}`);
    await desk.press('F4');
    await takeCash('4');
    await desk.press('Escape');
    await desk.click('Go on with the payment');
    await desk.click('Leave £6.00 unpaid');
    expect(question()).toBeNull();
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(await desk.get(number)).toMatchObject({ status: 'delivered', paid: 400 });
  });
});

describe('paying for a change', () => {
  const payForMore = async () => {
    const number = await desk.order([mugs()], { tenders: card(1000) });
    await desk.open(`#/orders/${number}/edit`);
    await desk.type('Quantity of Mug', '3');
    await desk.click(/^Take £20.00 and save/);
    await takeCash('5');
    return number;
  };

  it('says which way of saving leaves how much open', async () => {
    const number = await payForMore();
    const dialog = within(screen.getByRole('dialog'));
    expect(dialog.getAllByRole('button', { name: /^Save changes/ })).toHaveLength(1);
    act(() => void fireEvent.click(dialog.getByRole('button', { name: 'Save, £15.00 stays open' })));
    await desk.settle();
    expect(question()).toBeNull();
    expect(await desk.get(number)).toMatchObject({ total: 3000, paid: 1500, open: 1500 });
  });

  it('asks before it is left with something taken', async () => {
    const number = await payForMore();
    await back();
    expect(question()?.textContent).toContain('£5.00');
    await desk.click('Leave and give it back');
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(window.location.hash).toBe(`#/orders/${number}/edit`);
    expect((await desk.get(number)).total).toBe(1000);
  });
});
