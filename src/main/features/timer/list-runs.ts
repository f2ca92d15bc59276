import type { QueryHandler } from '../../app/context.ts';
import { cutPage, decodeCursor } from '../catalog/cursor.ts';
import { timerRuns } from './timer-runs.ts';

/** The timer's runs, newest first, by keyset. */
export const listRuns: QueryHandler<'timer.listRuns'> = ({ db }, { cursor, limit }) => {
  const found = timerRuns(db, decodeCursor('timer-runs', cursor), limit + 1);
  return cutPage('timer-runs', found, limit, (run) => run.runId);
};
