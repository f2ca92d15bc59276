import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createBackupShop } from '../../../test/support/backup-shop.ts';
import { counterSale, line } from '../../../test/support/builders.ts';
import { checkEachCommand, checkShop } from '../../../test/support/check-shop.ts';
import {
  createTestApp,
  firstNow,
  migrationsFolder,
  ownerPassword,
} from '../../../test/support/create-test-app.ts';
import { fixtures, layFixture } from '../../../test/support/fixtures.ts';
import { quickKeeper } from '../../../test/support/quick-keeper.ts';
import { editFile, noticedIn } from '../../../test/support/tampered-shop.ts';
import { compareUpgraded } from '../database/compare-upgraded.ts';
import { readMigrations } from '../database/migrate.ts';
import { UpgradeError, type UpgradeShop, upgradeShop } from './upgrade-shop.ts';

const migrations = readMigrations(migrationsFolder);
const auditKey = Buffer.alloc(32, 2);
const keeper = quickKeeper();

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'orderlla-upgrade-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const shopPath = () => join(folder, 'shop.db');

function options(change: Partial<UpgradeShop> = {}): UpgradeShop {
  const backups = join(folder, 'backups');
  mkdirSync(backups, { recursive: true });
  return {
    ...{ path: shopPath(), migrationsFolder, auditKey, keeper, clock: () => firstNow },
    replaced: join(backups, 'replaced'),
    log: { info: () => undefined, error: () => undefined },
    async backUp(onProgress) {
      const what = { folder: backups, name: 'shop-20261122T113000Z', cause: 'before-upgrade' as const };
      const shop = { shopPath: shopPath(), migrationsFolder, auditKey, passphrase: null };
      await keeper.run('make-backup', { ...what, ...shop, now: firstNow, app: '0.1.0' }, onProgress);
      return 'verified';
    },
    onProgress: () => undefined,
    ...change,
  };
}

/** The migrations and what the change makes of the last one, or one more. */
function otherMigrations(sql: string): string {
  const other = join(folder, 'migrations');
  cpSync(migrationsFolder, other, { recursive: true });
  const number = String(migrations.length + 1).padStart(4, '0');
  writeFileSync(join(other, `${number}_of_a_test.sql`), sql);
  return other;
}

function schemaOf(path: string): unknown {
  const database = new BetterSqlite3(path, { readonly: true });
  try {
    return database.pragma('user_version', { simple: true });
  } finally {
    database.close();
  }
}

describe('the fixtures', () => {
  it('hold a file of each schema that people can have', () => {
    const inHands = migrations
      .map(({ number }) => number)
      .filter((number) => ![3, 4, 5, 6, 7, 8, 10, 11].includes(number));
    // The newest is what the code makes now; it gets its fixture when the next one is added.
    expect(fixtures().map(({ schema }) => schema)).toEqual(
      expect.arrayContaining(inHands.filter((number) => number < migrations.length)),
    );
  });

  it('are small, and of the schema that they say', () => {
    for (const fixture of fixtures()) {
      layFixture(fixture, folder);
      expect(schemaOf(shopPath())).toBe(fixture.schema);
      expect(readFileSync(fixture.file).length).toBeLessThan(300_000);
    }
  });
});

describe.each(fixtures().map((fixture) => [fixture.schema, fixture] as const))(
  'a shop of schema %i',
  (schema, fixture) => {
    it('comes to the newest with everything equal, and sells', async () => {
      layFixture(fixture, folder);
      const original = join(folder, 'original.db');
      cpSync(shopPath(), original);
      const wasOlder = schema < migrations.length;
      expect(await upgradeShop(options())).toBe(wasOlder);
      expect(schemaOf(shopPath())).toBe(migrations.length);
      expect(compareUpgraded(original, shopPath())).toEqual([]);
      if (wasOlder) {
        expect(schemaOf(join(folder, 'backups/shop-20261122T113000Z.db'))).toBe(schema);
        expect(readdirSync(join(folder, 'backups/replaced'))).toEqual(['shop-20261122T113000Z.db']);
      }
      const test = createTestApp({ folder, now: firstNow + 86_400_000 });
      const staffId = 1;
      await test.ask('session.signIn', { staffId, password: ownerPassword });
      await test.ask('orders.place', counterSale([line(1, 1, 450)], { oversellAccepted: [1] as never }));
      await test.ask('timer.run', { cause: 'manual' });
      expect(await noticedIn(test)).toEqual([]);
      expect([...checkShop(test.file.read, auditKey), ...checkEachCommand(test.file.read)]).toEqual([]);
      await test.close();
    });
  },
);

