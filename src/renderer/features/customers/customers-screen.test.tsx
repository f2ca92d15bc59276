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
const panel = () => screen.getByRole('complementary');

describe('the directory', () => {
  it('is searched by any word, and says who was not found', async () => {
    await addCustomer();
    await addCustomer({ name: 'Zoë Quill', phone: '+44 20 7946 0000' });
    const { settle } = await renderWithApp(<CustomersScreen />, test, { at: '#/customers' });
    expect(screen.getByText('2 customers')).toBeTruthy();
    const box = screen.getByRole('searchbox', { name: 'Search customers' });
    fireEvent.change(box, { target: { value: '2079460' } });
    await settle();
    expect(screen.getByText('1 customer')).toBeTruthy();
    expect(screen.getByRole('grid').textContent).toContain('Zoë Quill');
    fireEvent.change(box, { target: { value: 'Nobody' } });
    await settle();
    expect(screen.getByText('Nobody found for “Nobody”')).toBeTruthy();
    const empty = within(screen.getByRole('grid').parentElement as HTMLElement);
    fireEvent.click(empty.getByRole('button', { name: 'New customer' }));
    expect(screen.getByLabelText<HTMLInputElement>(/^Name/).value).toBe('Nobody');
  });

  it('shows a customer’s orders, each leading to its page', async () => {
    const customerId = await addCustomer({ note: 'Allergic to nuts' });
    const cake = addProduct(test, { price: 420, stock: 100 });
    for (let count = 0; count < 25; count += 1)
      await test.ask('orders.place', counterSale([line(cake, 1, 420)], { customerId, cartId: `c${count}` }));
    const { settle } = await renderWithApp(<CustomersScreen />, test, {
      at: `#/customers?customer=${customerId}`,
    });
    expect(panel().textContent).toContain('Allergic to nuts');
    const history = () => within(screen.getByRole('list', { name: 'Orders' })).getAllByRole('button');
    expect(history()).toHaveLength(20);
    press('Show earlier orders');
    await settle();
    expect(history()).toHaveLength(25);
    expect(screen.queryByRole('button', { name: 'Show earlier orders' })).toBe(null);
    fireEvent.click(history()[0] as Element);
    expect(window.location.hash).toBe('#/orders/25');
  });

  it('lets whoever may not edit only look', async () => {
    const customerId = await addCustomer();
    const caller: Caller = { kind: 'window', windowId: 3 };
    const { staffId } = await test.ask('staff.add', { name: 'Vera', role: 'viewer', pin: '730184' });
    await test.ask('session.signIn', { staffId, pin: '730184' }, caller);
    await renderWithApp(<CustomersScreen />, test, { at: `#/customers?customer=${customerId}`, caller });
    expect(panel().textContent).toContain('555-0101');
    expect(screen.queryByRole('button', { name: /New customer|Edit customer/ })).toBe(null);
  });
});

describe('the form', () => {
  it('adds a customer and opens them', async () => {
    const { settle } = await renderWithApp(<CustomersScreen />, test, { at: '#/customers' });
    fireEvent.keyDown(window, { key: 'n', altKey: true });
    type(/^Name/, '  Zoë Quill ');
    type(/^E-mail/, 'zoe@example.com');
    press('Add customer');
    await settle();
    expect(screen.getByText('Zoë Quill is in the directory.')).toBeTruthy();
    expect(screen.queryByRole('dialog')).toBe(null);
    const [zoe] = await saved('zoe');
    expect(zoe).toMatchObject({ name: 'Zoë Quill', email: 'zoe@example.com' });
    expect(window.location.hash).toBe(`#/customers?customer=${zoe?.id}`);
  });

  it('says beside each field what is wrong, and keeps what was typed', async () => {
    const { settle } = await renderWithApp(<CustomersScreen />, test, { at: '#/customers' });
    press(/^New customer/);
    type(/^E-mail/, 'zoe');
    type(/^Note/, 'card 4111 1111 1111 1111');
    press('Add customer');
    await settle();
    expect(screen.getByText('Enter a name.')).toBeTruthy();
    expect(screen.getByText('Write the whole address, like name@example.com.')).toBeTruthy();
    expect(screen.getByText(/^This looks like a card number/)).toBeTruthy();
    type(/^Name/, 'Zoë');
    expect(screen.queryByText('Enter a name.')).toBe(null);
    expect(screen.getByLabelText<HTMLInputElement>(/^E-mail/).value).toBe('zoe');
    expect(await saved('')).toEqual([]);
  });

  it('names the field that main refused', async () => {
    const { settle } = await renderWithApp(<CustomersScreen />, test, { at: '#/customers' });
    press(/^New customer/);
    type(/^Name/, 'Zoë\u0000');
    press('Add customer');
    await settle();
    expect(screen.getByLabelText<HTMLInputElement>(/^Name/).getAttribute('aria-invalid')).toBe('true');
    expect(await saved('')).toEqual([]);
  });

  it('changes a customer, and asks before typed changes are lost', async () => {
    const customerId = await addCustomer();
    const { settle } = await renderWithApp(<CustomersScreen />, test, {
      at: `#/customers?customer=${customerId}`,
    });
    press(/^Edit customer/);
    type(/^Phone/, '555-0202');
    press('Cancel');
    const question = screen.getByRole('alertdialog', { name: 'Discard what you typed' });
    fireEvent.click(within(question).getByRole('button', { name: 'Keep typing' }));
    expect(screen.getByLabelText<HTMLInputElement>(/^Phone/).value).toBe('555-0202');
    press('Save customer');
    await settle();
    expect(screen.getByText('Ana Łuczak is saved.')).toBeTruthy();
    expect(panel().textContent).toContain('555-0202');
  });
});
