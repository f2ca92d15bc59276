import { randomBytes } from 'node:crypto';
import { rmSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { ChosenBackup } from '../../../shared/contract/backups-restore.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import type { ShopFacts } from '../../app/check-shop-file.ts';
import type { BackupWork } from '../../app/desktop-backups.ts';
import { openKeys } from '../../app/key-copy.ts';
import { openChecked } from '../../database/checks/open-checked.ts';
import { removeShopFile } from '../../database/flush.ts';
import { readMigrations } from '../../database/migrate.ts';
import { query } from '../../database/query.ts';
import { isZip, partOf } from '../../keeper/csv-build.ts';
import type { Keeper } from '../../keeper/jobs.ts';
import { isLocked } from '../../keeper/lock-file.ts';
import type { OpenedBackup } from '../../keeper/open-backup.ts';
import type { Keys } from '../keys.ts';
import { isSame, isSignedWith } from '../shop-places.ts';
import { firstEntryOf } from './swap-keys.ts';

export type ChosenFileOptions = {
  /** Where the copy that was looked through lies until the shop is brought back from it. */
  readonly scratch: string;
  readonly migrationsFolder: string;
  readonly keeper: Keeper;
  /** The shop that is open. */
  readonly shop: () => { path(): string; auditKey(): Uint8Array | null };
};

/** What a shop is brought back from: what was shown, whatever becomes of the file meanwhile. */
export type TakenFile = {
  readonly copy: string;
  /** Its own name, for the log. */
  readonly name: string;
  readonly asOf: number | null;
  /** The keys that it was made with; null where they are this computer's. */
  readonly keys: Keys | null;
};

/** A checked copy of the newest schema, to look at. */
export type LookedAt = { readonly copy: string; readonly facts: ShopFacts; readonly asOf: number | null };

type Choice = Pick<ChosenBackup, 'path' | 'bytes' | 'kind'> & {
  readonly token: string;
  readonly copy: string;
  /** Null while it is not opened. */
  readonly asOf: number | null;
  readonly facts: ShopFacts | null;
  readonly signed: Signed | null;
};

type Signed = { readonly isOurs: boolean; readonly sealedKeys: string | null };

/** A file that somebody chose in the system's dialog. The last choice alone counts; the window never says a path. */
export function createChosenFile(options: ChosenFileOptions) {
  const { scratch, shop } = options;
  let last: Choice | null = null;

  const forget = (): void => {
    if (last) removeShopFile(last.copy);
    last = null;
  };
  const find = (token: string): Choice => {
    if (last?.token !== token) throw new AppError('choice-gone');
    return last;
  };

  async function look(
    choice: Choice,
    passphrase: string | null,
    work: Partial<BackupWork>,
  ): Promise<ChosenBackup> {
    const opened = await openCopy(options, choice, passphrase, work);
    const problem = problemOf(opened);
    if (problem !== null) return { ...refused(choice, problem), found: opened.found };
    const signed = signedBy(options, choice.copy);
    if (!signed.isOurs && signed.sealedKeys === null) {
      removeShopFile(choice.copy);
      return { ...refused(choice, 'no-key-copy'), facts: opened.facts };
    }
    last = { ...choice, signed, facts: opened.facts, asOf: opened.facts?.lastEntry?.at ?? null };
    return { ...shown(last), facts: opened.facts };
  }

  const open = (choice: Choice, passphrase: string | null, work: Partial<BackupWork>) =>
    orNothing(choice.copy, () => look(choice, passphrase, work));

  return {
    /** What was looked through is taken away. */
    forget,
    /** @throws AppError `no-room`. */
    async choose(path: string, work: Partial<BackupWork>): Promise<ChosenBackup> {
      forget();
      const token = randomBytes(16).toString('hex');
      const copy = join(scratch, `chosen-${token}.db`);
      const choice: Choice = {
        ...{ token, path, copy, bytes: statSync(path, { throwIfNoEntry: false })?.size ?? 0 },
        ...{ kind: await kindOf(path), asOf: null, facts: null, signed: null },
      };
      if (isSame(path, shop().path())) return refused(choice, 'same');
      if (choice.kind !== 'encrypted') return open(choice, null, work);
      last = choice;
      return shown(choice);
    },
    /** @throws AppError `choice-gone`, `wrong-passphrase`, `no-room`. */
    openChosen: (token: string, passphrase: string, work: Partial<BackupWork>) =>
      open(find(token), passphrase, work),
    /** @throws AppError `choice-gone`. */
    lookAt(token: string): LookedAt {
      const { copy, facts, asOf } = find(token);
      if (facts === null || !isThere(copy)) throw new AppError('choice-gone');
      return { copy, facts, asOf };
    },
    /** What is brought back. @throws AppError `choice-gone`, `wrong-recovery-code`. */
    take(token: string, recoveryCode: string | null): TakenFile {
      const { copy, path, asOf, facts, signed } = find(token);
      if (facts === null || signed === null || !isThere(copy)) throw new AppError('choice-gone');
      const keys = signed.isOurs ? null : openKeys(signed.sealedKeys ?? '', recoveryCode ?? '');
      if (!signed.isOurs && keys === null) throw new AppError('wrong-recovery-code');
      return { copy, name: basename(path).slice(-255), asOf, keys };
    },
  };
}

/** Whatever stops it: of a copy that was not looked through nothing is left. */
async function orNothing<T>(copy: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    removeShopFile(copy);
    rmSync(partOf(copy), { force: true });
    throw error;
  }
}

