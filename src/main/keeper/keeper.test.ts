import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { barPlace } from '../../../test/support/bar-place.ts';
import { addProduct, counterSale, line } from '../../../test/support/builders.ts';
import { migrationsFolder, type TestApp } from '../../../test/support/create-test-app.ts';
import { eventfulShop } from '../../../test/support/eventful-shop.ts';
import { quickKeeper } from '../../../test/support/quick-keeper.ts';
import { createLocalKeeper } from './jobs.ts';
import type { MakeBackup } from './make-backup.ts';
import { type Manifest, readManifest, writeManifest } from './manifest.ts';
import type { OpenBackup } from './open-backup.ts';

const auditKey = Buffer.alloc(32, 2);
const keeper = quickKeeper();
let test: TestApp;
const at = (...parts: string[]) => join(test.folder, ...parts);

beforeEach(async () => {
  test = await eventfulShop();
  mkdirSync(at('backups'));
  mkdirSync(at('second'));
});
afterEach(() => test.close());

const wish = (change: Partial<MakeBackup> = {}): MakeBackup => ({
  ...{ shopPath: at('shop.db'), folder: at('backups'), name: 'shop-20261122T113000Z', cause: 'by-hand' },
  ...{ now: test.now, app: '1.2.3', migrationsFolder, auditKey, passphrase: null },
  ...change,
});
const opening = (manifest: Manifest | null, change: Partial<OpenBackup> = {}): OpenBackup => ({
  ...{ from: at('backups', 'shop-20261122T113000Z.db'), to: at('scratch', 'opened.db'), isKept: false },
  ...{ passphrase: null, migrationsFolder, auditKey, manifest },
  ...change,
});
const words = 'correct horse battery staple';

