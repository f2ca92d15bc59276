import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { counterSale, line } from '../../../../test/support/builders.ts';
import { addCategory, namesIn, search } from '../../../../test/support/catalog-builders.ts';
import { createProduct, variantForm } from '../../../../test/support/catalog-forms.ts';
import { checkShop } from '../../../../test/support/check-shop.ts';
import { createOpenShop, type TestApp } from '../../../../test/support/create-test-app.ts';
import type { Input } from '../../../shared/contract/index.ts';
import { pieces } from '../../../shared/domain/quantity.ts';

let test: TestApp;
beforeEach(async () => {
  test = await createOpenShop();
});
afterEach(async () => {
  expect(checkShop(test.file.read, Buffer.alloc(32, 2))).toEqual([]);
  await test.close();
});

const found = async (text: string) => namesIn(await search(test, text));

describe('catalog.archive', () => {
  it('takes a product out of sale and brings it back; nothing is deleted', async () => {
    const productId = await createProduct(test, { sku: 'A1', openingStock: pieces(2) });
    expect(await test.ask('catalog.archive', { productId, archived: true })).toEqual({ products: 1 });
    expect(await found('mug')).toEqual([]);
    expect(await test.ask('catalog.findByCode', { code: 'A1' })).toBeNull();
    expect(await test.ask('catalog.archive', { productId, archived: true })).toEqual({ products: 0 });
    expect(await test.ask('catalog.archive', { productId, archived: false })).toEqual({ products: 1 });
    expect(await found('mug')).toEqual(['Mug']);
    expect(await test.ask('catalog.editable', { productId })).toMatchObject({
      onHand: 2000,
      archived: false,
    });
  });

  it('takes variants along with their parent, and brings back those that went with it', async () => {
    const variants = [variantForm(['S']), variantForm(['M']), variantForm(['L'])];
    const productId = await createProduct(test, { optionNames: ['Size'], variants });
    const [small, medium, large] = (await test.ask('catalog.editable', { productId })).variants.map(
      ({ id }) => id,
    );
    await test.ask('catalog.archive', { productId: small ?? 0, archived: true });
    test.now += 1000;
    expect(await test.ask('catalog.archive', { productId, archived: true })).toEqual({ products: 3 });
    test.now += 1000;
    expect(await test.ask('catalog.archive', { productId, archived: false })).toEqual({ products: 3 });
    expect(await found('mug')).toEqual(['Mug, M', 'Mug, L']);
    await test.ask('catalog.archive', { productId: medium ?? 0, archived: true });
    // The last one takes its parent along, and brings it back.
    expect(await test.ask('catalog.archive', { productId: large ?? 0, archived: true })).toEqual({
      products: 2,
    });
    expect(await test.ask('catalog.archive', { productId: small ?? 0, archived: false })).toEqual({
      products: 2,
    });
    expect(await found('mug')).toEqual(['Mug, S']);
  });
});

describe('catalog.addVariants', () => {
  const size = ['Size'];

  it('makes a single the first variant of a new parent, with all that it had', async () => {
    const categoryId = addCategory(test, { name: 'Cups' });
    const productId = await createProduct(test, {
      sku: 'A1',
      categoryId,
      barcodes: ['own-1'],
      openingStock: pieces(4),
    });
    const { orderId } = await test.ask('orders.place', counterSale([line(productId, 1, 1200)]));
    const variants = [variantForm(['M'], { sku: 'A2', openingStock: pieces(2) })];
    const { parentId } = await test.ask('catalog.addVariants', {
      productId,
      optionNames: size,
      own: ['S'],
      variants,
    });
    const parent = await test.ask('catalog.editable', { productId: parentId });
    expect(parent).toMatchObject({ kind: 'parent', name: 'Mug', categoryId, optionNames: size });
    expect(parent.variants).toMatchObject([
      { id: productId, variantLabel: 'S', sku: 'A1', barcodes: ['own-1'], onHand: 3000 },
      { variantLabel: 'M', sku: 'A2', onHand: 2000 },
    ]);
    expect((await test.ask('orders.get', { orderId })).lines).toMatchObject([{ productId, name: 'Mug' }]);
    expect((await test.ask('catalog.findByCode', { code: 'own-1' }))?.variantLabel).toBe('S');
    await test.ask('orders.place', { ...counterSale([line(productId, 1, 1200)]), cartId: 'cart-2' });
    const more = { productId: parentId, optionNames: size, own: null, variants: [variantForm(['L'])] };
    expect(await test.ask('catalog.addVariants', more)).toEqual({ parentId, added: 1 });
    expect(await found('mug')).toHaveLength(3);
  });

  it('refuses what makes no sense', async () => {
    const productId = await createProduct(test);
    const base = { productId, optionNames: size, own: ['S'], variants: [variantForm(['M'])] };
    const refused = async (changed: Partial<Input<'catalog.addVariants'>>) =>
      (await test.refused('catalog.addVariants', { ...base, ...changed })).code;
    expect(await refused({ own: null })).toBe('invalid-input');
    expect(await refused({ own: ['S', 'Red'] })).toBe('invalid-input');
    expect(await refused({ optionNames: ['Size', 'SIZE'], own: ['S', 'M'] })).toBe('invalid-input');
    expect(await refused({ variants: [variantForm(['s'])] })).toBe('variant-taken');
    expect(await refused({ variants: [variantForm(['M', 'Red'])] })).toBe('invalid-input');
    expect(await refused({ productId: 99 })).toBe('not-found');
    expect((await test.ask('catalog.editable', { productId })).kind).toBe('single');
    const { parentId } = await test.ask('catalog.addVariants', base);
    expect(await refused({ productId })).toBe('invalid-input');
    expect(await refused({ productId: parentId })).toBe('invalid-input');
    expect(await refused({ productId: parentId, own: null, optionNames: ['Colour'] })).toBe('invalid-input');
    await test.ask('catalog.archive', { productId: parentId, archived: true });
    expect(await refused({ productId: parentId, own: null })).toBe('product-gone');
  });
});
