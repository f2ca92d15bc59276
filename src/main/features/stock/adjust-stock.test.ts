import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addProduct, counterSale, line } from '../../../../test/support/builders.ts';
import { archiveProduct, change } from '../../../../test/support/catalog-builders.ts';
import { createOpenShop, type TestApp } from '../../../../test/support/create-test-app.ts';
import { rowsOf, signInAs, stockInPieces } from '../../../../test/support/stock-builder.ts';
import type { Input } from '../../../shared/contract/index.ts';
import { mostQuantity, pieces, quantity } from '../../../shared/domain/quantity.ts';
import type { CommandContext } from '../../app/context.ts';
import { writeOffStock } from './write-off-stock.ts';

let test: TestApp;
let productId: number;
beforeEach(async () => {
  test = await createOpenShop();
  productId = addProduct(test, { name: 'Beans', stock: 10, cost: 100 });
});
afterEach(() => test.close());

type Adjust = Input<'stock.adjust'>;
const adjustment = (part: Partial<Adjust> = {}): Adjust => ({
  productId,
  change: pieces(-2),
  expectedOnHand: pieces(10),
  reason: 'miscounted',
  note: 'behind the shelf',
  ...part,
});
const writeOff = (count: number, part: Partial<Input<'stock.writeOff'>> = {}): Input<'stock.writeOff'> => ({
  lines: [{ productId, quantity: pieces(count) }],
  reason: 'expired',
  note: '',
  ...part,
});

const gone: readonly [string, () => number, string][] = [
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
];

describe('stock.adjust', () => {
  it('changes what is on hand by a signed difference, with its reason on the movement', async () => {
    expect(await test.ask('stock.adjust', adjustment())).toEqual({ onHand: 8000 });
    const more = adjustment({ change: pieces(5), expectedOnHand: pieces(8), reason: 'found', note: '' });
    expect(await test.ask('stock.adjust', more)).toEqual({ onHand: 13_000 });
    expect(stockInPieces(test, productId)).toEqual([13, 0]);
    const papers = rowsOf(test, 'SELECT id, kind, reason, note, staffId, businessDate FROM stockAdjustments');
    const by = { kind: 'adjust', staffId: 1, businessDate: 20261122 };
    expect(papers).toEqual([
      { id: 1, reason: 'miscounted', note: 'behind the shelf', ...by },
      { id: 2, reason: 'found', note: '', ...by },
    ]);
    const moved = rowsOf(
      test,
      `SELECT onHandChange, reason, sourceType, sourceId, unitCost
      FROM stockMovements WHERE type = 'adjust' ORDER BY movementNo`,
    );
    const from = { sourceType: 'adjustment', unitCost: 100 };
    expect(moved).toEqual([
      { onHandChange: -2000, reason: 'miscounted', sourceId: 1, ...from },
      { onHandChange: 5000, reason: 'found', sourceId: 2, ...from },
    ]);
  });

  it('refuses when something was sold meanwhile, and says what is on hand now', async () => {
    await test.ask('orders.place', counterSale([line(productId, 1, 350)]));
    expect(await test.refused('stock.adjust', adjustment())).toEqual({
      code: 'stock-changed',
      details: { productId, name: 'Beans', onHand: 9000 },
    });
    expect(stockInPieces(test, productId)).toEqual([9, 0]);
  });

  it('refuses no difference, parts of pieces, a card number and what is beyond counting', async () => {
    const code = async (part: Partial<Adjust>) => (await test.refused('stock.adjust', adjustment(part))).code;
    expect(await code({ change: quantity(0) })).toBe('nothing-changed');
    expect(await code({ change: quantity(500) })).toBe('whole-pieces-only');
    expect(await code({ note: 'card 4111 1111 1111 1111' })).toBe('card-number-in-text');
    expect(await code({ change: mostQuantity })).toBe('invalid-input');
    expect(rowsOf(test, 'SELECT 1 FROM stockAdjustments')).toEqual([]);
  });

  it('lets a part of a piece that is there be put right', async () => {
    change(test, `UPDATE productStock SET onHand = 9500 WHERE productId = ${productId}`);
    const part = adjustment({ change: quantity(-500), expectedOnHand: quantity(9500) });
    expect(await test.ask('stock.adjust', part)).toEqual({ onHand: 9000 });
  });

  it.each(gone)('refuses %s', async (_, make, code) => {
    const other = make();
    const refusal = await test.refused('stock.adjust', adjustment({ productId: other }));
    expect(refusal.code).toBe(code);
  });

  it('is a manager’s, and the owner’s', async () => {
    for (const role of ['cashier', 'viewer'] as const) {
      const caller = await signInAs(test, role);
      expect((await test.refused('stock.adjust', adjustment(), caller)).code).toBe('forbidden');
      expect((await test.refused('stock.writeOff', writeOff(1), caller)).code).toBe('forbidden');
    }
    const manager = await signInAs(test, 'manager');
    expect(await test.ask('stock.adjust', adjustment(), manager)).toEqual({ onHand: 8000 });
    expect(await test.ask('stock.writeOff', writeOff(1), manager)).toEqual({ lines: 1, cost: 100 });
  });
});

