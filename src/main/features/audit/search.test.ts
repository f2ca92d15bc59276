import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ownerPassword, type TestApp } from '../../../../test/support/create-test-app.ts';
import { eventfulShop } from '../../../../test/support/eventful-shop.ts';
import type { Input, Output } from '../../../shared/contract/index.ts';
import { calendarDate } from '../../../shared/domain/calendar.ts';
import type { Caller } from '../../app/create-app.ts';

type Entry = Output<'audit.list'>['items'][number];
type Filter = Partial<Omit<Input<'audit.list'>, 'cursor' | 'limit'>>;

const all = {
  staffId: null,
  actor: null,
  group: null,
  call: null,
  orderId: null,
  outcome: 'any',
  refusal: null,
  from: null,
  to: null,
  text: '',
} as const;

const carla: Caller = { kind: 'window', windowId: 3 };
let test: TestApp;
beforeAll(async () => {
  test = await eventfulShop();
  await test.ask('session.confirmPassword', { password: ownerPassword });
  await test.ask('staff.add', { name: 'Carla', role: 'cashier', pin: '730184' });
  await test.refused('session.signIn', { staffId: 2, pin: '999999' }, carla);
  await test.ask('session.signIn', { staffId: 2, pin: '730184' }, carla);
  await test.refused('shop.update', { name: 'Mine' }, carla);
  test.now += 3 * 86_400_000;
  await test.ask('orders.addNote', { orderId: 2, note: 'called twice' }, carla);
  await test.refused('orders.addNote', { orderId: 9999, note: 'called twice' }, carla);
});
afterAll(() => test.close());

/** All pages of a search, each of so many. */
async function search(filter: Filter, limit = 3): Promise<Entry[]> {
  const found: Entry[] = [];
  for (let cursor: string | null = null; ; ) {
    const page: Output<'audit.list'> = await test.ask('audit.list', { ...all, ...filter, cursor, limit });
    found.push(...page.items);
    expect(page.items.length).toBeLessThanOrEqual(limit);
    if (page.next === null) return found;
    cursor = page.next;
  }
}

/** The same by looking at every row. */
function byHand(where: string): number[] {
  return test.file.read
    .all(sql<{ id: number }>`SELECT id FROM auditEntries WHERE ${sql.raw(where)} ORDER BY id DESC`)
    .map(({ id }) => id);
}

const idsOf = (entries: readonly Entry[]): number[] => entries.map(({ entryId }) => entryId);

describe('audit.list', () => {
  it('pages through everything, newest first', async () => {
    expect(idsOf(await search({}))).toEqual(byHand('TRUE'));
    expect(idsOf(await search({}, 200))).toEqual(byHand('TRUE'));
  });

  it.each<[string, Filter, string]>([
    ['a person', { staffId: 2 }, 'staffId = 2'],
    ['a kind of actor', { actor: 'nobody' }, "actor = 'nobody'"],
    ['a call', { call: 'orders.place' }, "call = 'orders.place'"],
    ['a group', { group: 'refunds' }, "call LIKE 'refunds.%'"],
    ['a group and a person', { group: 'orders', staffId: 2 }, "call = 'orders.addNote' AND staffId = 2"],
    ['what was done', { outcome: 'done' }, "outcome = 'ok'"],
    ['what was refused', { outcome: 'refused' }, "outcome <> 'ok'"],
    ['one refusal', { refusal: 'forbidden' }, "outcome = 'forbidden'"],
    ['days', { from: calendarDate(20261125), to: calendarDate(20261125) }, 'businessDate = 20261125'],
    ['until a day', { to: calendarDate(20261122) }, 'businessDate <= 20261122'],
    ['words', { text: 'STAFF 2' }, "subject LIKE '%staff 2%'"],
    [
      'all at once',
      { staffId: 2, group: 'orders', outcome: 'refused', from: calendarDate(20261124), text: 'order' },
      "staffId = 2 AND call = 'orders.addNote' AND outcome <> 'ok' AND businessDate > 20261123",
    ],
  ])('finds by %s what looking at every entry finds', async (_name, filter, where) => {
    const expected = byHand(where);
    expect(expected.length).toBeGreaterThan(0);
    expect(idsOf(await search(filter))).toEqual(expected);
    expect(idsOf(await search(filter, 200))).toEqual(expected);
  });

  it('takes what a person types for letters, not for a pattern', async () => {
    expect(await search({ text: '%' })).toEqual([]);
    expect(await search({ text: '_' })).toEqual([]);
  });

  it('finds nothing where a call is not of the group', async () => {
    expect(await search({ group: 'refunds', call: 'orders.place' })).toEqual([]);
  });

  it('finds by order whatever was done with it, its refunds, its returns and the timer', async () => {
    const calls = async (orderId: number) => (await search({ orderId })).map(({ call }) => call);
    expect(await calls(2)).toEqual(['orders.addNote', 'orders.advance', 'orders.place']);
    expect(await calls(3)).toEqual(['refunds.initiate', 'orders.cancel', 'orders.place']);
    expect(await calls(4)).toEqual(['timer.run', 'orders.advance', 'orders.place']);
    expect(await calls(1)).toEqual(['returns.create', 'returns.create', 'orders.place']);
    expect(await calls(9999)).toEqual(['orders.addNote']);
    expect(await search({ orderId: 1, outcome: 'refused' })).toEqual([]);
  });

  it('says who, about what, and what came of it', async () => {
    const [refused, done] = await search({ staffId: 2, group: 'orders' });
    expect(done).toMatchObject({
      staff: { staffId: 2, name: 'Carla' },
      ...{ call: 'orders.addNote', outcome: 'ok', subject: 'order 2', approvedBy: null, customerId: null },
      target: { kind: 'order', id: 2 },
    });
    expect(refused).toMatchObject({ outcome: 'not-found', target: { kind: 'order', id: 9999 } });
  });

  it('is for who may see it', async () => {
    expect((await test.refused('audit.list', { ...all, cursor: null, limit: 5 }, carla)).code).toBe(
      'forbidden',
    );
    const bad = { ...all, cursor: 'abc', limit: 5 };
    expect((await test.refused('audit.list', bad)).code).toBe('invalid-input');
  });
});

