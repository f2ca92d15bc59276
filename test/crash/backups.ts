import { spawn } from 'node:child_process';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startKeeper } from '../../bench/keeper.ts';
import { flushFile } from '../../src/main/database/flush.ts';
import { createLocalKeeper, type Keeper } from '../../src/main/keeper/jobs.ts';
import type { MakeBackup } from '../../src/main/keeper/make-backup.ts';
import { hashOfFile, readManifest, writeManifest } from '../../src/main/keeper/manifest.ts';
import { AppError } from '../../src/shared/contract/errors.ts';
import { migrationsFolder } from '../support/create-test-app.ts';
import { linesSaid } from './acknowledged.ts';
import { inspectShop } from './inspect-shop.ts';
import { onCopy } from './prepare-shop.ts';
import { seededRandom } from './seeded-random.ts';

/** `bytes`: the file alone is copied, as one would by hand, without the log of writes beside it. */
export type BackupBug = 'none' | 'bytes';

export type BackupReport = {
  readonly made: number;
  readonly stopped: number;
  /** What was acknowledged before the backups began that were made. */
  readonly deeds: number;
  /** One sentence for each round in which something is missing, broken, or called a backup and is none. */
  readonly failures: readonly string[];
};

const auditKey = Buffer.alloc(32, 2);
const name = 'shop-20261122T113000Z';

/**
 * Has backups made of a shop in which another process sells as fast as it can, each in a process of its own, and ends
 * every second of those at a random moment. Whatever is called a backup then must be whole by itself and hold every
 * deed that was acknowledged before it began.
 */
export async function backupRounds(
  shop: string,
  rounds: number,
  seed: number,
  bug: BackupBug = 'none',
): Promise<BackupReport> {
  const random = seededRandom(seed);
  const failures: string[] = [];
  let [made, stopped, deeds] = [0, 0, 0];
  for (let round = 1; round <= rounds; round += 1) {
    const stopAfter = round % 2 === 0 && bug === 'none' ? Math.floor(random() * 1500) : null;
    const lead = Math.floor(random() * 300);
    await onCopy(shop, async (copy) => {
      const { said, isMade } = await sellAndBackUp(copy, lead, stopAfter, bug);
      const where = `round ${round} (seed ${seed}, after ${lead} ms, ${stopAfter === null ? 'not stopped' : `stopped after ${stopAfter} ms`})`;
      if (!isMade && stopAfter === null) failures.push(`${where}: no backup was made`);
      if (isMade) [made, deeds] = [made + 1, deeds + said.length];
      else stopped += 1;
      for (const problem of await problemsOf(copy, said, isMade)) failures.push(`${where}: ${problem}`);
    });
  }
  return { made, stopped, deeds, failures };
}

const wish = (folder: string): MakeBackup => ({
  ...{ shopPath: join(folder, 'shop.db'), folder: join(folder, 'backups'), name, cause: 'automatic' },
  ...{ now: 0, app: 'crash', migrationsFolder, auditKey, passphrase: null },
});

/** Answers what had been said when the backup began, and whether one was made. */
async function sellAndBackUp(folder: string, lead: number, stopAfter: number | null, bug: BackupBug) {
  mkdirSync(join(folder, 'backups'));
  const seller = spawn(
    process.execPath,
    [join(import.meta.dirname, 'seller.ts'), folder, 'none', '1000', '0'],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  const ended = new Promise((resolve) => seller.on('close', resolve));
  let text = '';
  await new Promise((resolve) =>
    seller.stdout.on('data', (piece: Buffer) => {
      text += piece.toString();
      resolve(null);
    }),
  );
  await new Promise((resolve) => setTimeout(resolve, lead));
  const said = linesSaid(text);
  const stop = new AbortController();
  const timer = stopAfter === null ? undefined : setTimeout(() => stop.abort(), stopAfter);
  const isMade = await (bug === 'none' ? make(folder, startKeeper(), stop.signal) : copyBytes(folder));
  clearTimeout(timer);
  seller.kill('SIGKILL');
  await ended;
  return { said, isMade };
}

async function make(folder: string, keeper: Keeper, signal: AbortSignal): Promise<boolean> {
  try {
    await keeper.run('make-backup', wish(folder), undefined, signal);
    return true;
  } catch (error) {
    if (signal.aborted) return false;
    throw error;
  }
}

/** What this harness must notice: a manifest that vouches for a file which holds less than was acknowledged. */
async function copyBytes(folder: string): Promise<boolean> {
  const { facts } = await createLocalKeeper().run(
    'open-backup',
    opening(folder, join(folder, 'shop.db'), null),
  );
  const path = join(folder, 'backups', `${name}.db`);
  copyFileSync(join(folder, 'shop.db'), path);
  flushFile(path);
  if (facts === null) throw new Error('the shop holds no facts');
  await writeManifest(join(folder, 'backups', `${name}.json`), auditKey, {
    ...{ format: 1, name, madeAt: 0, cause: 'automatic', app: 'crash', isEncrypted: false, facts },
    ...{ bytes: readFileSync(path).length, sha256: await hashOfFile(path) },
    ...{ checkedAt: 0, problems: [], stillTrueAt: null },
  });
  return true;
}

function opening(folder: string, from: string, manifest: Awaited<ReturnType<typeof readManifest>>) {
  return {
    ...{ from, to: join(folder, 'opened', 'shop.db'), isKept: true, passphrase: null },
    ...{ migrationsFolder, auditKey, manifest },
  };
}

/** What is wrong with what lies among the backups now. */
async function problemsOf(folder: string, said: readonly string[], isMade: boolean): Promise<string[]> {
  const backups = join(folder, 'backups');
  const called = readdirSync(backups).filter((file) => file.endsWith('.db'));
  const manifest = await readManifest(join(backups, `${name}.json`), auditKey);
  if (manifest === null) return isMade ? ['nothing vouches for it'] : [];
  if (called.length === 0) return ['a manifest vouches for a file that is not there'];
  const from = join(backups, `${name}.db`);
  const opened = await createLocalKeeper().run('open-backup', opening(folder, from, manifest));
  const found = opened.problems.map(({ check, what }) => `${check}: ${what}`);
  return found.length > 0 ? found : [...inspectShop(join(folder, 'opened'), said)];
}

/**
 * Damages the copy between its making and its check: it must be refused, and nothing of it may be left. Answers what
 * is wrong.
 */
export async function damageBeforeCheck(shop: string): Promise<readonly string[]> {
  return onCopy(shop, async (copy) => {
    mkdirSync(join(copy, 'backups'));
    const part = join(copy, 'backups', `${name}.db.part`);
    let isDamaged = false;
    const damage = ({ done }: { readonly done: number }): void => {
      if (done < 60 || isDamaged) return;
      isDamaged = true;
      const bytes = readFileSync(part);
      bytes.fill(7, Math.floor(bytes.length / 3), Math.floor(bytes.length / 3) + 16_384);
      writeFileSync(part, bytes);
    };
    const refused = await createLocalKeeper()
      .run('make-backup', wish(copy), damage)
      .then(
        () => null,
        (error: unknown) => error,
      );
    const problems = isDamaged ? [] : ['nothing was damaged'];
    if (!(refused instanceof AppError && refused.code === 'backup-failed')) {
      problems.push(`it was not refused: ${String(refused)}`);
    }
    const left = readdirSync(join(copy, 'backups'));
    return left.length === 0 ? problems : [...problems, `left: ${left.join(', ')}`];
  });
}
