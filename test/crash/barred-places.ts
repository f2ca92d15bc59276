import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readMigrations } from '../../src/main/database/migrate.ts';
import { openShop as openAtStart, type Trouble, troubleOf } from '../../src/main/shell/open-shop.ts';
import { migrationsFolder, type TestApp } from '../support/create-test-app.ts';
import { inspectShop } from './inspect-shop.ts';
import { createTally, inPlace, openShop, type PlaceReport, tries } from './place-shop.ts';

/** Why no file can be made immutable here, or null. */
export function missingForImmutable(): string | null {
  if (process.platform !== 'linux') return 'needs Linux';
  if (process.getuid?.() !== 0) return 'needs root';
  const place = mkdtempSync(join(tmpdir(), 'orderlla-place-'));
  try {
    const path = join(place, 'file');
    writeFileSync(path, '');
    if (spawnSync('chattr', ['+i', path], { stdio: 'ignore' }).status !== 0)
      return 'no file can be made immutable here';
    execFileSync('chattr', ['-i', path]);
    return null;
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

/** What the start of the application finds wrong; null where the shop opens. */
function troubleAtStart(folder: string): Trouble | null {
  const [path, migrations] = [join(folder, 'shop.db'), readMigrations(migrationsFolder)];
  try {
    openAtStart({ path, migrations, isShopOpened: true }).close();
    return null;
  } catch (error) {
    return troubleOf(error);
  }
}

/**
 * Nobody may write into the files, by the system's own mark: first under the open shop, then at its start. With the
 * shop file alone so, what is sold goes into the log of writes: acknowledged, it must be there. Once they may be
 * written again selling goes on, without opening the shop again.
 */
export function immutable(shop: string): Promise<PlaceReport> {
  return inPlace(shop, async (folder) => {
    const path = join(folder, 'shop.db');
    const mark = (sign: '+' | '-', ...paths: readonly string[]): void =>
      void execFileSync('chattr', [`${sign}i`, ...paths]);
    let test = await openShop(folder);
    const tally = createTally(() => test);
    try {
      await tally.sellAll('before', tries);
      mark('+', path, `${path}-wal`);
      await tally.sellNone('both files immutable', tries);
      mark('-', `${path}-wal`);
      // More than the log of writes takes before it is written into the shop file.
      await tally.sellAll('the shop file immutable', 4 * tries);
      mark('-', path);
      await tally.sellAll('both may be written again', tries);
      await test.close();
      mark('+', path);
      const before = readFileSync(path);
      const trouble = troubleAtStart(folder);
      if (trouble !== 'read-only') tally.fail(`started with ${trouble ?? 'a shop that opens'}`);
      if (!readFileSync(path).equals(before)) tally.fail('the start changed the file');
    } finally {
      mark('-', ...[path, `${path}-wal`].filter((file) => existsSync(file)));
    }
    test = await openShop(folder);
    await tally.sellAll('at the next start', tries);
    await test.close();
    tally.fail(...inspectShop(folder, tally.said));
    return tally;
  });
}

/** A folder that is mounted read-only at start: said in words, nothing is touched, and it opens once it may be written. */
export function readOnlyFolder(shop: string): Promise<PlaceReport> {
  return inPlace(shop, async (folder) => {
    const place = join(folder, '../mounted');
    mkdirSync(place);
    execFileSync('mount', ['--bind', folder, place]);
    const tally = createTally(() => test);
    let test: TestApp;
    try {
      execFileSync('mount', ['-o', 'remount,ro,bind', place]);
      const before = readFileSync(join(place, 'shop.db'));
      const trouble = troubleAtStart(place);
      if (trouble !== 'read-only') tally.fail(`started with ${trouble ?? 'a shop that opens'}`);
      if (!readFileSync(join(place, 'shop.db')).equals(before)) tally.fail('the start changed the file');
      execFileSync('mount', ['-o', 'remount,rw,bind', place]);
      test = await openShop(place);
      await tally.sellAll('once it may be written', tries);
      await test.close();
    } finally {
      execFileSync('umount', ['--lazy', place]);
    }
    tally.fail(...inspectShop(folder, tally.said));
    return tally;
  });
}

/** Another program holds the shop file: refused within the time that is waited, and sold again once it lets go. */
export function heldByAnother(shop: string): Promise<PlaceReport> {
  return inPlace(shop, async (folder) => {
    const test = await openShop(folder);
    const tally = createTally(() => test);
    await tally.sellAll('before', tries);
    const script = join(import.meta.dirname, 'hold-file.ts');
    const other = spawn(process.execPath, [script, join(folder, 'shop.db')], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    await once(other.stdout, 'data');
    // Each waits its two seconds.
    await tally.sellNone('while another holds the file', 3);
    const ended = once(other, 'exit');
    other.stdin.end();
    await ended;
    await tally.sellAll('once it let go', tries);
    await test.close();
    tally.fail(...inspectShop(folder, tally.said));
    return tally;
  });
}
