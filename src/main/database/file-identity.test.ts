import { copyFileSync, mkdtempSync, renameSync, rmSync, unlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { migrationsFolder } from '../../../test/support/create-test-app.ts';
import { readMigrations } from './migrate.ts';
import { openShopFile, type ShopFile } from './open-shop-file.ts';

const migrations = readMigrations(migrationsFolder);
let outer: string;
let folder: string;
let file: ShopFile;
const at = (name: string) => join(folder, name);

beforeEach(() => {
  outer = mkdtempSync(join(tmpdir(), 'orderlla-identity-'));
  folder = mkdtempSync(join(outer, 'shop-'));
  file = openShopFile({ path: at('shop.db'), migrations, create: true });
});
afterEach(() => {
  file.close();
  rmSync(outer, { recursive: true, force: true });
});

let keys = 0;
/** Whether a write was confirmed. */
function write(): boolean {
  keys += 1;
  try {
    file.transaction((db) => db.run(sql`INSERT INTO importMappings VALUES (${`key ${keys}`}, '{}', 0)`));
    return true;
  } catch (error) {
    expect(error).toMatchObject({ problem: 'missing' });
    return false;
  }
}

/** Puts a copy with the same bytes in the place of a file. */
function replace(path: string): void {
  copyFileSync(path, `${path}.copy`);
  renameSync(`${path}.copy`, path);
}

const damages: readonly (readonly [string, () => void])[] = [
  ['the shop file is deleted', () => unlinkSync(at('shop.db'))],
  ['the shop file is replaced', () => replace(at('shop.db'))],
  ['its log of writes is deleted', () => unlinkSync(at('shop.db-wal'))],
  ['its log of writes is replaced', () => replace(at('shop.db-wal'))],
  ['its folder gets another name', () => renameSync(folder, `${folder}-elsewhere`)],
];

// Windows lets nobody do any of this to an open file.
describe.skipIf(process.platform === 'win32')('nothing is confirmed', () => {
  it.each(damages)('once %s', (_what, damage) => {
    for (let count = 0; count < 20; count += 1) expect(write()).toBe(true);
    damage();
    // Each of twenty tries: one false confirmation is a paid order that is gone.
    for (let count = 0; count < 20; count += 1) expect(write()).toBe(false);
  });
});

describe('everything is confirmed', () => {
  it('through checkpoints, another reader, and a log of writes that was cut', () => {
    expect(write()).toBe(true);
    file.checkpoint();
    expect(write()).toBe(true);
    const snapshot = file.snapshot();
    expect(write()).toBe(true);
    snapshot.close();
    const other = openShopFile({ path: at('shop.db'), migrations, create: false });
    other.checkpoint();
    other.close();
    expect(write()).toBe(true);
  });
});
