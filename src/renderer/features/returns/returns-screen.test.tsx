import { act, cleanup, createEvent, fireEvent, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import '../../../../test/support/dialog-focus.ts';
import { addProduct, counterSale, line } from '../../../../test/support/builders.ts';
import { change } from '../../../../test/support/catalog-builders.ts';
import { createOpenShop, type TestApp } from '../../../../test/support/create-test-app.ts';
import { type RenderedApp, renderWithApp } from '../../../../test/support/render-with-app.tsx';
import type { Input } from '../../../shared/contract/index.ts';
import { money } from '../../../shared/domain/money.ts';
import { orderCode } from '../../../shared/domain/order-code.ts';
import { pieces } from '../../../shared/domain/quantity.ts';
import { ReturnsScreen } from './returns-screen.tsx';

let test: TestApp;
let shown: RenderedApp;
let cake: number;
let mug: number;
beforeEach(async () => {
  test = await createOpenShop();
  cake = addProduct(test, {
    name: 'Carrot cake',
    sku: 'CAK-1',
    price: 420,
    stock: 20,
    barcode: '4006381333931',
  });
  mug = addProduct(test, { name: 'Blue mug', sku: 'MUG-1', price: 1450, stock: 5, barcode: '96385074' });
});
afterEach(async () => {
  shown.unmount();
  cleanup();
  await test.close();
});

/** Order 1: three cakes and a mug, 27.10, paid as said (in cash where nothing is). */
async function sell(more: Partial<Input<'orders.place'>> = {}): Promise<void> {
  const lines = [line(cake, 3, 420, { name: 'Carrot cake' }), line(mug, 1, 1450, { name: 'Blue mug' })];
  await test.ask('orders.place', counterSale(lines, more));
}

async function open(at = '#/returns?order=1', options = {}): Promise<void> {
  shown = await renderWithApp(<ReturnsScreen />, test, { at, ...options });
}
async function press(key: string, more: KeyboardEventInit = {}): Promise<void> {
  const target = document.activeElement ?? document.body;
  act(() => {
    const isTaken = !fireEvent.keyDown(target, { key, ...more });
    fireEvent.keyUp(target, { key, ...more });
    if (key !== 'Enter' || isTaken) return;
    if (target instanceof HTMLInputElement) target.form?.requestSubmit();
  });
  await shown.settle();
}
async function click(name: string | RegExp): Promise<void> {
  act(() => void fireEvent.click(screen.getByRole('button', { name })));
  await shown.settle();
}
async function type(label: string | RegExp, words: string): Promise<void> {
  act(() => void fireEvent.change(screen.getByLabelText(label), { target: { value: words } }));
  await shown.settle();
}
/** Five milliseconds from key to key by the keys' own times, then Enter. */
async function scan(code: string): Promise<void> {
  const start = performance.now();
  act(() => {
    [...code, 'Enter'].forEach((key, index) => {
      const event = createEvent.keyDown(document.activeElement ?? document.body, { key });
      Object.defineProperty(event, 'timeStamp', { value: start + index * 5 });
      fireEvent(document.activeElement ?? document.body, event);
    });
  });
  await shown.settle();
}
const quantityOf = (name: string) =>
  screen.getByRole<HTMLInputElement>('textbox', { name: `Quantity of ${name} that comes back` });
const figure = (name: string) => screen.getByRole('status', { name }).textContent;
const dialog = () => screen.getByRole('dialog').textContent ?? '';
const onHand = async (productId: number) => (await test.ask('stock.get', { productId })).onHand;

describe('finding the sale', () => {
  it('takes the scan of a receipt, wherever the focus is', async () => {
    await sell();
    await open('#/returns');
    await scan(orderCode(1));
    expect(screen.getByRole('heading', { level: 1, name: 'Return from order 1' })).toBeTruthy();
    await press('Escape');
    await scan(orderCode(99));
    expect(screen.getByText(/names order 99/)).toBeTruthy();
    expect(window.location.hash).toBe('#/returns');
  });

  it('finds by number, and by a product, with the arrows', async () => {
    await sell();
    await sell({ cartId: 'second' });
    await open('#/returns');
    expect(screen.getByText('Latest sales')).toBeTruthy();
    await type('Find the sale', 'mug');
    expect(screen.getByText('2 sales found')).toBeTruthy();
    await press('ArrowDown');
    await press('ArrowDown');
    await press('Enter');
    expect(window.location.hash).toBe('#/returns?order=1');
    await press('Escape');
    await type('Find the sale', '#2');
    await press('Enter');
    expect(window.location.hash).toBe('#/returns?order=2');
  });

  it('says why nothing can come back', async () => {
    const details = { name: 'Ana', phone: '', address: '2 Low Street', date: 20261125 as never };
    await sell({ kind: 'delivery', delivery: details, tenders: [] });
    await open();
    expect(screen.getByText('Order 1 was not handed over yet')).toBeTruthy();
    await click('Choose another sale');
    await type('Find the sale', 'zzz');
    expect(screen.getByText('No sale fits “zzz”')).toBeTruthy();
    shown.unmount();
    await open('#/returns?order=77');
    expect(screen.getByText('There is no order 77')).toBeTruthy();
  });
});

describe('taking goods back', () => {
  it('goes from the scan to the cash without a mouse', async () => {
    await sell();
    await open();
    expect(document.activeElement).toBe(quantityOf('Carrot cake'));
    await press('ArrowUp');
    await press('ArrowUp');
    expect(figure('To give back')).toBe('£8.40');
    await press('Enter');
    expect(dialog()).toContain('Hand out');
    await press('Escape');
    expect(quantityOf('Carrot cake').value).toBe('2');
    await press('Enter');
    expect(screen.queryByRole('dialog')).toBeTruthy();
    await click(/^Hand out £8.40/);
    expect(dialog()).toContain('Return 1 is done');
    expect(dialog()).toContain('2 items went back to stock.');
    expect(dialog()).toContain('£8.40 given back in cash.');
    expect(await onHand(cake)).toBe(19_000);
    await press('Enter');
    expect(window.location.hash).toBe('#/returns');
    expect(screen.getByRole('button', { name: /Return 1, from order 1/ })).toBeTruthy();
  });

  it('counts up what is scanned, and says what is not in the sale', async () => {
    await sell();
    addProduct(test, { name: 'Tea', price: 300, stock: 5, barcode: '5901234123457' });
    await open();
    await scan('96385074');
    await scan('4006381333931');
    await scan('4006381333931');
    expect(quantityOf('Blue mug').value).toBe('1');
    expect(quantityOf('Carrot cake').value).toBe('2');
    await scan('96385074');
    expect(screen.getByText('All of Blue mug is chosen already.')).toBeTruthy();
    await scan('5901234123457');
    expect(screen.getByText('Tea is not in this sale.')).toBeTruthy();
    await click('Add to new goods');
    expect(figure('To give back')).toBe('£19.90');
  });

  it('takes everything back, damaged, with one choice for all, and some of it without money', async () => {
    await sell();
    await open();
    await press('F4');
    expect(figure('To give back')).toBe('£27.10');
    act(() => quantityOf('Blue mug').focus());
    act(() => void fireEvent.click(screen.getByRole('checkbox', { name: 'Goods only, no money' })));
    expect(figure('To give back')).toBe('£12.60');
    await press('Enter');
    await click(/^Hand out £12.60/);
    expect(dialog()).toContain('4 items went back to stock.');
    const { lines } = await test.ask('returns.get', { returnId: 1 });
    expect(lines.map((one) => [one.name, one.total])).toEqual([
      ['Carrot cake', 1260],
      ['Blue mug', 0],
    ]);
  });

  it('puts money of a card under Refunds, or gives it back in cash', async () => {
    await sell({ tenders: [{ tenderId: 2, amount: money(2710), reference: '4421' }] });
    await open();
    await press('ArrowUp');
    await press('Enter');
    await click(/^Put £4.20 under Refunds/);
    expect(dialog()).toContain('£4.20 waits under Refunds.');
    const { items } = await test.ask('refunds.list', { state: 'awaiting', cursor: null, limit: 10 });
    expect(items).toMatchObject([{ amount: 420, tenderKind: 'card', returnId: 1 }]);
    await click('Go to refunds');
    expect(window.location.hash).toBe('#/refunds');
  });

  it('refuses in words what somebody else took back meanwhile, and shows what is left', async () => {
    await sell();
    await open();
    await press('F4');
    await press('Enter');
    await act(async () => {
      const goods = { reason: 'unwanted', disposition: 'restock', giveMoneyBack: true } as const;
      await test.ask('returns.create', {
        orderId: 1,
        lines: [{ lineNo: 1, quantity: pieces(2), ...goods }],
        ...{ note: '', refunds: [], cashNow: true, exchange: null },
        expectedCredit: money(840),
      });
    });
    await shown.settle();
    expect(screen.getByRole('alert').textContent).toContain('This sale changed meanwhile');
    await press('Escape');
    expect(screen.getByText('Only 1 left.')).toBeTruthy();
    await click(/^Give back/);
    expect(screen.getByText(/does not fit what is left/)).toBeTruthy();
  });

  it('keeps what was chosen when one goes back to the search, and asks before it is left', async () => {
    await sell();
    await open();
    await press('ArrowUp');
    await press('Escape');
    expect(screen.getByText('A return from order 1 is begun')).toBeTruthy();
    await press('Escape');
    expect(screen.getByRole('alertdialog', { name: 'Leave this return' })).toBeTruthy();
    await click('Stay with this return');
    await click('Go on with it');
    expect(quantityOf('Carrot cake').value).toBe('1');
    await click('Back');
    await click('Drop it');
    await press('Escape');
    expect(window.location.hash).toBe('#/orders');
  });
});

describe('an exchange', () => {
  it('takes the difference as the till does', async () => {
    await sell();
    await open();
    await press('ArrowUp');
    await press('F6');
    await scan('96385074');
    expect(figure('To pay')).toBe('£10.30');
    await press('Enter', { ctrlKey: true });
    expect(dialog()).toContain('Take what the new goods cost on top');
    await press('F5');
    await press('Enter');
    expect(dialog()).toContain('£4.20 went towards order 2.');
    expect(dialog()).toContain('£10.30 paid on top.');
    expect(await test.ask('orders.get', { orderId: 2 })).toMatchObject({ total: 1450, open: 0 });
  });

  it('gives back what the new goods leave', async () => {
    await sell();
    await open();
    await press('F4');
    await press('F6');
    await type('Search or scan new goods', 'carrot');
    await press('Enter');
    expect(figure('To give back')).toBe('£22.90');
    await press('Enter', { ctrlKey: true });
    await click(/^Hand out £22.90/);
    expect(dialog()).toContain('£4.20 went towards order 2.');
    expect(dialog()).toContain('£22.90 given back in cash.');
  });

  it('shows a price that changed, and goes on with the new one', async () => {
    await sell();
    await open();
    await press('F4');
    await press('F6');
    await scan('4006381333931');
    change(test, `UPDATE products SET price = 500 WHERE id = ${cake}`);
    await press('Enter', { ctrlKey: true });
    await click(/^Hand out £22.90/);
    expect(screen.getByRole('alert').textContent).toContain('Carrot cake: £4.20 → £5.00');
    await click('Take new prices');
    await click(/^Hand out £22.10/);
    expect(dialog()).toContain('£5.00 went towards order 2.');
  });
});

describe('without a receipt', () => {
  it('takes a product back at a lower price, up to the cap, and marks it', async () => {
    await open('#/returns/without-receipt');
    await scan('96385074');
    await scan('96385074');
    await type(/^Price of one/, '10');
    expect(figure('To give back')).toBe('£20.00');
    await scan('96385074');
    await scan('96385074');
    await scan('96385074');
    await scan('96385074');
    expect(screen.getByText(/no more than £50.00 is given back/)).toBeTruthy();
    await type(/^Quantity of Blue mug/, '2');
    await click(/^Give back £20.00/);
    expect(dialog()).toContain('2 items went back to stock.');
    expect(dialog()).toContain('£20.00 given back in cash.');
    await press('Enter');
    expect(screen.getByText('No receipt')).toBeTruthy();
    expect(await onHand(mug)).toBe(7000);
  });

  it('never gives more than today’s price', async () => {
    await open('#/returns/without-receipt');
    await scan('96385074');
    await type(/^Price of one/, '15');
    expect(screen.getByText('At most £14.50, today’s price.')).toBeTruthy();
    await press('Enter', { ctrlKey: true });
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('is only for whoever has the right', async () => {
    await test.ask('staff.add', { name: 'Carla Cashier', role: 'cashier', pin: '719284' });
    const caller = { kind: 'window', windowId: 2 } as const;
    await test.ask('session.signIn', { staffId: 2, pin: '719284' }, caller);
    await open('#/returns', { caller });
    expect(screen.queryByRole('button', { name: 'Return without receipt' })).toBeNull();
    shown.unmount();
    await open('#/returns/without-receipt', { caller });
    expect(screen.getByText(/needs a right that your role does not have/)).toBeTruthy();
  });
});
