import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { linesSaid } from './acknowledged.ts';
import { inspectShop } from './inspect-shop.ts';
import type { Bug } from './kill.ts';
import { type FileSystem, type LoopDisk, withLoopDisk } from './loop-disk.ts';
import { seededRandom } from './seeded-random.ts';

export type DiskCutReport = {
  /** How many were made: a seeded bug needs no more once it was noticed. */
  readonly rounds: number;
  readonly deeds: number;
  /** One sentence for each round in which something was lost or broken, or was no refusal in words. */
  readonly failures: readonly string[];
};

/** Milliseconds after the first order, at most, until the power goes. */
const longest = 1200;
/** Milliseconds that a seller has to notice that its disk is gone. */
const patience = 5000;

/**
 * Cuts the power of a real file system under a selling process at random moments, in half of the rounds once the file
 * system wrote down what it knows of its own structure, and opens what the disk holds at the next start: nothing that
 * was acknowledged may be missing, and the seller must have been refused in words.
 */
export function diskCuts(
  shop: string,
  system: FileSystem,
  { rounds, seed, bug = 'none' }: { readonly rounds: number; readonly seed: number; readonly bug?: Bug },
): Promise<DiskCutReport> {
  const random = seededRandom(seed);
  const failures: string[] = [];
  let deeds = 0;
  return withLoopDisk(system, async (disk) => {
    let round = 0;
    while (round < rounds && (bug === 'none' || failures.length === 0)) {
      round += 1;
      const wait = Math.floor(random() * longest);
      const checkpoint = round % 2 === 0 ? 50 : 1000;
      const withLog = random() < 0.5;
      const folder = join(disk.folder, 'shop');
      mkdirSync(folder);
      cpSync(shop, folder, { recursive: true });
      disk.sync();
      const { said, complaint } = await sellAndCut(disk, [folder, bug, String(checkpoint), '0'], {
        wait,
        withLog,
      });
      deeds += said.length;
      disk.restart();
      const where = `${system}, round ${round} (seed ${seed}, ${wait} ms, checkpoint ${checkpoint}${withLog ? ', log written' : ''})`;
      const problems = [...inspectShop(folder, said), ...faultsIn(complaint)];
      failures.push(...problems.map((problem) => `${where}: ${problem}`));
      rmSync(folder, { recursive: true });
    }
    return { rounds: round, deeds, failures };
  });
}

/** What the seller complained of must be a refusal in words, or what the harness itself could not write beside it. */
function faultsIn(complaint: string): readonly string[] {
  const isInWords = /"code":"(?:shop-file-trouble|shop-read-only|disk-full)"/u.test(complaint);
  return isInWords || /EIO|disk I\/O error/u.test(complaint) ? [] : [`the seller ended so: ${complaint}`];
}

type Cut = { readonly wait: number; readonly withLog: boolean };

/** Lets it sell until the first order and some time more. Answers what it said, and what it complained of. */
async function sellAndCut(disk: LoopDisk, args: readonly string[], { wait, withLog }: Cut) {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'seller.ts'), ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const heard = listenTo(child);
  await heard.begun;
  await new Promise((resolve) => setTimeout(resolve, wait));
  disk.cut(withLog);
  const timer = setTimeout(() => child.kill('SIGKILL'), patience);
  await heard.ended;
  clearTimeout(timer);
  const said = linesSaid(heard.said());
  if (said.length === 0) throw new Error(`the seller sold nothing: ${heard.complaint()}`);
  return { said, complaint: heard.complaint() };
}

function listenTo(child: ChildProcess) {
  let said = '';
  let complaint = '';
  child.stderr?.on('data', (piece: Buffer) => {
    complaint += piece.toString();
  });
  const ended = new Promise<void>((resolve) => child.on('close', () => resolve()));
  const begun = new Promise<void>((resolve) => {
    child.stdout?.on('data', (piece: Buffer) => {
      said += piece.toString();
      resolve();
    });
    child.on('close', () => resolve());
  });
  return { begun, ended, said: () => said, complaint: () => complaint };
}
