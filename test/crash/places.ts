import { execFileSync, spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import type { ShopFile } from '../../src/main/database/open-shop-file.ts';
import { query } from '../../src/main/database/query.ts';
import { counterSale, line } from '../support/builders.ts';
import {
  createTestApp,
  nextRequestId,
  owner,
  ownerPassword,
  type TestApp,
} from '../support/create-test-app.ts';
import { inspectShop } from './inspect-shop.ts';

export type PlaceReport = {
  readonly acknowledged: number;
  readonly refused: number;
  readonly failures: readonly string[];
};
/** `swallow` takes a commit that failed for one that did not: it exists only here, to be noticed. */
export type PlaceBug = 'none' | 'swallow';

const tries = 20;

/** Why no small disk can be made here, or null. */
export function missingForPlaces(): string | null {
  if (process.platform !== 'linux') return 'needs Linux';
  if (process.getuid?.() !== 0) return 'needs root, to mount a small disk';
  const folder = mkdtempSync(join(tmpdir(), 'orderlla-place-'));
  try {
    if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder]).status !== 0)
      return 'nothing can be mounted here';
    execFileSync('umount', [folder]);
    return null;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Runs `work` with a disk of so many KiB. */
async function onSmallDisk<T>(kib: number, work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'orderlla-place-'));
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${kib}k`, 'tmpfs', folder]);
  try {
    return await work(folder);
  } finally {
    execFileSync('umount', ['--lazy', folder]);
    rmSync(folder, { recursive: true, force: true });
  }
}

function swallowing(file: ShopFile): ShopFile {
  return {
    ...file,
    transaction: <T>(work: Parameters<typeof file.transaction<T>>[0]): T => {
      let done: { readonly value: T } | undefined;
      try {
        return file.transaction((db) => {
          done = { value: work(db) };
          return done.value;
        });
      } catch (error) {
        if (done) return done.value;
        throw error;
      }
    },
  };
}

async function openShop(folder: string, bug: PlaceBug): Promise<TestApp> {
  const test = createTestApp({ folder, ...(bug === 'swallow' ? { wrapFile: swallowing } : {}) });
  await test.ask('session.signIn', { staffId: 1, password: ownerPassword });
  return test;
}

/** Places an order: "order 7" once it was acknowledged, or the code of the refusal. */
async function sell(test: TestApp): Promise<string> {
  const product = test.file.read.get(query.selectFrom('products').select(['id', 'price']).orderBy('id'));
  if (!product) throw new Error('no products');
  const input = counterSale([line(product.id, 1, product.price)], { oversellAccepted: [product.id] });
  const reply = await test.app.ask(owner, 'orders.place', input, nextRequestId());
  return reply.ok ? `order ${reply.value.orderId}` : reply.error.code;
}

/**
 * Sells on a small disk until it is full, tries on, then gives the reserve up and sells 50 more without opening the
 * shop again. Nothing that was acknowledged may be missing, and every refusal must be the one in words.
 */
export function fullDisk(shop: string, bug: PlaceBug = 'none'): Promise<PlaceReport> {
  return onSmallDisk(10_240, async (folder) => {
    cpSync(shop, folder, { recursive: true });
    const reserve = join(folder, 'reserve');
    writeFileSync(reserve, Buffer.alloc(3 * 1024 * 1024));
    const test = await openShop(folder, bug);
    const said: string[] = [];
    const failures: string[] = [];
    let refused = 0;
    for (let count = 0; refused < tries && count < 20_000; count += 1) {
      const answer = await sell(test);
      if (answer.startsWith('order ')) said.push(answer);
      else refused += 1;
      if (!/^order |^disk-full$/u.test(answer)) failures.push(`refused with ${answer}`);
    }
    if (refused < tries) failures.push('the disk never was full');
    unlinkSync(reserve);
    for (let count = 0; count < 50; count += 1) {
      const answer = await sell(test);
      if (answer.startsWith('order ')) said.push(answer);
      else failures.push(`with room again: refused with ${answer}`);
    }
    await test.close();
    return { acknowledged: said.length, refused, failures: [...failures, ...inspectShop(folder, said)] };
  });
}

const pulls: Readonly<Record<string, (folder: string) => void>> = {
  'the shop file deleted': (folder) => unlinkSync(join(folder, 'shop.db')),
  'the shop file renamed': (folder) => renameSync(join(folder, 'shop.db'), join(folder, 'elsewhere.db')),
  'the shop file replaced': (folder) => replace(join(folder, 'shop.db')),
  'its log of writes deleted': (folder) => unlinkSync(join(folder, 'shop.db-wal')),
  'its log of writes replaced': (folder) => replace(join(folder, 'shop.db-wal')),
};

function replace(path: string): void {
  writeFileSync(`${path}.copy`, readFileSync(path));
  renameSync(`${path}.copy`, path);
}

/** Pulls the files away under an open shop, in five ways: not one sale may be acknowledged after it. */
export async function pulledAway(shop: string, bug: PlaceBug = 'none'): Promise<PlaceReport> {
  const report = { acknowledged: 0, refused: 0, failures: [] as string[] };
  for (const [what, pull] of Object.entries(pulls)) {
    const outer = mkdtempSync(join(tmpdir(), 'orderlla-place-'));
    const folder = join(outer, 'shop');
    mkdirSync(folder);
    cpSync(shop, folder, { recursive: true });
    const test = await openShop(folder, bug);
    try {
      for (let count = 0; count < tries; count += 1) {
        const answer = await sell(test);
        if (answer.startsWith('order ')) report.acknowledged += 1;
        else report.failures.push(`before ${what}: ${answer}`);
      }
      pull(folder);
      for (let count = 0; count < tries; count += 1) {
        const answer = await sell(test);
        if (answer.startsWith('order ')) report.failures.push(`${what}: ${answer} was acknowledged`);
        else report.refused += 1;
      }
    } finally {
      await test.close().catch(() => undefined);
      rmSync(outer, { recursive: true, force: true });
    }
  }
  return report;
}

/** Another program holds the shop file: refused within the time that is waited, and sold again once it lets go. */
export async function heldByAnother(shop: string): Promise<PlaceReport> {
  const folder = mkdtempSync(join(tmpdir(), 'orderlla-place-'));
  cpSync(shop, folder, { recursive: true });
  const test = await openShop(folder, 'none');
  const said = [await sell(test)];
  const failures: string[] = [];
  const other = new BetterSqlite3(join(folder, 'shop.db'));
  other.exec('BEGIN IMMEDIATE');
  const answer = await sell(test);
  if (answer !== 'shop-file-trouble') failures.push(`while another holds the file: ${answer}`);
  other.exec('ROLLBACK');
  other.close();
  said.push(await sell(test));
  await test.close();
  failures.push(...inspectShop(folder, said));
  rmSync(folder, { recursive: true, force: true });
  return { acknowledged: said.length, refused: 1, failures };
}
