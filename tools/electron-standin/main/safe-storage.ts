import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { guarded } from '../guard.ts';
import { appPath } from './app-paths.ts';

const CIPHER = 'aes-256-gcm';
const PREFIX = Buffer.from('standin1');
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** The key lies beside the data: it keeps nothing secret, which `basic_text` tells the application. */
function key(): Buffer {
  const path = join(appPath('userData'), 'standin-key');
  try {
    return readFileSync(path);
  } catch {
    const made = randomBytes(32);
    mkdirSync(appPath('userData'), { recursive: true });
    writeFileSync(path, made, { mode: 0o600 });
    return made;
  }
}

function encrypt(text: string): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, key(), nonce);
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([PREFIX, nonce, cipher.getAuthTag(), body]);
}

function decrypt(bytes: Buffer): string {
  const [nonceAt, tagAt] = [PREFIX.length, PREFIX.length + NONCE_BYTES];
  const bodyAt = tagAt + TAG_BYTES;
  try {
    if (!bytes.subarray(0, nonceAt).equals(PREFIX)) throw new Error('not ours');
    const decipher = createDecipheriv(CIPHER, key(), bytes.subarray(nonceAt, tagAt));
    decipher.setAuthTag(bytes.subarray(tagAt, bodyAt));
    return Buffer.concat([decipher.update(bytes.subarray(bodyAt)), decipher.final()]).toString('utf8');
  } catch {
    throw new Error('Error while decrypting the ciphertext provided to safeStorage.decryptString.');
  }
}

/** `safeStorage`: really encrypts, with a key that lies in the application's data folder. */
export const safeStorage = guarded('safeStorage', {
  isEncryptionAvailable: () => true,
  isAsyncEncryptionAvailable: () => Promise.resolve(true),
  getSelectedStorageBackend: () => 'basic_text' as const,
  setUsePlainTextEncryption: () => undefined,
  encryptString: encrypt,
  decryptString: decrypt,
  encryptStringAsync: async (text: string) => encrypt(text),
  decryptStringAsync: async (bytes: Buffer) => ({ result: decrypt(bytes), shouldReEncrypt: false }),
} satisfies Partial<Electron.SafeStorage>);
