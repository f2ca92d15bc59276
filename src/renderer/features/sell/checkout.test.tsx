import { act, fireEvent, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { addProduct } from '../../../../test/support/builders.ts';
import type { renderWithApp } from '../../../../test/support/render-with-app.tsx';
import { tillForTests } from '../../../../test/support/till.tsx';
import type { OrderllaBridge } from '../../../shared/contract/bridge.ts';

type Options = Parameters<typeof renderWithApp>[2];

const till = tillForTests();

describe('paying', () => {
  const oneTea = async (options: Options = {}) => {
    const tea = addProduct(till.test, { name: 'Tea', price: 450, stock: 5, barcode: '4006381333931' });
    await till.open(options);
    await till.scan('4006381333931');
    return tea;
  };

  it('splits over tenders, asks for a reference, and takes one back', async () => {
    await oneTea();
    await till.press('Enter');
    await till.type('2');
    await till.press('Enter');
    await till.press('F6');
    const reference = screen.getByLabelText<HTMLInputElement>('Reference of Card');
    expect(document.activeElement).toBe(reference);
    await till.type('4421');
    await till.press('Enter');
    expect(screen.getByRole('status', { name: 'Change' })).toBeTruthy();
    await till.click('Take back Cash £2.00');
    expect(screen.getByRole('status', { name: 'Still open' }).textContent).toBe('£2.00');
    await till.press('F5');
    await till.press('Enter');
    const { payments } = await till.test.ask('orders.get', { orderId: 1 });
    expect(payments.map((one) => [one.tenderKind, one.amount, one.reference])).toEqual([
      ['card', 250, '4421'],
      ['cash', 200, null],
    ]);
  });

  it('makes one order of a double press, and of a retry after the answer was lost', async () => {
    let lose = 1;
    const wrapBridge = (bridge: OrderllaBridge): OrderllaBridge => ({
      ...bridge,
      invoke: async (name, input, requestId) => {
        const reply = await bridge.invoke(name, input, requestId);
        if (name !== 'orders.place' || lose === 0) return reply;
        lose -= 1;
        throw new Error('the pipe broke');
      },
    });
    await oneTea({ wrapBridge });
    await till.press('Enter');
    await till.press('F5');
    act(() => {
      fireEvent.click(screen.getByRole('button', { name: /Finish sale/ }));
      fireEvent.click(screen.getByRole('button', { name: /Finish sale/ }));
    });
    await till.settle();
    expect(screen.getByRole('alert').textContent).toContain('nothing you typed is lost');
    await till.press('Enter');
    expect(screen.getByRole('dialog', { name: 'Order 1 is paid' })).toBeTruthy();
    expect(await till.orders()).toHaveLength(1);
  });

  it('shows what a price was and is, and goes on with what was taken', async () => {
    const tea = await oneTea();
    await till.press('Enter');
    await till.press('F5');
    till.setPrice(tea, 500);
    await till.press('Enter');
    expect(screen.getByRole('alert').textContent).toContain('Tea: £4.50 → £5.00');
    await till.click('Take new prices');
    expect(screen.queryByRole('alert')).toBeNull();
    expect(screen.getByRole('status', { name: 'Still open' }).textContent).toBe('£0.50');
    await till.press('F5');
    await till.press('Enter');
    expect((await till.orders())[0]?.total).toBe(500);
  });

  it('asks before it sells more than there is, and sells it when told to', async () => {
    addProduct(till.test, { name: 'Last one', price: 100, stock: 1, oversell: 'warn', barcode: '96385074' });
    await till.open();
    await till.scan('96385074');
    await till.press('+');
    expect(till.lines()).toContain('Only 1 on hand.');
    await till.press('Enter');
    await till.press('F5');
    await till.press('Enter');
    expect(screen.getByRole('alert').textContent).toContain('Last one: 2 wanted, 1 on hand');
    await till.click('Sell anyway');
    expect(screen.getByRole('dialog', { name: 'Order 1 is paid' })).toBeTruthy();
  });

  it('says that a receipt was not printed and goes on', async () => {
    till.test.desktop.machine.set({ printReceiptAfterSale: true });
    till.test.desktop.printerTrouble = 'The printer is out of paper.';
    await oneTea();
    await till.press('Enter');
    await till.press('F5');
    await till.press('Enter');
    expect(screen.getByText(/The sale is safe, but the receipt was not printed/)).toBeTruthy();
    till.test.desktop.printerTrouble = null;
    await till.press('p');
    expect(screen.getByText('The receipt is printed.')).toBeTruthy();
    expect(till.test.desktop.printed).toHaveLength(1);
  });

  it('places a delivery to be paid later, with a customer created in place', async () => {
    await oneTea();
    await till.press('F3');
    await till.type('Ann Lee');
    await till.press('Enter');
    act(() => {
      fireEvent.change(screen.getByLabelText(/^Address/), { target: { value: '12 High Street' } });
    });
    await till.click('Save customer');
    expect(screen.getByRole('button', { name: 'Customer: Ann Lee' })).toBeTruthy();
    act(() => void fireEvent.click(screen.getByRole('radio', { name: 'Delivery' })));
    await till.settle();
    expect(screen.getByLabelText<HTMLInputElement>('Name').value).toBe('Ann Lee');
    await till.click('Save delivery');
    await till.press('Enter', { ctrlKey: true });
    await till.click('Pay on delivery');
    const order = await till.test.ask('orders.get', { orderId: 1 });
    expect(order).toMatchObject({
      kind: 'delivery',
      paymentStatus: 'unpaid',
      deliveryName: 'Ann Lee',
      deliveryAddress: '12 High Street',
      deliveryDate: 20261126,
    });
  });

  it('takes whom the directory has already, instead of writing them down twice', async () => {
    await oneTea();
    const known = { name: 'Ann Lee', phone: '555 010 1234', email: '', address: '', note: '' };
    await till.test.ask('customers.create', known);
    await till.press('F3');
    await till.type('Anne');
    await till.press('Enter');
    act(() => {
      fireEvent.change(screen.getByLabelText(/^Phone/), { target: { value: '+44 5550101234' } });
    });
    await till.settle();
    expect(screen.getByText('This telephone number is already Ann Lee’s.')).toBeTruthy();
    await till.click('Take this customer');
    expect(screen.getByRole('button', { name: 'Customer: Ann Lee' })).toBeTruthy();
    expect(await till.test.ask('customers.count', { text: '', show: 'all' })).toEqual({ count: 1 });
  });
});
