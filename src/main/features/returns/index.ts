import type { returnsCalls } from '../../../shared/contract/returns.ts';
import type { Handlers } from '../../app/context.ts';

const notBuilt = (): never => {
  throw new Error('not built');
};

export const returnsHandlers: Handlers<typeof returnsCalls> = {
  'returns.findSales': notBuilt,
  'returns.prepare': notBuilt,
  'returns.create': notBuilt,
  'returns.createWithoutReceipt': notBuilt,
  'returns.list': notBuilt,
  'returns.get': notBuilt,
};
