import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { signInEverybody } from '../../../../test/support/after-placing.ts';
import { counterSale, line } from '../../../../test/support/builders.ts';
import { addCategory, change, namesIn, search } from '../../../../test/support/catalog-builders.ts';
import { createProduct, productForm, variantForm } from '../../../../test/support/catalog-forms.ts';
import { checkShop } from '../../../../test/support/check-shop.ts';
import { createOpenShop, type TestApp } from '../../../../test/support/create-test-app.ts';
import type { Input } from '../../../shared/contract/index.ts';
import { money } from '../../../shared/domain/money.ts';
import { pieces, quantity } from '../../../shared/domain/quantity.ts';

let test: TestApp;
beforeEach(async () => {
  test = await createOpenShop();
});
afterEach(async () => {
  expect(checkShop(test.file.read, Buffer.alloc(32, 2))).toEqual([]);
  await test.close();
});

type Update = Input<'catalog.update'>;
const update = (productId: number, before: Update['before'], after: Update['after']) =>
  test.ask('catalog.update', { productId, before, after });
const refusedUpdate = async (productId: number, before: Update['before'], after: Update['after']) =>
  (await test.refused('catalog.update', { productId, before, after })).code;
const found = async (text: string) => namesIn(await search(test, text));
const lastAudit = () =>
  test.file.read.get(
    sql<{
      subject: string;
      details: string;
    }>`SELECT subject, details FROM auditEntries ORDER BY id DESC LIMIT 1`,
  );

describe('catalog.create', () => {
  it('makes a product that can be found and sold, with its stock as a movement', async () => {
    const categoryId = addCategory(test, { name: 'Cups' });
    const sku = 'MUG-1';
    const draft = { sku, barcodes: ['036000291452'], categoryId, notes: 'Shelf 3', openingStock: pieces(12) };
    const productId = await createProduct(test, draft);
    expect(await test.ask('catalog.editable', { productId })).toMatchObject({
      ...{ id: productId, kind: 'single', name: 'Mug', sku, categoryId, notes: 'Shelf 3', onHand: 12_000 },
      // A UPC-A is kept as its EAN-13.
      barcodes: ['0036000291452'],
      cost: 400,
      variants: [],
    });
    expect((await test.ask('catalog.findByCode', { code: '0036000291452' }))?.id).toBe(productId);
    expect((await test.ask('catalog.findByCode', { code: '036000291452' }))?.id).toBe(productId);
    expect(await found('mug-1')).toEqual(['Mug']);
    const page = { productId, cursor: null, limit: 10 };
    const { items } = await test.ask('stock.listMovements', page);
    expect(items).toMatchObject([
      { type: 'opening', onHandChange: 12_000, unitCost: 400, sourceType: 'product' },
    ]);
    await test.ask('orders.place', counterSale([line(productId, 1, 1200)]));
    expect(lastAudit()?.subject).toBe('order 1');
  });

  it('makes a parent with variants that have codes, prices and stock of their own', async () => {
    const productId = await createProduct(test, {
      ...{ name: 'Shirt', sku: 'ignored', optionNames: ['Size', 'Colour'] },
      variants: [
        variantForm(['S', 'Red'], { sku: 'S-R', openingStock: pieces(3) }),
        variantForm(['M', 'Red'], { sku: 'M-R', price: money(1500), barcodes: ['4006381333931'] }),
      ],
    });
    const parent = await test.ask('catalog.editable', { productId });
    expect(parent).toMatchObject({ kind: 'parent', sku: null, optionNames: ['Size', 'Colour'] });
    expect(parent.variants).toMatchObject([
      { variantLabel: 'S / Red', optionValues: ['S', 'Red'], sku: 'S-R', onHand: 3000 },
      { variantLabel: 'M / Red', price: 1500, barcodes: ['4006381333931'] },
    ]);
    expect(await found('shirt')).toHaveLength(2);
    expect(lastAudit()).toMatchObject({ subject: `product ${productId}` });
  });

  it('refuses codes that another product has, archived or not', async () => {
    const productId = await createProduct(test, { sku: 'A1', barcodes: ['036000291452'] });
    const refused = (form: Parameters<typeof productForm>[0]) =>
      test.refused('catalog.create', productForm(form));
    expect(await refused({ sku: 'a1' })).toMatchObject({
      code: 'sku-taken',
      details: { name: 'Mug', sku: 'a1' },
    });
    expect(await refused({ barcodes: ['0036000291452'] })).toMatchObject({ code: 'barcode-taken' });
    await test.ask('catalog.archive', { productId, archived: true });
    expect(await refused({ barcodes: ['036000291452'] })).toMatchObject({ code: 'barcode-taken' });
    const twice = [variantForm(['S'], { sku: 'X' }), variantForm(['M'], { sku: 'X' })];
    expect((await refused({ optionNames: ['Size'], variants: twice })).code).toBe('sku-taken');
    expect(test.file.read.all(sql`SELECT id FROM products`)).toHaveLength(1);
  });

  it.each<[string, Parameters<typeof productForm>[0], string]>([
    ['a category that is not there', { categoryId: 99 }, 'category-gone'],
    ['a tax class that is not there', { taxClassId: 99 }, 'tax-class-gone'],
    ['a card number in the notes', { notes: '4111 1111 1111 1111' }, 'card-number-in-text'],
    ['half a piece', { openingStock: quantity(500) }, 'whole-pieces-only'],
    ['a barcode of nothing', { barcodes: ['\u200b'] }, 'invalid-input'],
    ['options without variants', { optionNames: ['Size'] }, 'invalid-input'],
    ['variants without options', { variants: [variantForm(['S'])] }, 'invalid-input'],
    [
      'two options of one name',
      { optionNames: ['Size', 'size'], variants: [variantForm(['S', 'M'])] },
      'invalid-input',
    ],
    [
      'two variants of one name',
      { optionNames: ['Size'], variants: [variantForm(['S']), variantForm(['s'])] },
      'variant-taken',
    ],
  ])('refuses %s', async (_name, form, code) => {
    expect((await test.refused('catalog.create', productForm(form))).code).toBe(code);
  });

  it('measures what is measured', async () => {
    const productId = await createProduct(test, { unit: 'kg', openingStock: quantity(350) });
    expect((await test.ask('catalog.editable', { productId })).onHand).toBe(350);
  });
});

