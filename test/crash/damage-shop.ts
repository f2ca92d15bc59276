import { cpSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { createHourlyTimer } from '../../src/main/app/hourly-timer.ts';
import { writeKeys } from '../../src/main/shell/keys.ts';
import { money } from '../../src/shared/domain/money.ts';
import { pieces } from '../../src/shared/domain/quantity.ts';
import { createTestApp, ownerPassword, type TestApp } from '../support/create-test-app.ts';
import { mixedOrders } from '../support/mixed-orders.ts';
import { sellDay } from './sell-day.ts';
import { protector, startShop } from './started-shop.ts';

/** A shop in two states, each in a folder of its own with its keys, its kept head and a verified backup. */
export type DamageShop = {
  readonly folder: string;
  /** Closed as it should be: all is in shop.db. */
  readonly closed: string;
  /** Killed while it sold: the newest orders lie in shop.db-wal alone. */
  readonly killed: string;
  /** Milliseconds UTC: when it is opened again. */
  readonly now: number;
  /** What the computer keeps of it beside its folder. */
  readonly kept: Readonly<Record<string, unknown>>;
  /** The name of the verified backup. */
  readonly backup: string;
};

const hour = 3_600_000;

/** A shop of orders in every state, days that were added up, papers of every kind, and a backup of it. */
export async function buildDamageShop(): Promise<DamageShop> {
  const folder = mkdtempSync(join(tmpdir(), 'orderlla-damage-'));
  const [closed, killed] = [join(folder, 'closed'), join(folder, 'killed')];
  const first = await mixedOrders();
  await doPapers(first);
  await sellOn(first, 60);
  await addUp(first);
  cpSync(first.folder, closed, { recursive: true });
  const { now } = first;
  await first.close();
  // Once closed as it should be, nothing is left in the log of writes.
  await createTestApp({ folder: closed, now }).close();
  const keys = { pepper: Buffer.alloc(32, 1), audit: Buffer.alloc(32, 2) };
  await writeKeys(join(closed, 'keys.json'), keys, protector);
  // One backup is made at the end of each day: those that come by themselves would be the same.
  const kept = { isShopOpened: true, backups: { automatic: false } };
  const started = await startShop(closed, kept, now);
  await started.settled();
  const { name: backup } = await started.backUp();
  await started.shop.close();
  cpSync(closed, killed, { recursive: true });
  await sellUntilKilled(killed, now);
  return { folder, closed, killed, now: now + 2 * hour, kept, backup };
}

async function doPapers(test: TestApp): Promise<void> {
  const paper = { supplier: 'Farm', reference: 'F1', note: '' };
  const lines = [{ productId: 1, quantity: pieces(10), unitCost: money(260) }];
  await test.ask('stock.receive', { ...paper, lines });
  await test.ask('stock.writeOff', {
    lines: [{ productId: 2, quantity: pieces(1) }],
    reason: 'expired',
    note: '',
  });
  await test.ask('stockCounts.start', { name: 'Shelf', categoryId: null });
  await test.ask('stockCounts.enter', { countId: 1, productId: 1, counted: pieces(40) });
  await test.ask('stockCounts.post', { countId: 1 });
  await test.ask('documents.print', { kind: 'invoice', orderId: 9 });
}

async function sellOn(test: TestApp, most: number): Promise<void> {
  await test.ask('session.signIn', { staffId: 1, password: ownerPassword });
  await sellDay(test, { acknowledge: () => undefined, isEarly: false, most });
}

async function addUp(test: TestApp): Promise<void> {
  const log = { info: () => undefined, error: (message: string) => fail(message) };
  test.now += 24 * hour;
  const timer = createHourlyTimer({
    ...{ app: test.app, clock: () => test.now, log },
    every: () => () => undefined,
  });
  await timer.trigger('hour');
  timer.stop();
}

/** Sells on; then the folder is copied as whoever kills the process leaves it. */
async function sellUntilKilled(folder: string, now: number): Promise<void> {
  const living = mkdtempSync(join(tmpdir(), 'orderlla-damage-'));
  cpSync(folder, living, { recursive: true });
  const test = createTestApp({ folder: living, now: now + hour });
  test.file.transaction((db) => db.statement('PRAGMA wal_autocheckpoint = 0').all());
  await sellOn(test, 10);
  // Until the head of the log was kept.
  await setTimeout(1000);
  for (const name of ['shop.db', 'shop.db-wal', 'audit-head.json'])
    cpSync(join(living, name), join(folder, name));
  await test.close();
}

function fail(what: string): never {
  throw new Error(what);
}
