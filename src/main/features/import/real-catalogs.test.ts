import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { draftOf, openCatalog, problemsOf, sellable } from '../../../../test/support/draft-of.ts';
import { sharedData } from '../../../../test/support/shared-data.ts';
import type { CatalogDraft } from './catalog-draft.ts';

const apparel = sharedData('shopify/apparel.csv');
const template = sharedData('shopify/product_template.csv');
const woocommerce = sharedData('woocommerce/sample_products.csv');
const orderlla = sharedData('orderlla/products.csv');

const priceSum = (draft: CatalogDraft) =>
  sellable(draft).reduce((sum, product) => sum + (product.price ?? 0), 0);
const count = (draft: CatalogDraft, kind: string) =>
  draft.products.filter((product) => product.kind === kind).length;

describe.skipIf(apparel === null)('shopify/apparel.csv (skipped where the shared data is absent)', () => {
  const bytes = apparel === null ? Buffer.alloc(0) : readFileSync(apparel);

  it('is recognised: 22 rows, 46 columns, UTF-8, commas', () => {
    const file = openCatalog(bytes);
    expect(file).toMatchObject({ format: 'shopify', encoding: 'utf-8' });
    expect(file.table).toMatchObject({ delimiter: ',', hasHeader: true, rowCount: 22, problems: [] });
    expect(file.table.headers).toHaveLength(46);
  });

  it('becomes 20 products with 22 variants, 30 to 80, in all 1295, without SKU', () => {
    const draft = draftOf(bytes);
    expect(count(draft, 'single') + count(draft, 'parent')).toBe(20);
    expect(sellable(draft)).toHaveLength(22);
    expect(priceSum(draft)).toBe(129_500);
    const prices = sellable(draft).map((product) => product.price ?? -1);
    expect([Math.min(...prices), Math.max(...prices)]).toEqual([3000, 8000]);
    expect(draft.products.every((product) => product.sku === null)).toBe(true);
    expect(draft).toMatchObject({ rowCount: 22, leftOutCount: 0 });
    expect(problemsOf(draft)).toEqual(['2 stock-uncounted']);
    expect(draft.products[0]).toMatchObject({
      kind: 'single',
      externalKey: 'shopify:ocean-blue-shirt',
      name: 'Ocean Blue Shirt',
      tracked: false,
      taxable: true,
      state: 'active',
    });
    expect(sellable(draft).flatMap((product) => product.variantLabel ?? [])).toEqual([
      'Small',
      'Medium',
      'Large',
    ]);
  });
});

describe.skipIf(template === null)(
  'shopify/product_template.csv (skipped where the shared data is absent)',
  () => {
    const bytes = template === null ? Buffer.alloc(0) : readFileSync(template);

    it('becomes 1 product with 3 variants of 64.98, quotes kept', () => {
      const file = openCatalog(bytes);
      expect(file.format).toBe('shopify');
      expect([file.table.headers.length, file.table.rowCount]).toEqual([47, 3]);
      const draft = draftOf(bytes);
      expect([count(draft, 'parent'), count(draft, 'variant'), draft.products.length]).toEqual([1, 3, 4]);
      expect(priceSum(draft)).toBe(6498);
      expect(draft.products[1]).toMatchObject({
        variantLabel: 'Lithograph - Height: 9" x Width: 12"',
        sku: null,
      });
      expect(draft.products[2]).toMatchObject({ sku: 'example-shirt-s', price: 1999, compareAtPrice: 2499 });
      expect(draft.products[2]?.tracked).toBe(false);
      expect(draft.products[3]).toMatchObject({ tracked: true, stock: null, oversell: 'block', cost: null });
    });
  },
);

describe.skipIf(woocommerce === null)(
  'woocommerce/sample_products.csv (skipped where the shared data is absent)',
  () => {
    const bytes = woocommerce === null ? Buffer.alloc(0) : readFileSync(woocommerce);

    it('is recognised: 25 rows, 51 columns, UTF-8 with a mark', () => {
      const file = openCatalog(bytes);
      expect(file).toMatchObject({ format: 'woocommerce', encoding: 'utf-8' });
      expect([file.table.headers.length, file.table.rowCount]).toEqual([51, 25]);
      expect(file.table.headers[0]).toBe('ID');
    });

    it('becomes 15 singles and 2 parents with 7 variants; the grouped row is left out', () => {
      const draft = draftOf(bytes);
      // 12 simple, 2 downloadable, 1 external.
      expect([count(draft, 'single'), count(draft, 'parent'), count(draft, 'variant')]).toEqual([15, 2, 7]);
      expect(problemsOf(draft)).toEqual(['24 group-left-out', '25 sold-elsewhere']);
      expect(draft).toMatchObject({ rowCount: 25, leftOutCount: 1 });
      expect(draft.products.filter((product) => product.sku !== null)).toHaveLength(24);
      const parents = new Map(draft.products.map((product) => [product.key, product.sku]));
      const variants = draft.products.filter((product) => product.kind === 'variant');
      expect(variants.map((product) => [parents.get(product.parentKey ?? ''), product.variantLabel])).toEqual(
        [
          ['woo-vneck-tee', 'Red'],
          ['woo-vneck-tee', 'Green'],
          ['woo-vneck-tee', 'Blue'],
          ['woo-hoodie', 'Red / No'],
          ['woo-hoodie', 'Green / No'],
          ['woo-hoodie', 'Blue / No'],
          ['woo-hoodie', 'Blue / Yes'],
        ],
      );
      expect(variants[0]).toMatchObject({ name: 'V-Neck T-Shirt', categoryPath: ['Clothing', 'Tshirts'] });
    });

    it('has regular prices of 693.05 and 7 sale prices, as an independent reader finds them', () => {
      const draft = draftOf(bytes);
      const regular = sellable(draft).reduce(
        (sum, product) => sum + (product.compareAtPrice ?? product.price ?? 0),
        0,
      );
      expect(regular).toBe(69_305);
      expect(sellable(draft).filter((product) => product.compareAtPrice !== null)).toHaveLength(7);
      const records = parse(bytes, { columns: true, bom: true }) as Record<string, string>[];
      const cents = (text = '') => Number(text) * 100;
      for (const record of records) {
        const product = draft.products.find((candidate) => candidate.sku === record.SKU);
        if (record.Type === 'grouped') expect(product).toBeUndefined();
        else if (record.Type === 'variable') expect(product).toMatchObject({ kind: 'parent', price: null });
        else expect(product?.price).toBeCloseTo(cents(record['Sale price'] || record['Regular price']), 6);
      }
    });
  },
);

describe.skipIf(orderlla === null)('orderlla/products.csv (skipped where the shared data is absent)', () => {
  it('is a list whose columns are all guessed', () => {
    const bytes = orderlla === null ? Buffer.alloc(0) : readFileSync(orderlla);
    expect(openCatalog(bytes).guess.mapping).toEqual({
      externalKey: 0,
      name: 1,
      description: 2,
      price: 3,
      stock: 4,
    });
    const draft = draftOf(bytes);
    expect([draft.products.length, draft.problems]).toEqual([12, []]);
    expect(draft.products[1]).toMatchObject({
      name: 'Bluetooth Speaker',
      price: 180_000,
      stock: 1000,
      tracked: true,
    });
  });
});
