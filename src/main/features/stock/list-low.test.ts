import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addProduct } from '../../../../test/support/builders.ts';
import { archiveProduct, change } from '../../../../test/support/catalog-builders.ts';
import { createOpenShop, owner, type TestApp } from '../../../../test/support/create-test-app.ts';
import { receipt, rowsOf, signInAs } from '../../../../test/support/stock-builder.ts';
import type { Output } from '../../../shared/contract/index.ts';

let test: TestApp;
beforeEach(async () => {
  test = await createOpenShop();
});
afterEach(() => test.close());

type Low = Output<'stock.listLow'>['items'];

async function walk(limit: number, between?: () => unknown): Promise<Low> {
  const items: Low = [];
  for (let cursor: string | null = null; ; ) {
    const page: Output<'stock.listLow'> = await test.ask('stock.listLow', { cursor, limit });
    items.push(...page.items);
    if (page.next === null) return items;
    cursor = page.next;
    if (items.length > 1000) throw new Error('the pages never end');
    await between?.();
  }
}

/** A product with so much on hand, promised and to keep. */
function add(name: string, onHand: number, reserved: number, level: number): number {
  const productId = addProduct(test, { name, stock: onHand });
  change(
    test,
    `UPDATE productStock SET reserved = ${reserved * 1000}, reorderLevel = ${level * 1000}
     WHERE productId = ${productId}`,
  );
  return productId;
}

describe('stock.listLow', () => {
  it('lists oversold products by how much, then by the share that is missing', async () => {
    add('Half of forty', 20, 0, 40);
    add('All promised', 5, 5, 10);
    add('Two below', 1, 3, 10);
    add('Nine below, much to keep', -9, 0, 1000);
    add('Five below, nothing to keep', -5, 0, 0);
    add('Nothing, nothing to keep', 0, 0, 0);
    add('Just down to it', 5, 0, 5);
    add('One above', 6, 0, 5);
    add('Four of five', 4, 0, 5);
    expect((await walk(1)).map((one) => one.name)).toEqual([
      'Nine below, much to keep',
      'Five below, nothing to keep',
      'Two below',
      'All promised',
      'Nothing, nothing to keep',
      'Half of forty',
      'Four of five',
      'Just down to it',
    ]);
  });

  it('tells all a buyer needs, costs only who may see profit', async () => {
    const productId = addProduct(test, { name: 'Beans', sku: 'B-1', stock: 2, cost: 100 });
    const row = {
      productId,
      name: 'Beans',
      sku: 'B-1',
      unit: 'piece',
      pictureId: null,
      onHand: 2000,
      reserved: 0,
      available: 2000,
      reorderLevel: 5000,
      cost: 100,
    };
    const page = { cursor: null, limit: 10 };
    expect(await test.ask('stock.listLow', page)).toEqual({ items: [row], next: null });
    const cashier = await test.ask('stock.listLow', page, await signInAs(test, 'cashier'));
    expect(cashier.items).toEqual([{ ...row, cost: null }]);
    const viewer = await test.ask('stock.listLow', page, await signInAs(test, 'viewer'));
    expect(viewer.items).toEqual([row]);
  });

  it('names variants in full, and leaves out parents, archived products and what is not counted', async () => {
    const parentId = addProduct(test, { kind: 'parent', name: 'T-Shirt' });
    addProduct(test, { kind: 'variant', parentId, name: 'T-Shirt', variantLabel: 'Blue' });
    archiveProduct(test, addProduct(test, { name: 'Gone', stock: -99 }));
    addProduct(test, { name: 'Service', stock: null });
    expect((await walk(10)).map((one) => one.name)).toEqual(['T-Shirt, Blue']);
    expect((await test.ask('dashboard.today', {})).lowStock).toBe(1);
  });

  it('goes on where a page ended, though its last product was bought in meanwhile', async () => {
    for (let count = 1; count <= 5; count += 1) add(`P${count}`, count, 0, 10);
    const first = await test.ask('stock.listLow', { cursor: null, limit: 2 });
    const last = first.items.at(-1)?.productId ?? 0;
    await test.ask('stock.receive', receipt([[last, 100, null]]));
    const second = await test.ask('stock.listLow', { cursor: first.next, limit: 10 });
    expect(second.items.map((one) => one.name)).toEqual(['P3', 'P4', 'P5']);
  });

  it('refuses a cursor that was made up', async () => {
    for (const cursor of ['', 'x', Buffer.from('["low",1,2]').toString('base64url')]) {
      expect(await test.refused('stock.listLow', { cursor, limit: 10 })).toEqual({
        code: 'invalid-input',
        details: { field: 'cursor' },
      });
    }
  });

  it('has each low product once and in order, in pages of any size', async () => {
    const level = fc.record({
      onHand: fc.integer({ min: -6, max: 14 }),
      reserved: fc.integer({ min: 0, max: 4 }),
      keep: fc.constantFrom(0, 3, 7, 10),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(level, { maxLength: 12 }),
        fc.integer({ min: 1, max: 5 }),
        async (all, limit) => {
          change(test, 'UPDATE productStock SET tracked = 0');
          for (const { onHand, reserved, keep } of all) add('P', onHand, reserved, keep);
          const wanted = rowsOf(
            test,
            `SELECT productId FROM productStock
          WHERE tracked = 1 AND onHand - reserved <= reorderLevel`,
          );
          const walked = await walk(limit);
          expect(walked.map((one) => one.productId).sort((a, b) => a - b)).toEqual(
            wanted.map((row) => (row as { productId: number }).productId).sort((a, b) => a - b),
          );
          const rank = ({ available, reorderLevel }: Low[number]) => [
            Math.min(available, 0),
            available / Math.max(reorderLevel, 1),
          ];
          const ranks = walked.map(rank);
          expect(ranks).toEqual([...ranks].sort(([a = 0, b = 0], [c = 0, d = 0]) => a - c || b - d));
          expect((await test.ask('dashboard.today', {})).lowStock).toBe(walked.length);
        },
      ),
      { numRuns: 20 },
    );
  });

  it('is for whoever may see products', async () => {
    const nobody = { kind: 'window', windowId: 99 } as const;
    expect((await test.refused('stock.listLow', { cursor: null, limit: 1 }, nobody)).code).toBe(
      'not-signed-in',
    );
    expect((await test.ask('stock.listLow', { cursor: null, limit: 1 }, owner)).items).toEqual([]);
  });
});
