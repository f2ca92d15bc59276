import { join } from 'node:path';
import type { Log } from '../../app/context.ts';
import { type Protector, readHidden, writeHidden } from '../hidden-text.ts';

const fileOf = (folder: string): string => join(folder, 'backup-passphrase.json');

/** The passphrase that this computer keeps for its backups; null where there is none. @throws where it cannot be read. */
export async function readPassphrase(folder: string, protector: Protector): Promise<string | null> {
  const text = await readHidden(fileOf(folder), protector);
  return text === null || text === '' ? null : Buffer.from(text, 'base64').toString('utf8');
}

/** Keeps it, or none. */
export async function writePassphrase(
  { folder, protector, log }: { readonly folder: string; readonly protector: Protector; readonly log: Log },
  passphrase: string | null,
): Promise<void> {
  const plain = passphrase === null ? '' : Buffer.from(passphrase, 'utf8').toString('base64');
  const isHidden = await writeHidden(fileOf(folder), plain, protector);
  if (!isHidden) log.error('The passphrase of backups lies in a file that only this account can read');
}
