import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  createOpenShop,
  createTestApp,
  ownerPassword,
  type TestApp,
} from '../../../../test/support/create-test-app.ts';
import { chosenToken } from '../../../../test/support/fake-desktop.ts';
import { query } from '../../database/query.ts';

let test: TestApp;
beforeEach(async () => {
  test = await createOpenShop();
});
afterEach(() => test.close());

const audited = () =>
  test.file.read
    .all(query.selectFrom('auditEntries').select(['call', 'outcome', 'details']).orderBy('id'))
    .filter(({ call }) => call.startsWith('machine.'))
    .map(({ call, outcome, details }) => ({ call, outcome, ...JSON.parse(details) }));

describe('this computer’s settings', () => {
  it('are kept, told to the windows, and audited with what they were', async () => {
    const heard: string[] = [];
    test.app.onChange((change) => {
      if (change.kind === 'changed') heard.push(...change.topics);
    });
    await test.ask('machine.setLook', { theme: 'dark' });
    await test.ask('machine.set', { receiptPrinter: 'Counter', windowAtStart: 'full-screen' });
    expect(heard).toContain('machine');
    expect(await test.ask('machine.get', {})).toMatchObject({
      theme: 'dark',
      textSize: 'normal',
      receiptPrinter: 'Counter',
      windowAtStart: 'full-screen',
    });
    expect(await test.ask('machine.printers', {})).toEqual([{ name: 'Receipt printer', isDefault: true }]);
    expect(audited()).toMatchObject([
      { call: 'machine.setLook', before: { theme: 'system' }, after: { theme: 'dark' } },
      {
        call: 'machine.set',
        before: { receiptPrinter: '', windowAtStart: 'as-left' },
        after: { receiptPrinter: 'Counter', windowAtStart: 'full-screen' },
      },
    ]);
    await test.ask('machine.setLook', { theme: 'dark' });
    expect(audited()).toHaveLength(2);
  });

  it('change only in their look while nobody is signed in', async () => {
    await test.ask('session.lock', {});
    await test.ask('machine.setLook', { textSize: 'large' });
    expect((await test.refused('machine.set', { receiptPrinter: 'Elsewhere' })).code).toBe('not-signed-in');
    const asLook = { receiptPrinter: 'Elsewhere' } as never;
    expect((await test.refused('machine.setLook', asLook)).code).toBe('invalid-input');
    expect(test.desktop.machine.get()).toMatchObject({ textSize: 'large', receiptPrinter: '' });
  });

  it('can be changed in the wizard already, before there is a shop', async () => {
    const fresh = createTestApp();
    await fresh.ask('machine.setLook', { theme: 'dark' });
    expect(fresh.desktop.machine.get().theme).toBe('dark');
    await fresh.close();
  });

  it('are out of reach of a window that was turned over to customers', async () => {
    await test.ask('kiosk.enter', {});
    expect((await test.refused('machine.set', { receiptPrinter: 'Elsewhere' })).code).not.toBe(
      'invalid-input',
    );
    expect((await test.refused('machine.setLook', { language: 'pseudo' })).code).toBe('forbidden');
    expect(test.desktop.machine.get()).toMatchObject({ language: 'en', receiptPrinter: '' });
  });
});

describe('where the shop file lies', () => {
  it('is told, shown and changed by the owner, with their password', async () => {
    expect(await test.ask('machine.shopFile', {})).toMatchObject({ path: '/shops/shop.db', last: null });
    expect(await test.ask('machine.chooseFolder', {})).toMatchObject({
      path: '/new/shop.db',
      warnings: ['synced'],
    });
    expect(await test.ask('machine.chooseShop', {})).toMatchObject({ shop: { name: 'Other shop' } });
    await test.ask('machine.showShopFile', {});
    test.now += 6 * 60_000;
    const move = { token: chosenToken };
    expect((await test.refused('machine.moveShopFile', move)).code).toBe('password-again');
    await test.ask('session.confirmPassword', { password: ownerPassword });
    await test.ask('machine.moveShopFile', move);
    await test.ask('machine.openShop', move);
    expect(test.desktop.shopFile.begun).toEqual(['show', 'move', 'open']);
    expect(audited().filter(({ outcome }) => outcome === 'ok')).toMatchObject([
      {
        call: 'machine.moveShopFile',
        before: { shopFile: '/shops/shop.db' },
        after: { shopFile: '/new/shop.db' },
      },
      { call: 'machine.openShop' },
    ]);
  });

  it('changes to nothing that was not chosen in the system’s dialog', async () => {
    const made = { token: '0'.repeat(32) };
    expect((await test.refused('machine.moveShopFile', made)).code).toBe('choice-gone');
    expect((await test.refused('machine.openShop', made)).code).toBe('choice-gone');
    const path = { token: '/home/eve/shop.db' };
    expect((await test.refused('machine.moveShopFile', path)).code).toBe('invalid-input');
    expect(test.desktop.shopFile.begun).toEqual([]);
  });

  it('is nobody else’s business', async () => {
    const { staffId } = await test.ask('staff.add', { name: 'Carl', role: 'cashier', pin: '730184' });
    await test.ask('session.signIn', { staffId, pin: '730184' });
    for (const call of ['machine.shopFile', 'machine.showShopFile', 'machine.chooseFolder'] as const) {
      expect((await test.refused(call, {})).code).toBe('forbidden');
    }
    await test.ask('machine.set', { receiptPrinter: 'Counter' });
  });
});
