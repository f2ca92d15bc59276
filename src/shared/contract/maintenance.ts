import { command } from './define.ts';
import { done, nothing } from './fields.ts';

export const maintenanceCalls = {
  /** What the application does by itself at each start: ranks products by what sold, drops old leftovers. */
  'maintenance.tidy': command({
    needs: 'change-settings',
    input: nothing,
    output: done,
    errors: [],
    changes: ['products'],
    unaudited: 'changes nothing that anybody entered',
  }),
};
