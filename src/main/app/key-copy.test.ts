import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createTestApp, openShopInput, ownerPassword } from '../../../test/support/create-test-app.ts';
import { formatRecoveryCode } from '../../shared/domain/recovery-code.ts';
import { query } from '../database/query.ts';
import { openKeys, sealKeys } from './key-copy.ts';

const keys = { pepper: Buffer.alloc(32, 7), audit: Buffer.alloc(32, 9) };
const code = formatRecoveryCode(Buffer.from('0123456789abcdef'));
const other = formatRecoveryCode(Buffer.from('0123456789abcdeg'));

describe('the keys, locked with a recovery code', () => {
  it('open with it, as a person copies it from paper', () => {
    const sealed = sealKeys(keys, code);
    expect(openKeys(sealed, code)).toEqual(keys);
    expect(openKeys(sealed, ` ${code.toLowerCase().replaceAll('-', ' ')} `)).toEqual(keys);
  });

  it('open with nothing else', () => {
    const sealed = sealKeys(keys, code);
    for (const words of [other, '', 'no code at all', code.slice(1), '0'.repeat(27)]) {
      expect(openKeys(sealed, words)).toBeNull();
    }
  });

  it('open no longer once a sign of them was changed', () => {
    const sealed = sealKeys(keys, code);
    for (const at of [0, 3, 12, 40, sealed.length - 8]) {
      const changed = `${sealed.slice(0, at)}${sealed[at] === 'A' ? 'B' : 'A'}${sealed.slice(at + 1)}`;
      expect(openKeys(changed, code)).toBeNull();
    }
    for (const broken of ['', 'k1', 'k1$$$', 'k2$a$b$c', sealed.slice(0, -10)]) {
      expect(openKeys(broken, code)).toBeNull();
    }
  });

  it('are never locked twice in the same way', () => {
    expect(sealKeys(keys, code)).not.toBe(sealKeys(keys, code));
  });
});

describe('a shop', () => {
  const own = { pepper: Buffer.alloc(32, 1), audit: Buffer.alloc(32, 2) };

  it('holds its keys for the code that its owner has on paper, for no code of before, and nowhere as they are', async () => {
    const test = createTestApp();
    const kept = () => test.file.read.get(query.selectFrom('keyCopy').select('sealed'))?.sealed ?? '';
    const { recoveryCode: first } = await test.ask('setup.openShop', openShopInput);
    expect(openKeys(kept(), first)).toEqual(own);
    const { recoveryCode: second } = await test.ask('staff.newRecoveryCode', { password: ownerPassword });
    expect(openKeys(kept(), second)).toEqual(own);
    expect(openKeys(kept(), first)).toBeNull();
    await test.ask('session.lock', {});
    const recovered = await test.ask('session.recover', {
      ...{ recoveryCode: second, password: 'a whole other password', pin: '730184' },
    });
    expect(openKeys(kept(), recovered.recoveryCode)).toEqual(own);
    expect(openKeys(kept(), second)).toBeNull();
    test.file.checkpoint();
    const bytes = readFileSync(join(test.folder, 'shop.db'));
    for (const key of [own.pepper, own.audit]) {
      expect(bytes.includes(key)).toBe(false);
      expect(bytes.includes(key.toString('base64').slice(0, 42))).toBe(false);
    }
    await test.close();
  });
});
