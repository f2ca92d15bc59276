import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addProduct } from '../../../../test/support/builders.ts';
import { archiveProduct } from '../../../../test/support/catalog-builders.ts';
import {
  createOpenShop,
  nextRequestId,
  owner,
  type TestApp,
} from '../../../../test/support/create-test-app.ts';
import { receipt, rowsOf, signInAs, stockInPieces } from '../../../../test/support/stock-builder.ts';
import { money, mostMoney } from '../../../shared/domain/money.ts';
import { mostQuantity, quantity } from '../../../shared/domain/quantity.ts';

let test: TestApp;
let productId: number;
beforeEach(async () => {
  test = await createOpenShop();
  productId = addProduct(test, { name: 'Beans', stock: 10, cost: 100 });
});
afterEach(() => test.close());

const costOf = (id = productId) =>
  test.file.read.statement('SELECT cost FROM products WHERE id = ?').pluck().get(id);
const papers = () => rowsOf(test, 'SELECT * FROM stockReceipts');
const refused = async (input: Parameters<typeof receipt>) =>
  (await test.refused('stock.receive', receipt(...input))).code;

describe('stock.receive', () => {
  it('brings goods in on one receipt and moves each average cost', async () => {
    const other = addProduct(test, { name: 'Milk', stock: 0, cost: 90 });
    const lines = receipt([
      [productId, 10, 200],
      [other, 4, 125],
    ]);
    const { receiptId } = await test.ask('stock.receive', lines);
    expect(papers()).toMatchObject([
      { id: receiptId, supplier: 'Beans & Co', reference: 'DN-17', lineCount: 2, total: 2500, staffId: 1 },
    ]);
    expect([stockInPieces(test, productId), stockInPieces(test, other)]).toEqual([
      [20, 0],
      [4, 0],
    ]);
    expect([costOf(), costOf(other)]).toEqual([150, 125]);
    const movements = rowsOf(
      test,
      `SELECT productId, onHandChange, unitCost, sourceId, sourceLine, staffId,
      businessDate FROM stockMovements WHERE type = 'receipt' AND sourceType = 'receipt' ORDER BY sourceLine`,
    );
    const by = { sourceId: receiptId, staffId: 1, businessDate: 20261122 };
    expect(movements).toEqual([
      { productId, onHandChange: 10_000, unitCost: 200, sourceLine: 1, ...by },
      { productId: other, onHandChange: 4000, unitCost: 125, sourceLine: 2, ...by },
    ]);
  });

  it('answers how many lines and what all of it cost, and says so in the audit log', async () => {
    const answer = await test.ask(
      'stock.receive',
      receipt([
        [productId, 3, 125],
        [productId, 1, null],
      ]),
    );
    expect(answer).toEqual({ receiptId: 1, lines: 2, total: 375 });
    expect(rowsOf(test, `SELECT subject FROM auditEntries WHERE call = 'stock.receive'`)).toEqual([
      { subject: 'receipt 1' },
    ]);
  });

  it('averages line after line where a product stands twice', async () => {
    await test.ask(
      'stock.receive',
      receipt([
        [productId, 10, 200],
        [productId, 20, 300],
      ]),
    );
    // (10 × 1.00 + 10 × 2.00) ÷ 20 = 1.50, then (20 × 1.50 + 20 × 3.00) ÷ 40.
    expect(costOf()).toBe(225);
    expect(stockInPieces(test, productId)).toEqual([40, 0]);
  });

  it('brings goods without a cost in at what they cost', async () => {
    await test.ask('stock.receive', receipt([[productId, 10, null]]));
    expect(costOf()).toBe(100);
    expect(rowsOf(test, `SELECT unitCost FROM stockMovements WHERE type = 'receipt'`)).toEqual([
      { unitCost: 100 },
    ]);
  });

  it('receives parts of what is measured, at a cost of one unit', async () => {
    const kilos = addProduct(test, { name: 'Ham', unit: 'kg', stock: 0 });
    const line = { productId: kilos, quantity: quantity(2350), unitCost: money(999) };
    const { total } = await test.ask('stock.receive', receipt([], { lines: [line] }));
    expect(total).toBe(2348);
    expect(stockInPieces(test, kilos)).toEqual([2.35, 0]);
  });

  it('happens once for one request', async () => {
    const id = nextRequestId();
    const input = receipt([[productId, 5, 200]]);
    await Promise.all([1, 2].map(() => test.app.ask(owner, 'stock.receive', input, id)));
    expect(stockInPieces(test, productId)).toEqual([15, 0]);
    expect(papers()).toHaveLength(1);
  });
});

describe('stock.receive refuses', () => {
  it.each<[string, () => number, string]>([
    ['a parent', () => addProduct(test, { kind: 'parent', name: 'T-Shirt' }), 'product-gone'],
    ['what is not counted', () => addProduct(test, { stock: null }), 'not-counted'],
    ['what nobody knows', () => 4711, 'not-found'],
    [
      'what is archived',
      () => {
        archiveProduct(test, productId);
        return productId;
      },
      'product-gone',
    ],
  ])('%s, with every other line', async (_, make, code) => {
    const other = addProduct(test, { stock: 1 });
    expect(
      await refused([
        [
          [other, 1, 100],
          [make(), 1, 100],
        ],
      ]),
    ).toBe(code);
    expect(papers()).toEqual([]);
    expect(stockInPieces(test, other)).toEqual([1, 0]);
    expect(rowsOf(test, `SELECT 1 FROM stockMovements WHERE type = 'receipt'`)).toEqual([]);
  });

  it('nothing, and less than nothing', async () => {
    expect(await refused([[[productId, 0, 100]]])).toBe('quantity-not-positive');
    expect(await refused([[[productId, -1, 100]]])).toBe('quantity-not-positive');
  });

  it('a part of a piece, naming the variant in full', async () => {
    const parentId = addProduct(test, { kind: 'parent', name: 'T-Shirt' });
    const variant = addProduct(test, { kind: 'variant', parentId, name: 'T-Shirt', variantLabel: 'Blue' });
    const lines = [{ productId: variant, quantity: quantity(1500), unitCost: null }];
    expect(await test.refused('stock.receive', receipt([], { lines }))).toEqual({
      code: 'whole-pieces-only',
      details: { productId: variant, name: 'T-Shirt, Blue' },
    });
  });

  it.each(['supplier', 'reference', 'note'] as const)('a card number in the %s', async (field) => {
    const texts = { [field]: '4111 1111 1111 1111' };
    expect(await refused([[[productId, 1, 100]], texts])).toBe('card-number-in-text');
  });

  it('more than anybody can count or pay for', async () => {
    const lines = [{ productId, quantity: mostQuantity, unitCost: mostMoney }];
    expect(await refused([[], { lines }])).toBe('invalid-input');
    expect(await refused([[], { lines: [{ productId, quantity: mostQuantity, unitCost: null }] }])).toBe(
      'invalid-input',
    );
    expect(stockInPieces(test, productId)).toEqual([10, 0]);
  });

  it('who may not receive stock', async () => {
    const input = receipt([[productId, 1, 100]]);
    for (const role of ['cashier', 'viewer'] as const) {
      expect((await test.refused('stock.receive', input, await signInAs(test, role))).code).toBe('forbidden');
    }
    await test.ask('stock.receive', input, await signInAs(test, 'manager'));
    expect(stockInPieces(test, productId)).toEqual([11, 0]);
  });
});
