import type { TimerCause } from '../../shared/domain/timer-plan.ts';
import { createTimerLook, type TimerParts } from './look-at-timer.ts';

type HourlyTimerOptions = TimerParts & {
  /** Calls again and again, each minute in the application, until what it answers is called. */
  readonly every: (beat: () => void) => () => void;
};

export type HourlyTimer = {
  /** Looks at once, then with each heartbeat. */
  start(): void;
  /** Looks now, or right after the look that is under way. Resolves when nothing more is to be done. */
  trigger(cause: TimerCause): Promise<void>;
  stop(): void;
};

/**
 * What makes the hourly timer run by itself. A heartbeat may come late, twice or not at all while the computer
 * sleeps, so it only looks how the timer stands; the shop file knows which hours were covered. Two looks never
 * overlap: who asks during one is remembered, once. Whatever goes wrong, the next heartbeat comes.
 */
export function createHourlyTimer({ every, ...parts }: HourlyTimerOptions): HourlyTimer {
  const look = createTimerLook(parts);
  let stopBeat: (() => void) | null = null;
  let isStopped = false;
  let isLooking = false;
  let looking = Promise.resolve();
  let remembered: TimerCause | null = null;

  async function lookUntilQuiet(first: TimerCause): Promise<void> {
    for (let cause: TimerCause | null = first; cause !== null && !isStopped; cause = remembered) {
      remembered = null;
      await look(cause).catch((error: unknown) => {
        parts.log.error('The hourly timer fell', { cause, error });
      });
    }
    // Together with the last look at what was remembered: nobody can ask in between.
    isLooking = false;
  }

  function trigger(cause: TimerCause): Promise<void> {
    if (isStopped) return Promise.resolve();
    if (isLooking) {
      // A waking computer says more than a heartbeat.
      if (remembered === null || remembered === 'hour') remembered = cause;
      return looking;
    }
    isLooking = true;
    looking = lookUntilQuiet(cause);
    return looking;
  }

  return {
    start() {
      stopBeat ??= every(() => void trigger('hour'));
      void trigger('start');
    },
    trigger,
    stop() {
      isStopped = true;
      stopBeat?.();
    },
  };
}
