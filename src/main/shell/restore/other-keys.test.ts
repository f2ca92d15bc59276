import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openShopInput } from '../../../../test/support/create-test-app.ts';
import {
  ask,
  backUp,
  changeComputer,
  desk,
  findings,
  folder,
  orders,
  recoveryCode,
  sell,
  shop,
  signIn,
} from '../../../../test/support/restoring.ts';
import {
  beginOutside,
  choose,
  endOutside,
  restoreChosen,
  takeOut,
} from '../../../../test/support/restoring-files.ts';

let before: string;
let ownCode: string;
let older: string;

/** A shop of one order with a backup; then a shop of another computer, of two orders, takes its place. */
beforeEach(async () => {
  await beginOutside();
  const file = await takeOut();
  before = await changeComputer();
  ({ recoveryCode: ownCode } = await ask('setup.openShop', { ...openShopInput, name: 'Another shop' }));
  await sell();
  older = await backUp();
  const chosen = await choose(file);
  await restoreChosen(chosen?.token ?? '', recoveryCode);
  await signIn();
});
afterEach(async () => {
  rmSync(before, { recursive: true });
  await endOutside();
});

describe('backups from before other keys came', () => {
  it('are vouched for by nothing, and are brought back with the code of their time', async () => {
    const row = (await desk.list()).find(({ name }) => name === older);
    expect(row).toMatchObject({ state: 'unknown', facts: null });
    const chosen = await ask('backups.chooseKept', { name: older });
    expect(chosen).toMatchObject({ problem: null, needsRecoveryCode: true, facts: { orders: 1 } });
    await expect(restoreChosen(chosen.token, recoveryCode)).rejects.toThrow('wrong-recovery-code');
    await restoreChosen(chosen.token, ownCode);
    expect([orders(), shop.trouble()]).toEqual([1, null]);
    expect(await findings()).toEqual([]);
    expect((await desk.list()).find(({ name }) => name === older)).toMatchObject({ state: 'verified' });
  });

  it('are not found under a name that is none', async () => {
    await expect(ask('backups.chooseKept', { name: 'shop-20200101T000000Z' })).rejects.toThrow('backup-gone');
  });

  it('need no code where it is only their manifest that is lost', async () => {
    const own = await backUp();
    rmSync(join(folder, 'backups', `${own}.json`));
    const chosen = await ask('backups.chooseKept', { name: own });
    expect(chosen).toMatchObject({ problem: null, needsRecoveryCode: false, facts: { orders: 2 } });
  });
});

describe('a look', () => {
  it('goes into a shop that was replaced and was made with other keys', async () => {
    const [replaced] = await ask('backups.replaced', {});
    const source = { from: 'replaced', name: replaced?.name ?? '' } as const;
    const look = await ask('backups.look', { source, passphrase: null });
    expect(look.facts).toMatchObject({ shop: 'Another shop', orders: 1 });
    const found = await ask('backups.compare', { source, passphrase: null });
    expect(found).toMatchObject({ isOtherShop: true, facts: { orders: 1 } });
  });

  it('goes into a file that was chosen, as long as that is the choice', async () => {
    const { token } = await ask('backups.chooseKept', { name: older });
    const source = { from: 'file', token } as const;
    const found = await ask('backups.compare', { source, passphrase: null });
    expect(found.facts).toMatchObject({ shop: 'Another shop', orders: 1 });
    const look = await ask('backups.look', { source, passphrase: null });
    const input = { orderId: 1 };
    const order = await ask('backups.lookAsk', { token: look.token, call: 'orders.get', input });
    expect(order).toMatchObject({ total: 350 });
    await ask('backups.chooseKept', { name: older });
    await expect(ask('backups.compare', { source, passphrase: null })).rejects.toThrow('choice-gone');
  });
});
