import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { closeEveryDay } from '../../../../test/model/expect-reports.ts';
import { change } from '../../../../test/support/catalog-builders.ts';
import { ownerPassword, type TestApp } from '../../../../test/support/create-test-app.ts';
import { eventfulShop } from '../../../../test/support/eventful-shop.ts';
import type { Caller } from '../../app/create-app.ts';

const day = 86_400_000;
const system: Caller = { kind: 'system' };

const viewer: Caller = { kind: 'window', windowId: 4 };

let test: TestApp;
let viewerId: number;
beforeEach(async () => {
  test = await eventfulShop();
  await test.ask('session.confirmPassword', { password: ownerPassword });
  viewerId = (await test.ask('staff.add', { name: 'Vera', role: 'viewer', pin: '730184' })).staffId;
  const overrides = [{ right: 'see-profit' as const, granted: false }];
  await test.ask('staff.setRights', { staffId: viewerId, overrides, discountCeiling: null });
  test.now += 3 * day;
  await closeEveryDay(test);
});
afterEach(() => test.close());

const state = () => test.ask('reports.state', {});
const prove = (caller?: Caller) => test.ask('reports.prove', {}, caller);
const damage = () => change(test, "UPDATE dayFigures SET amount = amount + 5 WHERE kind = 'sale'");
const findings = async () =>
  (await test.ask('audit.findings', { state: 'open', cursor: null, limit: 20 })).items;

describe('a proof of the closed days', () => {
  it('is due once a business date, and written down with the day it reaches', async () => {
    expect(await state()).toMatchObject({ isProofDue: true, provenAt: null, provenThrough: null });
    expect(await prove(system)).toMatchObject({ differenceCount: 0 });
    expect(await state()).toMatchObject({
      ...{ isProofDue: false, provenAt: test.now, provenThrough: 20261124, differences: 0 },
    });
    test.now += day;
    // The day that ended comes first.
    expect(await state()).toMatchObject({ isBehind: true, isProofDue: false });
    await closeEveryDay(test);
    expect(await state()).toMatchObject({ isBehind: false, isProofDue: true });
    expect(await findings()).toEqual([]);
  });

  it('keeps a difference as a finding, once, until somebody has seen to it', async () => {
    damage();
    const { differences, differenceCount } = await prove(system);
    expect([differenceCount, differences]).toEqual([
      1,
      [{ kind: 'sale', key: '', date: 20261122, column: 'amount', stored: 5006, counted: 5001 }],
    ]);
    await prove();
    expect(await findings()).toMatchObject([
      { kind: 'figures-differ', target: null, params: { day: 20261122, count: 1 } },
    ]);
    expect((await test.ask('audit.state', {})).openFindings).toBe(1);
    expect(await state()).toMatchObject({ differences: 1 });
    expect(await test.ask('reports.rebuild', {})).toMatchObject({ changed: 1 });
    expect(await state()).toMatchObject({ differences: 0 });
    expect((await prove()).differenceCount).toBe(0);
  });

  it('tells what goods cost to nobody who may not see profit', async () => {
    change(test, "UPDATE dayFigures SET cost = cost + 1 WHERE kind = 'sale-goods'");
    expect((await prove()).differences).toMatchObject([{ column: 'cost', stored: expect.any(Number) }]);
    await test.ask('session.signIn', { staffId: viewerId, pin: '730184' }, viewer);
    const seen = await prove(viewer);
    expect(seen).toMatchObject({
      differenceCount: 1,
      differences: [{ column: 'cost', stored: null, counted: null }],
    });
  });

  it('looks by night at the last two months alone, and forgets nothing that was found before', async () => {
    test.now += 90 * day;
    await closeEveryDay(test);
    damage();
    expect((await prove(system)).differenceCount).toBe(0);
    expect((await prove()).differenceCount).toBe(1);
    expect((await prove(system)).differenceCount).toBe(0);
    expect(await state()).toMatchObject({ differences: 1 });
  });

  it('takes what came in for a closed day and waits for the timer for no difference', async () => {
    const { provenThrough } = await prove(system).then(state);
    expect(provenThrough).toBe(20261124);
    change(
      test,
      'INSERT INTO returns (orderId, at, businessDate, lineCount, net, tax, rounding, total) VALUES (1, 1, 20261123, 1, 10, 0, 0, 10)',
    );
    expect(await state()).toMatchObject({ isBehind: true });
    expect((await prove()).differenceCount).toBe(0);
    expect(await findings()).toEqual([]);
  });
});
