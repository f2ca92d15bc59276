import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startKeeper } from '../../../../bench/keeper.ts';
import { type BackupShop, createBackupShop } from '../../../../test/support/backup-shop.ts';
import { quickKeeper } from '../../../../test/support/quick-keeper.ts';
import { editFile } from '../../../../test/support/tampered-shop.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import type { Keeper } from '../../keeper/jobs.ts';

const hour = 3_600_000;
const work = () => ({ onProgress: () => undefined, signal: new AbortController().signal });
let shop: BackupShop;

beforeEach(async () => {
  shop = await createBackupShop();
});
afterEach(() => shop.test.close());

const files = (...folder: string[]) => readdirSync(shop.at(...folder)).sort();
const stick = ['stick', 'Orderlla backups'];

/** Other bytes in a file of the same length. */
function damageFile(path: string): void {
  const bytes = readFileSync(path);
  bytes.fill(7, bytes.length / 2, bytes.length / 2 + 100);
  writeFileSync(path, bytes);
}

async function useStick(): Promise<void> {
  const place = await shop.desk.chooseSecondPlace();
  expect(shop.desk.setSecondPlace(place?.token ?? '')).toBe(true);
  await shop.copied();
}

describe('a shop that is not as it should be', () => {
  it('is kept as it is beside the last good backup: nothing else holds what was sold since', async () => {
    const { desk, test } = shop;
    await shop.sell();
    await desk.beat();
    const good = files('backups')[0];
    editFile(shop.test.folder, 'UPDATE orders SET lineCount = lineCount + 1');
    test.now += hour;
    await shop.sell();
    await desk.beat();
    const rows = await desk.list();
    expect(rows).toMatchObject([
      { state: 'damaged', verifiedAt: null, keptAs: ['hour', 'day', 'month'], facts: { orders: 2 } },
      { state: 'verified', facts: { orders: 1 } },
    ]);
    expect(files('backups')).toContain(good);
    expect((await desk.state()).failure?.reason).toContain('orders unlike');
    test.now += 20 * 60_000;
    await desk.beat();
    expect(shop.jobs.filter((name) => name === 'make-backup')).toHaveLength(2);
    test.now += hour;
    await desk.beat();
    expect(shop.jobs.filter((name) => name === 'make-backup')).toHaveLength(3);
  });
});

describe('what is stopped', () => {
  it('leaves nothing, in the process of its own that is ended for it', async () => {
    const desk = shop.begin(startKeeper());
    const stop = new AbortController();
    const made = desk.make({ onProgress: () => stop.abort(), signal: stop.signal });
    await expect(made).rejects.toMatchObject({ name: 'AbortError' });
    expect(files('backups')).toEqual([]);
    expect((await desk.make(work())).state).toBe('verified');
  });

  it('at whatever time leaves a verified backup or none', async () => {
    const desk = shop.begin(startKeeper());
    for (const part of [1, 30, 55, 61, 90, 99]) {
      const stop = new AbortController();
      const onProgress = ({ done }: { done: number }) => {
        if (done >= part) stop.abort();
      };
      const made = await desk.make({ onProgress, signal: stop.signal }).then(
        () => true,
        () => false,
      );
      shop.test.now += 1000;
      const rows = await desk.list();
      expect(rows.every(({ state }) => state === 'verified')).toBe(true);
      expect(files('backups')).toHaveLength(rows.length * 2);
      if (made) expect(rows.length).toBeGreaterThan(0);
    }
  });

  it('as it was checked leaves nothing open to read', async () => {
    shop.passphrase = 'correct horse battery';
    const { name, encrypted } = await shop.desk.make(work());
    expect(encrypted).toBe(true);
    const stop = new AbortController();
    const desk = shop.begin(startKeeper());
    const checked = desk.check(name, null, { onProgress: () => undefined, signal: stop.signal });
    const look = setInterval(() => files('scratch').length > 0 && stop.abort(), 1);
    await expect(checked).rejects.toMatchObject({ name: 'AbortError' });
    clearInterval(look);
    expect(files('scratch')).toEqual([]);
  });

  it('between its last two steps leaves no file that nothing vouches for', async () => {
    const quick = quickKeeper();
    const run = async (name: string, input: unknown, ...rest: unknown[]) => {
      const { folder, name: file } = input as { folder: string; name: string };
      await quick.run(name as never, input as never, ...(rest as []));
      rmSync(`${folder}/${file}.json`);
      throw new AppError('helper-ended');
    };
    const desk = shop.begin({ run } as Keeper);
    writeFileSync(shop.at('backups', 'shop-20200101T000000Z.db'), 'somebody’s own');
    await expect(desk.make(work())).rejects.toMatchObject({ code: 'helper-ended' });
    shop.passphrase = 'correct horse battery';
    await expect(desk.make(work())).rejects.toMatchObject({ code: 'helper-ended' });
    expect(files('backups')).toEqual(['shop-20200101T000000Z.db']);
  });

  it('stays where it was made all the same', async () => {
    const quick = quickKeeper();
    const run = async (name: string, ...rest: unknown[]) => {
      await quick.run(name as never, ...(rest as [never]));
      throw new AppError('helper-ended');
    };
    const desk = shop.begin({ run } as Keeper);
    await expect(desk.make(work())).rejects.toMatchObject({ code: 'helper-ended' });
    expect(await desk.list()).toMatchObject([{ state: 'verified' }]);
  });

  it('by a power cut at its last step is known by the manifest that lies ready', async () => {
    const { name } = await shop.desk.make(work());
    renameSync(shop.at('backups', `${name}.json`), shop.at('backups', `${name}.json.part`));
    writeFileSync(shop.at('backups', 'shop-20200101T000000Z.db'), 'somebody’s own');
    shop.begin();
    expect(files('backups')).toEqual(['shop-20200101T000000Z.db']);
  });

  it('has left nothing open to read at the next start', () => {
    writeFileSync(shop.at('scratch', 'shop-20261122T113000Z.db'), 'what was encrypted, decrypted');
    shop.begin();
    expect(files('scratch')).toEqual([]);
  });
});

