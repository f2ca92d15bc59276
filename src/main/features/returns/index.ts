import type { returnsCalls } from '../../../shared/contract/returns.ts';
import type { Handlers } from '../../app/context.ts';
import { createReturn } from './create-return.ts';
import { createReturnWithoutReceipt } from './create-return-without-receipt.ts';
import { findSales } from './find-sales.ts';
import { getReturn } from './get-return.ts';
import { listReturns } from './list-returns.ts';
import { prepareReturn } from './prepare-return.ts';

/** Handlers of the calls in `shared/contract/returns.ts`. */
export const returnsHandlers: Handlers<typeof returnsCalls> = {
  'returns.findSales': findSales,
  'returns.prepare': prepareReturn,
  'returns.create': createReturn,
  'returns.createWithoutReceipt': createReturnWithoutReceipt,
  'returns.list': listReturns,
  'returns.get': getReturn,
};
