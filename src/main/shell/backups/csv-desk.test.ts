import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type BackupShop, createBackupShop } from '../../../../test/support/backup-shop.ts';
import { migrationsFolder, ownerPassword } from '../../../../test/support/create-test-app.ts';
import { partsOf, rowsOf } from '../../../../test/support/csv-sets.ts';
import { quickKeeper } from '../../../../test/support/quick-keeper.ts';
import type { CsvMade, SomeCsvTables } from '../../app/desktop-backups.ts';

const day = 86_400_000;
let shop: BackupShop;

beforeEach(async () => {
  shop = await createBackupShop();
  shop.desk.setAutomatic(false);
});
afterEach(() => shop.test.close());

const work = (signal = new AbortController().signal) => ({ onProgress: () => undefined, signal });
const kept = () => readdirSync(shop.at('backups', 'csv')).toSorted();

async function take(some: SomeCsvTables | null, signal?: AbortSignal) {
  const pieces: Uint8Array[] = [];
  let made: CsvMade | null = null;
  for await (const piece of shop.desk.csvPieces(some, work(signal), (given) => {
    made = given;
  }))
    pieces.push(piece);
  return { bytes: Buffer.concat(pieces), made: made as CsvMade | null };
}

describe('the shop as CSV for whoever asks', () => {
  it('comes whole, in pieces, and nothing stays in scratch', async () => {
    await shop.sell();
    const { bytes, made } = await take(null);
    expect(made?.bytes).toBe(bytes.length);
    expect(readdirSync(shop.at('scratch'))).toEqual([]);
    writeFileSync(shop.at('taken.zip'), bytes);
    const given = { isKept: true, passphrase: null, migrationsFolder, auditKey: null, manifest: null };
    const to = shop.at('made.db');
    await quickKeeper().run('open-backup', { ...given, from: shop.at('taken.zip'), to });
    expect(rowsOf(to)).toBe(rowsOf(shop.at('shop.db')));
  });

  it('is one file of one table', async () => {
    await shop.sell();
    const { bytes, made } = await take({ tables: ['orders'], days: null });
    expect(bytes.toString().split('\r\n')).toHaveLength(3);
    expect(made?.rows).toBe(1);
  });

  it('waits for nothing that runs already, and is stopped without a trace', async () => {
    const making = shop.desk.make(work());
    await expect(take(null)).rejects.toMatchObject({ code: 'backup-running' });
    await making;
    await expect(take(null, AbortSignal.abort(new Error('stopped')))).rejects.toThrow('stopped');
    const pieces = shop.desk.csvPieces(null, work(), () => undefined);
    await pieces.next();
    await pieces.return(undefined);
    expect(readdirSync(shop.at('scratch'))).toEqual([]);
    expect((await shop.desk.state()).running).toBeNull();
  });
});

describe('the shop as CSV by itself', () => {
  it('is not made unless somebody wants it', async () => {
    await shop.desk.beat();
    expect(existsSync(shop.at('backups', 'csv'))).toBe(false);
    expect((await shop.desk.state()).csv).toEqual({ schedule: 'never', last: null, failure: null });
  });

  it.each([
    ['daily', [0, 1, 2]],
    ['weekly', [0, 7]],
    ['monthly', [0, 9]],
  ] as const)('is made %s', async (schedule, expected) => {
    shop.desk.setCsvSchedule(schedule);
    const days: number[] = [];
    let before = 0;
    const last = Math.max(...expected);
    for (let count = 0; count <= last; count += 1) {
      await shop.sell();
      await shop.desk.beat();
      await shop.desk.beat();
      if (kept().length > before) days.push(count);
      before = kept().length;
      shop.test.now += day;
    }
    expect(days).toEqual(expected);
    const { csv } = await shop.desk.state();
    expect(csv.last?.at).toBe(shop.test.now - day);
    expect((await partsOf(shop.at('backups', 'csv', kept()[0] ?? ''))).has('manifest.json')).toBe(true);
  });

  it('is not made again while nothing that it holds has changed', async () => {
    shop.desk.setCsvSchedule('daily');
    await shop.sell();
    await shop.desk.beat();
    const [first] = kept();
    const madeAt = shop.test.now;
    shop.test.now += day;
    // Somebody signs in, and the timer runs without delivering anything.
    await shop.test.ask('session.lock', {});
    await shop.test.ask('session.signIn', { staffId: 1, password: ownerPassword });
    await shop.test.ask('timer.run', { cause: 'manual' });
    await shop.desk.beat();
    expect([kept(), (await shop.desk.state()).csv.last]).toEqual([
      [first],
      { at: madeAt, bytes: expect.any(Number), stillTrueAt: shop.test.now },
    ]);
    shop.test.now += day;
    await shop.sell();
    await shop.desk.beat();
    expect([kept().length, (await shop.desk.state()).csv.last?.stillTrueAt]).toEqual([2, null]);
    // A file that somebody took away is made again.
    shop.test.now += day;
    rmSync(shop.at('backups', 'csv', kept().at(-1) ?? ''));
    await shop.desk.beat();
    expect(kept()).toHaveLength(2);
  });

  it('keeps the newest twelve, and what is somebody’s own', async () => {
    mkdirSync(shop.at('backups', 'csv'));
    writeFileSync(shop.at('backups', 'csv', 'mine.zip'), 'mine');
    for (let count = 1; count <= 14; count += 1)
      writeFileSync(
        shop.at('backups', 'csv', `shop-202501${String(count).padStart(2, '0')}T120000Z.zip`),
        '',
      );
    shop.desk.setCsvSchedule('daily');
    await shop.desk.beat();
    expect(kept()).toHaveLength(13);
    expect(kept()).toContain('mine.zip');
    expect(kept()).toContain('shop-20261122T113000Z.zip');
    expect(kept()).not.toContain('shop-20250103T120000Z.zip');
  });

  it('says why one could not be made, leaves nothing, and tries again in an hour', async () => {
    rmSync(shop.at('backups', 'csv'), { recursive: true, force: true });
    writeFileSync(shop.at('backups', 'csv'), 'in the way');
    shop.desk.setCsvSchedule('daily');
    await shop.desk.beat();
    expect((await shop.desk.state()).csv).toMatchObject({ last: null, failure: { at: shop.test.now } });
    expect(readFileSync(shop.at('backups', 'csv'), 'utf8')).toBe('in the way');
    rmSync(shop.at('backups', 'csv'));
    await shop.desk.beat();
    expect(existsSync(shop.at('backups', 'csv'))).toBe(false);
    shop.test.now += 60 * 60_000;
    await shop.desk.beat();
    expect(kept()).toHaveLength(1);
    expect((await shop.desk.state()).csv.failure).toBeNull();
  });

  it('takes away what an earlier start did not finish, and goes on after the clock was set back', async () => {
    shop.desk.setCsvSchedule('monthly');
    await shop.desk.beat();
    writeFileSync(shop.at('backups', 'csv', 'shop-20261122T120000Z.zip.part'), 'half');
    shop.begin();
    expect(kept()).toHaveLength(1);
    shop.test.now -= 100 * day;
    await shop.sell();
    await shop.desk.beat();
    expect(kept()).toHaveLength(2);
  });
});
