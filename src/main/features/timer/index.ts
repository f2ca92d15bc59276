import type { timerCalls } from '../../../shared/contract/timer.ts';
import type { Handlers } from '../../app/context.ts';

const notBuilt = (): never => {
  throw new Error('not built');
};

export const timerHandlers: Handlers<typeof timerCalls> = {
  'timer.get': notBuilt,
  'timer.listRuns': notBuilt,
  'timer.run': notBuilt,
  'timer.noteFailure': notBuilt,
  'timer.setEnabled': notBuilt,
};
