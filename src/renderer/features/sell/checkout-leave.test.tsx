import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { addProduct } from '../../../../test/support/builders.ts';
import { archiveProduct } from '../../../../test/support/catalog-builders.ts';
import type { renderWithApp } from '../../../../test/support/render-with-app.tsx';
import { tillForTests } from '../../../../test/support/till.tsx';
import type { OrderllaBridge } from '../../../shared/contract/bridge.ts';

type Options = Parameters<typeof renderWithApp>[2];

const till = tillForTests();

const openPayment = async (options: Options = {}) => {
  const tea = addProduct(till.test, { name: 'Tea', price: 450, stock: 5, barcode: '4006381333931' });
  await till.open(options);
  await till.scan('4006381333931');
  await till.press('Enter');
  return tea;
};
const takeByCard = async (amount: string) => {
  await till.type(amount);
  await till.press('F6');
  await till.type('4421');
  await till.press('Enter');
};
const question = () => screen.queryByRole('alertdialog', { name: 'Leave the payment' });
const taken = () => screen.getByRole('region', { name: 'Taken so far' }).textContent;
const back = /^Back to the cart/;

describe('leaving a payment in which something was taken', () => {
  it.each([
    ['Escape', () => till.press('Escape')],
    ['the cross', () => till.click('Close')],
    ['the button', () => till.click(back)],
  ])('by %s is asked about, and names what goes back', async (_way, leave) => {
    await openPayment();
    await takeByCard('2.50');
    await till.type('1');
    await till.press('F5');
    await leave();
    const words = question()?.textContent ?? '';
    for (const part of ['Card', '4421', '£2.50', 'Cash', '£1.00', 'given back'])
      expect(words).toContain(part);
    await till.click('Leave and give it back');
    expect(question()).toBeNull();
    expect(screen.queryByRole('dialog')).toBeNull();
    await till.press('Enter');
    expect(taken()).toContain('Nothing taken yet');
  });

  it('is not done by Enter nor by a second Escape: both go on with the payment', async () => {
    await openPayment();
    await takeByCard('2.50');
    for (const key of ['Enter', 'Escape']) {
      await till.press('Escape');
      expect(document.activeElement?.textContent).toBe('Go on with the payment');
      await till.press(key);
      expect(question()).toBeNull();
      expect(taken()).toContain('4421');
    }
    await till.press('F5');
    await till.press('Enter');
    const { payments } = await till.test.ask('orders.get', { orderId: 1 });
    expect(payments.map((one) => one.amount)).toEqual([250, 200]);
  });

  it('is asked about on the way out that a refusal offers', async () => {
    const wrapBridge = (bridge: OrderllaBridge): OrderllaBridge => ({
      ...bridge,
      invoke: async (name, input, requestId) => {
        if (name !== 'orders.place') return bridge.invoke(name, input, requestId);
        const short = { index: 0, productId: 1, name: 'Tea', wanted: 1000, available: 0 };
        return { ok: false, error: { code: 'out-of-stock', message: '', details: { lines: [short] } } };
      },
    });
    await openPayment({ wrapBridge });
    await till.press('F5');
    await till.press('Enter');
    const refused = within(screen.getByRole('alert')).getByRole('button', { name: back });
    await till.press('Escape');
    await till.click('Go on with the payment');
    refused.click();
    await till.settle();
    expect(question()?.textContent).toContain('£4.50');
    await till.click('Leave and give it back');
    expect(till.total()).toBe('£4.50');
  });

  it('is asked about before the only line is removed, and removes it only then', async () => {
    const tea = await openPayment();
    await till.press('F5');
    archiveProduct(till.test, tea);
    await till.press('Enter');
    await till.click('Remove it');
    await till.click('Go on with the payment');
    expect(taken()).toContain('Cash');
    expect(screen.getByRole('alert').textContent).toContain('Tea');
    await till.click('Remove it');
    await till.click('Leave and give it back');
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(till.lines()).toBe('');
  });
});

describe('leaving a payment without a question', () => {
  it('is done where nothing was taken, or all of it was taken back', async () => {
    await openPayment();
    await till.press('Escape');
    expect(screen.queryByRole('dialog')).toBeNull();
    await till.press('Enter');
    await till.press('F5');
    await till.click('Take back Cash £4.50');
    await till.click(back);
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(question()).toBeNull();
  });

  it('is done once the order is placed', async () => {
    await openPayment();
    await till.press('F5');
    await till.press('Enter');
    expect(screen.getByRole('dialog', { name: 'Order 1 is paid' })).toBeTruthy();
    await till.press('Escape');
    expect(question()).toBeNull();
    expect(screen.queryByRole('dialog')).toBeNull();
  });
});
