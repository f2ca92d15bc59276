import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addProduct, counterSale, line } from '../../../test/support/builders.ts';
import { checkShop } from '../../../test/support/check-shop.ts';
import {
  createOpenShop,
  nextRequestId,
  owner,
  ownerPassword,
  type TestApp,
} from '../../../test/support/create-test-app.ts';
import { money } from '../../shared/domain/money.ts';
import type { Caller } from './create-app.ts';

const till: Caller = { kind: 'window', windowId: 2 };
let test: TestApp;
let productId: number;
beforeEach(async () => {
  test = await createOpenShop();
  productId = addProduct(test, { stock: 10, sku: 'FW', price: 350 });
  await test.ask('session.signIn', { staffId: 1, password: ownerPassword }, till);
});
afterEach(() => test.close());

/** A file of many products that the owner's window has looked at and may run. */
async function previewed(rows = 2000, first = ''): Promise<string> {
  const lines = Array.from({ length: rows }, (_, index) => `Thing ${index},${index}.50,T${index},5`);
  const data = Buffer.from(['Name,Price,SKU,Stock', first, ...lines].filter(Boolean).join('\n')).toString(
    'base64',
  );
  await test.ask('import.upload', { uploadId: 'upload-1', fileName: 'list.csv', offset: 0, data });
  await test.ask('import.preview', { uploadId: 'upload-1' });
  return 'upload-1';
}

function run(uploadId: string) {
  return test.app.ask(
    owner,
    'import.run',
    { uploadId, updateExisting: true, setStock: false },
    nextRequestId(),
  );
}

const sale = () => counterSale([line(productId, 1, 350)], { cartId: nextRequestId() });

function count(table: string): number {
  return test.file.read.get(sql<{ n: number }>`SELECT count(*) AS n FROM ${sql.table(table)}`)?.n ?? -1;
}

const oneTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('while a long command runs', () => {
  it('a sale in another window waits and is placed; reads go on and see the shop as it was', async () => {
    const uploadId = await previewed();
    let isDone = false;
    const running = run(uploadId).finally(() => {
      isDone = true;
    });
    await oneTurn();
    const sales = [1, 2, 3].map(() => test.app.ask(till, 'orders.place', sale(), nextRequestId()));
    expect((await test.ask('catalog.count', {}, till)).sellable).toBe(1);
    expect(isDone).toBe(false);
    expect((await running).ok).toBe(true);
    expect((await Promise.all(sales)).map((reply) => reply.ok && reply.value.orderId)).toEqual([1, 2, 3]);
    expect(checkShop(test.file.read, Buffer.alloc(32, 2))).toEqual([]);
  });

  it('a sale that waited is priced as things are when its turn comes', async () => {
    const uploadId = await previewed(500, 'Flat white,4.00,FW,10');
    const running = run(uploadId);
    const reply = await test.app.ask(till, 'orders.place', sale(), nextRequestId());
    expect((await running).ok).toBe(true);
    expect(reply.ok ? 'ok' : reply.error.code).toBe('price-changed');
  });

  it('a second one from the same window is stopped with the first', async () => {
    const uploadId = await previewed();
    const both = [run(uploadId), run(uploadId)];
    await oneTurn();
    await test.ask('import.cancel', { uploadId });
    expect((await Promise.all(both)).map((reply) => (reply.ok ? 'ok' : reply.error.code))).toEqual([
      'cancelled',
      'cancelled',
    ]);
    expect(count('products')).toBe(1);
  });

  it('a second one can still be stopped when the first has ended', async () => {
    const uploadId = await previewed(300);
    const first = run(uploadId);
    const second = run(uploadId);
    expect((await first).ok).toBe(true);
    await oneTurn();
    await test.ask('import.cancel', { uploadId });
    const reply = await second;
    expect(reply.ok ? 'ok' : reply.error.code).toBe('cancelled');
    expect(count('imports')).toBe(1);
  });
});

describe('closing', () => {
  it('stops a long command whole, lets a waiting sale end, and refuses what comes after', async () => {
    const uploadId = await previewed();
    const running = run(uploadId);
    await oneTurn();
    const waiting = test.app.ask(till, 'orders.place', sale(), nextRequestId());
    const closed = test.app.close();
    const late = test.app.ask(till, 'orders.place', sale(), nextRequestId());
    const replies = await Promise.all([running, waiting, late]);
    await closed;
    expect(replies.map((reply) => (reply.ok ? 'ok' : reply.error.code))).toEqual([
      'cancelled',
      'ok',
      'cancelled',
    ]);
    expect(test.logged.filter(({ level }) => level === 'error')).toEqual([]);
    const after = await test.app.call(owner, 'catalog.count', {});
    expect(after.ok ? 'ok' : after.error.code).toBe('cancelled');
    await test.app.close();
  });

  it('does not wait for a printer, and what the printer ends afterwards writes nothing', async () => {
    await test.ask('orders.place', sale());
    let finish = (): void => undefined;
    test.desktop.print = () =>
      new Promise((resolve) => {
        finish = resolve;
      });
    const printing = test.app.ask(owner, 'documents.printReceipt', { orderId: 1, paper: null });
    await oneTurn();
    await new Promise((resolve) => setTimeout(resolve, 50));
    await test.app.close();
    finish();
    const reply = await printing;
    expect(reply.ok ? 'ok' : reply.error.code).toBe('cancelled');
    expect(test.logged.filter(({ level }) => level === 'error')).toEqual([]);
  });
});

describe('a command that waited', () => {
  it('knows the settings that were made before its turn', async () => {
    const update = test.app.ask(owner, 'shop.update', { cashRounding: money(100) }, nextRequestId());
    const tenders = [{ tenderId: 1, amount: money(400), reference: '' }];
    const reply = await test.app.ask(till, 'orders.place', { ...sale(), tenders }, nextRequestId());
    expect((await update).ok).toBe(true);
    expect(reply).toMatchObject({ ok: true, value: { total: 400, paid: 400, change: 0 } });
  });
});

describe('a window that cannot be told', () => {
  it('turns no sale into a refusal, and the others hear of it', async () => {
    const heard: string[] = [];
    test.app.onChange(() => {
      throw new Error('Object has been destroyed');
    });
    test.app.onChange((change) => heard.push(change.kind));
    expect((await test.app.ask(owner, 'orders.place', sale(), nextRequestId())).ok).toBe(true);
    expect(heard).toEqual(['changed']);
    const uploadId = await previewed(300);
    expect((await run(uploadId)).ok).toBe(true);
    expect(heard).toContain('progress');
  });
});