describe('catalog.update', () => {
  it('changes what was seen, lets it be found, and says before and after', async () => {
    const productId = await createProduct(test, { sku: 'A1', barcodes: ['036000291452'] });
    const before = { name: 'Mug', sku: 'A1', price: money(1200), barcodes: ['036000291452'] };
    const after = { name: 'Cup', sku: null, price: money(1300), barcodes: ['4006381333931', 'own-7'] };
    await update(productId, before, after);
    expect(await test.ask('catalog.editable', { productId })).toMatchObject({
      name: 'Cup',
      sku: null,
      price: 1300,
    });
    expect(await found('mug')).toEqual([]);
    expect(await found('own-7')).toEqual(['Cup']);
    expect(await test.ask('catalog.findByCode', { code: '036000291452' })).toBeNull();
    expect(JSON.parse(lastAudit()?.details ?? '')).toMatchObject({ before, after });
  });

  it('refuses what somebody else changed meanwhile', async () => {
    const productId = await createProduct(test);
    await update(productId, { price: money(1200) }, { price: money(1300) });
    const late = { productId, before: { price: money(1200) }, after: { price: money(1400) } };
    expect(await test.refused('catalog.update', late)).toMatchObject({
      code: 'product-changed',
      details: { name: 'Mug' },
    });
    // Another field is another matter.
    await update(productId, { notes: '' }, { notes: 'Shelf 3' });
  });

  it('keeps names and prices of orders that were placed', async () => {
    const productId = await createProduct(test, { openingStock: pieces(3) });
    const placed = await test.ask('orders.place', counterSale([line(productId, 1, 1200)]));
    const old = await test.ask('orders.get', { orderId: placed.orderId });
    await update(productId, { name: 'Mug', price: money(1200) }, { name: 'Cup', price: money(9900) });
    await test.ask('catalog.archive', { productId, archived: true });
    const now = await test.ask('orders.get', { orderId: placed.orderId });
    expect(now.lines).toMatchObject([{ name: 'Mug', unitPrice: 1200 }]);
    expect([now.lines, now.total]).toEqual([old.lines, old.total]);
  });

  it('changes no stock', async () => {
    const productId = await createProduct(test, { openingStock: pieces(3) });
    const before = { price: money(1200), reorderLevel: pieces(5), unit: 'piece' as const };
    await update(productId, before, { price: money(1), reorderLevel: pieces(9), unit: 'kg' });
    expect(await test.ask('catalog.editable', { productId })).toMatchObject({
      onHand: 3000,
      reorderLevel: 9000,
    });
    expect(test.file.read.all(sql`SELECT 1 FROM stockMovements`)).toHaveLength(1);
  });

  it('gives a parent’s name, unit, tax class and category to its variants', async () => {
    const [cups, mugs] = [addCategory(test, { name: 'Cups' }), addCategory(test, { name: 'Mugs' })];
    const form = {
      categoryId: cups,
      optionNames: ['Size'],
      variants: [variantForm(['S']), variantForm(['M'])],
    };
    const productId = await createProduct(test, form);
    const [small] = (await test.ask('catalog.editable', { productId })).variants;
    const variantId = small?.id ?? 0;
    change(test, `UPDATE products SET categoryId = ${cups} WHERE id = ${variantId}`);
    const before = { name: 'Mug', unit: 'piece' as const, taxClassId: 1 };
    await update(productId, before, { name: 'Cup', unit: 'kg', taxClassId: 2 });
    expect(await found('cup')).toEqual(['Cup, S', 'Cup, M']);
    // Through a variant it is the same.
    await update(variantId, { categoryId: cups, name: 'Cup' }, { categoryId: mugs, name: 'Bowl' });
    const variant = await test.ask('catalog.editable', { productId: variantId });
    expect(variant).toMatchObject({ name: 'Bowl', unit: 'kg', taxClassId: 2, categoryId: mugs });
    expect((await test.ask('catalog.editable', { productId })).categoryId).toBe(mugs);
    await update(variantId, { optionValues: ['S'] }, { optionValues: ['XS'] });
    expect(await found('bowl xs')).toEqual(['Bowl, XS']);
    expect(await refusedUpdate(variantId, { optionValues: ['XS'] }, { optionValues: ['m'] })).toBe(
      'variant-taken',
    );
    expect(await refusedUpdate(variantId, { optionValues: ['XS'] }, { optionValues: [] })).toBe(
      'invalid-input',
    );
  });

  it('refuses what a product cannot have', async () => {
    await createProduct(test, { sku: 'A1', barcodes: ['own-1'] });
    const productId = await createProduct(test, { name: 'Cup', unit: 'kg', openingStock: quantity(500) });
    const parentId = await createProduct(test, { optionNames: ['Size'], variants: [variantForm(['S'])] });
    expect(await refusedUpdate(productId, { sku: null }, { sku: 'a1' })).toBe('sku-taken');
    expect(await refusedUpdate(productId, { barcodes: [] }, { barcodes: ['own-1'] })).toBe('barcode-taken');
    expect(await refusedUpdate(productId, { unit: 'kg' }, { unit: 'piece' })).toBe('whole-pieces-only');
    expect(await refusedUpdate(productId, { categoryId: null }, { categoryId: 99 })).toBe('category-gone');
    expect(await refusedUpdate(productId, { taxClassId: 1 }, { taxClassId: 99 })).toBe('tax-class-gone');
    expect(await refusedUpdate(productId, { notes: '' }, { notes: '4111111111111111' })).toBe(
      'card-number-in-text',
    );
    expect(await refusedUpdate(parentId, { price: money(1200) }, { price: money(1) })).toBe(
      'product-has-variants',
    );
    expect(await refusedUpdate(productId, { optionValues: [] }, { optionValues: ['S'] })).toBe(
      'invalid-input',
    );
    expect(await refusedUpdate(productId, {}, { notes: 'x' })).toBe('invalid-input');
    expect(await refusedUpdate(999, {}, {})).toBe('not-found');
  });

  it('leaves a product in a category that was archived, and puts none there', async () => {
    const categoryId = addCategory(test, { name: 'Old', archived: true });
    const productId = await createProduct(test);
    expect(await refusedUpdate(productId, { categoryId: null }, { categoryId })).toBe('category-gone');
    change(test, `UPDATE products SET categoryId = ${categoryId} WHERE id = ${productId}`);
    await update(productId, { categoryId, name: 'Mug' }, { categoryId, name: 'Cup' });
  });
});

describe('who may', () => {
  it('edits only with the right, and sees and changes costs only with the right to profit', async () => {
    const productId = await createProduct(test);
    const { manager, cashier, viewer } = await signInEverybody(test);
    for (const caller of [cashier, viewer]) {
      const { code } = await test.refused('catalog.create', productForm(), caller);
      expect(code).toBe('forbidden');
    }
    const cost = { productId, before: { cost: money(400) }, after: { cost: money(500) } };
    await test.ask('catalog.update', cost, manager);
    await test.ask('staff.setRights', {
      ...{ staffId: 2, discountCeiling: null },
      overrides: [{ right: 'see-profit', granted: false }],
    });
    expect((await test.ask('catalog.editable', { productId }, manager)).cost).toBeNull();
    const again = { productId, before: { cost: null }, after: { cost: money(1) } };
    expect((await test.refused('catalog.update', again, manager)).code).toBe('forbidden');
  });
});
