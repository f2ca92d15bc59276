import { rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { backupOf, startKeeper } from '../../bench/keeper.ts';
import { copyOfShop, type ShopSize } from '../../bench/make-shop.ts';
import { openShop, type Sale, salesOf } from '../../bench/sale/recording.ts';
import { readMigrations } from '../../src/main/database/migrate.ts';
import { openShopFile, type ShopFile } from '../../src/main/database/open-shop-file.ts';
import { migrationsFolder, owner, type TestApp } from '../support/create-test-app.ts';
import { missingOf } from './acknowledged.ts';
import { seededRandom } from './seeded-random.ts';

/** What selling was like for a while: how many orders, and how long the process could do nothing else, in milliseconds. */
type Sold = { readonly orders: number; readonly longest: number; readonly p99: number };

export type LargeBackup = {
  readonly bytes: number;
  /** Milliseconds until everything was copied, and until all of it was looked at. */
  readonly copied: number;
  readonly all: number;
  readonly idle: Sold;
  readonly meanwhile: Sold;
  /** Orders of those sold meanwhile that are in the backup. */
  readonly caught: number;
  readonly failures: readonly string[];
};

/** A process that stands still for so long has been held up by the backup, on whatever machine. */
const mostWait = 5000;
const lead = 3000;

/**
 * Makes a backup of a shop of this size, in a process of its own as the application does, while an order is placed every
 * 20 to 50 milliseconds. All that was acknowledged before it began must be in it, and it must be verified.
 */
export async function backupWhileSelling(size: ShopSize, seed: number): Promise<LargeBackup> {
  const folder = await copyOfShop(size);
  const test = await openShop(folder);
  const failures: string[] = [];
  try {
    const sales = salesOf(test, 60_000)[Symbol.iterator]();
    const random = seededRandom(seed);
    const said: string[] = [];
    const sell = (until: Promise<unknown>) => sellFor(test, { sales, random, said }, until);
    const idle = await sell(sleep(lead));
    const before = said.length;
    const begun = performance.now();
    let copied = 0;
    const backup = startKeeper().run('make-backup', backupOf(folder, 'backup'), ({ done }) => {
      if (done >= 60 && copied === 0) copied = performance.now() - begun;
    });
    const meanwhile = await sell(backup);
    const all = performance.now() - begun;
    const { problems } = await backup;
    failures.push(...problems.map(({ check, what }) => `not verified: ${check}: ${what}`));
    const missing = lookInto(join(folder, 'backup.db'), said);
    const lost = said.slice(0, before).filter((deed) => missing.has(deed));
    if (lost.length > 0) failures.push(`${lost.length} of ${before} lost: ${lost[0]} …`);
    if (meanwhile.longest > mostWait) failures.push(`the till waited for ${meanwhile.longest} ms`);
    const caught = said.slice(before).filter((deed) => !missing.has(deed)).length;
    return {
      bytes: statSync(join(folder, 'backup.db')).size,
      copied,
      all,
      idle,
      meanwhile,
      caught,
      failures,
    };
  } finally {
    await test.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What of it is not in a backup. */
function lookInto(path: string, said: readonly string[]): ReadonlySet<string> {
  const file = openShopFile({ path, migrations: readMigrations(migrationsFolder), create: false });
  try {
    return new Set(missingOf(file.read, said));
  } finally {
    file.close();
  }
}

type Selling = { readonly sales: Iterator<Sale>; readonly random: () => number; readonly said: string[] };

async function sellFor(
  test: TestApp,
  { sales, random, said }: Selling,
  until: Promise<unknown>,
): Promise<Sold> {
  let isOver = false;
  const other = until.finally(() => {
    isOver = true;
  });
  const waits = monitorEventLoopDelay({ resolution: 1 });
  waits.enable();
  const before = said.length;
  for (let next = sales.next(); !isOver && !next.done; next = sales.next()) {
    const reply = await test.app.ask(owner, 'orders.place', next.value.input, next.value.id);
    if (!reply.ok) throw new Error(`refused while a backup is made: ${JSON.stringify(reply.error)}`);
    said.push(`order ${reply.value.orderId}`);
    await sleep(20 + random() * 30);
  }
  await other;
  waits.disable();
  const ms = (nanoseconds: number): number => Math.floor(nanoseconds / 1e5) / 10;
  return { orders: said.length - before, longest: ms(waits.max), p99: ms(waits.percentile(99)) };
}

/**
 * Makes a backup while an import is open that does not end before the backup has: it must be made all the same, be
 * verified, hold all that was acknowledged before, and nothing of the import. Answers what is wrong.
 */
export async function backupInImport(size: ShopSize): Promise<readonly string[]> {
  const folder = await copyOfShop(size);
  const gate = createGate();
  const test = await openShop(folder, (file) => holdLong(file, gate));
  try {
    const said = await sellSome(test, 5);
    const uploadId = 'products-in-backup';
    const rows = Array.from({ length: 2000 }, (_, at) => `Brought ${at},IN-${at},${at % 90}.50`);
    const data = Buffer.from(`name,sku,price\n${rows.join('\n')}\n`).toString('base64');
    await test.ask('import.upload', { uploadId, fileName: 'products.csv', offset: 0, data });
    await test.ask('import.preview', { uploadId });
    const coming = test.ask('import.run', { uploadId, updateExisting: true, setStock: false });
    await Promise.race([gate.reached, coming]);
    const { problems, facts } = await startKeeper().run('make-backup', backupOf(folder, 'backup'));
    gate.open();
    await coming;
    said.push(...(await sellSome(test, 1)));
    return [
      ...problems.map(({ what }) => what),
      ...withoutImport(join(folder, 'backup.db'), said.slice(0, -1)),
      ...(facts ? [] : ['it says nothing of itself']),
    ];
  } finally {
    gate.open();
    await test.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

type Gate = {
  readonly reached: Promise<void>;
  reach(): void;
  isOpen(): boolean;
  open(): void;
};

function createGate(): Gate {
  let isOpen = false;
  const { promise: reached, resolve: reach } = Promise.withResolvers<void>();
  return {
    ...{ reached, reach, isOpen: () => isOpen },
    open() {
      isOpen = true;
    },
  };
}

/** The same file, whose long transactions wait at their end until a gate is opened. */
function holdLong(file: ShopFile, gate: Gate): ShopFile {
  return {
    ...file,
    longTransaction: (work, onStep, signal) =>
      file.longTransaction(
        function* held(db) {
          const result = yield* work(db);
          gate.reach();
          while (!gate.isOpen()) yield { done: 1, total: 1 };
          return result;
        },
        onStep,
        signal,
      ),
  };
}

async function sellSome(test: TestApp, count: number): Promise<string[]> {
  const said: string[] = [];
  for (const { input, id } of salesOf(test, count)) {
    const reply = await test.app.ask(owner, 'orders.place', { ...input, cartId: `some-${id}` }, id);
    if (!reply.ok) throw new Error(JSON.stringify(reply.error));
    said.push(`order ${reply.value.orderId}`);
  }
  return said;
}

function withoutImport(path: string, said: readonly string[]): readonly string[] {
  const missing = lookInto(path, said);
  const file = openShopFile({ path, migrations: readMigrations(migrationsFolder), create: false });
  try {
    const sql = "SELECT count(*) AS found FROM products WHERE sku LIKE 'IN-%'";
    const { found } = file.read.statement(sql).get() as { readonly found: number };
    return [
      ...(found === 0 ? [] : [`${found} products of an import that was open`]),
      ...(missing.size === 0 ? [] : [`${missing.size} of ${said.length} lost`]),
    ];
  } finally {
    file.close();
  }
}
