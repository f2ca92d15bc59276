import type { CallError } from '../../shared/contract/errors.ts';
import { hourOf } from '../../shared/domain/timer-plan.ts';
import type { Caller } from './create-app.ts';
import type { TimerParts } from './look-at-timer.ts';

const system: Caller = { kind: 'system' };

/** Adds up the days that ended, and once a business date has the newest closed days proven. Nothing is thrown. */
export function createDaysLook({ app, clock, log }: TimerParts): () => Promise<void> {
  let closeFailedIn = -1;
  let proofTriedIn = -1;

  /** Slice by slice: selling goes on between two. Where that fails, again an hour later. */
  async function closeDays(): Promise<void> {
    const hour = hourOf(clock());
    if (closeFailedIn === hour) return;
    const behind = await app.ask(system, 'reports.state', {});
    for (let isLeft = behind.ok && behind.value.isBehind; isLeft; ) {
      const reply = await app.ask(system, 'reports.close', {});
      isLeft = reply.ok && reply.value.days > 0;
      if (reply.ok || isQuiet(reply.error)) continue;
      closeFailedIn = hour;
      log.error('The days that ended could not be added up', { error: reply.error });
    }
  }

  /** Where that fails, again an hour later. */
  async function proveDays(): Promise<void> {
    const hour = hourOf(clock());
    if (proofTriedIn === hour) return;
    const state = await app.ask(system, 'reports.state', {});
    if (!state.ok || !state.value.isProofDue) return;
    proofTriedIn = hour;
    const proof = await app.ask(system, 'reports.prove', {});
    if (proof.ok && proof.value.differenceCount > 0) {
      log.error('Closed days differ from their orders', { differences: proof.value.differences.slice(0, 5) });
    } else if (!proof.ok && !isQuiet(proof.error)) {
      log.error('The closed days could not be proven', { error: proof.error });
    }
  }

  return async () => {
    await closeDays();
    await proveDays();
  };
}

/** There is no shop yet, or it is being closed. */
function isQuiet({ code }: CallError): boolean {
  return code === 'not-found' || code === 'cancelled';
}