describe('two things at once', () => {
  it('are no failure: what came second waits for the next beat', async () => {
    const { desk } = shop;
    const beat = desk.beat();
    await desk.make(work());
    await beat;
    expect(await desk.state()).toMatchObject({ failure: null, level: 'good' });
  });

  it('do not make the rehearsal one that failed', async () => {
    const { desk, test } = shop;
    test.now = Date.UTC(2026, 10, 23, 2, 50);
    await desk.make(work());
    test.now = Date.UTC(2026, 10, 23, 3, 5);
    const beat = desk.beat();
    await desk.make(work());
    await beat;
    expect((await desk.state()).level).toBe('good');
    await desk.beat();
    expect((await desk.state()).rehearsal).toMatchObject({ isBalanced: true });
  });
});

describe('a clock that was set back', () => {
  it('leaves no backup in the future that says all is well', async () => {
    const { desk, test } = shop;
    await desk.beat();
    test.now -= 72 * hour;
    await shop.sell();
    expect(await desk.state()).toMatchObject({ verifiedAt: null, level: 'bad' });
    await desk.beat();
    await desk.beat();
    test.now += 20 * 60_000;
    await desk.beat();
    expect(await desk.list()).toHaveLength(2);
    expect((await desk.state()).level).toBe('good');
  });
});

describe('the second place', () => {
  it('gives back what cannot be opened in the first any more', async () => {
    const { desk } = shop;
    const { name } = await desk.make(work());
    await useStick();
    damageFile(shop.at('backups', `${name}.db`));
    expect((await desk.check(name, null, work())).problems).not.toEqual([]);
    expect(await desk.list()).toMatchObject([{ name, state: 'verified', places: ['second'] }]);
    expect((await desk.check(name, null, work())).problems).toEqual([]);
  });

  it('is found damaged too, and does not count then', async () => {
    const { desk } = shop;
    const { name } = await desk.make(work());
    await useStick();
    rmSync(shop.at('backups'), { recursive: true });
    damageFile(shop.at(...stick, `${name}.db`));
    expect((await desk.check(name, null, work())).problems).not.toEqual([]);
    expect(await desk.list()).toMatchObject([{ name, state: 'damaged', places: ['second'] }]);
  });

  it('gets the others, though one of them cannot be copied', async () => {
    const { desk, test } = shop;
    const first = await desk.make(work());
    test.now += 25 * hour;
    await shop.sell();
    const second = await desk.make(work());
    damageFile(shop.at('backups', `${second.name}.db`));
    await useStick();
    expect(files(...stick)).toContain(`${first.name}.db`);
    expect(files(...stick)).not.toContain(`${second.name}.db`);
    expect((await desk.state()).second?.failure?.reason).toContain('read back');
  });

  it('never loses the file of another shop that has the same name', async () => {
    const { desk } = shop;
    const { name } = await desk.make(work());
    mkdirSync(shop.at(...stick), { recursive: true });
    writeFileSync(shop.at(...stick, `${name}.db`), 'of another shop');
    await useStick();
    expect(readFileSync(shop.at(...stick, `${name}.db`), 'utf8')).toBe('of another shop');
    expect(await desk.state()).toMatchObject({ second: { waiting: 1 } });
    expect((await desk.state()).second?.failure?.reason).toContain('another file');
  });

  it('is given the manifest that a stop kept from it', async () => {
    const { desk } = shop;
    const { name, bytes } = await desk.make(work());
    mkdirSync(shop.at(...stick), { recursive: true });
    cpSync(shop.at('backups', `${name}.db`), shop.at(...stick, `${name}.db`));
    expect((await desk.list())[0]?.places).toEqual(['first']);
    await useStick();
    expect(existsSync(shop.at(...stick, `${name}.json`))).toBe(true);
    expect(statSync(shop.at(...stick, `${name}.db`)).size).toBe(bytes);
    expect((await desk.list())[0]?.places).toEqual(['first', 'second']);
  });
});

describe('shops that were replaced', () => {
  it('go after 30 days by themselves, whether or not anybody looks', async () => {
    const folder = shop.at('backups', 'replaced');
    mkdirSync(folder, { recursive: true });
    const names = ['shop-20261022T120000Z.db', 'shop-20261121T000000Z.db'];
    for (const name of names) writeFileSync(`${folder}/${name}`, 'a shop');
    await shop.desk.beat();
    expect(files('backups', 'replaced')).toEqual([names[1]]);
  });
});
