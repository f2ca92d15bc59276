import type { refundsCalls } from '../../../shared/contract/refunds.ts';
import type { Handlers } from '../../app/context.ts';

const notBuilt = (): never => {
  throw new Error('not built');
};

export const refundsHandlers: Handlers<typeof refundsCalls> = {
  'refunds.list': notBuilt,
  'refunds.initiate': notBuilt,
  'refunds.initiateMany': notBuilt,
  'refunds.settle': notBuilt,
  'refunds.fail': notBuilt,
  'refunds.void': notBuilt,
  'refunds.open': notBuilt,
};
