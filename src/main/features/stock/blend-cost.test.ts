import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addProduct } from '../../../../test/support/builders.ts';
import { createOpenShop, type TestApp } from '../../../../test/support/create-test-app.ts';
import { money } from '../../../shared/domain/money.ts';
import { pieces } from '../../../shared/domain/quantity.ts';
import { blendCost } from './blend-cost.ts';

let test: TestApp;
beforeEach(async () => {
  test = await createOpenShop();
});
afterEach(() => test.close());

const blend = (productId: number, count: number, unitCost: number | null) =>
  test.file.transaction((db) =>
    blendCost(db, productId, pieces(count), unitCost === null ? null : money(unitCost)),
  );

const costOf = (productId: number) =>
  test.file.read.statement('SELECT cost FROM products WHERE id = ?').pluck().get(productId);

describe('blendCost', () => {
  it('moves the average by what comes in, and answers what the new goods cost', () => {
    const productId = addProduct(test, { stock: 10, cost: 100 });
    expect(blend(productId, 10, 200)).toBe(200);
    expect(costOf(productId)).toBe(150);
  });

  it('takes the cost of the new goods where none was known or nothing was there', () => {
    const unknown = addProduct(test, { stock: 10 });
    expect(blend(unknown, 1, 200)).toBe(200);
    expect(costOf(unknown)).toBe(200);
    const empty = addProduct(test, { stock: 0, cost: 100 });
    blend(empty, 1, 250);
    expect(costOf(empty)).toBe(250);
  });

  it('brings goods without a cost in at the one they had', () => {
    const productId = addProduct(test, { stock: 10, cost: 100 });
    expect(blend(productId, 10, null)).toBe(100);
    expect(costOf(productId)).toBe(100);
    expect(blend(addProduct(test), 1, null)).toBeNull();
  });

  it('leaves the cost of what is not counted alone', () => {
    const productId = addProduct(test, { stock: null, cost: 100 });
    expect(blend(productId, 10, 200)).toBe(200);
    expect(costOf(productId)).toBe(100);
  });
});
