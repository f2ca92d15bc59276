import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sharedData } from '../../../../test/support/shared-data.ts';
import { readSampleCatalogue } from './sample-catalogue.ts';

const folder = join(import.meta.dirname, '../../../../resources/sample-shop');
const catalogue = readSampleCatalogue(folder);
const { products } = catalogue;

function checkDigit(twelve: string): number {
  const sum = [...twelve].reduce(
    (total, digit, place) => total + Number(digit) * (place % 2 === 0 ? 1 : 3),
    0,
  );
  return (10 - (sum % 10)) % 10;
}

function repeated(values: readonly (string | number)[]): readonly (string | number)[] {
  return values.filter((value, place) => values.indexOf(value) !== place);
}

describe('the sample catalogue', () => {
  it('has about 60 products, counting a product with variants once', () => {
    const shown = new Set(products.map((product) => product.group ?? product.key));
    expect(shown.size).toBeGreaterThanOrEqual(55);
    expect(shown.size).toBeLessThanOrEqual(70);
    expect(catalogue.categories).toHaveLength(8);
    expect(catalogue.customers).toHaveLength(40);
    expect(catalogue.staff).toHaveLength(4);
  });

  it('gives each product an in-store EAN-13 with the right check digit', () => {
    for (const { key, barcode } of products) {
      expect(barcode, key).toMatch(/^2\d{12}$/);
      expect(Number(barcode[12]), key).toBe(checkDigit(barcode.slice(0, 12)));
    }
  });

  it('repeats no key, SKU, barcode, rank or phone', () => {
    expect(repeated(products.map((product) => product.key))).toEqual([]);
    expect(repeated(products.map((product) => product.sku))).toEqual([]);
    expect(repeated(products.map((product) => product.barcode))).toEqual([]);
    expect(repeated(products.map((product) => product.demandRank))).toEqual([]);
    expect(repeated(catalogue.customers.map((customer) => customer.phone))).toEqual([]);
  });

  it('refers only to categories and groups that it has, and gives each variant an option', () => {
    const categories = catalogue.categories.map((category) => category.key);
    const groups = catalogue.groups.map((group) => group.key);
    for (const product of products) {
      expect(categories, product.key).toContain(product.category);
      if (product.group !== undefined) expect(groups, product.key).toContain(product.group);
      expect(product.option !== undefined, product.key).toBe(product.group !== undefined);
    }
    for (const group of groups) {
      const options = products.filter((product) => product.group === group).map(({ option }) => option ?? '');
      expect(options.length, group).toBeGreaterThan(1);
      expect(repeated(options), group).toEqual([]);
    }
    for (const { colour } of catalogue.categories) expect(colour).toBeLessThan(12);
  });

  it('sells above cost, some by weight, some at each tax class', () => {
    for (const { key, price, cost } of products) {
      expect(Number.isSafeInteger(price) && Number.isSafeInteger(cost), key).toBe(true);
      expect(cost, key).toBeGreaterThan(0);
      expect(price, key).toBeGreaterThan(cost);
    }
    expect(products.filter((product) => product.unit === 'kg').length).toBeGreaterThanOrEqual(8);
    expect(new Set(products.map((product) => product.taxClass))).toEqual(new Set(['standard', 'reduced']));
  });

  it('has a few products low and one below nothing', () => {
    const counted = products.flatMap(({ stock }) => (stock === null ? [] : [stock]));
    const low = counted.filter(({ onHand, reorderLevel }) => onHand <= reorderLevel);
    expect(low.length).toBeGreaterThanOrEqual(4);
    expect(low.length).toBeLessThanOrEqual(10);
    expect(counted.filter(({ onHand }) => onHand < 0)).toHaveLength(1);
  });

  it('has a small WebP picture for each product, and no other', () => {
    const files = readdirSync(join(folder, 'pictures')).sort();
    const wanted = [...new Set(products.map((product) => `${product.picture}.webp`))].sort();
    expect(files).toEqual(wanted);
    for (const file of files) {
      const path = join(folder, 'pictures', file);
      expect(statSync(path).size, file).toBeLessThanOrEqual(15 * 1024);
      const head = readFileSync(path).subarray(0, 12).toString('latin1');
      expect(head.startsWith('RIFF') && head.endsWith('WEBP'), file).toBe(true);
    }
  });

  const codes = sharedData('iso4217/codes-all.csv');
  it.skipIf(codes === null)(
    'knows a price level for every currency in use (shared data, skipped without it)',
    () => {
      const rows = readFileSync(codes ?? '', 'utf8').split('\n');
      // Funds, metals, units of account and test codes; and codes replaced but still listed.
      const notSpent =
        /^(X(?!AF|CD|CG|OF|PF)..|BOV|CHE|CHW|CLF|COU|MXV|USN|UYI|UYW|VED|ANG|BGN|CUC|HRK|SLL|ZWL)$/;
      const inUse = rows.flatMap((row) => {
        const match = /,([A-Z]{3}),\d+,[^,]*,\s*$/.exec(row);
        return match?.[1] === undefined || notSpent.test(match[1]) ? [] : [match[1]];
      });
      expect(inUse.length).toBeGreaterThan(150);
      expect([...new Set(inUse)].filter((code) => !Object.hasOwn(catalogue.priceLevels, code))).toEqual([]);
    },
  );
});
