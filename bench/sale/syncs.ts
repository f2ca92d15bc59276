import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Line } from '../line.ts';
import { copyOfShop, type ShopSize } from '../make-shop.ts';
import { native, noCompiler } from '../native.ts';

const child = join(import.meta.dirname, '../child/sell.ts');
/** Fewer than after which SQLite moves its log into the file, which is a sync of its own. */
const sales = 40;

/** How often a sale makes the disk keep what was written, counted where the program asks the operating system. */
export async function benchSyncs(size: ShopSize): Promise<Line> {
  const line = { no: '2', what: 'syncs of a sale', unit: 'syncs' };
  const counter = native()?.countSyncs ?? null;
  if (counter === null) return { ...line, values: [null], budgets: [], note: noCompiler };
  const folder = await copyOfShop(size);
  // What a file is given once, when it is first opened after it was copied, is no sale's.
  countIn(folder, counter, 0);
  const [none, some] = [countIn(folder, counter, 0), countIn(folder, counter, sales)];
  rmSync(folder, { recursive: true });
  const value = (some - none) / sales;
  return {
    ...{ ...line, values: [value], limit: { of: 'what durable means', value: 1 } },
    budgets: [{ text: '= 1, with synchronous read back as FULL', isKept: value === 1, isExact: true }],
  };
}

/** The child also reads `synchronous` back, and fails where it is anything but FULL. */
function countIn(folder: string, counter: string, count: number): number {
  const into = join(folder, 'syncs');
  if (existsSync(into)) rmSync(into);
  const env = { ...process.env, LD_PRELOAD: counter, COUNT_SYNCS_INTO: into };
  execFileSync(process.execPath, [child, folder, String(count)], {
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return Number(readFileSync(into, 'utf8'));
}