/** An opened shop empties the folder of what was looked at before. */
function isThere(copy: string): boolean {
  return statSync(copy, { throwIfNoEntry: false })?.isFile() === true;
}

/** `found`: why no shop could be made from a CSV backup, in words. */
type OpenedChoice = OpenedBackup & { readonly found: string | null };

/** The keys are not known yet: the log and the seals are looked at when it is brought back. */
async function openCopy(
  { keeper, migrationsFolder }: ChosenFileOptions,
  { path, copy, kind }: Choice,
  passphrase: string | null,
  { onProgress, signal }: Partial<BackupWork>,
): Promise<OpenedChoice> {
  const input = { from: path, to: copy, isKept: true, migrationsFolder, auditKey: null, manifest: null };
  try {
    const opened = await keeper.run('open-backup', { ...input, passphrase }, onProgress, signal);
    return { ...opened, found: null };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const nothing = { facts: null, problems: [], found: null };
    if (error.code === 'backup-gone') return { ...nothing, unreadable: 'missing' };
    if (error.code !== 'backup-damaged') throw error;
    const found = kind === 'csv' ? String(error.details?.reason) : null;
    return { ...nothing, unreadable: 'damaged', found };
  }
}

function problemOf({ facts, problems, unreadable }: OpenedBackup): ChosenBackup['problem'] {
  if (unreadable === 'missing' || unreadable === 'newer' || unreadable === 'foreign') return unreadable;
  if (unreadable !== null) return 'damaged';
  if (problems.some(({ check }) => check === 'schema')) return 'altered';
  if (problems.length > 0) return 'damaged';
  return facts === null ? 'no-shop' : null;
}

/** Whose keys the log of a shop file was signed with, and its own copy of them. */
function signedBy({ migrationsFolder, shop }: ChosenFileOptions, path: string): Signed {
  const file = openChecked(path, readMigrations(migrationsFolder));
  try {
    const first = firstEntryOf(file.read);
    const kept = file.read.get(query.selectFrom('keyCopy').select('sealed'));
    const key = shop().auditKey();
    const isOurs = key !== null && first !== undefined && isSignedWith(key, first);
    return { isOurs, sealedKeys: kept?.sealed ?? null };
  } finally {
    file.close();
  }
}

async function kindOf(path: string): Promise<ChosenBackup['kind']> {
  try {
    if (!statSync(path).isFile()) return 'shop-file';
    if (await isLocked(path)) return 'encrypted';
    return isZip(path) ? 'csv' : 'shop-file';
  } catch {
    return 'shop-file';
  }
}

function shown({ token, path, bytes, kind, asOf, signed }: Choice): ChosenBackup {
  const needsRecoveryCode = signed !== null && !signed.isOurs;
  return { token, path, bytes, kind, asOf, needsRecoveryCode, problem: null, found: null, facts: null };
}

function refused(choice: Choice, problem: NonNullable<ChosenBackup['problem']>): ChosenBackup {
  return { ...shown({ ...choice, signed: null }), token: '', problem };
}
