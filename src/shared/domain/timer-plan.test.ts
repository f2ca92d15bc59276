import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  hourOf,
  isClockBack,
  missedHours,
  mostMissedHours,
  planTimerRun,
  startOfHour,
  type TimerCause,
  type TimerState,
} from './timer-plan.ts';

const minute = 60_000;
const hour = 60 * minute;
const noon = Date.UTC(2026, 10, 22, 12);
const fresh: TimerState = { isEnabled: true, lastHour: null, lastRun: null, due: 0 };

/** The state after a run at an instant that covered its hour. */
function stateAfter(startedAt: number, change: Partial<TimerState> = {}): TimerState {
  return { ...fresh, lastHour: hourOf(startedAt), lastRun: { startedAt, outcome: 'done' }, ...change };
}

describe('planTimerRun', () => {
  it('covers the present hour the first time, and none before it', () => {
    const present = hourOf(noon);
    expect(planTimerRun(noon + minute, 'start', fresh)).toEqual({
      kind: 'run',
      hours: { from: present, to: present },
    });
  });

  it('covers what was missed, each hour once', () => {
    expect(planTimerRun(noon + 5 * hour, 'hour', stateAfter(noon))).toEqual({
      kind: 'run',
      hours: { from: hourOf(noon) + 1, to: hourOf(noon) + 5 },
    });
  });

  it.each([
    ['hour', 0, 'nothing'],
    ['hour', 3, 'nothing'],
    ['start', 0, 'nothing'],
    ['start', 3, 'run'],
    ['resume', 3, 'run'],
    ['manual', 0, 'run'],
  ] as const)('within a covered hour, by %s with %d due: %s', (cause, due, kind) => {
    const plan = planTimerRun(noon + 30 * minute, cause, stateAfter(noon, { due }));
    expect(plan).toMatchObject(kind === 'run' ? { kind, hours: null } : { kind });
  });

  it('does nothing by itself while it is off, and what a person asks for', () => {
    const off = stateAfter(noon, { isEnabled: false, due: 2 });
    expect(planTimerRun(noon + 2 * hour, 'hour', off)).toEqual({ kind: 'nothing' });
    expect(planTimerRun(noon + 2 * hour, 'manual', off)).toMatchObject({ kind: 'run' });
  });

  it('notes a clock that was set back once, undoes nothing, and waits until time has caught up', () => {
    const back = noon - 3 * hour;
    const state = stateAfter(noon);
    expect(planTimerRun(back, 'hour', state)).toEqual({ kind: 'note', outcome: 'clock-back' });
    const noted = { ...state, lastRun: { startedAt: back, outcome: 'clock-back' as const } };
    expect(planTimerRun(back + minute, 'hour', noted)).toEqual({ kind: 'nothing' });
    expect(planTimerRun(back + minute, 'resume', { ...noted, due: 4 })).toEqual({ kind: 'nothing' });
    expect(planTimerRun(noon + 30 * minute, 'hour', noted)).toEqual({ kind: 'nothing' });
    expect(planTimerRun(noon + hour, 'hour', noted)).toMatchObject({
      kind: 'run',
      hours: { from: hourOf(noon) + 1, to: hourOf(noon) + 1 },
    });
    // Back once more is news once more.
    expect(planTimerRun(back - hour, 'hour', noted)).toEqual({ kind: 'note', outcome: 'clock-back' });
  });

  it('does not speak of a clock that was put right by seconds', () => {
    expect(planTimerRun(noon - 110_000, 'hour', stateAfter(noon))).toEqual({ kind: 'nothing' });
    expect(planTimerRun(noon - 130_000, 'hour', stateAfter(noon))).toMatchObject({ kind: 'note' });
  });

  it('waits for a person where more was missed than any shop is closed for', () => {
    const state = stateAfter(noon);
    const at = (hours: number) => noon + hours * hour;
    expect(planTimerRun(at(mostMissedHours), 'hour', state)).toMatchObject({ kind: 'run' });
    expect(planTimerRun(at(mostMissedHours + 1), 'start', state)).toEqual({
      kind: 'note',
      outcome: 'clock-ahead',
    });
    const noted = { ...state, lastRun: { startedAt: at(401), outcome: 'clock-ahead' as const } };
    expect(planTimerRun(at(402), 'hour', noted)).toEqual({ kind: 'nothing' });
    expect(planTimerRun(at(402), 'manual', noted)).toEqual({
      kind: 'run',
      hours: { from: hourOf(noon) + 1, to: hourOf(noon) + 402 },
    });
    // The clock is put right again: that it went back is noted, and then it goes on.
    const right = noon + 2 * hour;
    expect(planTimerRun(right, 'hour', noted)).toEqual({ kind: 'note', outcome: 'clock-back' });
    const seen = { ...noted, lastRun: { startedAt: right, outcome: 'clock-back' as const } };
    expect(planTimerRun(right + minute, 'hour', seen)).toMatchObject({ kind: 'run' });
  });

  it('tells what was missed and whether the clock is back', () => {
    expect(missedHours(noon, null)).toBe(1);
    expect(missedHours(noon + 90 * minute, hourOf(noon))).toBe(1);
    expect(missedHours(noon - hour, hourOf(noon))).toBe(0);
    expect(isClockBack(noon - 2 * minute, hourOf(noon))).toBe(false);
    expect(isClockBack(noon - 2 * minute - 1, hourOf(noon))).toBe(true);
    expect(isClockBack(noon, null)).toBe(false);
    expect(startOfHour(hourOf(noon + 59 * minute))).toBe(noon);
  });
});

describe('any partition of time into heartbeats', () => {
  const causes = fc.constantFrom<TimerCause>('start', 'hour', 'hour', 'hour', 'resume', 'manual');
  const step = fc.record({
    /** Forward by up to five days, back by up to three hours. Minutes. */
    minutes: fc.oneof(
      fc.integer({ min: 1, max: 200 }),
      fc.integer({ min: 1, max: 5 * 24 * 60 }),
      fc.integer({ min: -180, max: -1 }),
      fc.integer({ min: 0, max: 40 * 24 * 60 }),
    ),
    cause: causes,
    due: fc.integer({ min: 0, max: 2 }),
  });

  it('covers every hour exactly once, in order, and notes what is wrong with a clock once', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        let now = noon;
        let state: TimerState = fresh;
        const covered: number[] = [];
        for (const { minutes, cause, due } of steps) {
          now += minutes * minute;
          const plan = planTimerRun(now, cause, { ...state, due });
          if (plan.kind === 'nothing') continue;
          if (plan.kind === 'note') {
            state = { ...state, lastRun: { startedAt: now, outcome: plan.outcome } };
            // Noted is noted: the next heartbeat does not say it again.
            expect(planTimerRun(now + minute, 'hour', state)).not.toEqual(plan);
            continue;
          }
          if (plan.hours) {
            const { from, to } = plan.hours;
            expect(to).toBe(hourOf(now));
            for (let one = from; one <= to; one += 1) covered.push(one);
          }
          const lastHour = plan.hours?.to ?? state.lastHour;
          state = { ...state, lastHour, lastRun: { startedAt: now, outcome: 'done' } };
        }
        const first = covered[0] ?? 0;
        expect(covered).toEqual(covered.map((_hour, index) => first + index));
      }),
      { numRuns: 2_000 },
    );
  });
});
