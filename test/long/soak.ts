import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { backupOf, startKeeper } from '../../bench/keeper.ts';
import { createHourlyTimer } from '../../src/main/app/hourly-timer.ts';
import { query } from '../../src/main/database/query.ts';
import type { Manifest } from '../../src/main/keeper/manifest.ts';
import { inspectShop } from '../crash/inspect-shop.ts';
import { prepareShop } from '../crash/prepare-shop.ts';
import { sellDay } from '../crash/sell-day.ts';
import { createTestApp, ownerPassword, type TestApp } from '../support/create-test-app.ts';
import { listInputs } from '../support/list-inputs.ts';
import { reportInputs } from '../support/report-inputs.ts';

/** What a soak can be made to do wrong, to see that it would be noticed. */
export type SoakBug = 'none' | 'keeps memory' | 'forgets a promise' | 'loses an order';

export type SoakSize = { readonly hours: number; readonly orders: number };

export type SoakReport = {
  readonly orders: number;
  readonly returns: number;
  readonly hoursCovered: number;
  readonly backups: number;
  /** Bytes that are held after everything unused was let go: after the first hour, and at the end. */
  readonly held: readonly [number, number];
  /** The longest that the log of writes ever was, in bytes. */
  readonly longestLog: number;
  readonly failures: readonly string[];
};

const hour = 3_600_000;
/** How often an hour is looked at from outside: three minutes. */
const partsOfHour = 20;
const mostGrowth = 0.1;
const mostLog = 64 * 1024 * 1024;

setFlagsFromString('--expose_gc');
const collect = runInNewContext('gc') as () => void;

