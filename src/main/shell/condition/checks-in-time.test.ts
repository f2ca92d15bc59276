import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { quickKeeper } from '../../../../test/support/quick-keeper.ts';
import { editFile } from '../../../../test/support/tampered-shop.ts';
import { endWatched, openWatched, type WatchedShop } from '../../../../test/support/watched-shop.ts';
import type { Keeper } from '../../keeper/jobs.ts';

let test: WatchedShop;
beforeEach(async () => {
  test = await openWatched();
});
afterEach(() => endWatched(test));

/** Until the shop was given up: what the application does by itself it does in its own time. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 1000 && test.shown.length === 0; turn += 1) {
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

describe('looking through the file from time to time', () => {
  const night = (days: number) => Date.UTC(2026, 10, 22 + days, 4);

  it('is done each week quickly and each month as a whole, and noted', async () => {
    await test.sell();
    await test.desk.beat();
    expect(test.desk.state().last).toBeNull();
    test.now = night(7);
    await test.desk.beat();
    expect(test.desk.state().last).toEqual({ at: test.now, scope: 'quick', problems: [] });
    test.now = night(30);
    await test.desk.beat();
    expect(test.desk.state().last).toEqual({ at: test.now, scope: 'deep', problems: [] });
    expect(existsSync(join(test.folder, 'scratch', 'check.db'))).toBe(false);
    test.now = night(36);
    await test.desk.beat();
    expect(test.desk.state().last?.at).toBe(night(30));
  });

  it('is done once a day where a backup could not be made: the file may be why', async () => {
    await test.sell();
    await test.desk.beat();
    test.kept.set('backups', { failure: { at: test.now + 1000, reason: 'malformed' } });
    test.now += 60_000;
    await test.desk.beat();
    expect(test.desk.state().last).toEqual({ at: test.now, scope: 'quick', problems: [] });
    const lookedAt = test.now;
    test.now += 2 * 3_600_000;
    test.kept.set('backups', { failure: { at: test.now, reason: 'malformed' } });
    await test.desk.beat();
    expect(test.desk.state().last?.at).toBe(lookedAt);
    test.now += 24 * 3_600_000;
    await test.desk.beat();
    expect(test.desk.state().last?.at).toBe(test.now);
  });

  it('is done soon after a rule was broken that no command breaks, at most once an hour', async () => {
    await test.sell();
    // As swapped pages would have it: the next order's lines are there before it is.
    editFile(test.folder, 'UPDATE orderLines SET orderId = 2 WHERE orderId = 1');
    expect(await test.sell()).toBe('internal');
    expect(test.desk.state().last).toBeNull();
    await test.desk.beat();
    const lookedAt = test.now;
    expect(test.desk.state().last).toMatchObject({ at: lookedAt, scope: 'quick' });
    expect(test.shop.trouble()).toBeNull();
    test.now += 60_000;
    expect(await test.sell()).toBe('internal');
    await test.desk.beat();
    expect(test.desk.state().last?.at).toBe(lookedAt);
    test.now += 3_600_000;
    await test.desk.beat();
    expect(test.desk.state().last?.at).toBe(test.now);
  });

  it('says what it found, which the next look may find gone', async () => {
    await test.sell();
    editFile(test.folder, 'UPDATE payments SET amount = amount + 1');
    const { problems } = await test.ask('condition.check', {});
    expect(problems.map(({ check }) => check)).toContain('money');
    expect(test.desk.state().last).toMatchObject({ scope: 'deep', problems });
    expect(test.shop.trouble()).toBeNull();
  });

  it('tries again after an hour where it could not be done, and says so', async () => {
    let isBroken = true;
    const real = quickKeeper();
    const keeper: Keeper = {
      run: (...given) => (isBroken ? Promise.reject(new Error('the helper ended')) : real.run(...given)),
    };
    await endWatched(test);
    test = await openWatched(keeper);
    await test.desk.beat();
    test.now = night(7);
    await test.desk.beat();
    expect(test.desk.state()).toMatchObject({ last: null, failure: { reason: 'the helper ended' } });
    isBroken = false;
    test.now += 1000;
    await test.desk.beat();
    expect(test.desk.state().last).toBeNull();
    test.now += 3_600_000;
    await test.desk.beat();
    expect(test.desk.state()).toMatchObject({ last: { problems: [] }, failure: null });
  });

  it('is stopped by who asked for it', async () => {
    const stop = new AbortController();
    const asked = test.desk.check({
      signal: stop.signal,
      onProgress: () => stop.abort(Object.assign(new Error('stopped'), { name: 'AbortError' })),
    });
    await expect(asked).rejects.toThrow();
    expect(test.desk.state()).toMatchObject({ last: null, failure: null });
    expect(existsSync(join(test.folder, 'scratch', 'check.db'))).toBe(false);
  });

  it('leads to what can be done, and back to the shop as it is', async () => {
    await test.signIn();
    test.desk.recover();
    await settled();
    expect(test.shop.trouble()).toBe('damaged');
    await test.shop.open();
    await test.signIn();
    expect([test.shop.trouble(), await test.sell()]).toEqual([null, 1]);
  });
});
