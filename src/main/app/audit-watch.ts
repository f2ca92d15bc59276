import type { Input } from '../../shared/contract/index.ts';
import { hourOf } from '../../shared/domain/timer-plan.ts';
import type { Log } from './context.ts';
import type { App, Caller } from './create-app.ts';

type WatchParts = {
  readonly app: Pick<App, 'ask'>;
  /** Milliseconds UTC. */
  readonly clock: () => number;
  readonly log: Log;
};

export type AuditWatch = {
  /** Looks at what is newest, then at everything. Resolves when that is done. */
  start(): Promise<void>;
  /** A heartbeat: once a business date everything is looked at again. */
  beat(): Promise<void>;
};

const system: Caller = { kind: 'system' };

/** The shop is being closed, or somebody has it verified just now. */
const quietRefusals: readonly string[] = ['cancelled', 'verification-running'];

/** What makes the log and the seals be verified without anybody asking: at each start, and every business date. */
export function createAuditWatch({ app, clock, log }: WatchParts): AuditWatch {
  let triedIn = -1;
  let isLooking = false;

  async function verify(input: Input<'audit.verify'>): Promise<void> {
    const reply = await app.ask(system, 'audit.verify', input);
    if (!reply.ok) {
      if (!quietRefusals.includes(reply.error.code))
        log.error('The audit log could not be verified', { ...input, error: reply.error });
      return;
    }
    const { found } = reply.value;
    if (found > 0) log.error('The verification of the shop file found something', { ...input, found });
  }

  /** There is nothing to look at before a shop was opened. */
  async function whenOpened(work: () => Promise<void>): Promise<void> {
    if (isLooking) return;
    isLooking = true;
    try {
      const setup = await app.ask(system, 'setup.state', {});
      if (setup.ok && setup.value.shop !== null) await work();
    } catch (error) {
      log.error('The audit log could not be verified', { error });
    } finally {
      isLooking = false;
    }
  }

  return {
    start: () =>
      whenOpened(async () => {
        triedIn = hourOf(clock());
        await verify({ scope: 'quick', cause: 'start' });
        await verify({ scope: 'whole', cause: 'start' });
      }),
    beat: () =>
      whenOpened(async () => {
        // Where it fails it is tried again an hour later, not each minute.
        if (triedIn === hourOf(clock())) return;
        const state = await app.ask(system, 'audit.state', {});
        if (!state.ok || state.value.isVerifiedToday || state.value.isVerifying) return;
        triedIn = hourOf(clock());
        await verify({ scope: 'whole', cause: 'nightly' });
      }),
  };
}
