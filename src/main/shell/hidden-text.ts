import { readFile } from 'node:fs/promises';
import type { SafeStorage } from 'electron';
import { writeWholeFile } from './write-whole-file.ts';

/** The system's own store of keys, as Electron offers it. */
export type Protector = Pick<
  SafeStorage,
  'isAsyncEncryptionAvailable' | 'encryptStringAsync' | 'decryptStringAsync' | 'getSelectedStorageBackend'
>;

type HiddenFile = { readonly protection: 'system' | 'file'; readonly keys: string };

/**
 * Writes a text that nobody else is to read: encrypted by the system where it can, otherwise as it is in a file of this
 * account alone. Answers whether it is really hidden.
 */
export async function writeHidden(path: string, plain: string, protector: Protector): Promise<boolean> {
  const hidden = await protect(plain, protector);
  const file: HiddenFile =
    hidden === null ? { protection: 'file', keys: plain } : { protection: 'system', keys: hidden };
  await writeWholeFile(path, JSON.stringify(file), 0o600);
  return hidden !== null && !isUnprotected(protector);
}

/** Reads it back; null where there is no such file. @throws where it cannot be read. */
export async function readHidden(path: string, protector: Protector): Promise<string | null> {
  const written = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (written === null) return null;
  const { protection, keys } = JSON.parse(written) as HiddenFile;
  return protection === 'system'
    ? (await protector.decryptStringAsync(Buffer.from(keys, 'base64'))).result
    : keys;
}

/** The encrypted text, or null where the system cannot encrypt. */
async function protect(plain: string, protector: Protector): Promise<string | null> {
  try {
    if (!(await protector.isAsyncEncryptionAvailable())) return null;
    return (await protector.encryptStringAsync(plain)).toString('base64');
  } catch {
    return null;
  }
}

/** Linux without a key ring "encrypts" with a key that everybody knows. */
function isUnprotected(protector: Protector): boolean {
  return process.platform === 'linux' && protector.getSelectedStorageBackend() === 'basic_text';
}
