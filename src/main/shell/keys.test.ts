import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Protector } from './hidden-text.ts';
import { KeysError, loadKeys } from './keys.ts';

let folder: string;
let path: string;
let logged: string[];
const log = {
  info: (message: string) => void logged.push(`info ${message}`),
  error: (message: string) => void logged.push(`error ${message}`),
};

/** A key store that turns texts round; `lost` forgets everything, as another account would. */
function keyStore(
  change: { available?: boolean; lost?: boolean; backend?: 'basic_text' | 'kwallet6' } = {},
): Protector {
  return {
    isAsyncEncryptionAvailable: async () => change.available !== false,
    encryptStringAsync: async (text) => Buffer.from(`hidden:${[...text].reverse().join('')}`),
    async decryptStringAsync(bytes) {
      if (change.lost) throw new Error('wrong key');
      return { shouldReEncrypt: false, result: [...bytes.toString().slice(7)].reverse().join('') };
    },
    getSelectedStorageBackend: () => change.backend ?? 'kwallet6',
  };
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'orderlla-keys-'));
  path = join(folder, 'keys.json');
  logged = [];
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('loadKeys', () => {
  it('makes two different keys once, protected by the system, and reads the same again', async () => {
    const made = await loadKeys({ path, protector: keyStore(), log, mustExist: false });
    const again = await loadKeys({ path, protector: keyStore(), log, mustExist: true });
    expect(made.pepper).toHaveLength(32);
    expect(made.audit).toHaveLength(32);
    expect(Buffer.from(made.pepper).equals(made.audit)).toBe(false);
    expect(Buffer.from(again.pepper).equals(made.pepper) && Buffer.from(again.audit).equals(made.audit)).toBe(
      true,
    );
    const plain = Buffer.concat([made.pepper, made.audit]).toString('base64');
    expect(readFileSync(path, 'utf8')).not.toContain(plain);
    if (process.platform !== 'win32') expect(statSync(path).mode & 0o077).toBe(0);
    expect(logged).toEqual(['info Keys made and protected by the system']);
  });

  it('falls back to a file of this account only where the system has no key store, and says so', async () => {
    const protector = keyStore({ available: false });
    const made = await loadKeys({ path, protector, log, mustExist: false });
    const again = await loadKeys({ path, protector, log, mustExist: true });
    expect(Buffer.from(again.pepper).equals(made.pepper)).toBe(true);
    if (process.platform !== 'win32') expect(statSync(path).mode & 0o077).toBe(0);
    expect(logged).toEqual([expect.stringMatching(/^error This system has no key store/)]);
  });

  it('never replaces the keys of a shop that exists', async () => {
    await expect(loadKeys({ path, protector: keyStore(), log, mustExist: true })).rejects.toThrow(KeysError);
    await loadKeys({ path, protector: keyStore(), log, mustExist: false });
    const before = readFileSync(path, 'utf8');
    const lost = loadKeys({ path, protector: keyStore({ lost: true }), log, mustExist: true });
    await expect(lost).rejects.toThrow(KeysError);
    expect(readFileSync(path, 'utf8')).toBe(before);
    writeFileSync(path, '{"protection":"file","keys":"c2hvcnQ="}');
    await expect(loadKeys({ path, protector: keyStore(), log, mustExist: true })).rejects.toThrow(KeysError);
    writeFileSync(path, 'not json');
    await expect(loadKeys({ path, protector: keyStore(), log, mustExist: false })).rejects.toThrow(KeysError);
    expect(readFileSync(path, 'utf8')).toBe('not json');
  });
});
