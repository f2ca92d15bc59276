import { z } from 'zod';
import { foundProblems } from './backup-fields.ts';
import { task } from './define.ts';
import { done, flag, instant, nothing } from './fields.ts';

export const conditionState = z.strictObject({
  /** Why nothing can be written into the shop file now, and since when; null where it can. */
  trouble: z
    .strictObject({ problem: z.enum(['unreadable', 'read-only', 'locked']), since: instant })
    .nullable(),
  /** Orderlla did not close properly last time: the file is being looked through, or that was done in this run. */
  unclean: z.enum(['looking', 'in-order', 'problems']).nullable(),
  /** When, in this run, a log of writes from elsewhere lay beside it: what was before is among the replaced shops. */
  keptBefore: instant.nullable(),
  /** The last time that it was looked through, quickly or all of it, and what was found. */
  last: z.strictObject({ at: instant, scope: z.enum(['quick', 'deep']), problems: foundProblems }).nullable(),
  /** The last time that it could not be looked through; null once it was. */
  failure: z.strictObject({ at: instant, reason: z.string() }).nullable(),
});
export type ConditionState = z.output<typeof conditionState>;

/** In which condition the shop file is. */
export const conditionCalls = {
  /** How it stands with the shop file, as far as it is known. */
  'condition.state': task({
    needs: 'signed-in',
    input: nothing,
    output: conditionState,
    errors: [],
    reads: ['condition'],
  }),
  /** Tries now whether the shop file can be written again. */
  'condition.lookAgain': task({
    needs: 'signed-in',
    input: nothing,
    output: z.strictObject({ isWell: flag }),
    errors: [],
  }),
  /** Looks through all of the shop file while selling goes on; with progress, can be stopped as a backup can. */
  'condition.check': task({
    needs: 'backup',
    input: nothing,
    output: z.strictObject({ problems: foundProblems }),
    errors: ['backup-running', 'no-room', 'check-failed'],
    changes: ['condition'],
  }),
  /** Closes the shop and shows what can be done about a damaged file: a backup, what can be saved, another file. */
  'condition.recover': task({
    needs: 'restore',
    asksPassword: true,
    input: nothing,
    output: done,
    errors: [],
  }),
};
