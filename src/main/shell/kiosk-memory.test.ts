import { afterEach, describe, expect, it } from 'vitest';
import {
  damageTable,
  endWatched,
  openWatched,
  type WatchedShop,
} from '../../../test/support/watched-shop.ts';
import { createKioskMemory } from './kiosk-memory.ts';
import { createMachineStore } from './machine-store.ts';
import { breakPage } from './recovery/break-page.ts';
import { troubleActionOf } from './trouble.ts';

const memoryOf = (kept: Map<string, unknown>) =>
  createKioskMemory(
    createMachineStore({ get: (key) => kept.get(key), set: (key, value) => void kept.set(key, value) }),
  );
const kiosk = { isKiosk: () => true };
const till = { isKiosk: () => false };

describe('who a till belongs to while its shop cannot be opened', () => {
  it('is nobody in particular where it was never turned over', () => {
    const kept = new Map<string, unknown>();
    const memory = memoryOf(kept);
    memory.note(till);
    expect([memory.isForCustomers(), kept.size]).toEqual([false, 0]);
  });

  it('is customers where it was theirs when the shop was last open, also after a restart', () => {
    const kept = new Map<string, unknown>();
    memoryOf(kept).note(kiosk);
    expect(memoryOf(kept).isForCustomers()).toBe(true);
    memoryOf(kept).note(till);
    expect(memoryOf(kept).isForCustomers()).toBe(false);
  });

  it('is whoever works there once they say so, until the shop is open again or Orderlla ends', () => {
    const kept = new Map<string, unknown>();
    const memory = memoryOf(kept);
    memory.note(kiosk);
    memory.staffCame();
    expect([memory.isForCustomers(), memoryOf(kept).isForCustomers()]).toEqual([false, true]);
    memory.note(kiosk);
    expect(memory.isForCustomers()).toBe(true);
  });

  it('stays as it was where the shop file does not say', () => {
    const kept = new Map<string, unknown>();
    const memory = memoryOf(kept);
    memory.note(kiosk);
    memory.note({
      isKiosk() {
        throw new Error('a damaged page');
      },
    });
    expect(memory.isForCustomers()).toBe(true);
  });
});

describe('a till that was turned over, and whose shop breaks', () => {
  let test: WatchedShop;
  afterEach(() => endWatched(test));

  it('is remembered as theirs, whatever of the file can be read', async () => {
    test = await openWatched();
    await test.ask('kiosk.enter', {});
    await test.shop.close();
    damageTable(test.path, [1]);
    await test.shop.open();
    expect([test.shop.trouble(), test.kiosk.isForCustomers()]).toEqual(['damaged', true]);
  });

  it('is the staff’s again once they took it back', async () => {
    test = await openWatched();
    await test.ask('kiosk.enter', {});
    await test.takeBack();
    await test.shop.close();
    damageTable(test.path, [1]);
    await test.shop.open();
    expect([test.shop.trouble(), test.kiosk.isForCustomers()]).toEqual(['damaged', false]);
  });
});

describe('the page for customers', () => {
  it('tells them where to go, and has one quiet link', () => {
    const html = breakPage();
    expect(html.replace(/<[^>]+>/gu, ' ').replace(/\s+/gu, ' ')).toContain(
      'This till is taking a break Please order at the counter. I work here',
    );
    const links = [...html.matchAll(/href="(?<address>app:[^"]+)"/gu)];
    expect(links.map(({ groups }) => troubleActionOf(groups?.address ?? '')?.action)).toEqual(['staff']);
    expect(html).not.toContain('class="first"');
  });
});
