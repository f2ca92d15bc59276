import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { backupShopFile } from '../src/main/database/backup-shop-file.ts';
import { CopyError, copyShopFile } from '../src/main/database/copy-shop-file.ts';
import { flushFile, removeShopFile } from '../src/main/database/flush.ts';
import type { Manifest } from '../src/main/keeper/manifest.ts';
import { backupOf, startKeeper } from './keeper.ts';
import { atMost, atMostTimes, type Line } from './line.ts';
import { copyOfShop, type ShopSize, shopOfSize } from './make-shop.ts';
import { inTurn, median } from './measure.ts';
import { native, noCompiler } from './native.ts';

const child = (name: string): string => join(import.meta.dirname, 'child', name);

function inChild(name: string, ...words: readonly string[]): readonly number[] {
  const printed = execFileSync(process.execPath, [child(name), ...words], { encoding: 'utf8' });
  return printed.trim().split('\n').map(Number);
}

/** Orders with their lines as a file, in a process of its own, beside the same in C. */
export async function benchExport(sizes: readonly ShopSize[]): Promise<readonly Line[]> {
  const compiled = native();
  const values: number[] = [];
  let [grown, inC, rows] = [0, null as number | null, 0];
  for (const size of sizes) {
    const folder = await copyOfShop(size);
    const file = join(folder, 'orders.csv');
    const [ms = 0, count = 0, megabytes = 0] = inChild('export.ts', folder, file);
    values.push(ms / 1000);
    [grown, rows] = [megabytes, count];
    inC = compiled ? (compiled.limits('csv', join(folder, 'shop.db'), file)[0] ?? 0) / 1e6 : null;
    rmSync(folder, { recursive: true });
  }
  const value = values.at(-1) ?? 0;
  const of = 'the same in C';
  return [
    {
      ...{ no: '19', what: `${rows} order lines as CSV`, unit: 's', values },
      ...(inC === null ? { note: noCompiler } : { limit: { of, value: inC } }),
      budgets: inC === null ? [] : [atMostTimes(value, 3, inC, of)],
    },
    {
      ...{ no: '19', what: 'memory that the process grows by meanwhile', unit: 'MB', values: [grown] },
      budgets: [atMost(grown, 100, 'MB')],
    },
  ];
}

/**
 * A shop file as a file, beside `cp` and `fsync` of it: the copy of one moment that a backup is, the whole backup (begun
 * process, copy, check of everything in it, digest, manifest), and the checked copy by which a shop file is moved.
 */
export async function benchCopy(size: ShopSize): Promise<readonly Line[]> {
  const from = await copyOfShop(size);
  const source = join(from, 'shop.db');
  const to = (name: string): string => join(from, name);
  const keeper = startKeeper();
  const [bare, copied, backedUp, moved] = await inTurn(3, [
    () => {
      removeShopFile(to('bare.db'));
      copyFileSync(source, to('bare.db'));
      flushFile(to('bare.db'));
    },
    () => {
      removeShopFile(to('copied.db'));
      return backupShopFile(source, to('copied.db'));
    },
    () => {
      removeShopFile(to('backup.db'));
      return keeper.run('make-backup', backupOf(from, 'backup')).then(requireVerified);
    },
    () => {
      removeShopFile(to('moved.db'));
      return copyShopFile(source, to('moved.db')).catch(tell);
    },
  ]);
  rmSync(from, { recursive: true });
  const of = 'cp and fsync';
  const limit = { of, value: bare / 1000 };
  const line = (what: string, ms: number) => ({ no: '20', what, unit: 's', values: [ms / 1000], limit });
  return [
    { ...line('a backup: the copy of one moment', copied), budgets: [atMostTimes(copied, 3, bare, of)] },
    {
      ...line('a backup, begun, copied and all of it checked, off main', backedUp),
      budgets: [],
      note: 'pages, references, money, stock, every link and seal of the copy',
    },
    {
      ...line('the checked copy that moves a shop file', moved),
      budgets: [],
      note: 'it also reads all of the original and of the copy, to compare them',
    },
  ];
}

/** A backup with problems ended early: no figure of one that is made as it should be. */
function requireVerified({ problems }: Manifest): void {
  if (problems.length > 0) throw new Error(`The backup has problems: ${JSON.stringify(problems)}`);
}

function tell(error: unknown): never {
  throw error instanceof CopyError ? new Error(`${error.problem}: ${error.message}`) : error;
}

/** From a file that nobody has read to the first figures on the dashboard. */
export async function benchStart(sizes: readonly ShopSize[]): Promise<Line> {
  const values: number[] = [];
  let isCold = true;
  for (const size of sizes) {
    const folder = await copyOfShop(size);
    const times: number[] = [];
    for (let round = 0; round < 5; round += 1) {
      isCold = forget(join(folder, 'shop.db')) && isCold;
      times.push(...inChild('start.ts', folder));
    }
    values.push(median(times));
    rmSync(folder, { recursive: true });
  }
  const value = values.at(-1) ?? 0;
  return {
    ...{ no: '21', what: 'open, look at the version, first figures', unit: 'ms', values },
    budgets: [atMost(value, 50, 'ms')],
    note: isCold
      ? 'the file out of the memory of the operating system'
      : 'warm: this system does not let go of a file',
  };
}

/** Lets the operating system forget what it has of a file, where it can be asked to. */
function forget(path: string): boolean {
  const words = [`of=${path}`, 'oflag=nocache', 'conv=notrunc,fdatasync', 'count=0', 'status=none'];
  return spawnSync('dd', words).status === 0;
}

/**
 * What an order takes in the file, with its log, its seals and its stock: free pages taken off, and what a shop of the
 * same products and customers takes before its orders.
 */
export async function benchBytes(sizes: readonly ShopSize[]): Promise<Line> {
  const values: number[] = [];
  for (const size of sizes) {
    const first = { ...size, orders: 1 };
    const [all, before] = [usedBytes(await shopOfSize(size)), usedBytes(await shopOfSize(first))];
    values.push((all - before) / (size.orders - 1));
  }
  const value = values.at(-1) ?? 0;
  return {
    ...{ no: '22', what: 'bytes of an order in the file', unit: 'bytes', values },
    budgets: [atMost(value, 2300, 'bytes', true)],
    note: 'the prototype’s ≤ 400 had no log, seals, timeline and no names and taxes on lines',
  };
}

function usedBytes(folder: string): number {
  const database = new BetterSqlite3(join(folder, 'shop.db'), { readonly: true });
  const [pages, free, size] = ['page_count', 'freelist_count', 'page_size'].map(
    (name) => database.pragma(name, { simple: true }) as number,
  );
  database.close();
  return ((pages ?? 0) - (free ?? 0)) * (size ?? 0);
}
