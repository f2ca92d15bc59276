import { act, fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { line } from '../../../../test/support/builders.ts';
import { card, orderDeskForTests } from '../../../../test/support/order-desk.tsx';
import { query } from '../../../main/database/query.ts';
import { money } from '../../../shared/domain/money.ts';
import { percent } from '../../../shared/domain/rate.ts';

const desk = orderDeskForTests();
const product = (name: string, price: number, stock = 20) => desk.product({ name, price, stock });
const summary = () => screen.getByRole('region', { name: 'What changes' }).textContent ?? '';
const remove = (name: string) => desk.click(`Remove ${name}`);
const pick = async (words: string) => {
  const box = screen.getByRole('searchbox', { name: 'Add a product' });
  act(() => box.focus());
  act(() => void fireEvent.change(box, { target: { value: words } }));
  await desk.settle();
  await desk.press('Enter');
};
const setPrice = (productId: number, price: number) =>
  desk.test.file.transaction((db) =>
    db.run(
      query
        .updateTable('products')
        .set({ price: money(price) })
        .where('id', '=', productId),
    ),
  );

describe('editing an order', () => {
  it('changes quantities, removes and adds, and settles the difference in the same step', async () => {
    const [mug, tea, jug] = [product('Mug', 1000), product('Tea', 500), product('Jug', 2400)];
    const lines = [line(mug, 1, 1000, { name: 'Mug' }), line(tea, 2, 500, { name: 'Tea' })];
    const number = await desk.order(lines, { tenders: card(2000) });
    await desk.open(`#/orders/${number}`);
    await desk.press('F8');
    expect(window.location.hash).toBe(`#/orders/${number}/edit`);
    expect(screen.getByRole('button', { name: /^Save changes/ }).hasAttribute('disabled')).toBe(true);
    await desk.type('Quantity of Mug', '3');
    await remove('Tea');
    await pick('jug');
    expect(jug).toBeGreaterThan(0);
    expect(summary()).toContain('New total£54.00');
    expect(summary()).toContain('Still to pay34.00');
    await desk.click(/^Take £34.00 and save/);
    await desk.press('F5');
    await desk.press('Enter');
    const order = await desk.get(number);
    expect(order).toMatchObject({ total: 5400, paid: 5400, open: 0, revision: 1 });
    expect(order.lines.map(({ name, quantity }) => [name, quantity])).toEqual([
      ['Mug', 3000],
      ['Jug', 1000],
    ]);
    expect(window.location.hash).toBe(`#/orders/${number}`);
    const page = document.body.textContent ?? '';
    for (const words of ['Order changed, £20.00 → £54.00', 'Mug: 1 → 3', 'Tea: 2 removed', 'Jug: 1 added'])
      expect(page).toContain(words);
  });

  it('gives back what the order gets cheaper by, with the discount taken again', async () => {
    const mug = product('Mug', 1000);
    const discount = { kind: 'percent', rate: percent(10) } as const;
    const number = await desk.order([line(mug, 4, 1000, { name: 'Mug' })], {
      orderDiscount: discount,
      tenders: card(3600),
    });
    await desk.open(`#/orders/${number}/edit`);
    await desk.type('Quantity of Mug', '1');
    expect(summary()).toContain('New total£9.00');
    expect(summary()).toContain('Goes back by Card27.00');
    await desk.press('Enter', { ctrlKey: true });
    expect(await desk.get(number)).toMatchObject({ total: 900, refundPending: 2700 });
    expect(screen.getByText(/is changed. £27.00 waits to be refunded/)).toBeTruthy();
  });

  it('leaves open what is paid on delivery, and refuses an order of nothing', async () => {
    const mug = product('Mug', 1000);
    const number = await desk.order([line(mug, 1, 1000, { name: 'Mug' })]);
    await desk.open(`#/orders/${number}/edit`);
    await remove('Mug');
    expect(summary()).toContain('Nothing would be left. Cancel the order instead.');
    await desk.click('Put back Mug');
    await desk.type('Quantity of Mug', '2');
    await desk.click(/^Save changes/);
    expect(await desk.get(number)).toMatchObject({ total: 2000, open: 2000, paid: 0 });
  });

  it('takes new prices, and orders beyond the stock only when told to', async () => {
    const [mug, jug] = [product('Mug', 1000), product('Jug', 2400, 1)];
    const number = await desk.order([line(mug, 1, 1000, { name: 'Mug' })]);
    await desk.open(`#/orders/${number}/edit`);
    await pick('jug');
    setPrice(jug, 2500);
    await desk.click(/^Save changes/);
    expect(screen.getByRole('alert').textContent).toContain('Jug: £24.00 → £25.00');
    await desk.click('Take new prices');
    expect(summary()).toContain('New total£35.00');
    await desk.type('Quantity of Jug', '2');
    await desk.click(/^Save changes/);
    expect(screen.getByRole('alert').textContent).toContain('Jug: 2 wanted, 1 on hand');
    await desk.click('Order it all the same');
    expect((await desk.get(number)).total).toBe(6000);
  });

  it('takes scans wherever the focus is, and each kind of a product by its words', async () => {
    const mug = product('Mug', 1000);
    desk.product({ name: 'Tea', price: 500, barcode: '4006381333931' });
    const parentId = desk.product({ name: 'Shirt', kind: 'parent', price: 2000 });
    for (const variantLabel of ['Small', 'Medium', 'Large'])
      desk.product({ name: 'Shirt', kind: 'variant', parentId, variantLabel, price: 2000 });
    const number = await desk.order([line(mug, 1, 1000, { name: 'Mug' })]);
    await desk.open(`#/orders/${number}/edit`);
    await desk.scan('4006381333931');
    await desk.scan('4006381333931');
    await desk.scan('96385074');
    expect(screen.getByText('No product has the code 96385074.')).toBeTruthy();
    await pick('shirt large');
    expect(summary()).toContain('New total£40.00');
    await desk.press('Enter', { ctrlKey: true });
    expect((await desk.get(number)).lines.map(({ name, quantity }) => [name, quantity])).toEqual([
      ['Mug', 1000],
      ['Tea', 2000],
      ['Shirt, Large', 1000],
    ]);
  });

  it('says that somebody changed the order meanwhile, and goes on with it as it is now', async () => {
    const [mug, tea] = [product('Mug', 1000), product('Tea', 500)];
    const lines = [line(mug, 1, 1000, { name: 'Mug' }), line(tea, 2, 500, { name: 'Tea' })];
    const number = await desk.order(lines);
    await desk.open(`#/orders/${number}/edit`);
    await desk.type('Quantity of Mug', '5');
    await act(async () => {
      await desk.test.ask('orders.cancelLines', {
        ...{ orderId: number, revision: 0, lineNos: [2], reason: 'out-of-stock', note: '' },
        refundCashNow: false,
      });
    });
    await desk.settle();
    expect(screen.getByRole('alert').textContent).toContain('Somebody changed order');
    await desk.click('Take the order as it is now');
    expect(screen.queryByText('Tea')).toBeNull();
    await desk.type('Quantity of Mug', '5');
    await desk.click(/^Save changes/);
    expect((await desk.get(number)).total).toBe(5000);
  });

  it('asks before it is left with changes, and never after they are saved', async () => {
    const mug = product('Mug', 1000);
    const number = await desk.order([line(mug, 1, 1000, { name: 'Mug' })]);
    await desk.open(`#/orders/${number}/edit`);
    await desk.type('Quantity of Mug', '2');
    act(() => (document.activeElement as HTMLElement).blur());
    await desk.press('Escape');
    const ask = screen.getByRole('alertdialog', { name: 'Leave without saving' });
    act(() => void fireEvent.click(within(ask).getByRole('button', { name: 'Leave' })));
    await desk.settle();
    expect(window.location.hash).toBe(`#/orders/${number}`);
    expect((await desk.get(number)).total).toBe(1000);
  });

  it('says why an order is no longer changed', async () => {
    const mug = product('Mug', 1000);
    const number = await desk.order([line(mug, 1, 1000, { name: 'Mug' })]);
    const step = { orderId: number, from: 'received', to: 'shipped', leaveUnpaid: false } as const;
    await desk.test.ask('orders.advance', { ...step, tenders: [] });
    await desk.open(`#/orders/${number}/edit`);
    expect(screen.getByText('This order cannot be changed any more')).toBeTruthy();
    await desk.open(`#/orders/${number}`);
    await desk.click('More');
    const item = screen.getByRole('menuitem', { name: /Edit order/ });
    expect(item.getAttribute('aria-disabled')).toBe('true');
    expect(item.textContent).toContain('Goods have left the shop');
  });
});