async function heldBytes(): Promise<number> {
  for (let count = 0; count < 4; count += 1) {
    collect();
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

/** The shop's clock goes on with each order, and the timer's heartbeat with the clock. */
type Day = {
  readonly test: TestApp;
  readonly timer: ReturnType<typeof createHourlyTimer>;
  readonly said: string[];
  readonly backups: Promise<string | null>[];
  readonly kept: Buffer[];
  readonly bug: SoakBug;
  longestLog: number;
};

/**
 * A long day at the till in little time: orders with what becomes of them, returns, deliveries of goods, searches,
 * lists, the dashboard and reports, the hourly timer by its own heartbeat, and two backups in a process of their own
 * while selling goes on. Held to it: memory, the log of writes, promises nobody caught, faults in the log, and every
 * rule of a shop file.
 */
export async function soak(size: SoakSize, bug: SoakBug = 'none'): Promise<SoakReport> {
  const folder = await prepareShop();
  const uncaught: unknown[] = [];
  const hear = (reason: unknown): void => void uncaught.push(reason);
  process.on('unhandledRejection', hear);
  try {
    const day = await beginDay(folder, bug);
    let afterFirst = 0;
    for (let at = 1; at <= size.hours; at += 1) {
      await liveHour(day, Math.ceil(size.orders / size.hours / partsOfHour));
      if (at % Math.ceil(size.hours / 2) === 0) day.backups.push(backUp(day));
      if (at === 1) {
        await Promise.all(day.backups);
        afterFirst = await heldBytes();
      }
    }
    const backups = await Promise.all(day.backups);
    const held = [afterFirst, await heldBytes()] as const;
    const hoursCovered = coveredHours(day.test);
    day.timer.stop();
    const faults = day.test.logged.filter(({ level }) => level === 'error');
    await day.test.close();
    const failures = [
      ...backups.flatMap((problem) => (problem === null ? [] : [problem])),
      ...faults.map(({ message, details }) => `in the log: ${message} ${JSON.stringify(details)}`),
      ...uncaught.map((reason) => `a promise that nobody caught: ${reason}`),
      ...inspectShop(folder, bug === 'loses an order' ? [...day.said, 'order 999999'] : day.said),
      ...tooMuch(held, day.longestLog),
      ...(hoursCovered < size.hours ? [`the timer covered ${hoursCovered} of ${size.hours} hours`] : []),
    ];
    return { ...counted(day), hoursCovered, backups: backups.length, held, failures };
  } finally {
    process.off('unhandledRejection', hear);
    rmSync(folder, { recursive: true, force: true });
  }
}

function counted({ said, longestLog }: Day): Pick<SoakReport, 'orders' | 'returns' | 'longestLog'> {
  const count = (kind: string): number => said.filter((line) => line.startsWith(`${kind} `)).length;
  return { orders: count('order'), returns: count('return'), longestLog };
}

function tooMuch([first, last]: readonly [number, number], longestLog: number): readonly string[] {
  const growth = last / first - 1;
  return [
    ...(growth > mostGrowth ? [`memory grew by ${(100 * growth).toFixed(1)} % after the first hour`] : []),
    ...(longestLog > mostLog ? [`the log of writes grew to ${longestLog} bytes`] : []),
  ];
}

async function beginDay(folder: string, bug: SoakBug): Promise<Day> {
  // As the application runs: it does not check its own answers.
  const test = createTestApp({ folder, strict: false });
  await test.ask('session.signIn', { staffId: 1, password: ownerPassword });
  const log = {
    info: () => undefined,
    error: (message: string, details?: unknown) =>
      void test.logged.push({ level: 'error', message, details }),
  };
  const timer = createHourlyTimer({
    ...{ app: test.app, clock: () => test.now, log },
    every: () => () => undefined,
  });
  await timer.trigger('start');
  return { test, timer, said: [], backups: [], kept: [], bug, longestLog: 0 };
}

async function liveHour(day: Day, ordersAPart: number): Promise<void> {
  const { test } = day;
  for (let part = 0; part < partsOfHour; part += 1) {
    const acknowledge = (deed: string): void => {
      day.said.push(deed);
      if (!deed.startsWith('order ')) return;
      test.now += Math.floor(hour / partsOfHour / ordersAPart);
      const log = statSync(join(test.folder, 'shop.db-wal'), { throwIfNoEntry: false })?.size ?? 0;
      day.longestLog = Math.max(day.longestLog, log);
      if (day.bug === 'keeps memory') day.kept.push(Buffer.alloc(500_000, 1));
    };
    await sellDay(test, { acknowledge, isEarly: false, most: ordersAPart });
    await day.timer.trigger('hour');
    await lookAround(test, part);
    // What is noted on the way is the log file's in the application, and not kept in memory.
    const errors = test.logged.filter(({ level }) => level === 'error');
    test.logged.splice(0, test.logged.length, ...errors);
  }
  if (day.bug === 'forgets a promise') void Promise.reject(new Error('forgotten'));
}

/** What is looked at on the side: searches all the time, lists and the dashboard often, reports now and then. */
async function lookAround(test: TestApp, part: number): Promise<void> {
  await test.ask('palette.find', { text: `product ${part}`, limit: 6 });
  await test.ask('catalog.search', { text: 'prod', categoryId: null, cursor: null, limit: 20 });
  await test.ask('orders.sums', { ...listInputs['orders.sums'], text: `${part}` });
  if (part % 3 === 0) await test.ask('dashboard.today', {});
  if (part % 5 === 0) await test.ask('dashboard.charts', {});
  if (part % 10 === 4) await test.ask('reports.run', reportInputs['reports.run']);
  if (part % 10 === 9) await test.ask('reports.run', { ...reportInputs['reports.run'], report: 'products' });
}

/** Null, or what is wrong with it: made and looked through while selling goes on, and with all that was sold before. */
async function backUp(day: Day): Promise<string | null> {
  const before = day.said.filter((line) => line.startsWith('order ')).length;
  const folder = mkdtempSync(join(day.test.folder, 'backups-'));
  const wish = { ...backupOf(day.test.folder, 'shop-soak'), folder, now: day.test.now };
  try {
    const manifest: Manifest = await startKeeper().run('make-backup', wish);
    const { orders } = manifest.facts;
    if (manifest.problems.length > 0) return `a backup is not whole: ${JSON.stringify(manifest.problems)}`;
    return orders < before ? `a backup has ${orders} of ${before} orders` : null;
  } catch (error) {
    return `a backup failed: ${error}`;
  }
}

function coveredHours(test: TestApp): number {
  const hours = query.selectFrom('timerHours').select(({ fn }) => fn.countAll<number>().as('count'));
  return test.file.read.get(hours)?.count ?? 0;
}
