import { act, cleanup, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { addProduct } from '../../../../test/support/builders.ts';
import { createOpenShop, type TestApp } from '../../../../test/support/create-test-app.ts';
import { renderWithApp } from '../../../../test/support/render-with-app.tsx';
import { ProductsScreen } from './products-screen.tsx';

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

const grid = () => screen.getByRole('grid', { name: 'Products' });
const names = () =>
  within(grid())
    .getAllByRole('row')
    .slice(1)
    .map((row) => within(row).getAllByRole('gridcell')[1]?.textContent);
const priceOf = async (productId: number) => (await test.ask('catalog.editable', { productId })).price;
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));

function fillShop() {
  return {
    cheese: addProduct(test, { name: 'Cheese', price: 2450 }),
    mug: addProduct(test, { name: 'Mug', price: 1450 }),
    soap: addProduct(test, { name: 'Soap', price: 0 }),
  };
}

describe('the table of products', () => {
  it('sorts by its headers, says so, and keeps the order in the address', async () => {
    fillShop();
    const { settle } = await renderWithApp(<ProductsScreen />, test, { at: '#/products' });
    press('Price');
    await settle();
    expect(names()).toEqual(['SSoap', 'MMug', 'CCheese']);
    press('Price');
    await settle();
    expect(names()).toEqual(['CCheese', 'MMug', 'SSoap']);
    expect(screen.getByText('Sorted by Price, descending.')).toBeTruthy();
    expect(screen.getByRole('columnheader', { name: 'Price' }).getAttribute('aria-sort')).toBe('descending');
    expect(window.location.hash).toBe('#/products?sort=price&down=1');
  });

  it('shows the columns that were chosen', async () => {
    fillShop();
    const { settle } = await renderWithApp(<ProductsScreen />, test, {
      at: '#/products?columns=price.created',
    });
    const headings = () =>
      within(grid())
        .getAllByRole('columnheader')
        .map((one) => one.textContent);
    expect(headings()).toEqual(['', 'Product', 'Price', 'Created']);
    press('More of products');
    fireEvent.click(screen.getByRole('menuitem', { name: 'Choose columns' }));
    fireEvent.click(screen.getByRole('checkbox', { name: 'SKU' }));
    await settle();
    expect(window.location.hash).toBe('#/products?columns=sku.price.created');
  });

  it('changes a price by typing on its row, and takes that back', async () => {
    const { mug } = fillShop();
    const { settle } = await renderWithApp(<ProductsScreen />, test, { at: '#/products' });
    act(() => grid().focus());
    fireEvent.keyDown(grid(), { key: 'ArrowDown' });
    fireEvent.keyDown(grid(), { key: '9' });
    const input = screen.getByLabelText<HTMLInputElement>('Price of Mug');
    expect(input.value).toBe('9');
    fireEvent.change(input, { target: { value: '9.x' } });
    fireEvent.keyDown(input, { key: 'Enter' });
    expect(input.getAttribute('aria-invalid')).toBe('true');
    fireEvent.change(input, { target: { value: '9.95' } });
    fireEvent.keyDown(input, { key: 'Enter' });
    await settle();
    expect(await priceOf(mug)).toBe(995);
    expect(document.activeElement).toBe(grid());
    press('Undo');
    await settle();
    expect(await priceOf(mug)).toBe(1450);
  });

  it('goes from F2 by Tab to the category; Escape changes nothing', async () => {
    const { cheese } = fillShop();
    const { settle } = await renderWithApp(<ProductsScreen />, test, { at: '#/products' });
    act(() => grid().focus());
    fireEvent.keyDown(grid(), { key: 'F2' });
    fireEvent.keyDown(screen.getByLabelText('Price of Cheese'), { key: 'Tab' });
    await settle();
    fireEvent.keyDown(screen.getByRole('combobox', { name: 'Category of Cheese' }), { key: 'Escape' });
    fireEvent.keyDown(grid(), { key: 'F2' });
    fireEvent.change(screen.getByLabelText('Price of Cheese'), { target: { value: '1' } });
    fireEvent.keyDown(screen.getByLabelText('Price of Cheese'), { key: 'Escape' });
    await settle();
    expect(await priceOf(cheese)).toBe(2450);
  });
});

describe('changing many products', () => {
  it('shows each before and after, does it, and undoes it from the list', async () => {
    const { cheese, mug, soap } = fillShop();
    const { settle } = await renderWithApp(<ProductsScreen />, test, { at: '#/products' });
    fireEvent.click(screen.getByRole('checkbox', { name: 'Select all rows' }));
    press('Change 3 products');
    press('Show what changes');
    expect(screen.getByText('Say first what shall change.')).toBeTruthy();
    fireEvent.change(screen.getByLabelText('By'), { target: { value: '10' } });
    press('Show what changes');
    await settle();
    const preview = within(screen.getByRole('dialog'));
    expect(preview.getByText('26.95')).toBeTruthy();
    expect(preview.getByText('2 products change')).toBeTruthy();
    press('Change 2 products');
    await settle();
    expect([await priceOf(cheese), await priceOf(mug), await priceOf(soap)]).toEqual([2695, 1595, 0]);
    expect(screen.getByText('2 products changed.')).toBeTruthy();
    press('More of products');
    fireEvent.click(screen.getByRole('menuitem', { name: 'Last bulk changes' }));
    await settle();
    expect(screen.getByText('Prices +10%')).toBeTruthy();
    press('Undo this change');
    await settle();
    expect([await priceOf(cheese), await priceOf(mug)]).toEqual([2450, 1450]);
  });
});
