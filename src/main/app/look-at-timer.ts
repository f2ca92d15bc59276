import type { CallError, Reply } from '../../shared/contract/errors.ts';
import { hourOf, planTimerRun, type TimerCause } from '../../shared/domain/timer-plan.ts';
import type { Log } from './context.ts';
import type { App, Caller } from './create-app.ts';
import { createDaysLook } from './look-at-days.ts';
import { systemRequestId } from './system-request-id.ts';

export type TimerParts = {
  readonly app: Pick<App, 'ask'>;
  /** Milliseconds UTC. */
  readonly clock: () => number;
  readonly log: Log;
};

const system: Caller = { kind: 'system' };

/** There is no shop yet, it is being closed, or somebody turned the timer off a moment ago. */
const quietRefusals: readonly string[] = ['not-found', 'cancelled', 'timer-off'];

/**
 * One look of the hourly timer: asks how it stands, runs it where there is something to do, adds up the days that ended
 * and proves the newest, and then starts the nightly check of the stock where it is still missing. A failure is written
 * down once an hour; nothing is thrown that the application answered.
 */
export function createTimerLook({ app, clock, log }: TimerParts): (cause: TimerCause) => Promise<void> {
  /** The last failure that was written down, so that one trouble is not told each minute. */
  let noted = '';
  let checkTriedIn = -1;
  const lookAtDays = createDaysLook({ app, clock, log });

  async function look(cause: TimerCause): Promise<void> {
    const asked = await app.ask(system, 'timer.get', {});
    if (!asked.ok) return fail(cause, asked.error);
    const { nextAt, last: lastRun, ...state } = asked.value;
    const plan = planTimerRun(clock(), cause, { ...state, lastRun, lastHour: hourOf(nextAt) - 1 });
    if (plan.kind !== 'nothing') {
      const run = await app.ask(system, 'timer.run', { cause }, systemRequestId(clock()));
      if (!run.ok) return fail(cause, run.error);
      noted = '';
    }
    await lookAtDays();
    if (!state.isStockChecked) await checkStock();
  }

  /** Once a business date the stock is compared with its ledger; where that fails, again an hour later. */
  async function checkStock(): Promise<void> {
    const hour = hourOf(clock());
    if (checkTriedIn === hour) return;
    checkTriedIn = hour;
    const reply: Reply = await app.ask(system, 'stock.check', { cause: 'nightly' });
    if (!reply.ok && reply.error.code !== 'cancelled') {
      log.error('The nightly check of the stock failed', { error: reply.error });
    }
  }

  async function fail(cause: TimerCause, { code, details }: CallError): Promise<void> {
    if (quietRefusals.includes(code)) return;
    const trouble = `${code} ${hourOf(clock())}`;
    if (noted === trouble) return;
    noted = trouble;
    const reference = details?.reference;
    const error = typeof reference === 'string' ? `${code} (${reference})` : code;
    log.error('The hourly timer could not run', { cause, error });
    const reply = await app.ask(system, 'timer.noteFailure', { cause, error }, systemRequestId(clock()));
    if (!reply.ok) log.error('That the timer failed could not be written down', { error: reply.error });
  }

  return look;
}
