import { act, cleanup, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { addProduct, counterSale, line } from '../../../../test/support/builders.ts';
import { addCategory } from '../../../../test/support/catalog-builders.ts';
import { createOpenShop, type TestApp } from '../../../../test/support/create-test-app.ts';
import { renderWithApp } from '../../../../test/support/render-with-app.tsx';
import type { Caller } from '../../../main/app/create-app.ts';
import { orderCode } from '../../../shared/domain/order-code.ts';
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

type Shop = { readonly mug: number; readonly shirt: number; readonly large: number; readonly cheese: number };

/** A mug that runs low, a shirt in two sizes of which one is sold out, and cheese by weight. */
function fillShop(): Shop {
  const clothes = addCategory(test, { name: 'Clothes', colour: 3 });
  const shirt = addProduct(test, { kind: 'parent', name: 'Shirt', price: 0, categoryId: clothes });
  const variant = { kind: 'variant' as const, parentId: shirt, name: 'Shirt', categoryId: clothes };
  addProduct(test, { ...variant, variantLabel: 'S', price: 2000, stock: 9, sku: 'SHI-S' });
  const large = addProduct(test, { ...variant, variantLabel: 'L', price: 2400, stock: 0, sku: 'SHI-L' });
  return {
    shirt,
    large,
    mug: addProduct(test, { name: 'Mug', price: 1450, cost: 610, stock: 2, barcode: '4006381333931' }),
    cheese: addProduct(test, { name: 'Cheese', price: 2450, stock: 7, unit: 'kg' }),
  };
}

const grid = () => screen.getByRole('grid', { name: 'Products' });
const rows = () =>
  within(grid())
    .getAllByRole('row')
    .slice(1)
    .map((row) =>
      within(row)
        .getAllByRole('gridcell')
        .map((cell) => cell.textContent),
    );
const headings = () =>
  within(grid())
    .getAllByRole('columnheader')
    .map((heading) => heading.textContent);

/** What a scanner does: all keys at once, then Enter. */
function scan(code: string): void {
  for (const key of [...code, 'Enter'])
    fireEvent.keyDown(document.body, { key, code: /\d/.test(key) ? `Digit${key}` : key });
}

describe('the list of products', () => {
  it('offers the import where there are none', async () => {
    await renderWithApp(<ProductsScreen />, test, { at: '#/products' });
    fireEvent.click(screen.getByRole('button', { name: 'Load products from a file' }));
    expect(window.location.hash).toBe('#/import');
  });

  it('lists what is sold, with prices, stock and what is low', async () => {
    fillShop();
    await renderWithApp(<ProductsScreen />, test, { at: '#/products' });
    expect(headings()).toEqual([
      '',
      'Product',
      'SKU',
      'Category',
      'Price',
      'Cost',
      'On hand',
      'Reserved',
      'Available',
    ]);
    expect(rows()).toEqual([
      ['', 'CCheese', '', '', '24.50 / kg', '', '7 kg', '0 kg', '7 kg'],
      ['', 'MMug', '', '', '14.50', '6.10', '2', '0', 'Low2'],
      ['', 'SShirt, S', 'SHI-S', 'Clothes', '20.00', '', '9', '0', '9'],
      ['', 'SShirt, L', 'SHI-L', 'Clothes', '24.00', '', '0', '0', 'None left0'],
    ]);
  });

  it('has no column of costs for whoever may not see them, and no import', async () => {
    fillShop();
    const caller: Caller = { kind: 'window', windowId: 3 };
    const { staffId } = await test.ask('staff.add', { name: 'Carl', role: 'cashier', pin: '730184' });
    await test.ask('session.signIn', { staffId, pin: '730184' }, caller);
    await renderWithApp(<ProductsScreen />, test, { at: '#/products', caller });
    expect(headings()).not.toContain('Cost');
    expect(screen.queryByRole('button', { name: 'Load products from a file' })).toBe(null);
  });

  it('narrows by words and by stock, and says when nothing is low', async () => {
    fillShop();
    const { settle, unmount } = await renderWithApp(<ProductsScreen />, test, {
      at: '#/products?stock=out',
    });
    expect(rows().map((row) => row[1])).toEqual(['SShirt, L']);
    fireEvent.click(screen.getByRole('button', { name: 'Remove filter None left' }));
    fireEvent.change(screen.getByRole('searchbox', { name: 'Search products' }), {
      target: { value: 'chee' },
    });
    await settle();
    expect(rows().map((row) => row[1])).toEqual(['CCheese']);
    fireEvent.click(screen.getByRole('button', { name: 'Clear all' }));
    await settle();
    expect(rows()).toHaveLength(4);
    unmount();
    await renderWithApp(<ProductsScreen />, test, { at: '#/products?category=1&text=mug' });
    expect(screen.getByText('No product fits')).toBeTruthy();
  });

  it('counts anew when something is sold', async () => {
    const { mug } = fillShop();
    const { settle } = await renderWithApp(<ProductsScreen />, test, { at: '#/products?text=mug' });
    await act(() => test.ask('orders.place', counterSale([line(mug, 3, 1450)], { oversellAccepted: [mug] })));
    await settle();
    expect(rows()[0]?.at(-1)).toBe('Oversold−1');
  });
});

describe('one product beside the list', () => {
  it('shows all that is known, and leads from variant to parent and back', async () => {
    const { shirt, large } = fillShop();
    const { settle } = await renderWithApp(<ProductsScreen />, test, { at: `#/products?product=${large}` });
    const panel = () => screen.getByRole('complementary');
    expect(within(panel()).getByRole('heading', { level: 2 }).textContent).toBe('Shirt, L');
    expect(panel().textContent).toContain('Standard (VAT 20%)');
    expect(panel().textContent).toContain('Sold after a warning');
    fireEvent.click(within(panel()).getByRole('button', { name: 'All variants of Shirt' }));
    await settle();
    expect(window.location.hash).toContain(`product=${shirt}`);
    expect(within(panel()).getByRole('heading', { name: '2 variants' })).toBeTruthy();
    fireEvent.click(within(panel()).getByRole('button', { name: /SHI-S/ }));
    await settle();
    expect(within(panel()).getByRole('heading', { level: 2 }).textContent).toBe('Shirt, S');
    fireEvent.keyDown(window, { key: 'Escape' });
    expect(screen.queryByRole('complementary')).toBe(null);
  });

  it('says so when there is no such product', async () => {
    fillShop();
    await renderWithApp(<ProductsScreen />, test, { at: '#/products?product=999' });
    expect(screen.getByText('This product is not in the catalogue')).toBeTruthy();
  });

  it('opens what is scanned, and the order of a receipt', async () => {
    const { mug } = fillShop();
    const { settle } = await renderWithApp(<ProductsScreen />, test, { at: '#/products?stock=out' });
    act(() => scan('4006381333931'));
    await settle();
    expect(window.location.hash).toBe(`#/products?text=4006381333931&product=${mug}`);
    act(() => scan(orderCode(1042)));
    expect(window.location.hash).toBe('#/orders/1042');
  });
});
