import { existsSync, rmSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openShopInput } from '../../../../test/support/create-test-app.ts';
import {
  ask,
  changeComputer,
  findings,
  logged,
  orders,
  path,
  recoveryCode,
  sell,
  set,
  shop,
  signIn,
  start,
} from '../../../../test/support/restoring.ts';
import {
  beginOutside,
  chooseFirst,
  endOutside,
  putIn,
  takeOut,
} from '../../../../test/support/restoring-files.ts';

beforeEach(beginOutside);
afterEach(endOutside);

describe('the first start', () => {
  it('brings a shop back instead of opening a new one', async () => {
    const file = await takeOut();
    const code = recoveryCode;
    const before = await changeComputer();
    const chosen = await chooseFirst(file);
    expect(chosen).toMatchObject({ problem: null, needsRecoveryCode: true, facts: { orders: 2 } });
    const token = chosen?.token ?? '';
    await expect(ask('setup.restore', { token })).rejects.toThrow('wrong-recovery-code');
    await ask('setup.restore', { token, recoveryCode: code });
    await putIn();
    expect([orders(), shop.trouble(), logged]).toEqual([2, null, []]);
    expect(await findings()).toEqual([]);
    // There was no shop that could be gone back to.
    expect(await ask('backups.replaced', {})).toEqual([]);
    await sell();
    await shop.close();
    await start();
    await signIn();
    expect([orders(), await findings()]).toEqual([3, []]);
    await expect(chooseFirst(file)).rejects.toThrow('already-open');
    await expect(ask('setup.restore', { token })).rejects.toThrow('already-open');
    rmSync(before, { recursive: true });
  });

  it('leaves everything as it was where the shop does not open', async () => {
    const file = await takeOut();
    const code = recoveryCode;
    const before = await changeComputer();
    const chosen = await chooseFirst(file);
    set({ stopAt: 'open' });
    await ask('setup.restore', { token: chosen?.token ?? '', recoveryCode: code });
    await putIn();
    set({ stopAt: null });
    expect(shop.trouble()).toBeNull();
    expect((await ask('setup.state', {})).shop).toBeNull();
    await ask('setup.openShop', openShopInput);
    expect(await findings()).toEqual([]);
    expect(existsSync(`${path()}.candidate`)).toBe(false);
    rmSync(before, { recursive: true });
  });
});
