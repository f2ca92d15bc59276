import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { endWatched, openWatched, type WatchedShop } from '../../../../test/support/watched-shop.ts';
import { type Cart, emptyCart } from '../../../shared/domain/cart.ts';
import { money } from '../../../shared/domain/money.ts';
import { quantity } from '../../../shared/domain/quantity.ts';
import type { ShopFile } from '../../database/open-shop-file.ts';
import { KeptCarts } from './kept-carts.ts';

const twoCups: Cart = {
  ...emptyCart,
  lines: [
    {
      ...{ id: 'line', productId: null, name: 'Cup', sku: null, unit: 'piece', quantity: quantity(2000) },
      ...{ unitPrice: money(350), priceOverridden: false, taxes: [], taxClassId: 1, pictureId: null },
      ...{ discount: null, note: '' },
    },
  ],
};

let test: WatchedShop;
let logged: string[];
beforeEach(async () => {
  logged = [];
  test = await openWatched();
});
afterEach(() => endWatched(test));

const path = () => join(test.folder, 'open-carts.json');
const create = () =>
  new KeptCarts({
    folder: test.folder,
    log: { info: () => undefined, error: (message) => void logged.push(message) },
  });
const file = (): ShopFile => test.shop.file() as ShopFile;
const save = (cartId: string, note: string) =>
  test.ask('carts.save', { cartId, content: { ...emptyCart, note }, isEmpty: false });
const open = () => test.ask('carts.open', {});

async function until(isSo: () => boolean): Promise<void> {
  for (let turn = 0; turn < 1000 && !isSo(); turn += 1)
    await new Promise((resolve) => setTimeout(resolve, 10));
}

/** What a shop that is given up leaves to the next run. */
async function leave(): Promise<void> {
  const carts = create();
  carts.bringBack(file());
  carts.keep(file());
  await until(() => existsSync(path()));
}

describe('an open cart that is kept outside its shop file', () => {
  it('lies in a file that only this account reads', async () => {
    await save('a', 'first');
    await leave();
    expect(JSON.parse(readFileSync(path(), 'utf8'))).toMatchObject([{ id: 'a', content: { note: 'first' } }]);
    if (process.platform !== 'win32') expect(statSync(path()).mode & 0o777).toBe(0o600);
  });

  it('takes the place of an older one, and is kept no longer', async () => {
    await save('a', 'first');
    await leave();
    await test.ask('carts.save', { cartId: 'a', content: {}, isEmpty: true });
    create().bringBack(file());
    expect(await open()).toMatchObject({ cartId: 'a', content: { note: 'first' } });
    await until(() => !existsSync(path()));
    expect(existsSync(path())).toBe(false);
  });

  it('gives way to a newer one', async () => {
    await save('a', 'first');
    await leave();
    test.now += 60_000;
    await save('b', 'second');
    create().bringBack(file());
    expect(await open()).toMatchObject({ cartId: 'b', content: { note: 'second' } });
  });

  it('never comes to another shop, and waits for its own', async () => {
    await save('a', 'first');
    await leave();
    const [kept] = JSON.parse(readFileSync(path(), 'utf8'));
    writeFileSync(path(), JSON.stringify([{ ...kept, shop: 'another', id: 'theirs' }]));
    const carts = create();
    carts.bringBack(file());
    expect(await open()).toMatchObject({ cartId: 'a' });
    carts.keep(file());
    await until(() => JSON.parse(readFileSync(path(), 'utf8')).length === 2);
    expect(JSON.parse(readFileSync(path(), 'utf8'))).toMatchObject([{ id: 'theirs' }, { id: 'a' }]);
  });

  it('stays sold where it was sold by then', async () => {
    await save('sold', 'first');
    await leave();
    expect(await test.sell('sold')).toBeTypeOf('number');
    create().bringBack(file());
    expect([await open(), logged]).toEqual([null, []]);
  });

  it('is counted for the file that it lay in, and for no other', async () => {
    await test.ask('carts.save', { cartId: 'a', content: twoCups, isEmpty: false });
    await leave();
    expect([create().items(test.path), create().items(join(test.folder, 'other.db'))]).toEqual([2, 0]);
  });

  it('is none where a part of it is of another kind', async () => {
    await save('a', 'first');
    await leave();
    const [kept] = JSON.parse(readFileSync(path(), 'utf8'));
    await test.ask('carts.save', { cartId: 'a', content: {}, isEmpty: true });
    for (const bent of [{ updatedAt: 'soon' }, { content: [] }, { till: 7 }, { id: '' }]) {
      writeFileSync(path(), JSON.stringify([{ ...kept, ...bent }]));
      create().bringBack(file());
      expect([await open(), logged]).toEqual([null, []]);
    }
  });

  it.each(['', '{}', '[{"id": 1}]', '[{"shop": "x", "content": "not an object"}]', 'null'])(
    'is none where the file holds %j',
    async (written) => {
      writeFileSync(path(), written);
      await save('b', 'second');
      const carts = create();
      carts.bringBack(file());
      expect([carts.items(test.path), logged]).toEqual([0, []]);
      expect(await open()).toMatchObject({ cartId: 'b' });
    },
  );

  it('is in memory all the same where it cannot be written down', async () => {
    mkdirSync(path());
    await save('a', 'first');
    const carts = create();
    carts.bringBack(file());
    carts.keep(file());
    await until(() => logged.length > 0);
    expect(logged).toEqual(['The open cart could not be written down']);
    await test.ask('carts.save', { cartId: 'a', content: {}, isEmpty: true });
    carts.bringBack(file());
    expect(await open()).toMatchObject({ cartId: 'a' });
  });
});
