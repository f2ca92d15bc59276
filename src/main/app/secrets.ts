import { createHmac, randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { sealKeys } from './key-copy.ts';

/** Hashing of passwords and PINs, and randomness. */
export type Secrets = {
  /** `scrypt$<log2 N>$<salt>$<hash>`. Slow on purpose (about a third of a second), off the main thread. */
  hash(secret: string): Promise<string>;
  /** Whether the secret is the one that was hashed. False where there is no hash. */
  matches(secret: string, hash: string | null): Promise<boolean>;
  random(bytes: number): Uint8Array;
  /** The keys outside the shop file, locked with a recovery code: `keepKeyCopy` keeps that in the shop. */
  sealKeys(recoveryCode: string): string;
};

export type SecretsOptions = {
  /** Mixed into every hash and kept outside the shop file: a stolen file alone gives no PIN away. */
  readonly pepper: Uint8Array;
  /** The key of the audit log. */
  readonly audit: Uint8Array;
  /** log2 of scrypt's N; 17 in the application, small in tests. */
  readonly cost: number;
};

const blockSize = 8;
const length = 32;

/**
 * scrypt, not argon2: Electron is built on BoringSSL, where Node's argon2 does not exist; it would pass in
 * tests and throw in the application.
 */
export function createSecrets({ pepper, audit, cost }: SecretsOptions): Secrets {
  const derive = (secret: string, salt: Buffer, log2: number): Promise<Buffer> => {
    const peppered = createHmac('sha256', pepper).update(secret.normalize('NFKC')).digest();
    const options = { N: 2 ** log2, r: blockSize, p: 1, maxmem: 256 * 1024 * 1024 };
    return new Promise((resolve, reject) => {
      scrypt(peppered, salt, length, options, (error, key) => (error ? reject(error) : resolve(key)));
    });
  };
  const absent = Buffer.alloc(16);
  return {
    async hash(secret) {
      const salt = randomBytes(16);
      const key = await derive(secret, salt, cost);
      return `scrypt$${cost}$${salt.toString('base64')}$${key.toString('base64')}`;
    },
    async matches(secret, hash) {
      const [, log2, salt, expected] = (hash ?? '').split('$');
      if (!log2 || !salt || !expected) {
        // The same time whether or not there is a secret to guess.
        await derive(secret, absent, cost);
        return false;
      }
      const key = await derive(secret, Buffer.from(salt, 'base64'), Number(log2));
      const wanted = Buffer.from(expected, 'base64');
      return key.length === wanted.length && timingSafeEqual(key, wanted);
    },
    random: (bytes) => randomBytes(bytes),
    sealKeys: (recoveryCode) => sealKeys({ pepper, audit }, recoveryCode),
  };
}
