import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { parseRecoveryCode } from '../../shared/domain/recovery-code.ts';

/** The keys that lie outside the shop file. */
type Keys = { readonly pepper: Uint8Array; readonly audit: Uint8Array };

const version = 'k1';
const keyBytes = 32;
const saltBytes = 16;
const nonceBytes = 12;
const tagBytes = 16;

/**
 * Locks the keys with a recovery code: its 128 random bits need no slow derivation. Base64 parts: salt, nonce, and what
 * is locked with its tag.
 */
export function sealKeys({ pepper, audit }: Keys, recoveryCode: string): string {
  const salt = randomBytes(saltBytes);
  const key = keyOf(recoveryCode, salt);
  if (key === null) throw new RangeError('Not a recovery code');
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  const locked = Buffer.concat([
    cipher.update(pepper),
    cipher.update(audit),
    cipher.final(),
    cipher.getAuthTag(),
  ]);
  return [version, ...[salt, nonce, locked].map((part) => part.toString('base64'))].join('$');
}

/** The keys behind a code as a person copies it from paper; null where it is another code, or no such text. */
export function openKeys(sealed: string, recoveryCode: string): Keys | null {
  const [kind, ...parts] = sealed.split('$');
  const [salt, nonce, locked] = parts.map((part) => Buffer.from(part, 'base64'));
  if (
    kind !== version ||
    !salt ||
    nonce?.length !== nonceBytes ||
    locked?.length !== keyBytes * 2 + tagBytes
  ) {
    return null;
  }
  const key = keyOf(recoveryCode, salt);
  if (key === null) return null;
  const decipher = createDecipheriv('aes-256-gcm', key, nonce);
  decipher.setAuthTag(locked.subarray(-tagBytes));
  try {
    const plain = Buffer.concat([decipher.update(locked.subarray(0, -tagBytes)), decipher.final()]);
    return { pepper: plain.subarray(0, keyBytes), audit: plain.subarray(keyBytes) };
  } catch {
    return null;
  }
}

function keyOf(recoveryCode: string, salt: Uint8Array): Uint8Array | null {
  const code = parseRecoveryCode(recoveryCode);
  if (code === null) return null;
  return new Uint8Array(hkdfSync('sha256', code, salt, 'orderlla key copy', keyBytes));
}
