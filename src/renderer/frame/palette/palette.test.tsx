import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import '../../../../test/support/dialog-focus.ts';
import { addProduct, counterSale, line } from '../../../../test/support/builders.ts';
import { change } from '../../../../test/support/catalog-builders.ts';
import { createOpenShop, owner, type TestApp } from '../../../../test/support/create-test-app.ts';
import { type RenderedApp, renderWithApp } from '../../../../test/support/render-with-app.tsx';
import { typeLikeScanner } from '../../../../test/support/type-like-scanner.ts';
import type { Caller } from '../../../main/app/create-app.ts';
import { App } from '../../app.tsx';

let test: TestApp;
let shown: RenderedApp;
beforeEach(async () => {
  window.localStorage.clear();
  delete document.body.dataset.app;
  test = await createOpenShop();
});
afterEach(async () => {
  cleanup();
  await test.close();
});

async function open(at: string, caller: Caller = owner): Promise<void> {
  shown = await renderWithApp(<App />, test, { whole: true, at, caller });
  // Its program is read when it is first needed.
  await waitFor(() => expect(document.body.dataset.app).toBe('ready'), { timeout: 20_000 });
  await shown.settle();
}

/** A key where the focus is, and what follows from it: what the palette picks is done two frames later. */
async function press(key: string, more: KeyboardEventInit = {}): Promise<void> {
  await act(async () => {
    fireEvent.keyDown(document.activeElement ?? document.body, { key, ...more });
    await new Promise((resolve) => setTimeout(resolve, 60));
  });
  await shown.settle();
}
const openPalette = () => press('k', { ctrlKey: true });
const field = () => screen.getByRole<HTMLInputElement>('combobox', { name: /Search for anything/ });
const isOpen = () => screen.queryByRole('dialog', { name: 'Search and do' }) !== null;

async function type(words: string): Promise<void> {
  fireEvent.change(field(), { target: { value: words } });
  await shown.settle();
}

/** The groups by name, each with what its rows say. */
function listed(): Record<string, string[]> {
  const groups = screen.queryAllByRole('group').filter((group) => group.closest('[role="listbox"]'));
  return Object.fromEntries(
    groups.map((group) => [
      document.getElementById(group.getAttribute('aria-labelledby') ?? '')?.textContent ?? '',
      within(group)
        .getAllByRole('option')
        .map((row) => row.querySelector('bdi')?.textContent ?? ''),
    ]),
  );
}
const marked = () =>
  document.getElementById(field().getAttribute('aria-activedescendant') ?? '')?.querySelector('bdi')
    ?.textContent;
const hash = () => window.location.hash;

/** Somebody of a role, signed in at a window of their own. */
async function signIn(role: 'cashier' | 'viewer'): Promise<Caller> {
  const caller: Caller = { kind: 'window', windowId: 7 };
  const { staffId } = await test.ask('staff.add', { name: `The ${role}`, role, pin: '730184' });
  await test.ask('session.signIn', { staffId, pin: '730184' }, caller);
  return caller;
}

