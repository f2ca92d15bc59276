import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { addProduct } from '../../../../test/support/builders.ts';
import { tillForTests } from '../../../../test/support/till.tsx';
import { orderCode } from '../../../shared/domain/order-code.ts';

const till = tillForTests();

describe('the till', () => {
  it('sells with the keyboard alone: search, quantity, cash, change, next', async () => {
    addProduct(till.test, { name: 'Flat white', price: 350, stock: null });
    addProduct(till.test, { name: 'Carrot cake', price: 420, stock: 9 });
    await till.open();
    expect(document.activeElement).toBe(till.search());
    await till.type('car');
    await till.press('Enter');
    expect(till.search().value).toBe('');
    await till.type('flat');
    await till.press('ArrowDown');
    await till.press('Enter');
    await till.press('+');
    expect(till.lines()).toContain('2 ×Flat white');
    expect(till.total()).toBe('£11.20');

    await till.press('Enter');
    expect(screen.getByRole('dialog', { name: 'Take payment' })).toBeTruthy();
    await till.type('20');
    await till.press('Enter');
    expect(screen.getByRole('status', { name: 'Change' }).textContent).toBe('£8.80');
    await till.press('Enter');
    const receipt = screen.getByRole('dialog', { name: 'Order 1 is paid' });
    expect(within(receipt).getByRole('article', { name: 'Order 1' }).textContent).toContain('Carrot cake');
    expect(receipt.textContent).toContain('£8.80');
    expect((await till.orders()).map((order) => [order.total, order.paymentStatus])).toEqual([
      [1120, 'paid'],
    ]);

    await till.press('Enter');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(till.total()).toBe('£0.00');
  });

  it('leads to taking goods back by one key, and leaves the cart as it is', async () => {
    addProduct(till.test, { name: 'Tea', price: 300, stock: null });
    await till.open();
    await till.type('tea');
    await till.press('Enter');
    expect(screen.getByRole('button', { name: /Take goods back/ })).toBeTruthy();
    await till.press('F10');
    expect(window.location.hash).toBe('#/returns');
    expect(till.total()).toBe('£3.00');
  });

  it('works on the selected line with its keys, and undoes a removal', async () => {
    addProduct(till.test, { name: 'Flat white', price: 1000, stock: null });
    addProduct(till.test, { name: 'Tea', price: 300, stock: null });
    await till.open();
    await till.type('flat');
    await till.press('Enter');
    await till.type('tea');
    await till.press('Enter');
    await till.press('ArrowUp', { altKey: true });
    await till.press('F6');
    await till.type('10');
    await till.press('Enter');
    expect(till.lines()).toContain('10% off');
    await till.press('F8');
    await till.type('extra hot');
    await till.press('Enter');
    expect(till.lines()).toContain('extra hot');
    await till.press('F7');
    await till.type('8');
    await till.press('Enter');
    await till.press('F4');
    await till.type('3');
    await till.press('Enter');
    expect(till.total()).toBe('£24.60');
    await till.press('Delete');
    expect(till.total()).toBe('£3.00');
    await till.click('Undo');
    expect(till.total()).toBe('£24.60');
    expect(screen.getAllByRole('listitem')[0]?.textContent).toContain('Flat white');
  });

  it('takes an exact barcode before any name, and asks which kind and how much', async () => {
    addProduct(till.test, { name: '4006381333931 in its name', price: 100, stock: null });
    addProduct(till.test, { name: 'Pencil', price: 120, stock: null, barcode: '4006381333931' });
    const parentId = addProduct(till.test, { name: 'Shirt', kind: 'parent', price: 0, stock: null });
    for (const variantLabel of ['Red / S', 'Red / M', 'Blue / M']) {
      addProduct(till.test, {
        name: 'Shirt',
        kind: 'variant',
        parentId,
        variantLabel,
        price: 2000,
        stock: 3,
      });
    }
    addProduct(till.test, { name: 'Cheese', unit: 'kg', price: 2600, stock: 5 });
    await till.open();
    await till.type('4006381333931');
    await till.press('Enter');
    expect(till.lines()).toContain('Pencil');

    act(() => void fireEvent.click(screen.getByRole('option', { name: /Shirt/ })));
    await till.settle();
    const matrix = screen.getByRole('dialog', { name: 'Which Shirt?' });
    expect(
      within(matrix)
        .getAllByRole('columnheader')
        .map((cell) => cell.textContent),
    ).toContain('M');
    await till.click('Shirt, Blue / M');
    expect(till.lines()).toContain('Shirt, Blue / M');

    await till.type('cheese');
    await till.press('Enter');
    expect(screen.getByRole('dialog', { name: 'How much Cheese?' })).toBeTruthy();
    await till.type('0.35');
    await till.press('Enter');
    expect(till.lines()).toContain('0.35 kg');
    expect(till.total()).toBe('£30.30');
  });
});

