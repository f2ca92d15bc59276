import { act, cleanup, createEvent, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addProduct } from '../../../../test/support/builders.ts';
import { createOpenShop, owner, type TestApp } from '../../../../test/support/create-test-app.ts';
import '../../../../test/support/dialog-focus.ts';
import { type RenderedApp, renderWithApp } from '../../../../test/support/render-with-app.tsx';
import { query } from '../../../main/database/query.ts';
import type { OrderllaBridge } from '../../../shared/contract/bridge.ts';
import { money } from '../../../shared/domain/money.ts';
import { orderCode } from '../../../shared/domain/order-code.ts';
import { SellScreen } from './sell-screen.tsx';

let test: TestApp;
let shown: RenderedApp;

beforeEach(async () => {
  test = await createOpenShop();
});
afterEach(async () => {
  shown?.unmount();
  cleanup();
  await test.close();
});

type Options = Parameters<typeof renderWithApp>[2];

async function openTill(options: Options = {}): Promise<void> {
  shown = await renderWithApp(<SellScreen />, test, options);
}

const search = () => screen.getByRole<HTMLInputElement>('searchbox', { name: 'Search products' });
const lines = () => screen.queryByRole('list', { name: 'Cart lines' })?.textContent ?? '';
const total = () => screen.getByRole('status', { name: 'Total' }).textContent;
const button = (name: string | RegExp) => screen.getByRole('button', { name });

/** A key where the focus is, as a person presses it. */
async function press(key: string, more: KeyboardEventInit = {}): Promise<void> {
  const target = document.activeElement ?? document.body;
  act(() => {
    const isTaken = !fireEvent.keyDown(target, { key, ...more });
    fireEvent.keyUp(target, { key, ...more });
    // What a browser does with Enter in a field that did not want it.
    if (key === 'Enter' && !isTaken && target instanceof HTMLInputElement) target.form?.requestSubmit();
  });
  await shown.settle();
}

async function type(words: string): Promise<void> {
  const field = await waitFor(() => {
    const focused = document.activeElement;
    if (!(focused instanceof HTMLInputElement))
      throw new Error(`Nothing to type into: ${focused?.outerHTML.slice(0, 200)}`);
    return focused;
  });
  act(() => void fireEvent.change(field, { target: { value: words } }));
  await shown.settle();
}

async function click(name: string | RegExp): Promise<void> {
  act(() => void fireEvent.click(button(name)));
  await shown.settle();
}

/** As a scanner types it: five milliseconds from key to key by the keys' own times, then Enter. */
async function scan(code: string): Promise<void> {
  const start = performance.now();
  act(() => {
    [...code, 'Enter'].forEach((key, index) => {
      const target = document.activeElement ?? document.body;
      const event = createEvent.keyDown(target, { key });
      Object.defineProperty(event, 'timeStamp', { value: start + index * 5 });
      fireEvent(target, event);
    });
  });
  await shown.settle();
}

/** As the back office would, but without the live update that the till then hears. */
function setPrice(productId: number, price: number): void {
  const change = query
    .updateTable('products')
    .set({ price: money(price) })
    .where('id', '=', productId);
  test.file.transaction((db) => db.run(change));
}

const orders = async () =>
  (
    await test.ask('orders.list', {
      text: '',
      status: 'all',
      kind: 'all',
      fromDate: null,
      toDate: null,
      customerId: null,
      cursor: null,
      limit: 50,
    })
  ).items;

