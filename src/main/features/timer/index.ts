import type { timerCalls } from '../../../shared/contract/timer.ts';
import type { Handlers } from '../../app/context.ts';
import { getTimer } from './get-timer.ts';
import { listRuns } from './list-runs.ts';
import { noteFailure } from './note-failure.ts';
import { runTimer } from './run-timer.ts';
import { setTimerEnabled } from './set-timer-enabled.ts';

export const timerHandlers: Handlers<typeof timerCalls> = {
  'timer.get': getTimer,
  'timer.listRuns': listRuns,
  'timer.run': runTimer,
  'timer.noteFailure': noteFailure,
  'timer.setEnabled': setTimerEnabled,
};