describe('a backup', () => {
  it('is one file and its manifest, whole, and says what is in it', async () => {
    const told: number[] = [];
    const manifest = await keeper.run('make-backup', wish(), ({ done }) => told.push(done));
    expect(readdirSync(at('backups')).sort()).toEqual([
      'shop-20261122T113000Z.db',
      'shop-20261122T113000Z.json',
    ]);
    expect(manifest).toMatchObject({ cause: 'by-hand', madeAt: test.now, problems: [], isEncrypted: false });
    expect(manifest.bytes).toBe(statSync(at('backups', 'shop-20261122T113000Z.db')).size);
    expect(await readManifest(at('backups', 'shop-20261122T113000Z.json'), auditKey)).toEqual(manifest);
    expect(told.length).toBeGreaterThan(5);
    expect(told.every((one, index) => index === 0 || one >= (told[index - 1] ?? 0))).toBe(true);
    const { problems, facts } = await keeper.run('open-backup', opening(manifest));
    expect([problems, facts]).toEqual([[], manifest.facts]);
    expect(existsSync(at('scratch', 'opened.db'))).toBe(false);
  });

  it('is the shop, table by table', async () => {
    const manifest = await keeper.run('make-backup', wish());
    await keeper.run('open-backup', opening(manifest, { isKept: true }));
    const tablesOf = (path: string) => {
      const file = new BetterSqlite3(path, { readonly: true });
      const names = file
        .prepare(
          "SELECT name FROM sqlite_schema WHERE type = 'table' AND rootpage > 0 AND sql NOT LIKE '%fts5%' ORDER BY 1",
        )
        .pluck()
        .all() as string[];
      const rows = names.map((name) => [name, file.prepare(`SELECT * FROM "${name}"`).raw().all()]);
      file.close();
      return JSON.stringify(rows);
    };
    expect(tablesOf(at('scratch', 'opened.db'))).toBe(tablesOf(at('shop.db')));
  });

  it('that is encrypted opens with its words alone, and shows nothing without', async () => {
    const manifest = await keeper.run('make-backup', wish({ passphrase: words }));
    const path = at('backups', 'shop-20261122T113000Z.db.age');
    expect(readdirSync(at('backups')).sort()).toEqual([
      'shop-20261122T113000Z.db.age',
      'shop-20261122T113000Z.json',
    ]);
    expect(readFileSync(path).includes('SQLite format')).toBe(false);
    const open = (passphrase: string | null) =>
      keeper.run('open-backup', opening(manifest, { from: path, passphrase }));
    expect((await open(words)).facts).toEqual(manifest.facts);
    await expect(open('other words')).rejects.toMatchObject({ code: 'wrong-passphrase' });
    await expect(open(null)).rejects.toMatchObject({ code: 'wrong-passphrase' });
    expect(existsSync(at('scratch', 'opened.db'))).toBe(false);
  });

  it('that is encrypted costs whoever guesses its words what the age programs ask for', async () => {
    await createLocalKeeper().run('make-backup', wish({ passphrase: words }));
    const begin = readFileSync(at('backups', 'shop-20261122T113000Z.db.age')).toString('latin1', 0, 120);
    expect(begin).toMatch(/^age-encryption\.org\/v1\n-> scrypt \S+ 18\n/u);
  });

  it('of a shop that does not balance is kept and says so', async () => {
    test.file.transaction((db) => db.statement('UPDATE productStock SET onHand = onHand + 1000').run());
    const manifest = await keeper.run('make-backup', wish());
    expect(manifest.problems.map(({ check }) => check)).toContain('stock');
  });

  it('of a damaged file is no backup', async () => {
    await test.close();
    const bytes = readFileSync(at('shop.db'));
    const copy = at('damaged.db');
    writeFileSync(copy, bytes.fill(0, bytes.length / 2, bytes.length / 2 + 40_000));
    const make = keeper.run('make-backup', wish({ shopPath: copy }));
    await expect(make).rejects.toMatchObject({ code: 'backup-failed' });
    expect(readdirSync(at('backups'))).toEqual([]);
    test = await eventfulShop();
  });

  it('that is stopped, or has no folder, leaves nothing behind', async () => {
    const stopping = new AbortController();
    const make = keeper.run('make-backup', wish(), () => stopping.abort(), stopping.signal);
    await expect(make).rejects.toMatchObject({ name: 'AbortError' });
    expect(readdirSync(at('backups'))).toEqual([]);
    await expect(keeper.run('make-backup', wish({ folder: at('nowhere') }))).rejects.toMatchObject({
      code: 'backup-failed',
    });
  });

  it('whose manifest cannot be written leaves nothing behind', async () => {
    mkdirSync(at('backups', 'shop-20261122T113000Z.json'));
    await expect(keeper.run('make-backup', wish())).rejects.toMatchObject({ code: 'backup-failed' });
    expect(readdirSync(at('backups'))).toEqual(['shop-20261122T113000Z.json']);
  });

  // On Windows a mode says nothing of a folder.
  it.skipIf(process.platform === 'win32')('is refused in words where nothing can be taken away', async () => {
    const making = keeper.run('make-backup', wish(), () => void barPlace(at('backups'), true));
    const refused = await making
      .catch((error: unknown) => error)
      .finally(() => barPlace(at('backups'), false));
    const hasMark = barPlace(at('backups'), false);
    if (hasMark) expect(refused).toMatchObject({ code: 'backup-failed' });
  });

  it('holds every order that was acknowledged before it began, though more are placed', async () => {
    const product = addProduct(test, { name: 'Tea', stock: 500 });
    const place = (cart: string) =>
      test.ask('orders.place', counterSale([line(product, 1, 350)], { cartId: cart }));
    for (let count = 0; count < 20; count += 1) await place(`before-${count}`);
    const before = test.file.read.statement('SELECT max(id) FROM orders').get() as Record<string, number>;
    let isMaking = true;
    let placed = 0;
    const selling = (async () => {
      while (isMaking) {
        await place(`during-${placed}`);
        placed += 1;
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
    })();
    const manifest = await keeper.run('make-backup', wish());
    isMaking = false;
    await selling;
    expect(placed).toBeGreaterThan(0);
    expect(manifest.facts.orders).toBeGreaterThanOrEqual(before['max(id)'] ?? 1);
    expect(manifest.problems).toEqual([]);
  });
});

describe('a backup that somebody or something changed', () => {
  it.each([
    ['a byte of it', 'shop-20261122T113000Z.db'],
    ['a byte of it, encrypted', 'shop-20261122T113000Z.db.age'],
  ])('is noticed: %s', async (_what, fileName) => {
    const passphrase = fileName.endsWith('.age') ? words : null;
    const manifest = await keeper.run('make-backup', wish({ passphrase }));
    const path = at('backups', fileName);
    const bytes = readFileSync(path);
    bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
    writeFileSync(path, bytes);
    const opened = await keeper.run('open-backup', opening(manifest, { from: path, passphrase }));
    expect(opened.problems.map(({ check }) => check)).toEqual(['file']);
  });

  it('is noticed though its hash was made anew: the manifest is signed', async () => {
    const manifest = await keeper.run('make-backup', wish());
    const path = at('backups', 'shop-20261122T113000Z.json');
    writeFileSync(path, readFileSync(path, 'utf8').replace('"by-hand"', '"automatic"'));
    expect(await readManifest(path, auditKey)).toBeNull();
    await writeManifest(path, Buffer.alloc(32, 3), manifest);
    expect(await readManifest(path, auditKey)).toBeNull();
  });

  it('is told apart from another that is whole by itself', async () => {
    const manifest = await keeper.run('make-backup', wish());
    const other = { ...manifest, facts: { ...manifest.facts, orders: manifest.facts.orders + 1 } };
    const { problems } = await keeper.run('open-backup', opening(other));
    expect(problems.map(({ check }) => check)).toEqual(['counts']);
  });

  it('is said to be gone', async () => {
    const manifest = await keeper.run('make-backup', wish());
    rmSync(at('backups', 'shop-20261122T113000Z.db'));
    await expect(keeper.run('open-backup', opening(manifest))).rejects.toMatchObject({ code: 'backup-gone' });
  });
});

describe('the second place', () => {
  it('gets the file and its manifest, read back', async () => {
    const manifest = await keeper.run('make-backup', wish());
    await keeper.run('copy-backup', {
      from: at('backups'),
      to: at('second'),
      manifest,
      auditKey,
    });
    const file = 'shop-20261122T113000Z.db';
    expect(readFileSync(at('second', file)).equals(readFileSync(at('backups', file)))).toBe(true);
    expect(readdirSync(at('second')).sort()).toEqual([file, 'shop-20261122T113000Z.json']);
  });

  it('that is not there any more is not made again: it may be where the stick was', async () => {
    const manifest = await keeper.run('make-backup', wish());
    rmSync(at('second'), { recursive: true });
    const copy = keeper.run('copy-backup', { from: at('backups'), to: at('second'), manifest, auditKey });
    await expect(copy).rejects.toMatchObject({ code: 'backup-failed' });
    expect(existsSync(at('second'))).toBe(false);
  });

  it('gets nothing that is not the backup any more, and nothing half', async () => {
    const manifest = await keeper.run('make-backup', wish());
    writeFileSync(at('backups', 'shop-20261122T113000Z.db'), 'something else');
    const copy = keeper.run('copy-backup', { from: at('backups'), to: at('second'), manifest, auditKey });
    await expect(copy).rejects.toMatchObject({ code: 'backup-failed' });
    rmSync(at('backups', 'shop-20261122T113000Z.db'));
    const gone = keeper.run('copy-backup', { from: at('backups'), to: at('second'), manifest, auditKey });
    await expect(gone).rejects.toMatchObject({ code: 'backup-failed' });
    expect(readdirSync(at('second'))).toEqual([]);
  });
});