describe('the till', () => {
  it('sells with the keyboard alone: search, quantity, cash, change, next', async () => {
    addProduct(test, { name: 'Flat white', price: 350, stock: null });
    addProduct(test, { name: 'Carrot cake', price: 420, stock: 9 });
    await openTill();
    expect(document.activeElement).toBe(search());
    await type('car');
    await press('Enter');
    expect(search().value).toBe('');
    await type('flat');
    await press('ArrowDown');
    await press('Enter');
    await press('+');
    expect(lines()).toContain('2 ×Flat white');
    expect(total()).toBe('£11.20');

    await press('Enter');
    expect(screen.getByRole('dialog', { name: 'Take payment' })).toBeTruthy();
    await type('20');
    await press('Enter');
    expect(screen.getByRole('status', { name: 'Change' }).textContent).toBe('£8.80');
    await press('Enter');
    const receipt = screen.getByRole('dialog', { name: 'Order 1 is paid' });
    expect(within(receipt).getByRole('article', { name: 'Order 1' }).textContent).toContain('Carrot cake');
    expect(receipt.textContent).toContain('£8.80');
    expect((await orders()).map((order) => [order.total, order.paymentStatus])).toEqual([[1120, 'paid']]);

    await press('Enter');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(total()).toBe('£0.00');
  });

  it('works on the selected line with its keys, and undoes a removal', async () => {
    addProduct(test, { name: 'Flat white', price: 1000, stock: null });
    addProduct(test, { name: 'Tea', price: 300, stock: null });
    await openTill();
    await type('flat');
    await press('Enter');
    await type('tea');
    await press('Enter');
    await press('ArrowUp', { altKey: true });
    await press('F6');
    await type('10');
    await press('Enter');
    expect(lines()).toContain('10% off');
    await press('F8');
    await type('extra hot');
    await press('Enter');
    expect(lines()).toContain('extra hot');
    await press('F7');
    await type('8');
    await press('Enter');
    await press('F4');
    await type('3');
    await press('Enter');
    expect(total()).toBe('£24.60');
    await press('Delete');
    expect(total()).toBe('£3.00');
    await click('Undo');
    expect(total()).toBe('£24.60');
    expect(screen.getAllByRole('listitem')[0]?.textContent).toContain('Flat white');
  });

  it('takes an exact barcode before any name, and asks which kind and how much', async () => {
    addProduct(test, { name: '4006381333931 in its name', price: 100, stock: null });
    addProduct(test, { name: 'Pencil', price: 120, stock: null, barcode: '4006381333931' });
    const parentId = addProduct(test, { name: 'Shirt', kind: 'parent', price: 0, stock: null });
    for (const variantLabel of ['Red / S', 'Red / M', 'Blue / M']) {
      addProduct(test, { name: 'Shirt', kind: 'variant', parentId, variantLabel, price: 2000, stock: 3 });
    }
    addProduct(test, { name: 'Cheese', unit: 'kg', price: 2600, stock: 5 });
    await openTill();
    await type('4006381333931');
    await press('Enter');
    expect(lines()).toContain('Pencil');

    act(() => void fireEvent.click(screen.getByRole('option', { name: /Shirt/ })));
    await shown.settle();
    const matrix = screen.getByRole('dialog', { name: 'Which Shirt?' });
    expect(
      within(matrix)
        .getAllByRole('columnheader')
        .map((cell) => cell.textContent),
    ).toContain('M');
    await click('Shirt, Blue / M');
    expect(lines()).toContain('Shirt, Blue / M');

    await type('cheese');
    await press('Enter');
    expect(screen.getByRole('dialog', { name: 'How much Cheese?' })).toBeTruthy();
    await type('0.35');
    await press('Enter');
    expect(lines()).toContain('0.35 kg');
    expect(total()).toBe('£30.30');
  });
});

describe('the scanner', () => {
  it('adds products wherever the focus is, opens orders, and offers an unknown code to the search', async () => {
    addProduct(test, { name: 'Pencil', price: 120, stock: null, barcode: '4006381333931' });
    await openTill();
    await scan('4006381333931');
    await scan('4006381333931');
    expect(lines()).toContain('2 ×Pencil');
    expect(search().value).toBe('');
    await scan('99887766');
    expect(screen.getByText(/No product has the code 99887766/)).toBeTruthy();
    await click('Search for it');
    expect(search().value).toBe('99887766');
    expect(screen.getByText('Nothing found for “99887766”')).toBeTruthy();

    await click(/Take £2.40/);
    await scan('4006381333931');
    expect(screen.getByText(/Finish this payment first/)).toBeTruthy();
    await click(/^Cash/);
    await click(/Finish sale/);
    await scan('4006381333931');
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(lines()).toContain('1 ×Pencil');
    await scan(orderCode(1));
    expect(window.location.hash).toBe('#/orders/1');
  });

  it('takes the code that another screen was scanned on from the address, once', async () => {
    addProduct(test, { name: 'Pencil', price: 120, stock: null, barcode: '4006381333931' });
    await openTill({ at: '#/sell?code=4006381333931' });
    expect(lines()).toContain('1 ×Pencil');
    expect(window.location.hash).toBe('#/sell');
  });
});