const [first] = fixtures().filter(({ schema }) => schema === 9);
const lay = (): Buffer => {
  if (!first) throw new Error('the fixture of schema 9 is gone');
  layFixture(first, folder);
  return readFileSync(shopPath());
};

describe('a shop that was out of balance before', () => {
  const moreOfTwo = 'UPDATE productStock SET onHand = onHand + 1 WHERE productId = 2;';
  // Rules that know tables of a later schema hold of this one as well.
  const lostMovement = "DELETE FROM stockMovements WHERE sourceType = 'order' AND sourceId = 1;";

  it.each([moreOfTwo, lostMovement])('comes to the newest as it was: %s', async (edit) => {
    lay();
    editFile(folder, edit);
    const original = join(folder, 'original.db');
    cpSync(shopPath(), original);
    expect(await upgradeShop(options())).toBe(true);
    expect(compareUpgraded(original, shopPath())).toEqual([]);
    const test = createTestApp({ folder });
    expect(checkShop(test.file.read, auditKey)).not.toEqual([]);
    await test.close();
  });

  it('gets a backup that is called verified only where nothing is wrong with it', async () => {
    const { desk, test } = await createBackupShop();
    const backUp = () => desk.makeBeforeUpgrade({ path: shopPath(), auditKey }, () => undefined);
    lay();
    expect(await backUp()).toBe('verified');
    editFile(folder, 'UPDATE auditEntries SET at = at - 1000 WHERE id = 3');
    expect(await backUp()).toBe('with-problems');
    expect(await upgradeShop(options({ backUp }))).toBe(true);
    await test.close();
  });

  it('may not be out of balance elsewhere, not even by as much', async () => {
    lay();
    editFile(folder, moreOfTwo);
    const before = readFileSync(shopPath());
    const elsewhere = `UPDATE productStock SET onHand = onHand - 1 WHERE productId = 2;
      UPDATE productStock SET onHand = onHand + 1 WHERE productId = 1;`;
    const failing = upgradeShop(options({ migrationsFolder: otherMigrations(elsewhere) }));
    await expect(failing).rejects.toThrow(/1 × products whose stock/u);
    expect(readFileSync(shopPath()).equals(before)).toBe(true);
  });
});

describe('an upgrade that fails', () => {
  it.each([
    [
      'in the middle of a migration',
      'UPDATE orders SET note = NULL; INSERT INTO nowhere VALUES (1);',
      /nowhere/u,
    ],
    [
      'because a total is another',
      'UPDATE payments SET amount = amount + 1 WHERE orderId = 1;',
      /payments: amount/u,
    ],
    ['because a row is gone', 'DELETE FROM productStock WHERE productId = 2;', /productStock: rows/u],
    [
      'because the log is another',
      "DROP TRIGGER auditEntriesNoUpdate; UPDATE auditEntries SET hash = 'x' WHERE id = 3;",
      /.*/u,
    ],
  ])('%s leaves the shop byte by byte as it was', async (_what, sql, words) => {
    const before = lay();
    const failing = upgradeShop(options({ migrationsFolder: otherMigrations(sql) }));
    await expect(failing).rejects.toThrow(UpgradeError);
    await expect(failing).rejects.toThrow(words);
    expect(readFileSync(shopPath()).equals(before)).toBe(true);
    expect(readdirSync(folder).filter((name) => name.includes('upgrade'))).toEqual([]);
    expect(readdirSync(join(folder, 'backups')).length).toBeGreaterThan(1);
  });

  it('without a backup nothing is begun', async () => {
    const before = lay();
    const backUp = () => Promise.reject(new Error('the disk is gone'));
    await expect(upgradeShop(options({ backUp }))).rejects.toMatchObject({ backup: null });
    expect(readFileSync(shopPath()).equals(before)).toBe(true);
  });

  it('says so as well where its copy cannot be taken away', async () => {
    const before = lay();
    mkdirSync(`${shopPath()}.upgrade/full`, { recursive: true });
    await expect(upgradeShop(options())).rejects.toMatchObject({ backup: 'verified' });
    expect(readFileSync(shopPath()).equals(before)).toBe(true);
  });

  it('takes away what an earlier one left', async () => {
    lay();
    writeFileSync(`${shopPath()}.upgrade`, 'half');
    writeFileSync(`${shopPath()}.upgrade-journal`, 'half');
    await upgradeShop(options());
    expect(existsSync(`${shopPath()}.upgrade`)).toBe(false);
    expect(existsSync(`${shopPath()}.upgrade-journal`)).toBe(false);
  });
});
