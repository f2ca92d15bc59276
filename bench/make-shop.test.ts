import { rmSync } from 'node:fs';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { finishSteps } from '../src/main/features/csv/steps.ts';
import { checkShop } from '../test/support/check-shop.ts';
import { createTestApp, ownerPassword, type TestApp } from '../test/support/create-test-app.ts';
import { copyOfShop } from './make-shop.ts';

/** The smallest shop that has some of everything. */
const size = { orders: 1500, products: 300, customers: 200 };

let test: TestApp;
beforeAll(async () => {
  test = createTestApp({ folder: await copyOfShop(size) });
}, 120_000);
afterAll(async () => {
  await test.close();
  rmSync(test.folder, { recursive: true });
});

function count(from: string): number {
  return test.file.read.get(sql<{ n: number }>`SELECT count(*) AS n FROM ${sql.raw(from)}`)?.n ?? 0;
}

describe('the shop that the benchmark measures', () => {
  it('is a shop as the application would have written it', { timeout: 120_000 }, () => {
    expect(checkShop(test.file.read, Buffer.alloc(32, 2))).toEqual([]);
  });

  it('stands under the seals', { timeout: 120_000 }, () => {
    const snapshot = test.file.snapshot();
    const steps = snapshot.verifySeals(Buffer.alloc(32, 2), { scope: 'whole', unseen: null });
    expect(finishSteps(steps)).toEqual([]);
    snapshot.close();
  });

  it('has its closed days added up as its rows are', { timeout: 120_000 }, async () => {
    await test.ask('session.signIn', { staffId: 1, password: ownerPassword });
    const proof = await test.ask('reports.prove', {});
    expect(proof).toMatchObject({ differenceCount: 0 });
    expect(proof.days).toBeGreaterThan(3600);
  });

  it('has some of everything', () => {
    expect(count('orders')).toBe(size.orders);
    for (const from of [
      "orders WHERE status = 'cancelled'",
      "orders WHERE status IN ('received', 'shipped', 'in-transit')",
      "orders WHERE channel = 'kiosk'",
      'orders WHERE orderDiscount > 0',
      'orders WHERE lineDiscount > 0',
      'orders WHERE note IS NOT NULL',
      'orders WHERE customerId IS NULL',
      'returns',
      "refunds WHERE cause = 'cancel'",
      "refunds WHERE cause = 'return'",
      "refunds WHERE cause = 'goodwill'",
      'payments WHERE isLater = 1',
      'payments WHERE paymentNo = 2',
      "orderTaxes WHERE name = 'Levy'",
      "stockMovements WHERE type = 'write-off'",
      'dayFigures',
      'productYears',
    ]) {
      expect([from, count(from) > 0]).toEqual([from, true]);
    }
  });
});
