import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addProduct, counterSale, line } from '../../../../test/support/builders.ts';
import { nextRequestId, ownerPassword, type TestApp } from '../../../../test/support/create-test-app.ts';
import {
  closedShop,
  copyOf,
  editFile,
  lookThrough,
  noticedIn,
  openAgain,
} from '../../../../test/support/tampered-shop.ts';
import type { Caller } from '../../app/create-app.ts';

let shop: string;
beforeAll(async () => {
  shop = await closedShop();
});
afterAll(() => rmSync(shop, { recursive: true }));

const signIn = (test: TestApp) => test.ask('session.signIn', { staffId: 1, password: ownerPassword });
const page = { cursor: null, limit: 20 } as const;

async function tampered(): Promise<TestApp> {
  const copy = copyOf(shop);
  editFile(
    copy,
    "UPDATE products SET price = 1 WHERE id = 2; UPDATE staff SET role = 'manager' WHERE id = 1",
  );
  editFile(copy, "UPDATE staff SET role = 'owner' WHERE id = 1");
  const test = await openAgain(copy);
  await signIn(test);
  return test;
}

describe('findings', () => {
  it('stay until somebody acknowledges them with a note, who stands in the log', async () => {
    const test = await tampered();
    expect((await test.ask('audit.state', {})).openFindings).toBe(1);
    const [finding] = (await test.ask('audit.findings', { ...page, state: 'open' })).items;
    expect(finding).toMatchObject({
      kind: 'rows-changed',
      ...{ target: { kind: 'product', id: 2 }, targetName: 'Bread', params: { table: 'products' } },
      acknowledged: null,
    });
    const findingIds = [finding?.findingId ?? 0];
    await test.ask('audit.acknowledge', { findingIds, note: 'The accountant did it' });
    expect((await test.ask('audit.findings', { ...page, state: 'open' })).items).toEqual([]);
    const [kept] = (await test.ask('audit.findings', { ...page, state: 'all' })).items;
    expect(kept?.acknowledged).toMatchObject({ staffName: 'Olga Owner', note: 'The accountant did it' });
    expect((await test.refused('audit.acknowledge', { findingIds, note: 'x' })).code).toBe('nothing-changed');
    expect((await test.refused('audit.acknowledge', { findingIds: [999], note: 'x' })).code).toBe(
      'not-found',
    );
    await test.close();
    rmSync(test.folder, { recursive: true });
  });

  it('are not found again, whatever is lawfully done later, but another change is', async () => {
    const test = await tampered();
    const [finding] = (await test.ask('audit.findings', { ...page, state: 'open' })).items;
    await test.ask('audit.acknowledge', { findingIds: [finding?.findingId ?? 0], note: 'known' });
    addProduct(test, { name: 'Milk', stock: 3 });
    await test.ask('orders.place', counterSale([line(1, 1, 450)]));
    await lookThrough(test);
    expect(await noticedIn(test)).toEqual([]);
    await test.close();
    editFile(test.folder, 'UPDATE products SET price = 2 WHERE id = 2');
    const again = await openAgain(test.folder);
    expect(await noticedIn(again)).toMatchObject([{ kind: 'rows-changed', target: 'product 2' }]);
    await again.close();
    rmSync(test.folder, { recursive: true });
  });
});

describe('audit.verify', () => {
  it('keeps that it looked, at how much, and tells how far it is', async () => {
    const copy = copyOf(shop);
    const test = await openAgain(copy);
    await signIn(test);
    const told: unknown[] = [];
    test.app.onChange((change) => change.kind === 'progress' && told.push(change.progress));
    const check = await test.ask('audit.verify', { scope: 'whole', cause: 'manual' });
    expect(check).toMatchObject({
      scope: 'whole',
      cause: 'manual',
      staffName: 'Olga Owner',
      orders: 6,
      found: 0,
    });
    expect(check.entries).toBeGreaterThan(20);
    expect(check.rows).toBeGreaterThan(20);
    expect(told.length).toBeGreaterThan(2);
    expect(await test.ask('audit.state', {})).toMatchObject({
      isVerifiedToday: true,
      isVerifying: false,
      verifiedAt: test.now,
    });
    expect(await test.ask('audit.checks', {})).toMatchObject([
      { cause: 'manual' },
      { cause: 'start', scope: 'whole', staffName: null },
      { cause: 'start', scope: 'quick' },
    ]);
    await test.close();
    rmSync(copy, { recursive: true });
  });

  it('sells on meanwhile, sees one moment, and runs once at a time', async () => {
    const copy = copyOf(shop);
    const test = await openAgain(copy);
    await signIn(test);
    const work = { isDone: false };
    const verified = test.ask('audit.verify', { scope: 'whole', cause: 'manual' }).finally(() => {
      work.isDone = true;
    });
    await new Promise((resolve) => setImmediate(resolve));
    expect((await test.ask('audit.state', {})).isVerifying).toBe(true);
    expect((await test.refused('audit.verify', { scope: 'quick', cause: 'manual' })).code).toBe(
      'verification-running',
    );
    let sold = 0;
    while (!work.isDone) {
      await test.ask('orders.place', counterSale([line(1, 1, 450)], { oversellAccepted: [1] }));
      await test.ask('shop.update', { phone: `555-${sold}` });
      sold += 1;
      // As between two calls of a window: the event loop takes a turn.
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(sold).toBeGreaterThan(3);
    expect((await verified).found).toBe(0);
    await test.close();
    rmSync(copy, { recursive: true });
  });

  it('is ended by closing the shop', async () => {
    const copy = copyOf(shop);
    const test = await openAgain(copy);
    const verifying = test.app.ask(
      { kind: 'system' },
      'audit.verify',
      { scope: 'whole', cause: 'nightly' },
      nextRequestId(),
    );
    await new Promise((resolve) => setImmediate(resolve));
    await test.close();
    expect(await verifying).toMatchObject({ ok: false, error: { code: 'cancelled' } });
    rmSync(copy, { recursive: true });
  });

  it('at the start and at night is the application’s own', async () => {
    const copy = copyOf(shop);
    const test = await openAgain(copy);
    await signIn(test);
    for (const cause of ['start', 'nightly'] as const)
      expect((await test.refused('audit.verify', { scope: 'whole', cause })).code).toBe('forbidden');
    const cashier: Caller = { kind: 'window', windowId: 8 };
    await test.ask('session.confirmPassword', { password: ownerPassword });
    const { staffId } = await test.ask('staff.add', { name: 'Carla', role: 'cashier', pin: '730184' });
    await test.ask('session.signIn', { staffId, pin: '730184' }, cashier);
    expect((await test.refused('audit.verify', { scope: 'quick', cause: 'manual' }, cashier)).code).toBe(
      'forbidden',
    );
    await test.close();
    rmSync(copy, { recursive: true });
  });
});
