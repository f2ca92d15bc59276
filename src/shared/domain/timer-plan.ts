/** Why the hourly timer looks: at start, by its heartbeat, after sleep, or because a person asks for it. */
export const timerCauses = ['start', 'hour', 'resume', 'manual'] as const;
export type TimerCause = (typeof timerCauses)[number];

/** How a run ended; `clock-back` and `clock-ahead` did nothing but note it. */
export const timerOutcomes = ['done', 'failed', 'clock-back', 'clock-ahead'] as const;
export type TimerOutcome = (typeof timerOutcomes)[number];

/** A whole hour: hours since 1970 in UTC, which no zone and no summer time disturbs. */
export type WholeHour = number;

/** How the timer stands before it decides. */
export type TimerState = {
  readonly isEnabled: boolean;
  /** The last hour that a run covered; null before the first. */
  readonly lastHour: WholeHour | null;
  /** The newest run, whatever became of it; `startedAt` in milliseconds UTC. */
  readonly lastRun: { readonly startedAt: number; readonly outcome: TimerOutcome } | null;
  /** How many orders wait to be delivered by it. */
  readonly due: number;
};

export type TimerPlan =
  /** Deliver what is due, and count these hours as covered; null covers none. */
  | { readonly kind: 'run'; readonly hours: { readonly from: WholeHour; readonly to: WholeHour } | null }
  /** Do nothing but write down why. */
  | { readonly kind: 'note'; readonly outcome: 'clock-back' | 'clock-ahead' }
  | { readonly kind: 'nothing' };

const hour = 3_600_000;
/** A clock that is corrected by less than this is not worth a word. Milliseconds. */
const tolerance = 120_000;
/** More missed hours than this (16 days) are more likely a wrong clock than a closed shop. */
export const mostMissedHours = 400;

/** The whole hour that an instant lies in. */
export function hourOf(instantMs: number): WholeHour {
  return Math.floor(instantMs / hour);
}

/** The first instant of a whole hour. */
export function startOfHour(whole: WholeHour): number {
  return whole * hour;
}

/** Hours up to now that no run has covered; the present one is among them as soon as it begins. */
export function missedHours(now: number, lastHour: WholeHour | null): number {
  return lastHour === null ? 1 : Math.max(0, hourOf(now) - lastHour);
}

/** Whether the clock stands before an hour that was covered already. */
export function isClockBack(now: number, lastHour: WholeHour | null): boolean {
  return lastHour !== null && now < startOfHour(lastHour) - tolerance;
}

/**
 * What the timer does at this moment. It never counts its own ticks: from the last covered hour to now it covers
 * each whole hour once, however many heartbeats came or failed to come.
 *
 * A clock that was set back undoes nothing; that is written down once, and then time must catch up. One that is
 * far ahead is written down once, and a person must look at it. What a person asks for is always done.
 */
export function planTimerRun(now: number, cause: TimerCause, state: TimerState): TimerPlan {
  const { lastHour, lastRun, due } = state;
  const missed = missedHours(now, lastHour);
  const run: TimerPlan = {
    kind: 'run',
    hours: missed === 0 ? null : { from: hourOf(now) - missed + 1, to: hourOf(now) },
  };
  if (cause === 'manual') return run;
  if (!state.isEnabled) return { kind: 'nothing' };
  if (lastRun && now < lastRun.startedAt - tolerance) return { kind: 'note', outcome: 'clock-back' };
  if (isClockBack(now, lastHour)) return { kind: 'nothing' };
  if (missed > mostMissedHours) {
    return lastRun?.outcome === 'clock-ahead'
      ? { kind: 'nothing' }
      : { kind: 'note', outcome: 'clock-ahead' };
  }
  if (missed > 0) return run;
  // Within a covered hour only a start or a waking computer looks again; a heartbeat would deliver each minute.
  return cause !== 'hour' && due > 0 ? run : { kind: 'nothing' };
}
