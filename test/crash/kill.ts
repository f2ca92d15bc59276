import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inspectShop } from './inspect-shop.ts';
import { onCopy } from './prepare-shop.ts';
import { seededRandom } from './seeded-random.ts';

export type Bug = 'none' | 'early' | 'notx';

export type KillReport = {
  readonly rounds: number;
  readonly orders: number;
  /** One sentence for each round in which something was lost or broken. */
  readonly failures: readonly string[];
};

/**
 * Kills a selling process at random moments with SIGKILL and opens what is left: no acknowledged order may be
 * missing and nothing may be broken. Half of the rounds checkpoint every 50 pages, so that kills land there too.
 */
export async function killRounds(
  shop: string,
  rounds: number,
  seed: number,
  bug: Bug = 'none',
): Promise<KillReport> {
  const random = seededRandom(seed);
  const failures: string[] = [];
  let orders = 0;
  for (let round = 1; round <= rounds; round += 1) {
    const checkpoint = round % 2 === 0 ? 50 : 1000;
    const wait = Math.floor(random() * 120);
    await onCopy(shop, async (copy) => {
      const acknowledged = await sellAndKill(copy, bug, checkpoint, wait);
      const { lastOrder, problems } = inspectShop(copy);
      orders += acknowledged;
      const name = `round ${round} (seed ${seed}, ${wait} ms, checkpoint ${checkpoint})`;
      const crash = join(copy, 'seller-error.txt');
      if (existsSync(crash)) failures.push(`${name}: the seller failed: ${readFileSync(crash, 'utf8')}`);
      if (lastOrder < acknowledged)
        failures.push(`${name}: ${acknowledged} acknowledged, ${lastOrder} there`);
      for (const problem of problems) failures.push(`${name}: ${problem}`);
    });
  }
  return { rounds, orders, failures };
}

/** Lets it sell until the first order and `wait` milliseconds more. Answers the last number it said. */
function sellAndKill(folder: string, bug: Bug, checkpoint: number, wait: number): Promise<number> {
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
      // A number cut in half was not said.
      const numbers = said.split('\n').slice(0, -1).map(Number);
      if (numbers.length === 0) reject(new Error(`the seller sold nothing: ${complaint}`));
      else resolve(Math.max(...numbers));
    });
  });
}
