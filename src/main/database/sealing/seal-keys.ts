import { keyedHash, keyFor } from './keyed-hash.ts';

/** Everything that hashes with the key of the audit log, each purpose with a key of its own. */
export function sealKeys(key: Uint8Array) {
  return {
    rows: keyedHash(keyFor(key, 'rows')),
    orders: keyedHash(keyFor(key, 'orders')),
    digests: keyedHash(keyFor(key, 'digests')),
    head: keyedHash(keyFor(key, 'head')),
  };
}

export type SealKeys = ReturnType<typeof sealKeys>;

/** The hash of a row of a kind. */
export function rowHash(keys: SealKeys, no: number, values: readonly unknown[]): Buffer {
  return keys.rows.bytes(JSON.stringify([no, values]));
}
