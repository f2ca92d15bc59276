import { act, cleanup, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { addProduct } from '../../../../test/support/builders.ts';
import { addCategory } from '../../../../test/support/catalog-builders.ts';
import { createOpenShop, type TestApp } from '../../../../test/support/create-test-app.ts';
import { pngFile } from '../../../../test/support/pictures.ts';
import { renderWithApp } from '../../../../test/support/render-with-app.tsx';
import type { Caller } from '../../../main/app/create-app.ts';
import { money } from '../../../shared/domain/money.ts';
import { ProductsScreen } from './products-screen.tsx';

let test: TestApp;
beforeEach(async () => {
  test = await createOpenShop();
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(600);
});
afterEach(async () => {
  cleanup();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  await test.close();
});

const field = (label: string | RegExp) => screen.getByLabelText(label);
function type(label: string | RegExp, value: string): void {
  fireEvent.change(field(label), { target: { value } });
}
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));
const show = (at: string, caller?: Caller) =>
  renderWithApp(<ProductsScreen />, test, caller ? { at, caller } : { at });

describe('a new product', () => {
  it('is created with its codes, price and stock, and then shown', async () => {
    const { settle } = await show('#/products/new');
    type('Name', 'Teapot');
    type('Price', '12.50');
    type(/^SKU/, 'TEA-1');
    type(/^Barcode/, '4006381333931');
    fireEvent.keyDown(field(/^Barcode/), { key: 'Enter' });
    await settle();
    type('There already', '3');
    press(/Create product/);
    await settle();
    expect(window.location.hash).toBe('#/products?product=1');
    const product = await test.ask('catalog.editable', { productId: 1 });
    expect(product).toMatchObject({
      name: 'Teapot',
      price: 1250,
      sku: 'TEA-1',
      barcodes: ['4006381333931'],
      onHand: 3000,
      kind: 'single',
    });
    expect(screen.getByText('Teapot is in the catalogue.')).toBeTruthy();
  });

  it('says what is missing, and keeps what was typed', async () => {
    const { settle } = await show('#/products/new');
    type('Price', '2');
    press(/Create product/);
    await settle();
    expect(screen.getByRole('alert').textContent).toContain('1 field needs a look');
    expect(field('Name').getAttribute('aria-invalid')).toBe('true');
    expect(screen.getByText('Give it the name that customers read.')).toBeTruthy();
    expect((await test.ask('catalog.count', {})).sellable).toBe(0);
  });

  it('refuses a barcode by the name of the product that has it', async () => {
    addProduct(test, { name: 'Mug', barcode: '4006381333931' });
    const { settle } = await show('#/products/new');
    type(/^Barcode/, '4006381333931');
    press('Add barcode');
    await settle();
    expect(
      screen.getByText('Mug already has the barcode 4006381333931. A barcode belongs to one product only.'),
    ).toBeTruthy();
    expect(screen.queryByRole('list', { name: 'Barcodes' })).toBe(null);
  });

  it('makes a row of each combination of values, and their products', async () => {
    const { settle } = await show('#/products/new');
    type('Name', 'Shirt');
    type('Price', '20');
    press('Add variants');
    type('What differs', 'Size');
    type(/^Values of Size/, 'S, M');
    fireEvent.keyDown(field(/^Values of Size/), { key: 'Enter' });
    type('SKU of M', 'SHI-M');
    type('Stock of S', '4');
    press(/Create product/);
    await settle();
    const parent = await test.ask('catalog.editable', { productId: 1 });
    expect(parent).toMatchObject({ kind: 'parent', optionNames: ['Size'] });
    expect(
      parent.variants.map(({ variantLabel, sku, price, onHand }) => [variantLabel, sku, price, onHand]),
    ).toEqual([
      ['S', null, 2000, 4000],
      ['M', 'SHI-M', 2000, 0],
    ]);
  });
});

