import { cleanup, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { addProduct, counterSale, line } from '../../../../test/support/builders.ts';
import { createOpenShop, type TestApp } from '../../../../test/support/create-test-app.ts';
import { renderWithApp } from '../../../../test/support/render-with-app.tsx';
import type { Caller } from '../../../main/app/create-app.ts';
import type { Input } from '../../../shared/contract/index.ts';
import { CustomersScreen } from './customers-screen.tsx';

let test: TestApp;
beforeEach(async () => {
  test = await createOpenShop();
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(600);
});
afterEach(async () => {
  cleanup();
  vi.restoreAllMocks();
  await test.close();
});

async function addCustomer(change: Partial<Input<'customers.create'>> = {}): Promise<number> {
  const draft = { name: 'Ana Łuczak', phone: '555-0101', email: '', address: '', note: '', ...change };
  return (await test.ask('customers.create', draft)).customerId;
}
const saved = async (text: string) =>
  (await test.ask('customers.search', { text, cursor: null, limit: 10 })).items;
const type = (label: RegExp, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));

describe('the page of a customer', () => {
  const figures = () => screen.getAllByRole('definition').map((one) => one.textContent);

  it('tells what they spent and owe, and narrows the orders to those', async () => {
    const customerId = await addCustomer();
    const cake = addProduct(test, { price: 420, stock: 100 });
    const delivery = { name: 'Ana', phone: '', address: 'Low Road', date: 20261123 as never };
    await test.ask('orders.place', counterSale([line(cake, 1, 420)], { customerId }));
    const order = { customerId, kind: 'delivery' as const, delivery, tenders: [] };
    await test.ask('orders.place', counterSale([line(cake, 2, 420)], order));
    const { settle } = await renderWithApp(<CustomersScreen />, test, { at: `#/customers/${customerId}` });
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Ana Łuczak');
    expect(figures().slice(0, 4)).toEqual(['£12.60', '2', '£6.30', '£8.40']);
    const history = () => within(screen.getByRole('list', { name: 'Orders' })).getAllByRole('button');
    expect(history()).toHaveLength(2);
    fireEvent.click(screen.getByRole('link', { name: 'on 1 order' }));
    await settle();
    expect(history().map((row) => row.textContent)).toEqual([expect.stringContaining('Order 2')]);
    expect(screen.getByLabelText<HTMLInputElement>('Something to pay').checked).toBe(true);
  });

  it('asks before a note that was not added is left behind, also by Escape in it', async () => {
    const customerId = await addCustomer();
    const { settle } = await renderWithApp(<CustomersScreen />, test, { at: `#/customers/${customerId}` });
    vi.spyOn(window.history, 'length', 'get').mockReturnValue(1);
    type(/^New note/, 'Rang about the cake');
    fireEvent.keyDown(screen.getByLabelText(/^New note/), { key: 'Escape' });
    await settle();
    press('Go on writing');
    await settle();
    expect(screen.getByLabelText<HTMLTextAreaElement>(/^New note/).value).toBe('Rang about the cake');
    fireEvent.keyDown(screen.getByLabelText(/^New note/), { key: 'Escape' });
    await settle();
    press('Leave without it');
    await settle();
    expect(screen.queryByLabelText(/^New note/)).toBeNull();
  });

  it('keeps notes with who wrote them', async () => {
    const customerId = await addCustomer();
    const { settle } = await renderWithApp(<CustomersScreen />, test, { at: `#/customers/${customerId}` });
    type(/^New note/, 'Rang about the cake');
    press('Add note');
    await settle();
    expect(screen.getByText('Rang about the cake')).toBeTruthy();
    expect(screen.getByText(/^Olga Owner, /)).toBeTruthy();
    press('Remove this note');
    await settle();
    expect(screen.queryByText('Rang about the cake')).toBe(null);
  });

  it('archives and brings back', async () => {
    const customerId = await addCustomer();
    const { settle } = await renderWithApp(<CustomersScreen />, test, { at: `#/customers/${customerId}` });
    press('More for customers');
    fireEvent.click(screen.getByRole('menuitem', { name: 'Archive customer' }));
    fireEvent.click(
      within(screen.getByRole('alertdialog')).getByRole('button', { name: 'Archive customer' }),
    );
    await settle();
    expect(screen.getByText('Archived: not in the directory and not at the till.')).toBeTruthy();
    press('Bring back');
    await settle();
    expect((await saved('')).map(({ name }) => name)).toEqual(['Ana Łuczak']);
  });

  it('leads from the number of a merged customer, and says so', async () => {
    const kept = await addCustomer();
    const merged = await addCustomer({ name: 'Anna Luczak' });
    const side = 'kept' as const;
    const choice = { name: side, phone: side, email: side, address: side, note: side, logIn: side };
    await test.ask('customers.merge', { keptId: kept, mergedId: merged, choice });
    const { settle } = await renderWithApp(<CustomersScreen />, test, { at: `#/customers/${merged}` });
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Ana Łuczak');
    expect(screen.getByText('Number 2 was merged into this customer.')).toBeTruthy();
    press('Take merge back');
    fireEvent.click(within(screen.getByRole('alertdialog')).getByRole('button', { name: 'Take merge back' }));
    await settle();
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Anna Luczak');
  });

  it('says what stands against erasing', async () => {
    const customerId = await addCustomer();
    const cake = addProduct(test, { price: 420, stock: 100 });
    const delivery = { name: 'Ana', phone: '', address: 'Low Road', date: 20261123 as never };
    const order = { customerId, kind: 'delivery' as const, delivery, tenders: [] };
    await test.ask('orders.place', counterSale([line(cake, 2, 420)], order));
    const { settle } = await renderWithApp(<CustomersScreen />, test, { at: `#/customers/${customerId}` });
    press('More for customers');
    fireEvent.click(screen.getByRole('menuitem', { name: 'Erase this person' }));
    await settle();
    const dialog = within(screen.getByRole('alertdialog'));
    expect(dialog.getByText('1 order is still open. Deliver or cancel it first.')).toBeTruthy();
    expect(dialog.getByText(/^£8.40 is still to be paid/)).toBeTruthy();
    expect(dialog.getByRole<HTMLButtonElement>('button', { name: 'Erase this person' }).disabled).toBe(true);
  });

  it('offers a cashier neither erasing nor log-ins nor the file', async () => {
    const customerId = await addCustomer();
    const caller: Caller = { kind: 'window', windowId: 3 };
    const { staffId } = await test.ask('staff.add', { name: 'Carl', role: 'cashier', pin: '730184' });
    await test.ask('session.signIn', { staffId, pin: '730184' }, caller);
    await renderWithApp(<CustomersScreen />, test, { at: `#/customers/${customerId}`, caller });
    press('More for customers');
    expect(screen.getAllByRole('menuitem').map((item) => item.textContent)).toEqual([
      'Merge with another customer',
      'Archive customer',
    ]);
    expect(screen.queryByRole('button', { name: 'Give a log-in' })).toBe(null);
  });
});

