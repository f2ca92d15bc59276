import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  base,
  beginSwitching,
  type Computer,
  change,
  computer,
  endSwitching,
  orders,
  sell,
} from '../../../test/support/switching.ts';
import type { MachineStore } from './machine-store.ts';
import type { RunningShop } from './running-shop.ts';

beforeEach(beginSwitching);
afterEach(endSwitching);

describe('moving the shop file where something fails', () => {
  /** Opens nothing in this place. */
  const unableAt = ({ shop }: Computer, to: string): RunningShop => ({
    ...shop,
    open: async () => (shop.path() === to ? undefined : shop.open()),
  });
  /** Its file cannot be written as soon as the shop was closed. */
  const fullAfter = ({ shop, machine }: Computer): MachineStore => ({
    ...machine,
    set(key, value) {
      if (shop.trouble() === 'moving') throw Object.assign(new Error('no room'), { code: 'ENOSPC' });
      machine.set(key, value);
    },
  });

  it('takes a copy away that cannot be opened, so that the same place can be chosen again', async () => {
    const till = await computer('till', 'Corner');
    await sell(till);
    const from = till.shop.path();
    const to = join(base, 'shop.db');
    await change(till, 'moved', to, { shop: unableAt(till, to) });
    expect([till.shop.path(), till.shop.trouble(), existsSync(to)]).toEqual([from, null, false]);
    await change(till, 'moved', to);
    expect([till.shop.path(), orders(till)]).toEqual([to, 1]);
  });

  it('never takes away a file that was there, nor one that may be the only one that opens', async () => {
    const till = await computer('till', 'Corner');
    const to = join(base, 'shop.db');
    writeFileSync(to, 'somebody’s own');
    await change(till, 'opened', to);
    expect(readFileSync(to, 'utf8')).toBe('somebody’s own');
    rmSync(to);
    const nowhere = { ...till.shop, app: () => null, open: async () => undefined };
    await change(till, 'moved', to, { shop: nowhere });
    expect(existsSync(to)).toBe(true);
    await till.shop.open();
  });

  it('goes on where nothing can be noted of it', async () => {
    const till = await computer('till', 'Corner');
    await sell(till);
    const from = till.shop.path();
    const to = join(base, 'shop.db');
    await change(till, 'moved', to, { machine: fullAfter(till) });
    expect([till.shop.path(), till.shop.trouble(), till.shown.at(-1)]).toEqual([from, null, null]);
    const full: MachineStore = {
      ...till.machine,
      set(key, value) {
        if (key === 'lastChange') throw Object.assign(new Error('no room'), { code: 'ENOSPC' });
        till.machine.set(key, value);
      },
    };
    await change(till, 'moved', to, { machine: full });
    expect([till.shop.path(), till.machine.get('shopFile'), orders(till)]).toEqual([to, to, 1]);
    expect([existsSync(to), till.shown.at(-1)]).toEqual([true, null]);
  });
});
