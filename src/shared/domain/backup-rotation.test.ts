import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DatedBackup, keptAs } from './backup-rotation.ts';

const hour = 3_600_000;
const start = Date.UTC(2026, 10, 22, 11, 30);
const backup = (at: number, isVerified = true): DatedBackup => ({ name: `b${at}`, at, isVerified });

/** What is left of backups made one after the other, each time thinned out. */
function afterRotation(times: readonly number[]): DatedBackup[] {
  let kept: DatedBackup[] = [];
  for (const at of times) {
    const all = [...kept, backup(at)];
    const stays = keptAs(all);
    kept = all.filter(({ name }) => stays.has(name));
  }
  return kept;
}

describe('backups that are kept', () => {
  it('are 24 hours, 30 days and 12 months after a year of one an hour', () => {
    const times = Array.from({ length: 400 * 24 }, (_, index) => start + index * hour);
    const kept = afterRotation(times);
    const stays = keptAs(kept);
    const count = (kind: string) =>
      [...stays.values()].filter((kinds) => kinds.includes(kind as 'hour')).length;
    expect([count('hour'), count('day'), count('month')]).toEqual([24, 30, 12]);
    expect(kept.length).toBeLessThanOrEqual(24 + 30 + 12);
    const newest = times.at(-1) ?? 0;
    expect(kept.at(-1)?.at).toBe(newest);
    expect(newest - (kept[0]?.at ?? 0)).toBeGreaterThan(325 * 24 * hour);
  });

  it('stand for the newest of their hour', () => {
    const [first, second] = [backup(start), backup(start + 10 * 60_000)];
    expect([...keptAs([first, second]).keys()]).toEqual([second.name]);
  });

  it('are those that verified; one that did not stays only until a later one does', () => {
    const [bad, good] = [backup(start, false), backup(start + hour)];
    expect([...keptAs([good, bad]).keys()]).toEqual([good.name]);
    expect([...keptAs([bad]).keys()]).toEqual([bad.name]);
  });

  it('are those since the newest that verified too: they alone hold what was sold since', () => {
    const good = backup(start);
    const since = Array.from({ length: 60 }, (_, index) => backup(start + (index + 1) * hour, false));
    const kept = keptAs([good, ...since]);
    expect(kept.get(good.name)).toEqual(['hour', 'day', 'month']);
    expect(kept.get(since.at(-1)?.name ?? '')).toEqual(['hour', 'day', 'month']);
    expect(kept.size).toBeLessThan(1 + 24 + 30);
  });

  it('are the same in whatever order they come, never more than 66 of each kind, and the newest that verified among them', () => {
    const times = fc.uniqueArray(fc.integer({ min: 0, max: 800 * 24 * 60 }), {
      minLength: 1,
      maxLength: 300,
    });
    fc.assert(
      fc.property(times, fc.func(fc.boolean()), (minutes, verifies) => {
        const all = minutes.map((minute) => backup(start + minute * 60_000, verifies(minute)));
        const kept = keptAs(all);
        expect(new Map([...keptAs(all.toReversed())])).toEqual(kept);
        expect(kept.size).toBeLessThanOrEqual(132);
        const good = all.filter(({ isVerified }) => isVerified);
        const newest = (good.length > 0 ? good : all).reduce((one, other) =>
          other.at > one.at ? other : one,
        );
        expect(kept.get(newest.name)).toEqual(['hour', 'day', 'month']);
        const again = all.filter(({ name }) => kept.has(name));
        expect(keptAs(again)).toEqual(kept);
      }),
    );
  });
});
