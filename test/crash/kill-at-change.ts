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

export type ChangeReport = {
  /** What the job changes in its files, one by one. */
  readonly changes: number;
  /** States of the folder that differ in more than an unfinished file's bytes: each was opened and looked through. */
  readonly states: number;
  readonly kills: number;
  readonly failures: readonly string[];
};

/** Compiles what stops a process at a change. */
export function buildStopper(folder: string): string {
  const library = join(folder, 'stop-at-change.so');
  const source = join(import.meta.dirname, 'stop-at-change.c');
  execFileSync('gcc', ['-O2', '-shared', '-fPIC', '-o', library, source, '-ldl', '-lpthread']);
  return library;
}

/**
 * Does a job on whole files and looks at what every single change of a file leaves behind, as if the process had been
 * killed there; `kills` of them are real. There must be the old shop whole, or the new one whole, and nothing may be
 * called a backup that is none.
 */
export async function killAtChanges(
  library: string,
  job: ChangeJob,
  lay: (folder: string) => void,
  kills: number,
): Promise<ChangeReport> {
  const tools = mkdtempSync(join(tmpdir(), 'orderlla-changes-'));
  try {
    const before = join(tools, 'before');
    mkdirSync(before);
    lay(before);
    const copies = join(tools, 'copies');
    mkdirSync(copies);
    const folder = freshFolder(tools, before);
    const log = join(tools, 'log');
    const done = runJob(library, job, folder, { STOP_COPIES: copies, STOP_LOG: log });
    if (done.status !== 0) throw new Error(`${job} does not end by itself: ${done.stderr}`);
    const kinds = readFileSync(log, 'utf8');
    const seen = new Set<string>();
    const failures: string[] = [];
    for (const [index, name] of [...readdirSync(copies).sort(), 'end'].entries()) {
      const copy = name === 'end' ? folder : join(copies, name);
      const state = stateOf(copy);
      if (!seen.has(state)) {
        seen.add(state);
        const problems = await inspect(copy, before);
        failures.push(
          ...problems.map((one) => `${job}, before change ${index + 1} (${kinds[index] ?? 'end'}): ${one}`),
        );
      }
      rmSync(copy, { recursive: true, force: true });
    }
    const real = await realKills(library, job, { tools, before, kinds, kills });
    return { changes: kinds.length, states: seen.size, kills, failures: [...failures, ...real] };
  } finally {
    rmSync(tools, { recursive: true, force: true });
  }
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
  for (const at of [...new Set([...names, ...spread])].slice(0, kills)) {
    const folder = freshFolder(tools, before);
    const { signal, stderr } = runJob(library, job, folder, { STOP_AT: String(at) });
    if (signal !== 'SIGKILL') failures.push(`${job}: was not killed at change ${at}: ${stderr}`);
    for (const problem of await inspect(folder, before))
      failures.push(`${job}, killed at change ${at}: ${problem}`);
    rmSync(folder, { recursive: true, force: true });
  }
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