describe('the form of a product', () => {
  it('sends what was changed, and nothing of what others changed meanwhile', async () => {
    const mug = addProduct(test, { name: 'Mug', price: 1450, sku: 'MUG' });
    const { settle } = await show(`#/products/${mug}/edit`);
    type('Name', 'Big mug');
    await act(() =>
      test.ask('catalog.update', { productId: mug, before: { sku: 'MUG' }, after: { sku: 'M-1' } }),
    );
    await settle();
    press(/Save product/);
    await settle();
    expect(await test.ask('catalog.editable', { productId: mug })).toMatchObject({
      name: 'Big mug',
      sku: 'M-1',
    });
  });

  it('is not saved while a number in it is not taken, by its button or its key', async () => {
    const mug = addProduct(test, { name: 'Mug', price: 1450, cost: 500 });
    await test.ask('catalog.update', {
      productId: mug,
      before: { compareAtPrice: null },
      after: { compareAtPrice: money(2000) },
    });
    const { settle } = await show(`#/products/${mug}/edit`);
    type(/^Cost/, '1.385');
    type(/^Compare-at price/, '24.999');
    press(/Save product/);
    await settle();
    expect(document.activeElement).toBe(field(/^Compare-at price/));
    fireEvent.keyDown(document.body, { key: 's', ctrlKey: true });
    await settle();
    expect(screen.getByText('This is not an amount. Write it like 12.50.')).toBeTruthy();
    const product = () => test.ask('catalog.editable', { productId: mug });
    expect(await product()).toMatchObject({ cost: 500, compareAtPrice: 2000 });
    type(/^Compare-at price/, '');
    type(/^Cost/, '1.39');
    press(/Save product/);
    await settle();
    expect(await product()).toMatchObject({ cost: 139, compareAtPrice: null });
  });

  it('shows the product as it is where both changed the same, and changes nothing', async () => {
    const mug = addProduct(test, { name: 'Mug', price: 1450 });
    const { settle } = await show(`#/products/${mug}/edit`);
    type('Price', '15');
    await act(() =>
      test.ask('catalog.update', {
        productId: mug,
        before: { price: 1450 as never },
        after: { price: 1600 as never },
      }),
    );
    press(/Save product/);
    await settle();
    expect(screen.getByRole('alert').textContent).toContain('Somebody changed Mug');
    press('Show it as it is now');
    await settle();
    expect((field('Price') as HTMLInputElement).value).toBe('16.00');
  });

  it('asks before typed changes are lost, and archives after saying what that means', async () => {
    const mug = addProduct(test, { name: 'Mug' });
    const { settle } = await show(`#/products/${mug}/edit`);
    press('Archive product');
    const dialog = screen.getByRole('alertdialog', { name: 'Archive Mug' });
    fireEvent.click(within(dialog).getByRole('button', { name: 'Archive product' }));
    await settle();
    expect(await test.ask('catalog.editable', { productId: mug })).toMatchObject({ archived: true });
    press('Bring back');
    await settle();
    type('Name', 'Cup');
    press('Cancel');
    await settle();
    expect(screen.getByRole('alertdialog', { name: 'Leave without saving' })).toBeTruthy();
    press('Discard changes');
    expect(window.location.hash).toBe(`#/products?product=${mug}`);
  });

  it('keeps a picture drawn anew, and refuses what is none in words', async () => {
    const mug = addProduct(test, { name: 'Mug' });
    const drawn = new Blob([new Uint8Array(pngFile())], { type: 'image/png' });
    // The browser's own decoding and drawing, which this window does not have.
    vi.stubGlobal('createImageBitmap', async () => ({ width: 3000, height: 1500, close: () => undefined }));
    const sizes: number[] = [];
    vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue({
      drawImage: () => undefined,
    } as never);
    vi.spyOn(HTMLCanvasElement.prototype, 'toBlob').mockImplementation(function (
      this: HTMLCanvasElement,
      done,
    ) {
      sizes.push(this.width, this.height);
      done(drawn);
    });
    URL.createObjectURL ??= () => 'blob:none';
    URL.revokeObjectURL ??= () => undefined;
    const { settle, container } = await show(`#/products/${mug}/edit`);
    const input = container.querySelector('input[type="file"]');
    if (!input) throw new Error('There is no way to choose a file');
    const svg = new File(['<svg onload="alert(1)"/>'], 'a.png', { type: 'image/png' });
    fireEvent.change(input, { target: { files: [svg] } });
    await settle();
    expect(screen.getByText(/This is not a picture that can be shown here/)).toBeTruthy();
    fireEvent.change(input, { target: { files: [new File([new Uint8Array(pngFile())], 'a.png')] } });
    await settle();
    press(/Save product/);
    await settle();
    expect(sizes).toEqual([1024, 512]);
    expect((await test.ask('catalog.editable', { productId: mug })).pictureId).toBeGreaterThan(0);
  });

  it('is not for whoever may not change the catalogue', async () => {
    const mug = addProduct(test, { name: 'Mug' });
    const caller: Caller = { kind: 'window', windowId: 3 };
    const { staffId } = await test.ask('staff.add', { name: 'Carl', role: 'cashier', pin: '730184' });
    await test.ask('session.signIn', { staffId, pin: '730184' }, caller);
    await show(`#/products/${mug}/edit`, caller);
    expect(screen.getByText('Your role does not change products')).toBeTruthy();
  });
});

describe('the tree of categories', () => {
  it('moves by Alt and the arrows, in, out, up and down', async () => {
    const food = addCategory(test, { name: 'Food' });
    const drinks = addCategory(test, { name: 'Drinks' });
    const { settle } = await show('#/products/categories');
    const tree = screen.getByRole('tree');
    const rows = () => within(tree).getAllByRole('treeitem');
    fireEvent.click(rows().find((row) => row.textContent?.includes('Drinks')) as HTMLElement);
    const key = async (name: string) => {
      fireEvent.keyDown(tree, { key: name, altKey: true });
      await settle();
    };
    const place = async () => {
      const all = await test.ask('catalog.allCategories', {});
      return all.map(({ id, parentId }) => [id, parentId]);
    };
    const first = (await place())[0]?.[0];
    const [moved, other] = first === food ? [drinks, food] : [food, drinks];
    fireEvent.click(rows()[1] as HTMLElement);
    await key('ArrowRight');
    expect(await place()).toContainEqual([moved, other]);
    expect(screen.getByText(/now stands below/)).toBeTruthy();
    await key('ArrowLeft');
    expect(await place()).toContainEqual([moved, null]);
    await key('ArrowUp');
    expect((await place())[0]).toEqual([moved, null]);
  });

  it('creates, colours and archives', async () => {
    const { settle } = await show('#/products/categories');
    press('New category');
    type('Name', 'Cakes');
    fireEvent.click(screen.getByRole('radio', { name: 'Colour 3' }));
    press('Create category');
    await settle();
    const [cakes] = await test.ask('catalog.allCategories', {});
    expect(cakes).toMatchObject({ name: 'Cakes', parentId: null, archived: false });
    press('Archive category');
    fireEvent.click(
      within(screen.getByRole('alertdialog')).getByRole('button', { name: 'Archive category' }),
    );
    await settle();
    expect((await test.ask('catalog.allCategories', {}))[0]?.archived).toBe(true);
  });
});
