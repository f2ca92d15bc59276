import { join } from 'node:path';
import type { BackupWork } from '../../app/desktop-backups.ts';
import type { Keeper } from '../../keeper/jobs.ts';
import type { OpenedBackup } from '../../keeper/open-backup.ts';
import type { Keys } from '../keys.ts';
import { type KeyPlace, keptKeys } from './swap-keys.ts';

type Opening = KeyPlace & {
  readonly keeper: Keeper;
  readonly shop: () => { auditKey(): Uint8Array | null };
};

/**
 * Opens a shop that was replaced into a file of its own, with the keys that it was made with; `keys` is null where they
 * are those in use. @throws AppError as `open-backup`, KeysError.
 */
export async function openReplaced(
  place: Opening,
  { name, to }: { readonly name: string; readonly to: string },
  work: Partial<BackupWork>,
): Promise<{ readonly opened: OpenedBackup; readonly keys: Keys | null }> {
  const file = join(place.folder, 'backups', 'replaced', `${name}.db`);
  const beside = await keptKeys(place, file);
  const inUse = place.shop().auditKey();
  const isOwn = beside === null || (inUse !== null && Buffer.compare(beside.audit, inUse) === 0);
  const keys = isOwn ? null : beside;
  return { opened: await openPlain(place, { from: file, to, keys }, work), keys };
}

/** Opens a file that nothing but its own contents vouches for. @throws AppError as `open-backup`. */
export function openPlain(
  { keeper, migrationsFolder, shop }: Pick<Opening, 'keeper' | 'migrationsFolder' | 'shop'>,
  { from, to, keys }: { readonly from: string; readonly to: string; readonly keys: Keys | null },
  { onProgress, signal }: Partial<BackupWork>,
): Promise<OpenedBackup> {
  const given = { from, to, isKept: true, migrationsFolder, passphrase: null, manifest: null };
  const auditKey = keys?.audit ?? shop().auditKey();
  return keeper.run('open-backup', { ...given, auditKey }, onProgress, signal);
}
