import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { signInEverybody } from '../../../../test/support/after-placing.ts';
import { createOpenShop, owner, type TestApp } from '../../../../test/support/create-test-app.ts';
import type { Caller } from '../../app/create-app.ts';
import { query } from '../../database/query.ts';
import { mostViews } from './view-record.ts';

let test: TestApp;
let manager: Caller;
let cashier: Caller;
let viewer: Caller;
beforeEach(async () => {
  test = await createOpenShop();
  ({ manager, cashier, viewer } = await signInEverybody(test));
});
afterEach(() => test.close());

const save = async (name: string, caller: Caller = owner, shared = false) =>
  (await test.ask('views.create', { list: 'orders', name, query: { status: 'open' }, shared }, caller))
    .viewId;
const names = async (caller: Caller = owner) =>
  (await test.ask('views.list', { list: 'orders' }, caller)).views.map(({ name, mine }) =>
    mine ? name : `(${name})`,
  );

describe('views of a list', () => {
  it('are one’s own, or everybody’s where the shop’s settings may be changed', async () => {
    await save('Late ones', cashier);
    await save('Of the week', owner, true);
    await save('Mine', owner);
    expect(await names(cashier)).toEqual(['(Of the week)', 'Late ones']);
    expect(await names()).toEqual(['Of the week', 'Mine']);
    expect(await names(viewer)).toEqual(['(Of the week)']);
    const shared = { list: 'orders', name: 'For all', query: {}, shared: true } as const;
    expect(await test.refused('views.create', shared, manager)).toEqual({
      code: 'forbidden',
      details: { needs: 'change-settings' },
    });
    const [first] = (await test.ask('views.list', { list: 'orders' }, cashier)).views;
    expect(first).toMatchObject({
      shared: true,
      mine: false,
      staffName: 'Olga Owner',
      query: { status: 'open' },
    });
  });

  it('cannot be changed, moved or deleted by whom they do not belong to', async () => {
    const own = await save('Mine');
    const shared = await save('Of all', owner, true);
    const changes = [
      ['views.update', { viewId: own, name: 'X' }],
      ['views.move', { viewId: own, by: 1 }],
      ['views.delete', { viewId: own }],
    ] as const;
    for (const [call, input] of changes) {
      expect((await test.refused(call, input as never, cashier)).code).toBe('not-found');
      const refused = await test.refused(call, { ...input, viewId: shared } as never, cashier);
      expect(refused).toEqual({ code: 'forbidden', details: { needs: 'change-settings' } });
    }
    expect(await names()).toEqual(['Of all', 'Mine']);
    const theirs = await save('Late', cashier);
    expect(await test.refused('views.update', { viewId: theirs, shared: true }, cashier)).toMatchObject({
      code: 'forbidden',
    });
    expect((await test.refused('views.delete', { viewId: theirs }, owner)).code).toBe('not-found');
  });

  it('are renamed, filled anew, shared and taken back', async () => {
    const viewId = await save('Late');
    await test.ask('views.update', {
      viewId,
      name: 'Very late',
      query: { status: 'overdue', sort: 'total' },
    });
    await test.ask('views.update', { viewId, shared: true });
    expect((await test.ask('views.list', { list: 'orders' }, cashier)).views).toMatchObject([
      { name: 'Very late', query: { status: 'overdue', sort: 'total' }, shared: true },
    ]);
    await test.ask('views.openWith', { list: 'orders', view: String(viewId) }, cashier);
    await test.ask('views.openWith', { list: 'orders', view: String(viewId) });
    await test.ask('views.update', { viewId, shared: false });
    expect(await test.ask('views.list', { list: 'orders' }, cashier)).toEqual({ views: [], opensWith: null });
    expect((await test.ask('views.list', { list: 'orders' })).opensWith).toBe(String(viewId));
  });

  it('have names of their own in each set, whatever their case', async () => {
    await save('Late');
    await save('Late', cashier);
    await save('Late', owner, true);
    const again = { list: 'orders', name: ' LATE ', query: {}, shared: false } as const;
    expect(await test.refused('views.create', again)).toEqual({
      code: 'view-name-taken',
      details: { name: 'LATE' },
    });
    await test.ask('views.create', { ...again, list: 'products' });
    const other = await save('Ärger');
    expect((await test.refused('views.update', { viewId: other, name: 'late' })).code).toBe(
      'view-name-taken',
    );
    await test.ask('views.update', { viewId: other, name: 'ärger' });
    expect((await test.refused('views.update', { viewId: other, name: 'Late', shared: true })).code).toBe(
      'view-name-taken',
    );
    expect((await test.refused('views.create', { ...again, name: '  ' })).code).toBe('invalid-input');
  });

  it('stand in the order that they are moved to', async () => {
    for (const name of ['A', 'B', 'C']) await save(name);
    const views = (await test.ask('views.list', { list: 'orders' })).views;
    const id = (name: string) => views.find((view) => view.name === name)?.id ?? 0;
    await test.ask('views.move', { viewId: id('C'), by: -1 });
    expect(await names()).toEqual(['A', 'C', 'B']);
    await test.ask('views.move', { viewId: id('A'), by: 1 });
    await test.ask('views.move', { viewId: id('B'), by: 1 });
    expect(await names()).toEqual(['C', 'A', 'B']);
    await save('D');
    expect(await names()).toEqual(['C', 'A', 'B', 'D']);
  });

  it('open a list for one person, until they are deleted', async () => {
    const viewId = await save('Late', owner, true);
    const own = await save('Mine');
    const opensWith = async (caller: Caller) =>
      (await test.ask('views.list', { list: 'orders' }, caller)).opensWith;
    await test.ask('views.openWith', { list: 'orders', view: String(viewId) }, cashier);
    await test.ask('views.openWith', { list: 'orders', view: 'overdue' });
    expect([await opensWith(cashier), await opensWith(owner), await opensWith(viewer)]).toEqual([
      String(viewId),
      'overdue',
      null,
    ]);
    await test.ask('views.openWith', { list: 'orders', view: null });
    expect(await opensWith(owner)).toBe(null);
    expect((await test.refused('views.openWith', { list: 'orders', view: String(own) }, cashier)).code).toBe(
      'not-found',
    );
    expect((await test.refused('views.openWith', { list: 'products', view: String(own) })).code).toBe(
      'not-found',
    );
    await test.ask('views.delete', { viewId });
    expect(await opensWith(cashier)).toBe(null);
    expect(await names()).toEqual(['Mine']);
  });

  it('are for those who may see the list, and so many of them', async () => {
    const { staffId } = await test.ask('staff.add', { name: 'Una', role: 'viewer', pin: '730184' });
    const overrides = [{ right: 'see-customers' as const, granted: false }];
    await test.ask('session.confirmPassword', { password: 'larch-otter-7-lantern' });
    await test.ask('staff.setRights', { staffId, overrides, discountCeiling: null });
    const caller: Caller = { kind: 'window', windowId: 9 };
    await test.ask('session.signIn', { staffId, pin: '730184' }, caller);
    const refused = { code: 'forbidden', details: { needs: 'see-customers' } };
    expect(await test.refused('views.list', { list: 'customers' }, caller)).toEqual(refused);
    const view = { list: 'customers', name: 'X', query: {}, shared: false } as const;
    expect(await test.refused('views.create', view, caller)).toEqual(refused);
    expect(await test.refused('views.openWith', { list: 'customers', view: null }, caller)).toEqual(refused);
    for (let count = 0; count < mostViews; count += 1) await save(`View ${count}`);
    expect(
      await test.refused('views.create', { list: 'orders', name: 'One more', query: {}, shared: false }),
    ).toEqual({ code: 'too-many-views', details: { most: mostViews } });
    await save('For all', owner, true);
  });

  it('keep what the address says and nothing that no address could', async () => {
    const odd = { text: '<b>"x" & ünï 😀</b>', 'for-from': '2026-11-01' };
    await test.ask('views.create', { list: 'orders', name: 'Odd', query: odd, shared: false });
    expect((await test.ask('views.list', { list: 'orders' })).views[0]?.query).toEqual(odd);
    const letters = Array.from('abcdefg', (first) => Array.from('abcdef', (second) => first + second)).flat();
    const tooMany = Object.fromEntries(letters.map((key) => [key, '1']));
    const bad = [{ 'a b': '1' }, { Status: '1' }, { text: 'x'.repeat(401) }, { text: '\u0000' }, tooMany];
    for (const fields of bad) {
      const wish = { list: 'orders', name: 'Bad', query: fields, shared: false } as const;
      expect((await test.refused('views.create', wish as never)).code).toBe('invalid-input');
    }
    expect(test.file.read.all(query.selectFrom('savedViews').select('name'))).toEqual([{ name: 'Odd' }]);
  });

  it('leave a trace of every change', async () => {
    const viewId = await save('Late');
    await test.ask('views.update', { viewId, name: 'Later' });
    await test.ask('views.delete', { viewId });
    const log = test.file.read.all(
      query
        .selectFrom('auditEntries')
        .select(['call', 'subject', 'details'])
        .where('call', 'like', 'views.%'),
    );
    expect(log.map(({ call, subject }) => [call, subject])).toEqual([
      ['views.create', `view ${viewId}`],
      ['views.update', `view ${viewId}`],
      ['views.delete', `view ${viewId}`],
    ]);
    expect(JSON.parse(log[1]?.details ?? '{}')).toMatchObject({
      before: { name: 'Late' },
      after: { name: 'Later' },
    });
  });
});