describe('audit.get', () => {
  it('tells details, before and after, request, till and neighbours', async () => {
    await test.ask('session.confirmPassword', { password: ownerPassword });
    await test.ask('staff.setRole', { staffId: 2, role: 'manager' });
    const [entry] = await search({ call: 'staff.setRole' });
    const seen = await test.ask('audit.get', { entryId: entry?.entryId ?? 0 });
    expect(seen).toMatchObject({
      ...{ before: { value: 'cashier' }, after: { value: 'manager' }, till: 'till-1', windowId: 1 },
      details: { staffId: 2, role: 'manager', name: 'Carla' },
      previousId: (entry?.entryId ?? 0) - 1,
    });
    expect(seen.requestId).toMatch(/^[0-9a-f-]{36}$/);
    expect((await test.ask('audit.get', { entryId: 1 })).previousId).toBeNull();
    expect((await test.refused('audit.get', { entryId: 99_999 })).code).toBe('not-found');
  });
});

describe('audit.saveCsv', () => {
  it('saves what the filter leaves, without formulas, and leaves an entry of it', async () => {
    await test.ask('staff.rename', { staffId: 2, name: '=cmd()' });
    const reply = await test.ask('audit.saveCsv', { ...all, staffId: 2 });
    const expected = byHand('staffId = 2').length;
    expect(reply).toMatchObject({ saved: true, rows: expected });
    const text = Buffer.from((test.desktop.saved.at(-1)?.bytes as Uint8Array | undefined) ?? []).toString(
      'utf8',
    );
    const lines = text.trimEnd().split('\r\n');
    expect(lines).toHaveLength(expected + 1);
    expect(lines[0]).toBe(
      '\ufeffEntry,Business date,Time,Person,Done by,Action,Call,Result,Approved by,Subject',
    );
    expect(lines[1]).toContain("'=cmd()");
    const [entry] = await search({ call: 'audit.saveCsv' });
    expect(entry).toMatchObject({ outcome: 'ok', subject: 'list audit' });
    const { details } = await test.ask('audit.get', { entryId: entry?.entryId ?? 0 });
    expect(details).toMatchObject({ rows: expected });
  });

  it('asks for the right to export too', async () => {
    const vera: Caller = { kind: 'window', windowId: 4 };
    await test.ask('session.confirmPassword', { password: ownerPassword });
    const { staffId } = await test.ask('staff.add', { name: 'Vera', role: 'viewer', pin: '519037' });
    await test.ask('session.signIn', { staffId, pin: '519037' }, vera);
    expect((await test.ask('audit.list', { ...all, cursor: null, limit: 1 }, vera)).items).toHaveLength(1);
    expect((await test.refused('audit.saveCsv', all, vera)).code).toBe('forbidden');
  });
});
