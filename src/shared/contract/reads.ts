import { z } from 'zod';
import { task } from './define.ts';
import { done } from './fields.ts';

export const readsCalls = {
  /** Stops one of the window's own long queries: who asked no longer waits for it. */
  'reads.cancel': task({
    needs: 'signed-in',
    input: z.strictObject({ requestId: z.string().min(1).max(60) }),
    output: done,
    errors: [],
  }),
};