describe('the scanner', () => {
  it('adds products wherever the focus is, opens orders, and offers an unknown code to the search', async () => {
    addProduct(till.test, { name: 'Pencil', price: 120, stock: null, barcode: '4006381333931' });
    await till.open();
    await till.scan('4006381333931');
    await till.scan('4006381333931');
    expect(till.lines()).toContain('2 ×Pencil');
    expect(till.search().value).toBe('');
    await till.scan('99887766');
    expect(screen.getByText(/No product has the code 99887766/)).toBeTruthy();
    await till.click('Search for it');
    expect(till.search().value).toBe('99887766');
    expect(screen.getByText('Nothing found for “99887766”')).toBeTruthy();

    await till.click(/Take £2.40/);
    await till.scan('4006381333931');
    expect(screen.getByText(/Finish this payment first/)).toBeTruthy();
    await till.click(/^Cash/);
    await till.click(/Finish sale/);
    await till.scan('4006381333931');
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(till.lines()).toContain('1 ×Pencil');
    await till.scan(orderCode(1));
    expect(window.location.hash).toBe('#/orders/1');
  });

  it('takes the code that another screen was scanned on from the address, once', async () => {
    addProduct(till.test, { name: 'Pencil', price: 120, stock: null, barcode: '4006381333931' });
    await till.open({ at: '#/sell?code=4006381333931' });
    expect(till.lines()).toContain('1 ×Pencil');
    expect(window.location.hash).toBe('#/sell');
  });
});

describe('the cart', () => {
  it('comes back as it was, and says what a product costs by now', async () => {
    const tea = addProduct(till.test, { name: 'Tea', price: 450, stock: null, barcode: '4006381333931' });
    await till.open();
    await till.scan('4006381333931');
    till.leave();
    await till.open();
    expect(till.lines()).toContain('1 ×Tea');
    till.setPrice(tea, 500);
    till.leave();
    await till.open();
    expect(till.lines()).toContain('Now 5.00.');
    await till.click('Use new price');
    expect(till.total()).toBe('£5.00');
  });

  it('waits on hold, makes room for another, and comes back', async () => {
    addProduct(till.test, { name: 'Tea', price: 450, stock: null, barcode: '4006381333931' });
    addProduct(till.test, { name: 'Cake', price: 300, stock: null, barcode: '96385074' });
    await till.open();
    await till.scan('4006381333931');
    await till.press('F9');
    await till.type('Table 4');
    await till.press('Enter');
    expect(till.total()).toBe('£0.00');
    await till.scan('96385074');
    await till.press('o', { ctrlKey: true });
    expect(screen.getByRole('dialog', { name: 'Carts on hold' }).textContent).toContain('Table 4');
    await till.click('Take back');
    expect(till.lines()).toContain('Tea');
    const held = await till.test.ask('carts.listHeld', {});
    expect(held.map((one) => one.label)).toEqual(['Cake']);
    expect(await till.test.ask('carts.open', {})).not.toBeNull();
  });

  it('says at once what is beyond a cashier’s ceiling, and who approves it', async () => {
    addProduct(till.test, { name: 'Tea', price: 1000, stock: null, barcode: '4006381333931' });
    const { staffId } = await till.test.ask('staff.add', { name: 'Cass', role: 'cashier', pin: '593817' });
    await till.test.ask('session.signIn', { staffId, pin: '593817' }, { kind: 'window', windowId: 2 });
    await till.open({ caller: { kind: 'window', windowId: 2 } });
    await till.scan('4006381333931');
    await till.press('F6');
    await till.type('11');
    const above =
      'This is more than the 10% you may give in all: a manager approves it when you take the payment.';
    expect(screen.getByText(above)).toBeTruthy();
    await till.press('Enter');
    expect(till.total()).toBe('£8.90');
    expect(till.lines()).toContain('More than the 10% you may take off in all: a manager approves it');
  });
});
