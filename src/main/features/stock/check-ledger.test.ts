import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addProduct, counterSale, line } from '../../../../test/support/builders.ts';
import { change } from '../../../../test/support/catalog-builders.ts';
import { createOpenShop, type TestApp } from '../../../../test/support/create-test-app.ts';
import { receipt, rowsOf, signInAs, stockInPieces } from '../../../../test/support/stock-builder.ts';
import { calendarDate } from '../../../shared/domain/calendar.ts';
import { pieces } from '../../../shared/domain/quantity.ts';
import { compareWithLedger } from './ledger-slices.ts';

let test: TestApp;
let productId: number;
beforeEach(async () => {
  test = await createOpenShop();
  productId = addProduct(test, { name: 'Beans', stock: 10 });
});
afterEach(() => test.close());

const check = () => test.ask('stock.check', { cause: 'manual' });
const drift = (id: number, onHand: number, reserved = 0) =>
  change(
    test,
    `UPDATE productStock SET onHand = onHand + ${onHand}, reserved = reserved + ${reserved} WHERE productId = ${id}`,
  );

/** So many products with stock, written at once. */
function addMany(count: number): void {
  change(
    test,
    `WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${count})
     INSERT INTO products (kind, name, description, taxClassId, price, unit, createdAt)
     SELECT 'single', 'P' || i, '', 1, 100, 'piece', 0 FROM n`,
  );
  change(
    test,
    `INSERT INTO productStock SELECT id, 1, 7000, 0, 0 FROM products
     WHERE kind <> 'parent' AND id NOT IN (SELECT productId FROM productStock)`,
  );
  change(
    test,
    `INSERT INTO stockMovements (productId, movementNo, type, onHandChange, reservedChange, sourceType, sourceId,
       sourceLine, at, businessDate)
     SELECT productId, 1, 'opening', 7000, 0, 'product', productId, 0, 0, 20261122 FROM productStock
     WHERE productId NOT IN (SELECT productId FROM stockMovements)`,
  );
}

describe('stock.check', () => {
  it('finds nothing where stock and ledger agree, and keeps that it looked', async () => {
    await test.ask('orders.place', counterSale([line(productId, 1, 350)]));
    await test.ask('stock.receive', receipt([[productId, 5, 100]]));
    const parent = addProduct(test, { kind: 'parent', name: 'T-Shirt' });
    addProduct(test, {
      kind: 'variant',
      parentId: parent,
      name: 'T-Shirt',
      variantLabel: 'Blue',
      stock: null,
    });
    const found = {
      checkId: 1,
      cause: 'manual',
      at: test.now,
      staffName: 'Olga Owner',
      checked: 2,
      drifted: 0,
      drifts: [],
      repairedAt: null,
      repairedBy: null,
    };
    expect(await check()).toEqual(found);
    expect(await test.ask('stock.listChecks', {})).toEqual([found]);
    const audited = rowsOf(test, `SELECT subject FROM auditEntries WHERE call = 'stock.check'`);
    expect(audited).toEqual([{ subject: 'stock check 1' }]);
  });

  it('finds what drifted, with both figures, wherever it stands', async () => {
    const blue = addProduct(test, {
      kind: 'variant',
      parentId: addProduct(test, { kind: 'parent', name: 'T-Shirt' }),
      name: 'T-Shirt',
      variantLabel: 'Blue',
      stock: 4,
    });
    addMany(1200);
    const [{ last }] = rowsOf(test, 'SELECT max(id) AS last FROM products') as [{ last: number }];
    drift(productId, -1);
    drift(blue, 0, 2000);
    drift(last, 500);
    const { checked, drifted, drifts } = await check();
    expect([checked, drifted]).toEqual([1202, 3]);
    expect(drifts).toEqual([
      {
        productId,
        name: 'Beans',
        unit: 'piece',
        onHand: 9999,
        reserved: 0,
        ledgerOnHand: 10_000,
        ledgerReserved: 0,
      },
      expect.objectContaining({ name: 'T-Shirt, Blue', reserved: 2000, ledgerReserved: 0, onHand: 4000 }),
      expect.objectContaining({ productId: last, onHand: 7500, ledgerOnHand: 7000 }),
    ]);
  });

  it('counts every drift and keeps a hundred', async () => {
    addMany(300);
    change(test, 'UPDATE productStock SET onHand = onHand - 1');
    const { drifted, drifts } = await check();
    expect([drifted, drifts.length]).toEqual([301, 100]);
  });

  it('sees no drift in a shop that sells between any two of its slices', async () => {
    addMany(1200);
    let sales = 0;
    const sell = async () => {
      for (const id of [productId, 700, 1200]) {
        sales += 1;
        const input = counterSale([line(id, 1, id === productId ? 350 : 100)], { cartId: `cart-${sales}` });
        await test.ask('orders.place', { ...input, oversellAccepted: [id] });
      }
    };
    const found: unknown[] = [];
    let slices = 0;
    for (const slice of compareWithLedger(test.file.read)) {
      slices += 1;
      found.push(...slice.drifts);
      await sell();
    }
    expect([slices, found]).toEqual([3, []]);
    const [checked] = await Promise.all([check(), sell(), sell()]);
    expect(checked).toMatchObject({ checked: 1201, drifted: 0 });
  });

  it('cuts its slices by movements too, so that a product that sells much does not hold the till up', () => {
    addMany(3);
    change(
      test,
      `WITH RECURSIVE n (i) AS (SELECT 2 UNION ALL SELECT i + 1 FROM n WHERE i < 20001)
       INSERT INTO stockMovements (productId, movementNo, type, onHandChange, reservedChange, sourceType, sourceId,
         sourceLine, at, businessDate)
       SELECT column1, i, 'adjust', 0, 0, 'adjustment', i, column1, 0, 20261122 FROM n, (VALUES (2), (3))`,
    );
    const slices = [...compareWithLedger(test.file.read)].map((slice) => slice.products);
    expect(slices).toEqual([1, 1, 1, 1]);
  });

  it('lets only the application itself call a check nightly', async () => {
    expect((await test.refused('stock.check', { cause: 'nightly' })).code).toBe('forbidden');
    const nightly = await test.ask('stock.check', { cause: 'nightly' }, { kind: 'system' });
    expect(nightly).toMatchObject({ cause: 'nightly', staffName: null });
    const cashier = await signInAs(test, 'cashier');
    expect((await test.refused('stock.check', { cause: 'manual' }, cashier)).code).toBe('forbidden');
    expect((await test.refused('stock.listChecks', {}, cashier)).code).toBe('forbidden');
    expect((await test.refused('stock.repair', { checkId: 1 }, cashier)).code).toBe('forbidden');
  });

  it('lists the last twenty, newest first', async () => {
    for (let count = 0; count < 22; count += 1) await check();
    const ids = (await test.ask('stock.listChecks', {})).map((one) => one.checkId);
    expect(ids).toEqual(Array.from({ length: 20 }, (_, index) => 22 - index));
  });
});

