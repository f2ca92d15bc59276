import { act, fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { line } from '../../../../test/support/builders.ts';
import { card, orderDeskForTests } from '../../../../test/support/order-desk.tsx';
import type { Caller } from '../../../main/app/create-app.ts';
import { calendarDate } from '../../../shared/domain/calendar.ts';
import { money } from '../../../shared/domain/money.ts';
import { pieces } from '../../../shared/domain/quantity.ts';

const desk = orderDeskForTests();
const grid = () => screen.getByRole('grid', { name: 'Orders' });
const bar = () => screen.queryByRole('region', { name: 'Chosen orders' });
const mugs = (count: number) =>
  line(desk.product({ name: 'Mug', price: 1000 }), count, 1000, { name: 'Mug' });
const forToday = {
  delivery: { name: 'Bo', phone: '', address: '1 Low Street', date: calendarDate(20261122) },
};
const statuses = async (...numbers: readonly number[]) =>
  Promise.all(numbers.map(async (number) => (await desk.get(number)).status));

describe('several orders at once', () => {
  it('are chosen by keys and moved on together', async () => {
    const numbers = [await desk.order([mugs(1)]), await desk.order([mugs(1)]), await desk.order([mugs(1)])];
    await desk.open('#/orders');
    expect(bar()).toBeNull();
    act(() => grid().focus());
    await desk.press(' ');
    await desk.press('ArrowDown', { shiftKey: true });
    expect(bar()?.textContent).toContain('2 selected');
    await desk.press('F4');
    expect(await statuses(...numbers)).toEqual(['received', 'shipped', 'shipped']);
    expect(screen.getByText('2 orders moved on.')).toBeTruthy();
    expect(bar()).toBeNull();
    await desk.press('a', { ctrlKey: true });
    await desk.click(/^Advance 3 orders/);
    expect(await statuses(...numbers)).toEqual(['shipped', 'in-transit', 'in-transit']);
  });

  it('name those that stayed with why and the way there, and deliver them unpaid when told to', async () => {
    const paid = await desk.order([mugs(1)], { tenders: card(1000) });
    const unpaid = await desk.order([mugs(2)]);
    await desk.open('#/orders');
    act(() => grid().focus());
    await desk.press('a', { ctrlKey: true });
    await desk.choose('Another step for all', 'Mark all as delivered');
    expect(await statuses(paid, unpaid)).toEqual(['delivered', 'received']);
    const note = screen.getByRole('alert');
    expect(note.textContent).toContain('1 order went on. 1 order stayed as it was.');
    expect(note.textContent).toContain('£20.00 is still to pay.');
    const link = within(note).getByRole('link', { name: `Order ${unpaid}` });
    expect(link.getAttribute('href')).toBe(`#/orders/${unpaid}`);
    expect(bar()?.textContent).toContain('1 selected');
    await desk.click('Deliver 1 unpaid');
    expect(await desk.get(unpaid)).toMatchObject({ status: 'delivered', open: 2000 });
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('of every kind go each their own way, and those that are never sent say so', async () => {
    const pickup = { kind: 'pickup', ...forToday, tenders: card(1000) } as const;
    const sent = await desk.order([mugs(1)], { tenders: card(1000) });
    const picked = await desk.order([mugs(1)], pickup);
    await desk.open('#/orders');
    act(() => grid().focus());
    await desk.press('a', { ctrlKey: true });
    await desk.choose('Another step for all', 'Mark all as shipped');
    expect(await statuses(sent, picked)).toEqual(['shipped', 'received']);
    const note = screen.getByRole('alert');
    expect(note.textContent).toContain(
      `Order ${picked}: It is picked up and never sent. Hand it over instead.`,
    );
    await desk.click('Dismiss');
    await desk.press('Escape');
    act(() => grid().focus());
    await desk.press('a', { ctrlKey: true });
    await desk.click(/^Advance 2 orders/);
    expect(await statuses(sent, picked)).toEqual(['in-transit', 'delivered']);
  });

  it('that were delivered together are taken back together, with one reason', async () => {
    const numbers = [];
    for (let count = 0; count < 3; count += 1)
      numbers.push(await desk.order([mugs(1)], { tenders: card(1000) }));
    await desk.open('#/orders');
    act(() => grid().focus());
    await desk.press('a', { ctrlKey: true });
    await desk.choose('Another step for all', 'Mark all as delivered');
    expect(await statuses(...numbers)).toEqual(['delivered', 'delivered', 'delivered']);
    const [first = 0] = numbers;
    await desk.test.ask('returns.create', {
      ...{
        orderId: first,
        note: '',
        refunds: [],
        cashNow: false,
        exchange: null,
        expectedCredit: money(1000),
      },
      lines: [
        {
          ...{ lineNo: 1, quantity: pieces(1), reason: 'unwanted', disposition: 'restock' },
          giveMoneyBack: true,
        },
      ],
    });
    await desk.click('Undo 3 deliveries');
    const dialog = () => within(screen.getByRole('dialog', { name: /^Undo/ }));
    const undo = async (name: string) => {
      act(() => void fireEvent.click(dialog().getByRole('button', { name })));
      await desk.settle();
    };
    await undo('Undo 3 deliveries');
    expect(dialog().getByText('Say why, for whoever looks at this later.')).toBeTruthy();
    await desk.type('Why?', 'Wrong van');
    await undo('Undo 3 deliveries');
    expect(await statuses(...numbers)).toEqual(['delivered', 'received', 'received']);
    expect(screen.getByText('2 deliveries are undone.')).toBeTruthy();
    expect(dialog().getByText(/1 order stays delivered/)).toBeTruthy();
    await desk.press('Escape');
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('by the hundred, more than main takes at once', async () => {
    const mug = desk.product({ name: 'Mug', price: 1000, stock: 900 });
    for (let count = 0; count < 210; count += 1) await desk.order([line(mug, 1, 1000)]);
    vi.spyOn(HTMLElement.prototype, 'scrollHeight', 'get').mockReturnValue(0);
    await desk.open('#/orders');
    for (let page = 0; page < 4; page += 1) {
      act(() => void fireEvent.scroll(grid()));
      await desk.settle();
    }
    act(() => grid().focus());
    await desk.press('a', { ctrlKey: true });
    expect(bar()?.textContent).toContain('210 selected');
    await desk.press('F4');
    expect(screen.getByText('210 orders moved on.')).toBeTruthy();
    const { open } = await desk.test.ask('orders.queues', {});
    expect(open).toBe(210);
    expect(await statuses(1, 105, 210)).toEqual(['shipped', 'shipped', 'shipped']);
  });

  it('are let go by Escape, after the panel', async () => {
    await desk.order([mugs(1)]);
    await desk.open('#/orders');
    act(() => grid().focus());
    await desk.press(' ');
    await desk.press('Enter');
    await desk.press('Escape');
    expect(screen.queryByRole('complementary')).toBeNull();
    expect(bar()).not.toBeNull();
    await desk.press('Escape');
    expect(bar()).toBeNull();
  });

  it('are not offered to whoever only looks', async () => {
    const viewer: Caller = { kind: 'window', windowId: 5 };
    const number = await desk.order([mugs(1)]);
    const { staffId } = await desk.test.ask('staff.add', { name: 'Vera', role: 'viewer', pin: '739154' });
    await desk.test.ask('session.signIn', { staffId, pin: '739154' }, viewer);
    await desk.open('#/orders', { caller: viewer });
    expect(screen.queryByRole('checkbox')).toBeNull();
    expect(screen.queryByRole('button', { name: 'Mark as shipped' })).toBeNull();
    await desk.open(`#/orders/${number}`, { caller: viewer });
    expect(screen.queryByRole('button', { name: /Mark|Take payment/ })).toBeNull();
    expect(screen.getByRole('button', { name: /Add note/ })).toBeTruthy();
  });
});

describe('the queues', () => {
  it('narrow the list to what they count, show that they do, and let go by another press', async () => {
    const due = await desk.order([mugs(1)], { ...forToday, tenders: card(1000) });
    await desk.order([mugs(2)]);
    await desk.open('#/orders');
    const chip = (name: RegExp) => screen.getByRole('button', { name });
    expect(chip(/^Owing/).textContent).toBe('Owing1£20.00');
    expect(screen.getByRole('link', { name: /^Refunds awaiting/ }).getAttribute('href')).toBe('#/refunds');
    await desk.click(/^Due today\s*\d/);
    expect(chip(/^Due today\s*\d/).getAttribute('aria-pressed')).toBe('true');
    expect(within(grid()).getAllByRole('row')).toHaveLength(2);
    expect(grid().textContent).toContain(String(due));
    await desk.click(/^Overdue\s*\d/);
    expect(screen.getByText('Nothing is overdue')).toBeTruthy();
    await desk.click(/^Owing/);
    expect(window.location.hash).toBe('#/orders?payment=owing');
    await desk.click(/^Owing/);
    expect(window.location.hash).toBe('#/orders');
  });

  it('stand beside a filter for payments', async () => {
    const number = await desk.order([mugs(1)], { tenders: card(1000) });
    await desk.test.ask('orders.cancel', {
      ...{ orderId: number, reason: 'other', note: '', refundCashNow: false },
    });
    await desk.order([mugs(1)]);
    await desk.open('#/orders');
    await desk.click(/Payment/);
    act(() => void fireEvent.click(screen.getByRole('option', { name: 'Refund due' })));
    await desk.settle();
    expect(within(grid()).getAllByRole('row')).toHaveLength(2);
    expect(grid().textContent).toContain('Cancelled');
    await desk.click('Remove filter Refund due');
    expect(within(grid()).getAllByRole('row')).toHaveLength(3);
  });
});
