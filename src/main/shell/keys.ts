import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { SafeStorage } from 'electron';
import type { Log } from '../app/context.ts';
import { writeWholeFile } from './write-whole-file.ts';

/** What is kept outside the shop file: mixed into every PIN's hash, and signing the audit chain. */
export type Keys = { readonly pepper: Uint8Array; readonly audit: Uint8Array };

export type Protector = Pick<
  SafeStorage,
  'isAsyncEncryptionAvailable' | 'encryptStringAsync' | 'decryptStringAsync' | 'getSelectedStorageBackend'
>;

type KeyFile = { readonly protection: 'system' | 'file'; readonly keys: string };

type KeyOptions = {
  readonly path: string;
  readonly protector: Protector;
  readonly log: Log;
  /** A shop is there already: keys that are gone must not be replaced by others. */
  readonly mustExist: boolean;
};

/** The keys of a shop that exists are gone or cannot be read: nobody's PIN would be right any more. */
export class KeysError extends Error {}

const length = 32;

/**
 * Reads the keys, or makes them on the first start. They are encrypted by the system's own key store where it
 * has one; otherwise they lie in a file that only this account can read, and the log says so.
 * @throws KeysError when a shop exists and its keys cannot be had.
 */
export async function loadKeys({ path, protector, log, mustExist }: KeyOptions): Promise<Keys> {
  const written = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' && !mustExist) return null;
    throw new KeysError(`The keys cannot be read: ${error.message}`);
  });
  if (written === null) return makeKeys(path, protector, log);
  try {
    const { protection, keys } = JSON.parse(written) as KeyFile;
    const plain =
      protection === 'system'
        ? (await protector.decryptStringAsync(Buffer.from(keys, 'base64'))).result
        : keys;
    return parseKeys(plain);
  } catch (error) {
    throw new KeysError(`The keys cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}

async function makeKeys(path: string, protector: Protector, log: Log): Promise<Keys> {
  const keys = { pepper: randomBytes(length), audit: randomBytes(length) };
  const plain = Buffer.concat([keys.pepper, keys.audit]).toString('base64');
  const hidden = await protect(plain, protector);
  const file: KeyFile =
    hidden === null ? { protection: 'file', keys: plain } : { protection: 'system', keys: hidden };
  await writeWholeFile(path, JSON.stringify(file), 0o600);
  if (hidden === null || isUnprotected(protector)) {
    log.error('This system has no key store: the keys lie in a file that only this account can read', {
      path,
    });
  } else {
    log.info('Keys made and protected by the system', { path });
  }
  return keys;
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

function parseKeys(plain: string): Keys {
  const bytes = Buffer.from(plain, 'base64');
  if (bytes.length !== length * 2) throw new Error('they have the wrong length');
  return { pepper: bytes.subarray(0, length), audit: bytes.subarray(length) };
}
