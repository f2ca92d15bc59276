import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { asShopFileErrorOn } from './file-problem.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'orderlla-problem-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const withCode = (code: string) => Object.assign(new Error('database disk image is malformed'), { code });

describe('what SQLite calls damaged', () => {
  it('is a disk that does not answer, where nothing beside it can be read either', () => {
    // Of a folder no byte can be read, as of a file on a stick that was pulled out.
    expect(asShopFileErrorOn(folder, withCode('SQLITE_CORRUPT'))).toMatchObject({ problem: 'unreadable' });
  });

  it('is damage where it can, or where there is nothing, or nothing in it', () => {
    const beside = join(folder, 'shop.db-wal');
    expect(asShopFileErrorOn(beside, withCode('SQLITE_CORRUPT'))).toMatchObject({ problem: 'damaged' });
    for (const content of ['', 'x']) {
      writeFileSync(beside, content);
      expect(asShopFileErrorOn(beside, withCode('SQLITE_CORRUPT'))).toMatchObject({ problem: 'damaged' });
    }
  });

  it('leaves every other problem, and what is none, as it is', () => {
    expect(asShopFileErrorOn(folder, withCode('SQLITE_FULL'))).toMatchObject({ problem: 'no-room' });
    const rule = withCode('SQLITE_CONSTRAINT_CHECK');
    expect(asShopFileErrorOn(folder, rule)).toBe(rule);
  });
});
