import { randomBytes } from 'node:crypto';
import type { Log } from '../app/context.ts';
import { type Protector, readHidden, writeHidden } from './hidden-text.ts';

/** What is kept outside the shop file: mixed into every PIN's hash, and signing the audit chain. */
export type Keys = { readonly pepper: Uint8Array; readonly audit: Uint8Array };

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
  try {
    const plain = await readHidden(path, protector);
    if (plain !== null) return parseKeys(plain);
  } catch (error) {
    throw new KeysError(`The keys cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
  if (mustExist) throw new KeysError('The keys cannot be read: they are not there');
  return makeKeys(path, protector, log);
}

async function makeKeys(path: string, protector: Protector, log: Log): Promise<Keys> {
  const keys = { pepper: randomBytes(length), audit: randomBytes(length) };
  if (await writeKeys(path, keys, protector)) {
    log.info('Keys made and protected by the system', { path });
  } else {
    log.error('This system has no key store: the keys lie in a file that only this account can read', {
      path,
    });
  }
  return keys;
}

/** Writes keys so that `loadKeys` reads them. Answers whether the system hides them. */
export function writeKeys(path: string, { pepper, audit }: Keys, protector: Protector): Promise<boolean> {
  return writeHidden(path, Buffer.concat([pepper, audit]).toString('base64'), protector);
}

function parseKeys(plain: string): Keys {
  const bytes = Buffer.from(plain, 'base64');
  if (bytes.length !== length * 2) throw new Error('they have the wrong length');
  return { pepper: bytes.subarray(0, length), audit: bytes.subarray(length) };
}
