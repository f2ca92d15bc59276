import type { stockCalls } from '../../../shared/contract/stock.ts';
import type { stockCountsCalls } from '../../../shared/contract/stock-counts.ts';
import type { Handlers } from '../../app/context.ts';

const notBuilt = (): never => {
  throw new Error('not built');
};

export const stockHandlers: Handlers<typeof stockCalls> = {
  'stock.listLow': notBuilt,
  'stock.get': notBuilt,
  'stock.listMovements': notBuilt,
  'stock.receive': notBuilt,
  'stock.adjust': notBuilt,
  'stock.writeOff': notBuilt,
  'stock.setRules': notBuilt,
  'stock.setCategoryOversell': notBuilt,
  'stock.listChecks': notBuilt,
  'stock.check': notBuilt,
  'stock.repair': notBuilt,
};

export const stockCountsHandlers: Handlers<typeof stockCountsCalls> = {
  'stockCounts.list': notBuilt,
  'stockCounts.start': notBuilt,
  'stockCounts.get': notBuilt,
  'stockCounts.listLines': notBuilt,
  'stockCounts.enter': notBuilt,
  'stockCounts.post': notBuilt,
  'stockCounts.discard': notBuilt,
};
