import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addProduct, counterSale, line } from '../../../test/support/builders.ts';
import { checkEachCommand, checkShop } from '../../../test/support/check-shop.ts';
import { createOpenShop, nextRequestId, owner, type TestApp } from '../../../test/support/create-test-app.ts';
import type { WriteDb } from '../database/connection.ts';
import { query } from '../database/query.ts';

/** As many pages as SQLite can count. */
const noEnd = 1_073_741_823;
let test: TestApp;
let product: number;
beforeEach(async () => {
  test = await createOpenShop();
  product = addProduct(test, { name: 'Apple', sku: 'A-1', price: 250, cost: 100, stock: 100_000 });
});
afterEach(() => test.close());

/** What SQLite sees of a disk without room: the file may not get longer than `pages`. */
function room(pages: number): void {
  test.file.transaction((db) => db.statement(`PRAGMA max_page_count = ${pages}`).all());
}

/** Places an order; its id, or the code of the refusal. */
async function sell(requestId = nextRequestId()): Promise<number | string> {
  const reply = await test.app.ask(owner, 'orders.place', counterSale([line(product, 1, 250)]), requestId);
  return reply.ok ? reply.value.orderId : reply.error.code;
}

async function sellUntilFull(): Promise<number[]> {
  room(1);
  const sold: number[] = [];
  for (let tries = 0; tries < 5000; tries += 1) {
    const answer = await sell();
    if (answer === 'disk-full') return sold;
    sold.push(Number(answer));
  }
  throw new Error('the file never was full');
}

const orderIds = (): number[] =>
  test.file.read.all(query.selectFrom('orders').select('id').orderBy('id')).map(({ id }) => id);
const problems = (): readonly string[] => [
  ...checkShop(test.file.read, Buffer.alloc(32, 2)),
  ...checkEachCommand(test.file.read),
];

describe('a full disk', () => {
  it('refuses in words, keeps what was sold, and sells on without a restart once there is room', async () => {
    const sold = await sellUntilFull();
    for (let count = 0; count < 20; count += 1) expect(await sell()).toBe('disk-full');
    expect(orderIds()).toEqual(sold);
    expect(problems()).toEqual([]);
    expect(await test.ask('session.current', {})).toBeTruthy();

    room(noEnd);
    for (let count = 0; count < 50; count += 1) sold.push(Number(await sell()));
    expect(orderIds()).toEqual(sold);
    expect(problems()).toEqual([]);
  });

  it('forgets what it refused: the same request is done once, when there is room', async () => {
    const sold = await sellUntilFull();
    const requestId = nextRequestId();
    expect(await sell(requestId)).toBe('disk-full');
    room(noEnd);
    const orderId = await sell(requestId);
    expect(await sell(requestId)).toBe(orderId);
    expect(orderIds()).toEqual([...sold, orderId]);
  });

  it('says nothing of the machine, and keeps the fault in its own log', async () => {
    await sellUntilFull();
    const reply = await test.app.ask(
      owner,
      'orders.place',
      counterSale([line(product, 1, 250)]),
      nextRequestId(),
    );
    expect(reply).toEqual({
      ok: false,
      error: { code: 'disk-full', message: 'disk-full', details: { reference: expect.any(String) } },
    });
    const { reference } = (reply.ok ? {} : reply.error.details) as { reference?: string };
    expect(test.logged).toContainEqual({
      level: 'error',
      message: 'A call failed',
      details: { reference, error: expect.stringContaining('database or disk is full') },
    });
  });
});

describe('the watch over the disk', () => {
  it('hears of a sale that found no room, and of nothing else', async () => {
    expect(await sell()).toBe(1);
    const elsewhere = Object.assign(new Error('the stick is full'), { code: 'ENOSPC' });
    Object.assign(test.desktop.shopFile, { chooseFolder: () => Promise.reject(elsewhere) });
    expect((await test.refused('machine.chooseFolder', {})).code).toBe('disk-full');
    expect(test.desktop.disk.wasRefused).toBe(false);
    await sellUntilFull();
    expect(test.desktop.disk.wasRefused).toBe(true);
  });
});

describe('a shop file that may not be written', () => {
  it('refuses in words and sells on once it may', async () => {
    let kept: WriteDb | undefined;
    test.file.transaction((db) => {
      kept = db;
    });
    // Outside a transaction: none can be begun once nothing may be written.
    const write = (isAllowed: boolean): void =>
      void kept?.statement(`PRAGMA query_only = ${isAllowed ? 0 : 1}`).run();
    write(false);
    expect(await sell()).toBe('shop-read-only');
    expect(orderIds()).toEqual([]);
    write(true);
    const orderId = await sell();
    expect(orderIds()).toEqual([orderId]);
    expect(problems()).toEqual([]);
  });
});
