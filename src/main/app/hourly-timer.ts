import type { CallError, Reply } from '../../shared/contract/errors.ts';
import type { Output } from '../../shared/contract/index.ts';
import { hourOf, planTimerRun, type TimerCause } from '../../shared/domain/timer-plan.ts';
import type { Log } from './context.ts';
import type { App, Caller } from './create-app.ts';
import { systemRequestId } from './system-request-id.ts';

type HourlyTimerOptions = {
  readonly app: Pick<App, 'ask'>;
  /** Milliseconds UTC. */
  readonly clock: () => number;
  readonly log: Log;
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

const system: Caller = { kind: 'system' };

/**
 * What makes the hourly timer run by itself. A heartbeat may come late, twice or not at all while the computer
 * sleeps, so it only asks how the timer stands; the shop file knows which hours were covered. Two runs never
 * overlap: who asks during one is remembered, once. A run that fails is written down, and the next heartbeat
 * comes all the same.
 */
export function createHourlyTimer({ app, clock, log, every }: HourlyTimerOptions): HourlyTimer {
  let stopBeat: (() => void) | null = null;
  let isStopped = false;
  let isLooking = false;
  let looking = Promise.resolve();
  let remembered: TimerCause | null = null;
  /** The last failure that was written down, so that one trouble is not told each minute. */
  let noted = '';
  let checkTriedIn = -1;

  async function lookUntilQuiet(first: TimerCause): Promise<void> {
    for (let cause: TimerCause | null = first; cause !== null && !isStopped; ) {
      remembered = null;
      try {
        await look(cause);
      } catch (error) {
        log.error('The hourly timer fell', { cause, error });
      }
      cause = remembered;
    }
    // With the last look at what was remembered: nobody can ask in between.
    isLooking = false;
  }

  async function look(cause: TimerCause): Promise<void> {
    const asked = await app.ask(system, 'timer.get', {});
    if (!asked.ok) return fail(cause, asked.error);
    const state = asked.value;
    const plan = planTimerRun(clock(), cause, {
      ...state,
      lastHour: hourOf(state.nextAt) - 1,
      lastRun: state.last,
    });
    if (plan.kind !== 'nothing') {
      const run = await app.ask(system, 'timer.run', { cause }, systemRequestId(clock()));
      if (!run.ok) return fail(cause, run.error);
      noted = '';
    }
    await checkStock(state);
  }

  /** Once a business date the stock is compared with its ledger; where that fails, again an hour later. */
  async function checkStock({ isStockChecked }: Output<'timer.get'>): Promise<void> {
    const hour = hourOf(clock());
    if (isStockChecked || checkTriedIn === hour || isStopped) return;
    checkTriedIn = hour;
    const reply: Reply = await app.ask(system, 'stock.check', { cause: 'nightly' });
    if (!reply.ok && !isStopped) log.error('The nightly check of the stock failed', { error: reply.error });
  }

  async function fail(cause: TimerCause, { code, details }: CallError): Promise<void> {
    // There is no shop yet, it is being closed, or somebody turned the timer off a moment ago.
    if (isStopped || code === 'not-found' || code === 'cancelled' || code === 'timer-off') return;
    const error = details?.reference === undefined ? code : `${code} (${String(details.reference)})`;
    const trouble = `${code} ${hourOf(clock())}`;
    if (noted === trouble) return;
    noted = trouble;
    log.error('The hourly timer could not run', { cause, error });
    const input = { cause, error };
    const reply = await app.ask(system, 'timer.noteFailure', input, systemRequestId(clock()));
    if (!reply.ok) log.error('That the timer failed could not be written down', { error: reply.error });
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
