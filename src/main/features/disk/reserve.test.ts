import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  createOpenShop,
  nextRequestId,
  owner,
  type TestApp,
} from '../../../../test/support/create-test-app.ts';
import { query } from '../../database/query.ts';

let test: TestApp;
beforeEach(async () => {
  test = await createOpenShop();
});
afterEach(() => test.close());

const entries = () =>
  test.file.read.all(
    query
      .selectFrom('auditEntries')
      .select(['outcome', 'subject', 'details'])
      .where('call', '=', 'disk.giveUpReserve'),
  );

describe('giving up the reserve', () => {
  it('frees it, tells the window, and is in the log with what is free then', async () => {
    const { disk } = test.desktop;
    disk.freeBytes = 1_000_000;
    expect(await test.ask('disk.state', {})).toMatchObject({ level: 'bad', mayGiveUp: true });
    const topics: string[] = [];
    test.app.onChange((change) => void (change.kind === 'changed' && topics.push(...change.topics)));
    await test.ask('disk.giveUpReserve', {});
    expect(topics).toContain('disk');
    expect(await test.ask('disk.state', {})).toMatchObject({ freeBytes: 33_000_000, hasReserve: false });
    const [entry, ...more] = entries();
    expect(more).toEqual([]);
    expect(entry).toMatchObject({ outcome: 'ok', subject: 'disk' });
    expect(JSON.parse(entry?.details ?? '')).toEqual({ freeBytes: 33_000_000 });
  });

  it('is refused where there is none, and that is in the log', async () => {
    test.desktop.disk.hasReserve = false;
    expect((await test.refused('disk.giveUpReserve', {})).code).toBe('reserve-gone');
    expect(entries()).toMatchObject([{ outcome: 'reserve-gone' }]);
  });

  it('is the owner’s: a cashier is told of the disk and may not', async () => {
    const { staffId } = await test.ask('staff.add', { name: 'Cass', role: 'cashier', pin: '730184' });
    await test.ask('session.lock', {});
    await test.ask('session.signIn', { staffId, pin: '730184' });
    expect((await test.ask('disk.state', {})).level).toBe('good');
    const reply = await test.app.ask(owner, 'disk.giveUpReserve', {}, nextRequestId());
    expect(reply).toMatchObject({ ok: false, error: { code: 'forbidden' } });
    expect(test.desktop.disk.hasReserve).toBe(true);
  });
});
