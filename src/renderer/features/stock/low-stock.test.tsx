import { act, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { addProduct, counterSale, line } from '../../../../test/support/builders.ts';
import { stockDeskForTests } from '../../../../test/support/stock-desk.tsx';
import type { Caller } from '../../../main/app/create-app.ts';
import { orderCode } from '../../../shared/domain/order-code.ts';
import { leftPercent } from './level-bar.tsx';

const desk = stockDeskForTests();

/** A mug below its level, tea that was sold beyond its stock, plenty of soap. The builders' level is 5. */
function fillShop() {
  const mug = addProduct(desk.test, {
    name: 'Mug',
    sku: 'MUG-1',
    cost: 610,
    stock: 2,
    barcode: '4006381333931',
  });
  const tea = addProduct(desk.test, { name: 'Tea', stock: 1, price: 500 });
  const soap = addProduct(desk.test, { name: 'Soap', stock: 80 });
  return { mug, tea, soap };
}

async function sell(productId: number, count: number, price: number): Promise<void> {
  const sale = counterSale([line(productId, count, price)], { oversellAccepted: [productId] });
  await act(() => desk.test.ask('orders.place', sale));
  await desk.settle();
}

describe('low stock', () => {
  it('lists what is oversold first, in words, and follows what is sold', async () => {
    const { mug, tea } = fillShop();
    await sell(tea, 3, 500);
    await desk.open('/stock');
    expect(desk.rows('Low stock')).toEqual([
      ['TTea', 'Oversold', '', '−2', '−2', '0', '5', 'ReceiveAdjust'],
      ['MMugMUG-1', 'Low', '', '2', '2', '0', '5', 'ReceiveAdjust'],
    ]);
    expect(screen.getByText('2 products are low')).toBeTruthy();
    await sell(mug, 2, 350);
    expect(desk.rows('Low stock')[1]?.slice(0, 4)).toEqual(['MMugMUG-1', 'None left', '', '0']);
  });

  it('is good news where nothing is low', async () => {
    addProduct(desk.test, { name: 'Soap', stock: 80 });
    await desk.open('/stock');
    expect(screen.getByRole('heading', { name: 'Nothing is low' })).toBeTruthy();
  });

  it('leads by keys to the ledger, to receiving and to a dialog that adjusts', async () => {
    const { mug } = fillShop();
    await desk.open('/stock');
    act(() => screen.getByRole('grid', { name: 'Low stock' }).focus());
    await desk.press('ArrowDown');
    await desk.press('F4');
    expect(screen.getByRole('dialog', { name: 'Adjust Mug' })).toBeTruthy();
    await desk.press('Escape');
    act(() => screen.getByRole('grid', { name: 'Low stock' }).focus());
    await desk.press('F6');
    expect(window.location.hash).toBe('#/stock/receive');
    expect(screen.getByRole('textbox', { name: 'Quantity of Mug' })).toBe(document.activeElement);
    await desk.leaveAndReturn('/stock');
    act(() => screen.getByRole('grid', { name: 'Low stock' }).focus());
    await desk.press('ArrowDown');
    await desk.press('Enter');
    expect(window.location.hash).toBe(`#/stock/products/${mug}`);
  });

  it('finds any product by its words or its code, and the order of a receipt', async () => {
    const { mug, soap } = fillShop();
    await desk.open('/stock');
    await desk.press('F2');
    await desk.type('soa');
    expect(screen.getByRole('option').textContent).toBe('SSoap80 on hand');
    await desk.press('Enter');
    expect(window.location.hash).toBe(`#/stock/products/${soap}`);
    await desk.scan('4006381333931');
    expect(window.location.hash).toBe(`#/stock/products/${mug}`);
    await desk.scan('9999999999');
    expect(desk.notices()).toContain('No product has the code 9999999999.');
    await desk.scan(orderCode(1042));
    expect(window.location.hash).toBe('#/orders/1042');
  });

  it('shows a cashier what is low, with nothing to be done to it', async () => {
    fillShop();
    const caller: Caller = { kind: 'window', windowId: 3 };
    const { staffId } = await desk.test.ask('staff.add', { name: 'Carl', role: 'cashier', pin: '730184' });
    await desk.test.ask('session.signIn', { staffId, pin: '730184' }, caller);
    await desk.open('/stock', { caller });
    expect(desk.rows('Low stock')[0]?.at(-1)).toBe('5');
    expect(screen.getAllByRole('tab').map((tab) => tab.textContent)).toEqual(['Low stock']);
    await desk.leaveAndReturn('/stock/receive');
    expect(screen.getByText(/^Receive stock needs a right that your role does not have/)).toBeTruthy();
  });

  it('says so when the list cannot be read, and reads it again', async () => {
    fillShop();
    let isBroken = true;
    await desk.open('/stock', {
      wrapBridge: (bridge) => ({
        ...bridge,
        invoke: async (name, input, requestId) =>
          name === 'stock.listLow' && isBroken
            ? { ok: false, error: { code: 'internal', message: '', details: { reference: 'K7Q2' } } }
            : bridge.invoke(name, input, requestId),
      }),
    });
    expect(within(screen.getByRole('alert')).getByText('The stock could not be read')).toBeTruthy();
    expect(screen.getByText('Problem K7Q2')).toBeTruthy();
    isBroken = false;
    await desk.click('Try again');
    expect(desk.rows('Low stock')).toHaveLength(2);
  });
});

it('draws a sliver where nothing is left or more was sold, and never more than all', () => {
  expect([leftPercent(-5000, 5000), leftPercent(0, 5000), leftPercent(-5000, 0)]).toEqual([4, 4, 4]);
  expect([leftPercent(1, 5_000_000), leftPercent(2500, 5000)]).toEqual([4, 50]);
  expect([leftPercent(9_000_000, 5000), leftPercent(5000, 0)]).toEqual([100, 100]);
});