describe('stock.repair', () => {
  it('sets what drifted to what the ledger says now, and nothing else', async () => {
    const other = addProduct(test, { name: 'Milk', stock: 3 });
    drift(productId, -500, 1000);
    await check();
    await test.ask('orders.place', counterSale([line(productId, 2, 350)]));
    const delivery = { name: 'Ana', phone: '1', address: '2 Low Street', date: calendarDate(20261125) };
    const promised = counterSale([line(productId, 3, 350)], { kind: 'delivery', delivery, tenders: [] });
    await test.ask('orders.place', { ...promised, cartId: 'cart-2' });
    drift(other, 70);
    test.now += 60_000;
    const manager = await signInAs(test, 'manager');
    expect(await test.ask('stock.repair', { checkId: 1 }, manager)).toEqual({ repaired: 1 });
    expect(stockInPieces(test, productId)).toEqual([8, 3]);
    expect(stockInPieces(test, other)).toContain('"onHand":3070');
    const [done] = await test.ask('stock.listChecks', {});
    expect(done).toMatchObject({ repairedAt: test.now, repairedBy: 'The manager', drifted: 1 });
    const [row] = rowsOf(test, `SELECT subject, details FROM auditEntries WHERE call = 'stock.repair'`);
    const { subject, details } = row as { subject: string; details: string };
    expect(subject).toBe('stock check 1');
    expect(JSON.parse(details)).toMatchObject({
      repaired: [
        {
          productId,
          name: 'Beans',
          before: { onHand: 7500, reserved: 4000 },
          after: { onHand: 8000, reserved: 3000 },
        },
      ],
    });
    expect(rowsOf(test, 'SELECT 1 FROM stockMovements WHERE productId = 1')).toHaveLength(3);
  });

  it('leaves alone what came right by itself', async () => {
    drift(productId, 5);
    await check();
    drift(productId, -5);
    expect(await test.ask('stock.repair', { checkId: 1 })).toEqual({ repaired: 0 });
    expect(stockInPieces(test, productId)).toEqual([10, 0]);
  });

  it('is done once, and refuses where nothing drifted or nobody looked', async () => {
    await check();
    expect((await test.refused('stock.repair', { checkId: 1 })).code).toBe('nothing-changed');
    drift(productId, 5);
    await check();
    await test.ask('stock.repair', { checkId: 2 });
    drift(productId, 5);
    expect((await test.refused('stock.repair', { checkId: 2 })).code).toBe('nothing-changed');
    expect((await test.refused('stock.repair', { checkId: 9 })).code).toBe('not-found');
    expect(stockInPieces(test, productId)).toContain('"onHand":10005');
  });

  it('makes a shop whole again: the next check finds nothing', async () => {
    addMany(50);
    change(test, 'UPDATE productStock SET onHand = onHand - 13, reserved = reserved + 4');
    const { checkId, drifted } = await check();
    expect(await test.ask('stock.repair', { checkId })).toEqual({ repaired: drifted });
    expect((await check()).drifted).toBe(0);
    await test.ask('stock.adjust', {
      productId,
      change: pieces(1),
      expectedOnHand: pieces(10),
      reason: 'found',
      note: '',
    });
    expect(stockInPieces(test, productId)).toEqual([11, 0]);
  });
});
