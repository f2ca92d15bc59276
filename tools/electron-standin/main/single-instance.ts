import {
  type FSWatcher,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  symlinkSync,
  watch,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { debug } from '../debug.ts';
import { appPath } from './app-paths.ts';

/** What a second start tells the first. */
export type SecondInstance = { readonly argv: string[]; readonly cwd: string; readonly data: unknown };

/** A watcher may miss an event on some file systems; then the letter box is opened this often. */
const LOOK_EVERY_MS = 1_000;

type Lock = { readonly path: string; readonly watcher: FSWatcher; readonly timer: NodeJS.Timeout };

let lock: Lock | null = null;

const lockPath = (): string => join(appPath('userData'), 'standin.lock');
const letterBox = (): string => join(appPath('userData'), 'standin-letters');

/** Number and start of a process: numbers are used again after a crash, a pair is not. */
function processMark(pid: number): string | null {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return null;
  }
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return `${pid}-${stat.slice(stat.lastIndexOf(')')).split(' ')[20] ?? ''}`;
  } catch {
    return `${pid}-`;
  }
}

function holder(): string | null {
  try {
    return readlinkSync(lockPath());
  } catch {
    return null;
  }
}

function take(): boolean {
  const mine = processMark(process.pid) ?? String(process.pid);
  for (let attempt = 0; attempt < 5; attempt += 1) {
    try {
      symlinkSync(mine, lockPath());
      return true;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const other = holder();
    if (other !== null && processMark(Number.parseInt(other, 10)) === other) return false;
    // Left by a crash.
    if (other !== null) rmSync(lockPath(), { force: true });
  }
  return false;
}

function openLetters(receive: (letter: SecondInstance) => void): void {
  const folder = letterBox();
  for (const name of readdirSync(folder)) {
    if (!name.endsWith('.json')) continue;
    const path = join(folder, name);
    const letter = JSON.parse(readFileSync(path, 'utf8')) as SecondInstance;
    rmSync(path);
    receive(letter);
  }
}

/**
 * `app.requestSingleInstanceLock`: a symbolic link beside the application's data names the process
 * that holds it. A second start leaves a letter with its arguments, synchronously, so that it may exit
 * at once; the first reads it.
 */
export function takeSingleInstanceLock(data: unknown, receive: (letter: SecondInstance) => void): boolean {
  if (lock) return true;
  const folder = letterBox();
  mkdirSync(folder, { recursive: true });
  if (!take()) {
    const name = `${process.pid}-${process.hrtime.bigint()}`;
    const letter: SecondInstance = { argv: process.argv, cwd: process.cwd(), data };
    writeFileSync(join(folder, `${name}.part`), JSON.stringify(letter));
    renameSync(join(folder, `${name}.part`), join(folder, `${name}.json`));
    return false;
  }
  for (const name of readdirSync(folder)) rmSync(join(folder, name), { force: true });
  const look = (): void => {
    try {
      openLetters(receive);
    } catch (error) {
      debug('letter box', error);
    }
  };
  const watcher = watch(folder, { persistent: false }, look);
  lock = { path: lockPath(), watcher, timer: setInterval(look, LOOK_EVERY_MS).unref() };
  return true;
}

/** `app.hasSingleInstanceLock` */
export function hasLock(): boolean {
  return lock !== null;
}

/** `app.releaseSingleInstanceLock`; also done when the process ends. */
export function releaseLock(): void {
  if (!lock) return;
  lock.watcher.close();
  clearInterval(lock.timer);
  rmSync(lock.path, { force: true });
  lock = null;
}
