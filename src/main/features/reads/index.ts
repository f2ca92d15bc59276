import type { readsCalls } from '../../../shared/contract/reads.ts';
import type { Handlers } from '../../app/context.ts';

export const readsHandlers: Handlers<typeof readsCalls> = {
  'reads.cancel': async (ctx, { requestId }) => {
    ctx.cancelRead(requestId);
    return {};
  },
};
