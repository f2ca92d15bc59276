import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { compareUpgraded } from '../../src/main/database/compare-upgraded.ts';
import { readMigrations } from '../../src/main/database/migrate.ts';
import { openShopFile } from '../../src/main/database/open-shop-file.ts';
import { hashOfFile, readManifest } from '../../src/main/keeper/manifest.ts';
import { migrationsFolder } from '../support/create-test-app.ts';
import { auditKey, type ChangeJob, upgrade } from './change-jobs.ts';
import { inspectShop } from './inspect-shop.ts';
import { seededRandom } from './seeded-random.ts';

export type ChangeReport = {
  /** What the job changes in its files, one by one. */
  readonly changes: number;
  /** States of the folder that differ in more than an unfinished file's bytes, and were opened and looked through. */
  readonly states: number;
  readonly failures: readonly string[];
};

/** How much of it is looked at. New names and files taken away always are: there it is decided. */
export type Size = {
  /** Of plain writes, each so-and-so-many-th. */
  readonly every: number;
  /** States after plain writes, at most. */
  readonly states: number;
  /** Kills that are real. */
  readonly kills: number;
  /** Which ones, where it is not all. */
  readonly seed: number;
};

export const everything = { every: 1, states: Number.POSITIVE_INFINITY } as const;

/** Compiles what stops a process at a change. */
export function buildStopper(folder: string): string {
  const library = join(folder, 'stop-at-change.so');
  const source = join(import.meta.dirname, 'stop-at-change.c');
  execFileSync('gcc', ['-O2', '-shared', '-fPIC', '-o', library, source, '-ldl', '-lpthread']);
  return library;
}

/**
 * Does a job on whole files and looks at what each change of a file leaves behind, as if the process had been killed
 * there; some are really killed. There must be the old shop whole, or the new one whole, and nothing may be
 * called a backup that is none.
 */
export async function killAtChanges(
  library: string,
  job: ChangeJob,
  lay: (folder: string) => void,
  size: Size,
): Promise<ChangeReport> {
  const random = seededRandom(size.seed);
  const tools = mkdtempSync(join(tmpdir(), 'orderlla-changes-'));
  try {
    const before = join(tools, 'before');
    mkdirSync(before);
    lay(before);
    const copies = join(tools, 'copies');
    mkdirSync(copies);
    const folder = freshFolder(tools, before);
    const log = join(tools, 'log');
    const done = runJob(library, job, folder, {
      ...{ STOP_COPIES: copies, STOP_LOG: log, STOP_EVERY: String(size.every) },
      STOP_FROM: String(Math.floor(random() * size.every)),
    });
    if (done.status !== 0) throw new Error(`${job} does not end by itself: ${done.stderr}`);
    const kinds = readFileSync(log, 'utf8');
    const left = [...readdirSync(copies).sort(), 'end'].map((name) =>
      name === 'end'
        ? { folder, change: kinds.length + 1, kind: 'end' }
        : { folder: join(copies, name), change: Number(name), kind: kinds[Number(name) - 1] ?? '' },
    );
    const looked = thinOut(distinct(left), size.states, random);
    const failures: string[] = [];
    for (const one of looked) {
      const problems = await inspect(one.folder, before);
      failures.push(...problems.map((what) => `${job}, before change ${one.change} (${one.kind}): ${what}`));
    }
    const real = await realKills(library, job, { tools, before, kinds, kills: size.kills });
    return { changes: kinds.length, states: looked.length, failures: [...failures, ...real] };
  } finally {
    rmSync(tools, { recursive: true, force: true });
  }
}

/** What a kill before a change left. */
type Left = { readonly folder: string; readonly change: number; readonly kind: string };

/** The first of each state. */
function distinct(left: readonly Left[]): readonly Left[] {
  const seen = new Set<string>();
  return left.filter(({ folder }) => {
    const state = stateOf(folder);
    const isNew = !seen.has(state);
    seen.add(state);
    return isNew;
  });
}

/** Of those before plain writes at most so many, spread evenly from a random one on. */
function thinOut(left: readonly Left[], most: number, random: () => number): readonly Left[] {
  const plain = left.filter(({ kind }) => kind === 'w');
  const step = Math.max(1, plain.length / most);
  const first = random() * step;
  const kept = new Set(
    plain.filter((_, index) => Math.floor((index + first) / step) > Math.floor((index - 1 + first) / step)),
  );
  return left.filter((one) => one.kind !== 'w' || kept.has(one));
}

type Real = {
  readonly tools: string;
  readonly before: string;
  readonly kinds: string;
  readonly kills: number;
};

