import { statSync } from 'node:fs';
import type BetterSqlite3 from 'better-sqlite3';
import type { FaultHearer } from './connection.ts';
import { asShopFileError, asShopFileErrorOn, castsDoubt } from './file-problem.ts';
import { ShopFileError, type ShopFileProblem } from './migrate.ts';
import { OutOfOrderError } from './walk.ts';

/** How it stands with the file that is open, from whatever its connections meet. */
export type Condition = {
  readonly hear: FaultHearer;
  onProblem(listener: (problem: ShopFileProblem) => void): void;
  onDoubt(listener: () => void): void;
  met(problem: ShopFileProblem): void;
  isFrozen(): boolean;
  /** @throws ShopFileError `damaged` once that was met: nothing is to be written any more. */
  requireSound(): void;
  /** @throws ShopFileError `missing` where another file, or none, has its name or that of its log of writes. */
  requireThere(): void;
};

/** Begins to watch the file at this path, which is open. */
export function watchCondition(path: string): Condition {
  const identity = fileIdentity(path);
  const listeners = new Set<(problem: ShopFileProblem) => void>();
  const doubters = new Set<() => void>();
  let isFrozen = false;
  const met = (problem: ShopFileProblem): void => {
    if (problem === 'damaged') isFrozen = true;
    for (const listener of listeners) listener(problem);
  };
  return {
    hear(thrown) {
      const told = asShopFileErrorOn(`${path}-wal`, thrown);
      // What was one already was told of before, but for what no statement noticed.
      const isNews = told !== thrown || thrown instanceof OutOfOrderError;
      if (isNews && told instanceof ShopFileError) met(told.problem);
      else if (castsDoubt(thrown)) for (const listener of doubters) listener();
      return told;
    },
    onProblem: (listener) => void listeners.add(listener),
    onDoubt: (listener) => void doubters.add(listener),
    met,
    isFrozen: () => isFrozen,
    requireSound() {
      if (isFrozen) throw new ShopFileError('damaged', 'The shop file is damaged, and frozen as it is');
    },
    requireThere() {
      if (fileIdentity(path) === identity) return;
      met('missing');
      throw new ShopFileError('missing', 'The shop file was moved or replaced while it was open.');
    },
  };
}

/** How long a connection waits for another that writes, in milliseconds. */
const patience = 2000;

/** Writes what stands in the file's header already, waiting for nobody, and answers why that cannot be. */
export function probe(
  writer: BetterSqlite3.Database,
  { requireSound, requireThere }: Pick<Condition, 'requireSound' | 'requireThere'>,
): ShopFileProblem | null {
  // A long command is writing.
  if (writer.inTransaction) return null;
  try {
    requireSound();
    writer.pragma('busy_timeout = 0');
    writer.exec('BEGIN IMMEDIATE');
    writer.pragma(`user_version = ${writer.pragma('user_version', { simple: true })}`);
    requireThere();
    writer.exec('COMMIT');
    return null;
  } catch (thrown) {
    const told = asShopFileError(thrown);
    if (told instanceof ShopFileError) return told.problem;
    throw thrown;
  } finally {
    if (writer.inTransaction) writer.exec('ROLLBACK');
    writer.pragma(`busy_timeout = ${patience}`);
  }
}

/**
 * Which files these are on disk, the shop file and its log of writes. On Linux and macOS an open file can be deleted or
 * replaced, and SQLite would go on confirming orders into nowhere. `stat` opens nothing, so it does not disturb SQLite's
 * locks.
 */
function fileIdentity(path: string): string {
  // What was written last lies in the log of writes alone: without it a crash takes paid orders along.
  return `${identityOf(path)} ${identityOf(`${path}-wal`)}`;
}

function identityOf(path: string): string {
  const found = statSync(path, { throwIfNoEntry: false, bigint: true });
  return found ? `${found.dev}:${found.ino}` : 'missing';
}
