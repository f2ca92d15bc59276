import { dirname } from 'node:path';
import { AppError } from '../../shared/contract/errors.ts';
import { checkShopFile } from '../app/check-shop-file.ts';
import { backupShopFile } from '../database/backup-shop-file.ts';
import type { ShopProblem } from '../database/checks/open-checked.ts';
import { compareUpgraded } from '../database/compare-upgraded.ts';
import { flushFile, removeShopFile } from '../database/flush.ts';
import { readMigrations } from '../database/migrate.ts';
import { upgradeCopy } from '../database/upgrade-copy.ts';
import type { JobContext } from './jobs.ts';
import { requireRoom, roomOrReason } from './room.ts';
import { finish, sizeOf } from './steps.ts';

export type BuildUpgrade = {
  readonly shopPath: string;
  /** Where the upgraded copy goes, on the same disk. */
  readonly candidate: string;
  readonly migrationsFolder: string;
  readonly auditKey: Uint8Array;
};

/** What of a check counts against an upgraded copy; its seals are brought to the new schema when it is opened. */
const isFatal: ReadonlySet<string> = new Set(['file', 'references', 'schema', 'counts']);

/**
 * Brings a copy of the shop file to the newest schema and compares it with the original, which is only read.
 * @throws AppError `upgrade-failed` with the reason, `no-room`; nothing is left of the copy then.
 */
export async function buildUpgrade(options: BuildUpgrade, ctx: JobContext): Promise<void> {
  const { shopPath, candidate, migrationsFolder, auditKey } = options;
  try {
    removeShopFile(candidate);
    // A migration may build its largest table a second time before the first one goes.
    await requireRoom(dirname(candidate), sizeOf(shopPath) * 2.2);
    await backupShopFile(shopPath, candidate, ctx.onProgress, ctx.signal);
    const migrations = readMigrations(migrationsFolder);
    upgradeCopy(candidate, migrations);
    const check = (path: string) => finish(checkShopFile(path, { migrations, auditKey, deep: true }), ctx);
    const { facts, problems } = await check(candidate);
    const wrong = problems.filter((one) => isFatal.has(one.check)).map(({ what }) => what);
    if (facts === null || wrong.length > 0) throw failed(wrong.join('; '));
    // An entry that somebody changed long ago does not stop an upgrade; a fault that was not there does.
    const chain = chainProblems(problems);
    if (chain > 0 && chain > chainProblems((await check(shopPath)).problems)) {
      throw failed('the chain of the log does not verify');
    }
    const differences = compareUpgraded(shopPath, candidate);
    if (differences.length > 0) throw failed(differences.slice(0, 5).join('; '));
    flushFile(candidate);
  } catch (error) {
    tidyCandidate(candidate);
    ctx.signal?.throwIfAborted();
    throw roomOrReason(error, 'upgrade-failed');
  }
}

/** What stays of it is taken away at the next start: the reason of the failure is what counts now. */
function tidyCandidate(candidate: string): void {
  try {
    removeShopFile(candidate);
  } catch {
    // As said.
  }
}

function chainProblems(problems: readonly ShopProblem[]): number {
  return problems.filter(({ check }) => check === 'chain').length;
}

function failed(reason: string): AppError {
  return new AppError('upgrade-failed', { reason });
}