describe('paying', () => {
  const oneTea = async (options: Options = {}) => {
    const tea = addProduct(test, { name: 'Tea', price: 450, stock: 5, barcode: '4006381333931' });
    await openTill(options);
    await scan('4006381333931');
    return tea;
  };

  it('splits over tenders, asks for a reference, and takes one back', async () => {
    await oneTea();
    await press('Enter');
    await type('2');
    await press('Enter');
    await press('F6');
    const reference = screen.getByLabelText<HTMLInputElement>('Reference of Card');
    expect(document.activeElement).toBe(reference);
    await type('4421');
    await press('Enter');
    expect(screen.getByRole('status', { name: 'Change' })).toBeTruthy();
    await click('Take back Cash £2.00');
    expect(screen.getByRole('status', { name: 'Still open' }).textContent).toBe('£2.00');
    await press('F5');
    await press('Enter');
    const { payments } = await test.ask('orders.get', { orderId: 1 });
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
    await press('Enter');
    await press('F5');
    act(() => {
      fireEvent.click(button(/Finish sale/));
      fireEvent.click(button(/Finish sale/));
    });
    await shown.settle();
    expect(screen.getByRole('alert').textContent).toContain('nothing you typed is lost');
    await press('Enter');
    expect(screen.getByRole('dialog', { name: 'Order 1 is paid' })).toBeTruthy();
    expect(await orders()).toHaveLength(1);
  });

  it('shows what a price was and is, and goes on with what was taken', async () => {
    const tea = await oneTea();
    await press('Enter');
    await press('F5');
    setPrice(tea, 500);
    await press('Enter');
    expect(screen.getByRole('alert').textContent).toContain('Tea: £4.50 → £5.00');
    await click('Take new prices');
    expect(screen.queryByRole('alert')).toBeNull();
    expect(screen.getByRole('status', { name: 'Still open' }).textContent).toBe('£0.50');
    await press('F5');
    await press('Enter');
    expect((await orders())[0]?.total).toBe(500);
  });

  it('asks before it sells more than there is, and sells it when told to', async () => {
    addProduct(test, { name: 'Last one', price: 100, stock: 1, oversell: 'warn', barcode: '96385074' });
    await openTill();
    await scan('96385074');
    await press('+');
    expect(lines()).toContain('Only 1 on hand.');
    await press('Enter');
    await press('F5');
    await press('Enter');
    expect(screen.getByRole('alert').textContent).toContain('Last one: 2 wanted, 1 on hand');
    await click('Sell anyway');
    expect(screen.getByRole('dialog', { name: 'Order 1 is paid' })).toBeTruthy();
  });

  it('says that a receipt was not printed and goes on', async () => {
    test.desktop.machine.set({ printReceiptAfterSale: true });
    test.desktop.printerTrouble = 'The printer is out of paper.';
    await oneTea();
    await press('Enter');
    await press('F5');
    await press('Enter');
    expect(screen.getByText(/The sale is safe, but the receipt was not printed/)).toBeTruthy();
    test.desktop.printerTrouble = null;
    await press('p');
    expect(screen.getByText('The receipt is printed.')).toBeTruthy();
    expect(test.desktop.printed).toHaveLength(1);
  });

  it('places a delivery to be paid later, with a customer created in place', async () => {
    await oneTea();
    await press('k', { ctrlKey: true });
    await type('Ann Lee');
    await press('Enter');
    act(() => {
      fireEvent.change(screen.getByLabelText(/^Address/), { target: { value: '12 High Street' } });
    });
    await click('Save customer');
    expect(button('Customer: Ann Lee')).toBeTruthy();
    act(() => void fireEvent.click(screen.getByRole('radio', { name: 'Delivery' })));
    await shown.settle();
    expect(screen.getByLabelText<HTMLInputElement>('Name').value).toBe('Ann Lee');
    await click('Save delivery');
    await press('Enter', { ctrlKey: true });
    await click('Pay on delivery');
    const order = await test.ask('orders.get', { orderId: 1 });
    expect(order).toMatchObject({
      kind: 'delivery',
      paymentStatus: 'unpaid',
      deliveryName: 'Ann Lee',
      deliveryAddress: '12 High Street',
      deliveryDate: 20261126,
    });
  });
});

describe('the cart', () => {
  it('comes back as it was, and says what a product costs by now', async () => {
    const tea = addProduct(test, { name: 'Tea', price: 450, stock: null, barcode: '4006381333931' });
    await openTill();
    await scan('4006381333931');
    shown.unmount();
    await openTill();
    expect(lines()).toContain('1 ×Tea');
    setPrice(tea, 500);
    shown.unmount();
    await openTill();
    expect(lines()).toContain('Now 5.00.');
    await click('Use new price');
    expect(total()).toBe('£5.00');
  });

  it('waits on hold, makes room for another, and comes back', async () => {
    addProduct(test, { name: 'Tea', price: 450, stock: null, barcode: '4006381333931' });
    addProduct(test, { name: 'Cake', price: 300, stock: null, barcode: '96385074' });
    await openTill();
    await scan('4006381333931');
    await press('F9');
    await type('Table 4');
    await press('Enter');
    expect(total()).toBe('£0.00');
    await scan('96385074');
    await press('o', { ctrlKey: true });
    expect(screen.getByRole('dialog', { name: 'Carts on hold' }).textContent).toContain('Table 4');
    await click('Take back');
    expect(lines()).toContain('Tea');
    const held = await test.ask('carts.listHeld', {});
    expect(held.map((one) => one.label)).toEqual(['Cake']);
    expect(await test.ask('carts.open', {})).not.toBeNull();
  });

  it('keeps a cashier below the ceiling, at once and with who can help', async () => {
    addProduct(test, { name: 'Tea', price: 1000, stock: null, barcode: '4006381333931' });
    const { staffId } = await test.ask('staff.add', { name: 'Cass', role: 'cashier', pin: '593817' });
    await test.ask('session.signIn', { staffId, pin: '593817' }, { kind: 'window', windowId: 2 });
    await openTill({ caller: { kind: 'window', windowId: 2 } });
    await scan('4006381333931');
    await press('F6');
    await type('11');
    expect(screen.getByText('This is more than the 10% you may give. Ask a manager.')).toBeTruthy();
    await press('Enter');
    expect(screen.getByRole('dialog')).toBeTruthy();
    await type('10');
    await press('Enter');
    expect(total()).toBe('£9.00');
    expect(owner).toEqual({ kind: 'window', windowId: 1 });
  });
});