describe('stock.writeOff', () => {
  it('takes lines out of the stock and answers what they had cost', async () => {
    const unknown = addProduct(test, { name: 'Gift', stock: 3 });
    const kilos = addProduct(test, { name: 'Ham', unit: 'kg', stock: 2, cost: 999 });
    const lines = [
      { productId, quantity: pieces(2) },
      { productId: unknown, quantity: pieces(1) },
      { productId: kilos, quantity: quantity(350) },
    ];
    expect(await test.ask('stock.writeOff', writeOff(1, { lines }))).toEqual({ lines: 3, cost: 550 });
    const stocks = [productId, unknown, kilos].map((id) => stockInPieces(test, id));
    expect(stocks).toEqual([
      [8, 0],
      [2, 0],
      [1.65, 0],
    ]);
    expect(
      rowsOf(
        test,
        `SELECT DISTINCT reason, sourceType, sourceId FROM stockMovements
      WHERE type = 'write-off'`,
      ),
    ).toEqual([{ reason: 'expired', sourceType: 'adjustment', sourceId: 1 }]);
    expect(rowsOf(test, 'SELECT kind, reason FROM stockAdjustments')).toEqual([
      { kind: 'write-off', reason: 'expired' },
    ]);
  });

  it('tells no cost to somebody who may adjust and not see profit, as no role has it today', () => {
    const actor = { kind: 'staff', staffId: 1, rights: new Set(['adjust-stock']) };
    const answer = test.file.transaction((db) => {
      const ctx = { db, actor, now: test.now, today: 20261122, note: () => undefined };
      return writeOffStock(ctx as unknown as CommandContext, writeOff(2));
    });
    expect(answer).toEqual({ lines: 1, cost: 0 });
    expect(stockInPieces(test, productId)).toEqual([8, 0]);
  });

  it('refuses nothing, parts of pieces and a card number, and keeps no line then', async () => {
    const code = async (part: Partial<Input<'stock.writeOff'>>) =>
      (await test.refused('stock.writeOff', writeOff(1, part))).code;
    const good = { productId, quantity: pieces(1) };
    expect(await code({ lines: [good, { productId, quantity: pieces(0) }] })).toBe('quantity-not-positive');
    expect(await code({ lines: [good, { productId, quantity: pieces(-1) }] })).toBe('quantity-not-positive');
    expect(await code({ lines: [good, { productId, quantity: quantity(1) }] })).toBe('whole-pieces-only');
    expect(await code({ note: '4111111111111111' })).toBe('card-number-in-text');
    expect(stockInPieces(test, productId)).toEqual([10, 0]);
    expect(rowsOf(test, 'SELECT 1 FROM stockAdjustments')).toEqual([]);
  });

  it.each(gone)('refuses %s', async (_, make, code) => {
    const lines = [{ productId: make(), quantity: pieces(1) }];
    expect((await test.refused('stock.writeOff', writeOff(1, { lines }))).code).toBe(code);
  });
});
