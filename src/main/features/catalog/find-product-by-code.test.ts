import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addProduct } from '../../../../test/support/builders.ts';
import { archiveProduct, change } from '../../../../test/support/catalog-builders.ts';
import { createOpenShop, type TestApp } from '../../../../test/support/create-test-app.ts';

let test: TestApp;
beforeEach(async () => {
  test = await createOpenShop();
});
afterEach(() => test.close());

const find = async (code: string): Promise<string | null> =>
  (await test.ask('catalog.findByCode', { code }))?.name ?? null;

describe('catalog.findByCode', () => {
  it('knows UPC-A, its EAN-13 and its GTIN-14 as one code, whichever is kept', async () => {
    addProduct(test, { name: 'Kept as EAN-13', barcode: '0012345678905' });
    for (const code of ['012345678905', '0012345678905', '00012345678905', ' 012345678905\r']) {
      expect(await find(code)).toBe('Kept as EAN-13');
    }
    change(test, "UPDATE barcodes SET barcode = '012345678905'");
    for (const code of ['012345678905', '0012345678905', '00012345678905']) {
      expect(await find(code)).toBe('Kept as EAN-13');
    }
  });

  it('expands a UPC-E', async () => {
    addProduct(test, { name: 'Small can', barcode: '0042100005264' });
    expect(await find('04252614')).toBe('Small can');
  });

  it('takes the exact code before another form of it', async () => {
    addProduct(test, { name: 'EAN', barcode: '0012345678905' });
    addProduct(test, { name: 'UPC', barcode: '012345678905' });
    expect(await find('012345678905')).toBe('UPC');
    expect(await find('0012345678905')).toBe('EAN');
  });

  it('takes a barcode before a SKU of the same digits', async () => {
    addProduct(test, { name: 'By SKU', sku: '4006381333931' });
    addProduct(test, { name: 'By barcode', barcode: '4006381333931' });
    expect(await find('4006381333931')).toBe('By barcode');
  });

  it('finds a SKU exactly, and in other case only where one product has it', async () => {
    addProduct(test, { name: 'Upper', sku: 'AB-1' });
    expect(await find('ab-1')).toBe('Upper');
    addProduct(test, { name: 'Lower', sku: 'ab-1' });
    expect(await find('ab-1')).toBe('Lower');
    expect(await find('AB-1')).toBe('Upper');
    expect(await find('Ab-1')).toBeNull();
  });

  it('answers null for a code that nobody has, a parent’s and an archived product’s', async () => {
    addProduct(test, { kind: 'parent', name: 'Parent', sku: 'P-1', barcode: '4006381333931' });
    archiveProduct(test, addProduct(test, { name: 'Gone', sku: 'G-1', barcode: '0012345678905' }));
    for (const code of ['P-1', '4006381333931', 'G-1', '012345678905', '999', '   ', '"; DROP', '🍎']) {
      expect(await find(code)).toBeNull();
    }
  });
});