describe('duplicates', () => {
  it('are compared and merged, with what will happen said before', async () => {
    const first = await addCustomer({ note: 'nuts' });
    await addCustomer({ name: 'Anna', note: 'rings twice' });
    const cake = addProduct(test, { price: 420, stock: 100 });
    await test.ask('orders.place', counterSale([line(cake, 1, 420)], { customerId: first }));
    const { settle } = await renderWithApp(<CustomersScreen />, test, { at: '#/customers/duplicates' });
    expect(screen.getByRole('heading', { name: 'Same telephone number' })).toBeTruthy();
    press('Compare and merge');
    await settle();
    expect(screen.getByText('No orders move.')).toBeTruthy();
    fireEvent.click(screen.getByRole('radio', { name: /^Number 2/ }));
    await settle();
    expect(screen.getByText('1 order moves to number 2.')).toBeTruthy();
    press('Merge customers');
    await settle();
    expect(window.location.hash).toBe('#/customers/2');
    expect(await test.ask('customers.get', { customerId: first })).toMatchObject({
      ...{ id: 2, name: 'Anna', note: 'rings twice\nnuts' },
    });
  });
});

describe('the form', () => {
  it('says while it is typed whose the number is already', async () => {
    await addCustomer();
    const { settle } = await renderWithApp(<CustomersScreen />, test, { at: '#/customers' });
    press(/^New customer/);
    type(/^Name/, 'Anna');
    type(/^Phone/, '5550101');
    await settle();
    expect(screen.getByText(/^This telephone number is already Ana Łuczak’s/)).toBeTruthy();
    press('Add customer');
    await settle();
    expect(await saved('')).toHaveLength(2);
  });
});
