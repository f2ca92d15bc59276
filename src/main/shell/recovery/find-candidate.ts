import type { ShopFacts } from '../../app/check-shop-file.ts';
import type { Log } from '../../app/context.ts';
import type { BackupWork } from '../../app/desktop-backups.ts';
import { removeShopFile } from '../../database/flush.ts';
import type { Keeper } from '../../keeper/jobs.ts';
import type { OpenedBackup } from '../../keeper/open-backup.ts';
import { rowOf } from '../backups/backup-row.ts';
import type { TakenFile } from '../restore/chosen-file.ts';
import type { KnownBackups } from './known-backups.ts';
import type { Found } from './put-found-shop.ts';
import { Refused, type Salvaged } from './recovery-failure.ts';

type Finding = {
  readonly migrationsFolder: string;
  readonly keeper: Keeper;
  readonly log: Log;
  /** Where what is found goes, beside the place of the shop. */
  readonly candidate: string;
  readonly work: BackupWork;
};

/** A shop that was found, and what its log is to say of it. */
export type Candidate = Pick<Found, 'source' | 'asOf' | 'keys'>;

/** Opens a backup of the list; the passphrase where it is not the one in use. @throws Refused, or AppError as `open-backup`. */
export async function findInBackup(
  { log, candidate, work }: Finding,
  known: KnownBackups,
  { name, passphrase }: { readonly name: string; readonly passphrase: string | null },
): Promise<Candidate> {
  const auditKey = await known.auditKey();
  if (!auditKey) throw new Refused('unknown');
  const given = { name, passphrase, to: candidate, isKept: true };
  const { opened, found } = await known.withKey(auditKey).open(given, work);
  requireWhole(log, name, opened);
  return { source: { from: 'backup', name }, asOf: found.madeAt, keys: null };
}

/** Opens a file that was chosen, with the keys that it was made with. @throws Refused, or AppError as `open-backup`. */
export async function findInFile(
  { keeper, migrationsFolder, log, candidate, work }: Finding,
  { copy, name, asOf, keys }: TakenFile,
  auditKey: Uint8Array | null,
): Promise<Candidate> {
  const given = { from: copy, to: candidate, isKept: true, migrationsFolder, passphrase: null };
  const opened = await keeper.run(
    'open-backup',
    { ...given, manifest: null, auditKey: keys?.audit ?? auditKey },
    work.onProgress,
    work.signal,
  );
  requireWhole(log, name, opened);
  return { source: { from: 'file', name }, asOf, keys };
}

/** What could be saved of a damaged file. */
export type FoundInDamage = {
  readonly salvaged: Salvaged;
  readonly facts: ShopFacts;
  readonly isBalanced: boolean;
};

/** Saves what can be read of a damaged file, with the newest verified backup to fill it up. @throws Refused. */
export async function findInDamage(
  finding: Finding,
  known: KnownBackups,
  from: string,
): Promise<FoundInDamage> {
  const { keeper, migrationsFolder, log, candidate, work } = finding;
  const auditKey = await known.auditKey();
  if (!auditKey) throw new Refused('unreadable');
  const backup = await newestBackup(finding, known, auditKey);
  const lookedAt = `${candidate}.looked-at`;
  try {
    const input = { from, to: candidate, migrationsFolder, backup };
    const salvaged = await keeper.run('salvage-shop', input, work.onProgress, work.signal);
    if (!salvaged.isReadable) throw new Refused('unreadable');
    const { facts, problems } = await keeper.run(
      'open-backup',
      {
        ...{ from: candidate, to: lookedAt, isKept: false, passphrase: null, manifest: null },
        ...{ migrationsFolder, auditKey },
      },
      () => {},
      work.signal,
    );
    if (!facts) throw new Refused('unreadable');
    // Whoever only stands for somebody that is lost cannot sign in.
    if (!salvaged.tables.some(({ name, read }) => name === 'staff' && read > 0)) throw new Refused('nobody');
    log.info('A damaged shop was read', { tables: salvaged.tables, problems });
    return { salvaged, facts, isBalanced: problems.length === 0 };
  } finally {
    if (backup !== null) removeShopFile(backup);
    // A keeper that was stopped has left it.
    removeShopFile(lookedAt);
  }
}

/** A copy of the newest verified backup that can be opened without asking; null where there is none. */
async function newestBackup(
  { log, candidate, work }: Finding,
  known: KnownBackups,
  auditKey: Uint8Array,
): Promise<string | null> {
  const kept = await known.withKey(auditKey).list();
  const newest = kept.map(rowOf).find(({ state }) => state === 'verified');
  if (!newest) return null;
  const to = `${candidate}.backup`;
  try {
    const given = { name: newest.name, passphrase: null, to, isKept: true };
    const { opened } = await known.withKey(auditKey).open(given, { ...work, onProgress: () => {} });
    requireWhole(log, newest.name, opened);
    return to;
  } catch (error) {
    removeShopFile(to);
    work.signal.throwIfAborted();
    log.error('No backup fills up what is saved of the damaged shop', { error });
    return null;
  }
}

function requireWhole(log: Log, name: string, { facts, problems }: OpenedBackup): void {
  if (facts !== null && problems.length === 0) return;
  log.error('A backup is not whole', { name, problems });
  throw new Refused('damaged');
}
