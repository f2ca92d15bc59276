import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addProduct } from '../../../../test/support/builders.ts';
import { addCategory, archiveProduct, change as write } from '../../../../test/support/catalog-builders.ts';
import { checkShop } from '../../../../test/support/check-shop.ts';
import { createOpenShop, type TestApp } from '../../../../test/support/create-test-app.ts';
import type { Input } from '../../../shared/contract/index.ts';
import { money } from '../../../shared/domain/money.ts';

type Change = Input<'catalog.applyBulk'>['change'];

let test: TestApp;
beforeAll(async () => {
  test = await createOpenShop();
  const [cups, old] = [
    addCategory(test, { name: 'Cups' }),
    addCategory(test, { name: 'Old', archived: true }),
  ];
  for (let index = 0; index < 8; index += 1) {
    addProduct(test, {
      price: index * 333,
      ...(index % 3 === 0 ? {} : { categoryId: index % 2 ? cups : old }),
    });
  }
  for (const kept of [cups, null]) {
    const parentId = addProduct(test, {
      name: `P${kept}`,
      kind: 'parent',
      ...(kept ? { categoryId: kept } : {}),
    });
    for (const variantLabel of ['S', 'M', 'L'])
      addProduct(test, { kind: 'variant', parentId, variantLabel, price: 700 });
  }
  write(test, `UPDATE products SET categoryId = ${old} WHERE id = 11`);
  for (const productId of [3, 12]) archiveProduct(test, productId);
});
afterAll(() => test.close());

const rounding = fc.option(
  fc.constantFrom([100, 99], [50, 0], [100, 0], [1000, 995]).map(([step = 1, ending = 0]) => ({
    step: money(step),
    ending: money(ending),
  })),
);
const changes: fc.Arbitrary<Change> = fc.oneof(
  fc.record({
    kind: fc.constant('price-percent' as const),
    rate: fc.integer({ min: -2e6, max: 9e6 }),
    rounding,
  }),
  fc.record({
    kind: fc.constant('price-amount' as const),
    amount: fc.integer({ min: -3000, max: 3000 }),
    rounding,
  }),
  fc.record({ kind: fc.constant('category' as const), categoryId: fc.constantFrom(1, null) }),
  fc.record({ kind: fc.constant('tax-class' as const), taxClassId: fc.constantFrom(1, 2) }),
  fc.record({ kind: fc.constant('archive' as const), archived: fc.boolean() }),
);

function everything(): readonly unknown[] {
  return [
    test.file.read.all(sql`SELECT * FROM products ORDER BY id`),
    test.file.read.all(sql`SELECT rowid FROM productSearch ORDER BY rowid`),
  ];
}

it('does what the preview says, makes no price negative, and undoing in turn restores everything exactly', async () => {
  const edits = fc.array(
    fc.tuple(fc.uniqueArray(fc.integer({ min: 1, max: 17 }), { minLength: 1 }), changes),
    {
      minLength: 1,
      maxLength: 4,
    },
  );
  await fc.assert(
    fc.asyncProperty(edits, async (planned) => {
      const before = everything();
      const done: number[] = [];
      for (const [productIds, change] of planned) {
        const selection = { kind: 'products' as const, productIds };
        const ask = { selection, change, cursor: null, limit: 100 };
        const shown = await test.ask('catalog.previewBulk', ask);
        const { changing = 0, seen = '' } = shown.summary ?? {};
        expect(shown.items.filter(({ outcome }) => outcome === 'change')).toHaveLength(changing);
        if (changing === 0) continue;
        const { bulkEditId, changed } = await test.ask('catalog.applyBulk', { selection, change, seen });
        expect(changed).toBe(changing);
        const after = await test.ask('catalog.previewBulk', ask);
        const previewed = new Map(shown.items.map((item) => [item.productId, item.after]));
        for (const item of after.items) {
          if (previewed.has(item.productId)) expect(item.before).toEqual(previewed.get(item.productId));
        }
        expect(test.file.read.all(sql`SELECT 1 FROM products WHERE price < 0`)).toEqual([]);
        done.push(bulkEditId);
      }
      for (const bulkEditId of done.toReversed()) {
        expect((await test.ask('catalog.undoBulk', { bulkEditId })).leftCount).toBe(0);
      }
      expect(everything()).toEqual(before);
    }),
    { numRuns: 40 },
  );
  expect(checkShop(test.file.read, Buffer.alloc(32, 2))).toEqual([]);
});