describe('the palette', () => {
  it('opens by its key and by its button, takes the focus, closes by Escape and gives it back', async () => {
    addProduct(test, { name: 'Tea', stock: 5 });
    await open('#/sell');
    const before = document.activeElement;
    await openPalette();
    expect(document.activeElement).toBe(field());
    await press('Escape');
    expect(isOpen()).toBe(false);
    expect(document.activeElement).toBe(before);
    await openPalette();
    await openPalette();
    expect(isOpen()).toBe(false);
    fireEvent.click(screen.getByRole('button', { name: 'Search, or do something' }));
    await shown.settle();
    expect(isOpen()).toBe(true);
  });

  it('lists first what can be done here and everywhere, then screens; each with its own key', async () => {
    await open('#/customers');
    await openPalette();
    const groups = listed();
    expect(Object.keys(groups)).toEqual(['On this screen', 'Everywhere', 'Go to']);
    expect(groups['On this screen']).toContain('New customer');
    // The screen says it with its key; it does not stand there twice.
    expect(groups.Everywhere).toContain('New product');
    expect(groups.Everywhere).not.toContain('New customer');
    expect(groups['Go to']).toEqual(expect.arrayContaining(['Sell', 'Orders', 'Stock', 'Hourly timer']));
    const row = screen.getByRole('option', { name: /New customer/ });
    expect(row.getAttribute('aria-keyshortcuts')).toBe('Alt+N');
  });

  it('walks with the arrows and from group to group with Tab, and does what Enter is at', async () => {
    await open('#/customers');
    await openPalette();
    expect(marked()).toBe(listed()['On this screen']?.[0]);
    await press('ArrowDown');
    expect(marked()).toBe(listed()['On this screen']?.[1]);
    await press('Tab');
    expect(marked()).toBe(listed().Everywhere?.[0]);
    await press('Tab');
    expect(marked()).toBe('Sell');
    await press('Tab', { shiftKey: true });
    await press('Tab');
    await press('Enter');
    expect(isOpen()).toBe(false);
    expect(hash()).toBe('#/sell');
  });

  it('goes to a number’s order first, to products, customers and settings by what they are called', async () => {
    const productId = addProduct(test, { name: 'Flat white', price: 350, stock: 5 });
    const { customerId } = await test.ask('customers.create', {
      ...{ name: 'Flora 1', phone: '555-0142', email: '', address: '', note: '' },
    });
    const { orderId } = await test.ask(
      'orders.place',
      counterSale([line(productId, 1, 350)], { customerId }),
    );
    await open('#/stock');
    await openPalette();
    await type(String(orderId));
    expect(marked()).toBe(`Order ${orderId}`);
    expect(listed().Customers).toEqual(['Flora 1']);
    await press('Enter');
    expect(hash()).toBe(`#/orders/${orderId}`);
    await openPalette();
    await type('flat wh');
    await press('Enter');
    expect(hash()).toBe(`#/products?product=${productId}`);
    await openPalette();
    await type('5550142');
    await press('Enter');
    expect(hash()).toBe(`#/customers?customer=${customerId}`);
    await openPalette();
    await type('hourly');
    await press('Enter');
    expect(hash()).toBe('#/timer');
  });

  it('opens the product of a scanned code at once, and says when there is none', async () => {
    const productId = addProduct(test, { name: 'Pen', barcode: '4006381333931' });
    addProduct(test, { name: 'Pencil 9780' });
    await open('#/stock');
    await openPalette();
    typeLikeScanner('97801');
    await shown.settle();
    expect(screen.getByText('No product has the code 97801.')).toBeTruthy();
    expect(isOpen()).toBe(true);
    typeLikeScanner('4006381333931');
    await act(() => new Promise((resolve) => setTimeout(resolve, 100)));
    await shown.settle();
    expect(hash()).toBe(`#/products?product=${productId}`);
    expect(isOpen()).toBe(false);
  });

  it('does what another screen offers: goes there first', async () => {
    await open('#/stock');
    await openPalette();
    await type('new customer');
    await press('Enter');
    await waitFor(() => expect(screen.getByRole('dialog', { name: 'New customer' })).toBeTruthy());
    expect(hash()).toBe('#/customers');
  });

  it('offers what was used before first, by the name it has now', async () => {
    const productId = addProduct(test, { name: 'Flat white', sku: 'FW', price: 350, stock: 5 });
    await open('#/stock');
    await openPalette();
    await type('flat');
    await press('Enter');
    change(test, `UPDATE products SET name = 'Large white' WHERE id = ${productId}`);
    await openPalette();
    await type('dark');
    await press('Enter');
    await openPalette();
    expect(listed()['Used before']).toEqual(['Large white']);
    await press('Escape');
    expect(Object.keys(window.localStorage)).toEqual(['palette.1']);
    expect(window.localStorage.getItem('palette.1')).not.toContain('white');
  });

  it('changes the look of this computer', async () => {
    await open('#/stock');
    await openPalette();
    await type('dark');
    await press('Enter');
    expect(document.documentElement.dataset.theme).toBe('dark');
    await openPalette();
    await type('text larger');
    await press('Enter');
    expect(document.documentElement.dataset.textSize).toBe('larger');
  });

  it('locks the till, and does not open over the lock screen', async () => {
    await open('#/stock');
    await openPalette();
    await type('sign out');
    await press('Enter');
    await waitFor(() => expect(document.getElementById('screen')).toBeNull());
    await openPalette();
    expect(isOpen()).toBe(false);
  });

  it('stays away from a dialog that is open, and says so', async () => {
    await open('#/customers');
    await press('n', { altKey: true });
    await openPalette();
    expect(isOpen()).toBe(false);
    expect(screen.getByText(/Finish or close what is open first/)).toBeTruthy();
  });
});

describe('what the palette offers', () => {
  it('is what the person may do and see', async () => {
    const caller = await signIn('viewer');
    await open('#/orders', caller);
    await openPalette();
    const groups = listed();
    expect(groups['Go to']).not.toContain('Sell');
    expect(groups['Go to']).not.toContain('Turn over to customers');
    expect(groups.Everywhere).not.toContain('New product');
    await type('currency');
    expect(listed().Settings).toBeUndefined();
    await type('receive');
    expect(Object.values(listed()).flat()).not.toContain('Receive stock');
  });

  it('is marked where a manager is asked on the way', async () => {
    const productId = addProduct(test, { name: 'Tea', price: 300, stock: 5 });
    const caller = await signIn('cashier');
    await open('#/sell', caller);
    expect(productId).toBe(1);
    fireEvent.click(await screen.findByRole('option', { name: /Tea/ }));
    await shown.settle();
    await openPalette();
    await type('price');
    const rows = within(screen.getByRole('listbox', { name: 'Results' }))
      .getAllByRole('option')
      .map((row) => row.textContent);
    expect(rows[0]).toMatch(/price.*Asks a manager/i);
    await type('custom item');
    expect(
      within(screen.getByRole('listbox', { name: 'Results' })).getAllByRole('option')[0]?.textContent,
    ).not.toContain('Asks a manager');
  });

  it('does what is to be done on the till with its cart', async () => {
    addProduct(test, { name: 'Tea', price: 300, stock: 5 });
    await open('#/sell');
    fireEvent.click(await screen.findByRole('option', { name: /Tea/ }));
    await shown.settle();
    await openPalette();
    await type('hold the');
    await press('Enter');
    await waitFor(() => expect(screen.getByRole('dialog').textContent).toMatch(/hold/i));
  });
});

describe('the page of keys', () => {
  it('lists the keys of the screen and those of everywhere', async () => {
    await open('#/customers');
    await press('F1');
    const page = screen.getByRole('dialog', { name: 'Keys' });
    expect(page.textContent).toContain('New customer');
    expect(page.textContent).toContain('Go to Orders');
    expect(page.textContent).toContain('Lock the till');
    await press('Escape');
    expect(screen.queryByRole('dialog')).toBeNull();
  });
});
