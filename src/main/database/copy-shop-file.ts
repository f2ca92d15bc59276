import { existsSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { flushFile, flushFolder, removeShopFile } from './flush.ts';
import { setPragmas } from './pragmas.ts';
import { isWhole, type ShopFileFacts, shopFileFacts } from './shop-file-facts.ts';

/** Why a copy was not made; what there was is as it was. */
export type CopyProblem = 'exists' | 'not-whole' | 'not-written';

export class CopyError extends Error {
  readonly problem: CopyProblem;
  constructor(problem: CopyProblem, message: string) {
    super(message);
    this.name = 'CopyError';
    this.problem = problem;
  }
}

/**
 * Copies a shop file that nobody has open to a place where there is none yet. The copy is made page by page by SQLite
 * under another name, counted and checked against the original, flushed to the disk, and only then given its name: a
 * file of that name is always whole. The original is left as it is.
 * @throws CopyError
 */
export async function copyShopFile(from: string, to: string): Promise<ShopFileFacts> {
  if (existsSync(to)) throw new CopyError('exists', `There is a file at ${to} already`);
  const part = `${to}.copying`;
  removeShopFile(part);
  try {
    // Made here so that nobody else may read it from its first byte on.
    writeFileSync(part, '', { flag: 'wx', mode: 0o600 });
    const original = await copyPages(from, part);
    const copied = checkedFacts(part);
    if (JSON.stringify(copied) !== JSON.stringify(original)) {
      throw new CopyError('not-whole', 'The copy does not hold what the original holds');
    }
    flushFile(part);
    if (existsSync(to)) throw new CopyError('exists', `There is a file at ${to} already`);
    renameSync(part, to);
    flushFolder(dirname(to));
    return copied;
  } catch (error) {
    removeShopFile(part);
    if (error instanceof CopyError) throw error;
    throw new CopyError('not-written', error instanceof Error ? error.message : String(error));
  }
}

async function copyPages(from: string, part: string): Promise<ShopFileFacts> {
  const original = new BetterSqlite3(from, { fileMustExist: true, timeout: 2000 });
  try {
    setPragmas(original, { trusted_schema: 0, cell_size_check: 1, mmap_size: 0 });
    if (!isWhole(original)) throw new CopyError('not-whole', 'The original is damaged');
    const { totalPages } = await original.backup(part);
    // It can answer without having written anything.
    if (totalPages === 0) throw new CopyError('not-written', 'No page was copied');
    return shopFileFacts(original);
  } finally {
    original.close();
  }
}

function checkedFacts(part: string): ShopFileFacts {
  const copy = new BetterSqlite3(part, { fileMustExist: true, timeout: 2000 });
  try {
    setPragmas(copy, { trusted_schema: 0, cell_size_check: 1, mmap_size: 0, query_only: 1 });
    if (!isWhole(copy)) throw new CopyError('not-whole', 'The copy is damaged');
    return shopFileFacts(copy);
  } finally {
    copy.close();
  }
}
