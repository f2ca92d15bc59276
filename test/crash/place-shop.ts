import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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

export type PlaceReport = {
  readonly acknowledged: number;
  readonly refused: number;
  readonly failures: readonly string[];
};
/** `swallow` takes a commit that failed for one that did not: it exists only here, to be noticed. */
export type PlaceBug = 'none' | 'swallow';

/** Sales that are tried where none may be acknowledged. */
export const tries = 20;

/** The refusals that have a sentence of their own for what may be wrong with a file or its disk. */
const inWords = /^(?:disk-full|shop-(?:file-trouble|read-only|locked|missing|damaged))$/u;

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
export async function onSmallDisk<T>(kib: number, work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'orderlla-place-'));
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${kib}k`, 'tmpfs', folder]);
  try {
    return await work(folder);
  } finally {
    execFileSync('umount', ['--lazy', folder]);
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Runs `work` with a copy of a shop in a folder of its own. */
export async function inPlace<T>(shop: string, work: (folder: string) => Promise<T>): Promise<T> {
  const outer = mkdtempSync(join(tmpdir(), 'orderlla-place-'));
  const folder = join(outer, 'shop');
  cpSync(shop, folder, { recursive: true });
  try {
    return await work(folder);
  } finally {
    rmSync(outer, { recursive: true, force: true });
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

/** The shop of a folder, its owner signed in. */
export async function openShop(folder: string, bug: PlaceBug = 'none'): Promise<TestApp> {
  const test = createTestApp({ folder, ...(bug === 'swallow' ? { wrapFile: swallowing } : {}) });
  await test.ask('session.signIn', { staffId: 1, password: ownerPassword });
  return test;
}

/** Places an order: "order 7" once it was acknowledged, or the code of the refusal. */
export async function sell(test: TestApp): Promise<string> {
  const product = test.file.read.get(query.selectFrom('products').select(['id', 'price']).orderBy('id'));
  if (!product) throw new Error('no products');
  const input = counterSale([line(product.id, 1, product.price)], { oversellAccepted: [product.id] });
  const reply = await test.app.ask(owner, 'orders.place', input, nextRequestId());
  return reply.ok ? `order ${reply.value.orderId}` : reply.error.code;
}

/** What came of selling at one place. */
export type Tally = PlaceReport & {
  readonly said: readonly string[];
  /** So many sales, each of which must be acknowledged. */
  sellAll(when: string, count: number): Promise<void>;
  /** So many sales, none of which may be, and each refused in words. */
  sellNone(when: string, count: number): Promise<void>;
  /** Sells until that is refused so. */
  sellUntil(refusal: string): Promise<void>;
  fail(...found: readonly string[]): void;
};

/** Sales in which a small disk must have become full. */
const most = 20_000;

/** Counts what is sold in one shop after the other. */
export function createTally(shop: () => TestApp): Tally {
  const said: string[] = [];
  const failures: string[] = [];
  let refused = 0;
  return {
    said,
    failures,
    get acknowledged() {
      return said.length;
    },
    get refused() {
      return refused;
    },
    async sellAll(when, count) {
      for (let at = 0; at < count; at += 1) {
        const answer = await sell(shop());
        if (answer.startsWith('order ')) said.push(answer);
        else failures.push(`${when}: refused with ${answer}`);
      }
    },
    async sellNone(when, count) {
      for (let at = 0; at < count; at += 1) {
        const answer = await sell(shop());
        if (answer.startsWith('order ')) failures.push(`${when}: ${answer} was acknowledged`);
        else if (!inWords.test(answer)) failures.push(`${when}: refused with ${answer}`);
        else refused += 1;
      }
    },
    async sellUntil(refusal) {
      for (let at = 0; at < most; at += 1) {
        const answer = await sell(shop());
        if (answer === refusal) return;
        if (answer.startsWith('order ')) said.push(answer);
        else failures.push(`refused with ${answer}`);
      }
      failures.push(`never refused with ${refusal}`);
    },
    fail: (...found) => void failures.push(...found),
  };
}
