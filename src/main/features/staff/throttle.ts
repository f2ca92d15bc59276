import { AppError } from '../../../shared/contract/errors.ts';
import type { TaskContext } from '../../app/context.ts';
import type { WriteDb } from '../../database/connection.ts';
import { query } from '../../database/query.ts';

/** Guesses that cost nothing; after them each waits. */
const freeGuesses = 5;
const firstWait = 30_000;
const longestWait = 15 * 60_000;

/** What guesses are counted for: one person, and the till as a whole (several people tried in turn). */
export type Subject = string;

/** How long the next guess waits after so many failures, in milliseconds. */
export function waitAfter(failures: number): number {
  if (failures < freeGuesses) return 0;
  return Math.min(firstWait * 2 ** Math.min(failures - freeGuesses, 20), longestWait);
}

/**
 * Counts a guess before it is looked at, so that many sent at once gain nothing; a right one clears the count.
 * Kept in the shop file: a restart forgets nothing.
 * @throws AppError `wait-before-guess` with `untilAt` while one of the subjects has to wait.
 */
export async function countGuess(ctx: TaskContext, subjects: readonly Subject[]): Promise<void> {
  const { now } = ctx;
  await ctx.quietTransaction((db) => {
    const rows = db.all(
      query
        .selectFrom('signInThrottles')
        .selectAll()
        .where('subject', 'in', [...subjects]),
    );
    const untilAt = Math.max(0, ...rows.map((row) => row.blockedUntilAt));
    // A clock that was set back must not lock the shop out for longer than the longest wait.
    if (untilAt > now && untilAt - now <= longestWait) throw new AppError('wait-before-guess', { untilAt });
    for (const subject of subjects) {
      const failures = (rows.find((row) => row.subject === subject)?.failures ?? 0) + 1;
      const blockedUntilAt = now + waitAfter(failures);
      db.run(
        query
          .insertInto('signInThrottles')
          .values({ subject, failures, blockedUntilAt })
          .onConflict((conflict) => conflict.column('subject').doUpdateSet({ failures, blockedUntilAt })),
      );
    }
  });
}

/** A right one clears the count. */
export function forgetGuesses(db: WriteDb, subjects: readonly Subject[]): void {
  db.run(query.deleteFrom('signInThrottles').where('subject', 'in', [...subjects]));
}
