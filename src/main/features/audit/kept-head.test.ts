import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ownerPassword } from '../../../../test/support/create-test-app.ts';
import {
  closedShop,
  copyOf,
  type Noticed,
  noticedAtStart,
  noticedIn,
  openAgain,
  replaceShopFile,
} from '../../../../test/support/tampered-shop.ts';

let shop: string;
beforeAll(async () => {
  shop = await closedShop();
});
afterAll(() => rmSync(shop, { recursive: true }));

const finding = (kind: string): Noticed => ({ kind, target: null, params: {} });

describe('the kept head', () => {
  const headIn = (folder: string): string => join(folder, 'audit-head.json');

  it('that is gone is itself noticed, once', async () => {
    const copy = copyOf(shop);
    rmSync(headIn(copy));
    const test = await openAgain(copy);
    expect(await noticedIn(test)).toEqual([finding('head-missing')]);
    await test.close();
    expect(existsSync(headIn(copy))).toBe(true);
    expect(await noticedAtStart(copy)).toHaveLength(1);
  });

  it('that somebody wrote is noticed', async () => {
    for (const write of [
      (text: string) => text.replace(/"orders":\d+/, '"orders":1'),
      () => 'not JSON',
      () => '{"version":1,"heads":[{"fileId":"x"}]}',
    ]) {
      const copy = copyOf(shop);
      writeFileSync(headIn(copy), write(readFileSync(headIn(copy), 'utf8')));
      expect(await noticedAtStart(copy)).toEqual([finding('head-damaged')]);
    }
  });

  it('that is behind after a crash is no finding', async () => {
    const copy = copyOf(shop);
    const behind = readFileSync(headIn(copy), 'utf8');
    const test = await openAgain(copy);
    await test.ask('session.signIn', { staffId: 1, password: ownerPassword });
    await test.ask('shop.update', { phone: 'new' });
    await test.close();
    writeFileSync(headIn(copy), behind);
    expect(await noticedAtStart(copy)).toEqual([]);
  });

  it('tells a file that went on elsewhere from one that was cut', async () => {
    const [here, elsewhere] = [copyOf(shop), copyOf(shop)];
    for (const [folder, count] of [
      [here, 2],
      [elsewhere, 6],
    ] as const) {
      const test = await openAgain(folder);
      await test.ask('session.signIn', { staffId: 1, password: ownerPassword });
      for (let turn = 0; turn < count; turn += 1)
        await test.ask('shop.update', { phone: `${folder} ${turn}` });
      await test.close();
    }
    replaceShopFile(elsewhere, here);
    expect((await noticedAtStart(here)).map(({ kind }) => kind)).toContain('history-differs');
    rmSync(elsewhere, { recursive: true });
  });
});
