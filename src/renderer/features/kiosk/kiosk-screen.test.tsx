import { cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addProduct } from '../../../../test/support/builders.ts';
import type { TestApp } from '../../../../test/support/create-test-app.ts';
import { ada, kiosk, kioskShop } from '../../../../test/support/kiosk-shop.ts';
import { type RenderedApp, renderWithApp } from '../../../../test/support/render-with-app.tsx';
import { KioskApp } from '../../kiosk-app.tsx';

let test: TestApp;
let page: RenderedApp;
beforeEach(async () => {
  test = await kioskShop();
  addProduct(test, { name: 'Rare tea', stock: 2, price: 500 });
  addProduct(test, { name: 'Gone', stock: 0 });
});
afterEach(async () => {
  page.unmount();
  cleanup();
  await test.close();
});

async function open(): Promise<void> {
  page = await renderWithApp(<KioskApp />, test, { caller: kiosk, whole: true });
}
async function press(name: string | RegExp): Promise<void> {
  fireEvent.click(screen.getByRole('button', { name }));
  await page.settle();
}

describe('the customers’ page', () => {
  it('marks what is out of stock, and offers no more than one order may hold', async () => {
    await open();
    expect(screen.getByText('Out of stock')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Add Gone' })).toBeNull();
    await press('Add Rare tea');
    const more = screen.getAllByRole('button', { name: 'One more Rare tea' });
    fireEvent.click(more[0] as HTMLElement);
    await page.settle();
    for (const button of screen.getAllByRole('button', { name: 'One more Rare tea' })) {
      expect(button.getAttribute('aria-disabled')).toBe('true');
    }
    expect(screen.getAllByText(/10\.00/u).length).toBeGreaterThan(0);
  });

  it('asks who one is before the order is checked, keeps the basket, and forgets both afterwards', async () => {
    await test.ask('kiosk.register', ada, kiosk);
    await test.ask('kiosk.signOut', {}, kiosk);
    await open();
    await press('Add Rare tea');
    await press('Check and order');
    fireEvent.change(screen.getByLabelText('User name'), { target: { value: 'ADA' } });
    fireEvent.change(screen.getByLabelText('Password', { selector: 'input' }), {
      target: { value: ada.password },
    });
    fireEvent.submit(
      screen.getByLabelText('Password', { selector: 'input' }).closest('form') as HTMLFormElement,
    );
    await page.settle();
    expect(screen.getByRole('heading', { name: 'Check your order' })).toBeTruthy();
    expect((screen.getByLabelText('Address') as HTMLTextAreaElement).value).toBe(ada.address);
    await screen.findByText(/^Place order for .*5\.00/u);
    await press(/^Place order for/u);
    expect(screen.getByRole('heading', { name: /^Thank you/u })).toBeTruthy();
    expect(screen.getByText(/26 November/u)).toBeTruthy();
    await press('I am finished');
    expect(screen.getByText('Your basket is empty')).toBeTruthy();
    expect(screen.queryByText(ada.name)).toBeNull();
    expect((await test.refused('kiosk.profile', {}, kiosk)).code).toBe('sign-in-first');
  });

  it('keeps what one chose while one goes back for something more', async () => {
    await test.ask('kiosk.register', ada, kiosk);
    await open();
    await press('Add Rare tea');
    await press('Check and order');
    fireEvent.click(screen.getByRole('radio', { name: 'I pick it up' }));
    fireEvent.change(screen.getByLabelText('Telephone or e-mail'), { target: { value: '555 0199' } });
    await press('Back');
    await press('Check and order');
    expect(screen.getByRole<HTMLInputElement>('radio', { name: 'I pick it up' }).checked).toBe(true);
    expect(screen.getByLabelText<HTMLInputElement>('Telephone or e-mail').value).toBe('555 0199');
  });

  it('says to customers that something changed, not what staff would do about it', async () => {
    await test.ask('kiosk.register', ada, kiosk);
    await open();
    await press('Add Rare tea');
    await press('Check and order');
    await screen.findByText(/^Place order for .*5\.00/u);
    test.file.transaction((db) => db.statement('UPDATE products SET price = 600 WHERE id = 2').run());
    await press(/^Place order for/u);
    expect(screen.getByRole('alert').textContent).toMatch(/^Something in your basket changed/u);
  });

  it('says at once what was tapped, and that it cannot be read where that is so', async () => {
    await open();
    test.file.transaction((db) => db.statement('UPDATE products SET archivedAt = 1 WHERE id = 2').run());
    fireEvent.click(screen.getByTitle('Rare tea'));
    expect(screen.getByRole('dialog', { name: 'Rare tea' })).toBeTruthy();
    await page.settle();
    expect(screen.getByRole('dialog').textContent).toContain('Try again');
  });
});
