import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { halfBroughtIn, linesSaid } from './acknowledged.ts';
import type { BusyName } from './busy-jobs.ts';
import { inspectShop } from './inspect-shop.ts';
import { unfinishedBackups } from './kill-at-change.ts';
import { onCopy } from './prepare-shop.ts';
import { seededRandom } from './seeded-random.ts';

export type Bug = 'none' | 'early' | 'notx' | 'normal';

export type KillReport = {
  readonly rounds: number;
  /** What was acknowledged in all rounds: orders, and what happened to them. */
  readonly deeds: number;
  /** One sentence for each round in which something was lost or broken. */
  readonly failures: readonly string[];
};

export type KillOptions = {
  /** A fault that is sown into the seller. */
  readonly bug?: Bug;
  /** What goes on beside the orders. */
  readonly job?: BusyName | null;
};

/** A job takes longer than a sale, in milliseconds: the kill must find its beginning, its middle and its end. */
const waits = { sale: 120, job: 400 };

/**
 * Kills a selling process at random moments with SIGKILL and opens what is left: no acknowledged order, change of
 * status, refund, return or delivery of goods may be missing, and nothing may be broken. Half of the rounds checkpoint
 * every 50 pages, so that kills land there too. With `job`, that goes on between and beside the orders: what it said
 * to have done must be there, and of what it did not end nothing.
 */
export async function killRounds(
  shop: string,
  rounds: number,
  seed: number,
  { bug = 'none', job = null }: KillOptions = {},
): Promise<KillReport> {
  const random = seededRandom(seed);
  const failures: string[] = [];
  let deeds = 0;
  for (let round = 1; round <= rounds; round += 1) {
    const checkpoint = round % 2 === 0 ? 50 : 1000;
    const wait = Math.floor(random() * (job === null ? waits.sale : waits.job));
    await onCopy(shop, async (copy) => {
      const said = await sellAndKill(copy, [bug, String(checkpoint), '0', job ?? ''], wait);
      const name = `round ${round} (seed ${seed}, ${wait} ms, checkpoint ${checkpoint}${job ? `, ${job}` : ''})`;
      const crash = join(copy, 'seller-error.txt');
      if (existsSync(crash)) failures.push(`${name}: the seller failed: ${readFileSync(crash, 'utf8')}`);
      const backups = said.filter((line) => line.startsWith('backup '));
      const inFile = said.filter((line) => line !== 'begin' && !backups.includes(line));
      deeds += backups.length + inFile.length;
      const problems = [
        ...(await unfinishedBackups(copy)),
        ...missingBackups(copy, backups),
        ...inspectShop(copy, inFile, halfBroughtIn),
      ];
      failures.push(...problems.map((problem) => `${name}: ${problem}`));
    });
  }
  return { rounds, deeds, failures };
}

/** What was said to be a backup and has no manifest. */
function missingBackups(folder: string, said: readonly string[]): readonly string[] {
  return said
    .map((line) => line.slice('backup '.length))
    .filter((name) => !existsSync(join(folder, 'backups', `${name}.json`)))
    .map((name) => `the backup ${name} is lost`);
}

/** Lets it sell until the first order, or the beginning of a job, and `wait` milliseconds more. Answers what it said. */
function sellAndKill(folder: string, args: readonly string[], wait: number): Promise<readonly string[]> {
  return new Promise((resolve, reject) => {
    const seller = join(import.meta.dirname, 'seller.ts');
    const child = spawn(process.execPath, [seller, folder, ...args], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const first = args.at(-1) === '' ? /\n/u : /^begin\n/mu;
    let said = '';
    let isAwaited = false;
    let complaint = '';
    child.stdout.on('data', (piece: Buffer) => {
      said += piece.toString();
      if (isAwaited || !first.test(said)) return;
      isAwaited = true;
      setTimeout(() => child.kill('SIGKILL'), wait);
    });
    child.stderr.on('data', (piece: Buffer) => {
      complaint += piece.toString();
    });
    child.on('error', reject);
    child.on('close', () => {
      const lines = linesSaid(said);
      if (lines.length === 0) reject(new Error(`the seller sold nothing: ${complaint}`));
      else resolve(lines);
    });
  });
}
