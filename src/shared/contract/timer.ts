import { z } from 'zod';
import { timerCauses, timerOutcomes } from '../domain/timer-plan.ts';
import { command, query } from './define.ts';
import { done, flag, id, instant, nothing, page } from './fields.ts';

const cause = z.enum(timerCauses);
const outcome = z.enum(timerOutcomes);

const run = z.strictObject({
  runId: id,
  cause,
  outcome,
  startedAt: instant,
  finishedAt: instant,
  /** Whole hours that it caught up with. */
  hours: z.int(),
  delivered: z.int(),
  error: z.string().nullable(),
  staffName: z.string().nullable(),
});

export const timerCalls = {
  /** The hourly timer as it stands. */
  'timer.get': query({
    needs: 'signed-in',
    input: nothing,
    output: z.strictObject({
      isEnabled: flag,
      last: run.nullable(),
      /** The first instant of the next hour that it has not run for. */
      nextAt: instant,
      /** Orders in transit whose delivery date has come. */
      due: z.int(),
      /** Hours missed; beyond 400 a person must start it. */
      missedHours: z.int(),
      /** The clock stands before an hour that was covered already. */
      isClockBack: flag,
      /** Whether the nightly check of the stock has been made on this business date. */
      isStockChecked: flag,
    }),
    errors: [],
    reads: ['timerRuns', 'orders', 'shop', 'stockChecks'],
  }),
  'timer.listRuns': query({
    needs: 'see-orders',
    input: z.strictObject({ cursor: z.string().max(400).nullable(), limit: z.int().min(1).max(100) }),
    output: page(run),
    errors: [],
    reads: ['timerRuns', 'staff'],
  }),
  /**
   * Delivers what is in transit and due, once for whatever hours were missed. A clock that was set back undoes
   * nothing and is noted; one that is far ahead waits for a person. Running twice changes nothing more.
   */
  'timer.run': command({
    needs: 'advance-order',
    input: z.strictObject({ cause }),
    output: z.strictObject({ runId: id.nullable(), outcome, delivered: z.int(), hours: z.int() }),
    errors: ['timer-off'],
    changes: ['timerRuns', 'orders', 'stock'],
    long: true,
  }),
  /** Notes that a run failed; the next one comes all the same. */
  'timer.noteFailure': command({
    needs: 'change-settings',
    input: z.strictObject({ cause, error: z.string().max(500) }),
    output: done,
    errors: [],
    changes: ['timerRuns'],
  }),
  'timer.setEnabled': command({
    needs: 'change-settings',
    input: z.strictObject({ isEnabled: flag }),
    output: done,
    errors: [],
    changes: ['shop', 'timerRuns'],
  }),
};
