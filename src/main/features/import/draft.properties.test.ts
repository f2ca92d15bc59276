import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { draftOf } from '../../../../test/support/draft-of.ts';
import { importText } from '../../../shared/text/en/import.ts';
import { writeCsv } from '../csv/write-csv.ts';
import type { CatalogDraft } from './catalog-draft.ts';

const cell = fc.oneof(
  { weight: 3, arbitrary: fc.constant('') },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      'tee',
      'TEE',
      'id:1',
      '1',
      '2',
      'A',
      'simple',
      'variable',
      'variation',
      'grouped',
    ),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      '1.50',
      '1.234,5',
      '-3',
      '(5)',
      '1e9',
      '9'.repeat(20),
      'n/a',
      '4006381333931',
      '4.00638E+12',
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      'true',
      'Default Title',
      'Red',
      '<b>x</b>',
      '__proto__',
      'parent',
      '2026-11-22',
    ),
  },
  {
    weight: 1,
    arbitrary: fc.string({ unit: 'grapheme', maxLength: 12 }).filter((text) => text.isWellFormed()),
  },
);

const headers: Readonly<Record<string, readonly string[]>> = {
  shopify:
    'Handle,Title,Option1 Name,Option1 Value,Option2 Value,Variant SKU,Variant Barcode,Variant Price,Variant Inventory Qty,Variant Inventory Tracker,Gift Card,Image Src'.split(
      ',',
    ),
  woocommerce:
    'ID,Type,SKU,Name,Regular price,Sale price,Stock,In stock?,Parent,Attribute 1 name,Attribute 1 value(s),Published,Tax status,Date sale price ends'.split(
      ',',
    ),
  generic: 'Id,Name,SKU,Barcode,Price,Cost,Stock,Category,Parent,Variant,Size,Status,Unit,Tax'.split(','),
};

function checkDraft(draft: CatalogDraft, rowCount: number): void {
  const keys = new Set<string>();
  const skus: string[] = [];
  const barcodes: string[] = [];
  for (const product of draft.products) {
    expect(keys.has(product.key), 'keys are unique').toBe(false);
    keys.add(product.key);
    expect(product.kind === 'variant').toBe(product.parentKey !== null && product.variantLabel !== null);
    if (product.parentKey !== null) expect(keys.has(product.parentKey), 'parents come first').toBe(true);
    if (product.kind === 'parent')
      expect(draft.products.some((other) => other.parentKey === product.key)).toBe(true);
    else expect(product.price ?? -1, 'what is sold has a price').toBeGreaterThanOrEqual(0);
    expect(product.lines.every((line) => line >= 2)).toBe(true);
    if (product.sku !== null) skus.push(product.sku);
    barcodes.push(...product.barcodes);
  }
  expect(new Set(skus).size).toBe(skus.length);
  expect(new Set(barcodes).size).toBe(barcodes.length);
  expect(draft.leftOutCount).toBeLessThanOrEqual(rowCount);
  for (const problem of draft.problems) {
    const message: string | { readonly other: string } = importText[`import.problem.${problem.code}`];
    const sentence = typeof message === 'string' ? message : message.other;
    const wanted = [...sentence.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).toSorted();
    expect(Object.keys(problem.params).toSorted(), problem.code).toEqual([...new Set(wanted)]);
  }
}

/** The columns of the list as a person would choose them: random cells must not mislead a guess here. */
const mapping = {
  externalKey: 0,
  name: 1,
  sku: 2,
  barcode: 3,
  price: 4,
  cost: 5,
  stock: 6,
  category: 7,
  parent: 8,
  variant: 9,
  variant2: 10,
  state: 11,
  unit: 12,
  taxClass: 13,
};

describe('any rows under known headers', () => {
  it.each(Object.keys(headers))('%s: become a sound draft, and every row is accounted for', (format) => {
    const names = headers[format] ?? [];
    const row = fc.array(cell, { minLength: names.length, maxLength: names.length });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 8 }), (rows) => {
        const bytes = Buffer.from([...writeCsv([[...names], ...rows])].join(''));
        const draft = draftOf(bytes, { mapping });
        expect(draft.format).toBe(format);
        checkDraft(draft, draft.rowCount);
        // A row became a product, or a problem says why not; pictures of a product are its lines too.
        const used = draft.products.flatMap((product) => product.lines);
        const told = draft.problems.map((problem) => problem.line);
        const accounted = new Set([...used, ...told].filter((line) => line > 0));
        expect(accounted.size).toBeGreaterThanOrEqual(draft.rowCount);
      }),
      { numRuns: 300 },
    );
  });
});
