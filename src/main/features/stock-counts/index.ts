import type { stockCountsCalls } from '../../../shared/contract/stock-counts.ts';
import type { Handlers } from '../../app/context.ts';
import { discardCount } from './discard-count.ts';
import { enterCount } from './enter-count.ts';
import { getCount } from './get-count.ts';
import { listCounts } from './list-counts.ts';
import { listLines } from './list-lines.ts';
import { postCount } from './post-count.ts';
import { startCount } from './start-count.ts';

/** Handlers of the calls in `shared/contract/stock-counts.ts`. */
export const stockCountsHandlers: Handlers<typeof stockCountsCalls> = {
  'stockCounts.list': listCounts,
  'stockCounts.start': startCount,
  'stockCounts.get': getCount,
  'stockCounts.listLines': listLines,
  'stockCounts.enter': enterCount,
  'stockCounts.post': postCount,
  'stockCounts.discard': discardCount,
};