/** New names first, for there it is decided; then spread over all changes. */
async function realKills(
  library: string,
  job: ChangeJob,
  { tools, before, kinds, kills }: Real,
): Promise<string[]> {
  const names = [...kinds].flatMap((kind, index) => (kind === 'r' || kind === 'l' ? [index + 1] : []));
  const spread = Array.from({ length: kills }, (_, index) => 1 + Math.floor((index * kinds.length) / kills));
  const failures: string[] = [];
  let killed = 0;
  for (const at of [...new Set([...names, ...spread])].slice(0, kills)) {
    const folder = freshFolder(tools, before);
    const { signal, status, stderr } = runJob(library, job, folder, { STOP_AT: String(at) });
    if (signal === 'SIGKILL') killed += 1;
    // A run may come by with a change less than the one that was counted; then it ended by itself.
    else if (status !== 0) failures.push(`${job}: was not killed at change ${at}: ${stderr}`);
    for (const problem of await inspect(folder, before))
      failures.push(`${job}, killed at change ${at}: ${problem}`);
    rmSync(folder, { recursive: true, force: true });
  }
  if (killed * 2 <= kills) failures.push(`${job}: ${killed} of ${kills} kills came to pass`);
  return failures;
}

function freshFolder(tools: string, before: string): string {
  const folder = join(tools, 'shop');
  rmSync(folder, { recursive: true, force: true });
  execFileSync('cp', ['-a', before, folder]);
  return folder;
}

function runJob(library: string, job: ChangeJob, folder: string, env: Readonly<Record<string, string>>) {
  return spawnSync(process.execPath, [join(import.meta.dirname, 'change-jobs.ts'), job, folder], {
    env: { ...process.env, LD_PRELOAD: library, STOP_FOLDER: folder, ...env },
    encoding: 'utf8',
  });
}

/** Bytes that nobody will ever read are left out of what tells two states apart, their names are not. */
function stateOf(folder: string): string {
  const hash = createHash('sha256');
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  for (const name of names) {
    const path = join(folder, name);
    const found = statSync(path);
    hash.update(`${name}\n${found.nlink}\n`);
    const isUnfinished = /\.part|\.upgrade|^incoming|^moved|-shm$/u.test(name);
    if (found.isFile() && !isUnfinished) hash.update(readFileSync(path));
  }
  return hash.digest('hex');
}

/** What the next start finds: brings it up to date as that start would, opens it, compares it with what it may be. */
async function inspect(copy: string, before: string): Promise<readonly string[]> {
  const path = join(copy, 'shop.db');
  if (!existsSync(path)) return ['there is no shop file'];
  try {
    const unfinished = await unfinishedBackups(copy);
    await upgrade(copy);
    sealAsItStands(path);
    const wholes = ['shop.db', 'backup.db']
      .map((name) => join(before, name))
      .filter((one) => existsSync(one));
    const differences = wholes.map((one) => compareWith(one, path, copy));
    const isWhole = differences.some((found) => found.length === 0);
    return [...unfinished, ...(isWhole ? [] : differences.flat()), ...brokenIn(copy), ...leftovers(copy)];
  } catch (error) {
    return [`does not open: ${error instanceof Error ? error.message : String(error)}`];
  }
}

/** As the application does when it opens a shop: files of the first schemas have no seals yet. */
function sealAsItStands(path: string): void {
  const file = openShopFile({ path, migrations: readMigrations(migrationsFolder), create: false });
  file.seal(auditKey, Date.UTC(2026, 10, 22, 12));
  file.close();
}

/** Which day an old cancellation was, the timer says when it adds up days. */
function brokenIn(copy: string): readonly string[] {
  return inspectShop(copy, []).filter((problem) => !problem.endsWith('cancelled order without its day'));
}

/** On a copy of its own: to read a shop file that has a log of writes is to make files beside it. */
function compareWith(original: string, path: string, scratch: string): readonly string[] {
  const copy = join(scratch, `compare-${relative(join(original, '..'), original)}`);
  copyFileSync(original, copy);
  try {
    return compareUpgraded(copy, path);
  } finally {
    for (const ending of ['', '-wal', '-shm']) rmSync(`${copy}${ending}`, { force: true });
  }
}

/** Whatever has a manifest is the file that was checked. */
/** A sentence for each file in a folder's `backups` that is called a backup and is none. */
export async function unfinishedBackups(copy: string): Promise<readonly string[]> {
  const folder = join(copy, 'backups');
  if (!existsSync(folder)) return [];
  const found: string[] = [];
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.json'))) {
    const manifest = await readManifest(join(folder, file), auditKey);
    const path = join(folder, `${file.slice(0, -5)}.db`);
    const isIt = manifest && existsSync(path) && (await hashOfFile(path)) === manifest.sha256;
    if (!isIt) found.push(`${file} is called a backup and is none`);
  }
  return found;
}

function leftovers(copy: string): readonly string[] {
  return readdirSync(copy)
    .filter((name) => name.includes('.upgrade'))
    .map((name) => `${name} was left`);
}
