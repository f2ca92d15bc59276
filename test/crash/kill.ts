import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { linesSaid } from './acknowledged.ts';
import { inspectShop } from './inspect-shop.ts';
import { onCopy } from './prepare-shop.ts';
import { seededRandom } from './seeded-random.ts';

export type Bug = 'none' | 'early' | 'notx';

export type KillReport = {
  readonly rounds: number;
  /** What was acknowledged in all rounds: orders, and what happened to them. */
  readonly deeds: number;
  /** One sentence for each round in which something was lost or broken. */
  readonly failures: readonly string[];
};

/**
 * Kills a selling process at random moments with SIGKILL and opens what is left: no acknowledged order, change of
 * status, refund, return or delivery of goods may be missing, and nothing may be broken. Half of the rounds checkpoint
 * every 50 pages, so that kills land there too.
 */
export async function killRounds(
  shop: string,
  rounds: number,
  seed: number,
  bug: Bug = 'none',
): Promise<KillReport> {
  const random = seededRandom(seed);
  const failures: string[] = [];
  let deeds = 0;
  for (let round = 1; round <= rounds; round += 1) {
    const checkpoint = round % 2 === 0 ? 50 : 1000;
    const wait = Math.floor(random() * 120);
    await onCopy(shop, async (copy) => {
      const said = await sellAndKill(copy, bug, checkpoint, wait);
      deeds += said.length;
      const name = `round ${round} (seed ${seed}, ${wait} ms, checkpoint ${checkpoint})`;
      const crash = join(copy, 'seller-error.txt');
      if (existsSync(crash)) failures.push(`${name}: the seller failed: ${readFileSync(crash, 'utf8')}`);
      for (const problem of inspectShop(copy, said)) failures.push(`${name}: ${problem}`);
    });
  }
  return { rounds, deeds, failures };
}

/** Lets it sell until the first order and `wait` milliseconds more. Answers what it said. */
function sellAndKill(folder: string, bug: Bug, checkpoint: number, wait: number): Promise<readonly string[]> {
  return new Promise((resolve, reject) => {
    const seller = join(import.meta.dirname, 'seller.ts');
    const child = spawn(process.execPath, [seller, folder, bug, String(checkpoint), '0'], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    let complaint = '';
    child.stdout.on('data', (piece: Buffer) => {
      if (said === '') setTimeout(() => child.kill('SIGKILL'), wait);
      said += piece.toString();
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
