import type { refundsCalls } from '../../../shared/contract/refunds.ts';
import type { Handlers } from '../../app/context.ts';
import { failRefund } from './fail-refund.ts';
import { initiateRefund } from './initiate-refund.ts';
import { initiateRefunds } from './initiate-refunds.ts';
import { listRefunds } from './list-refunds.ts';
import { openRefund } from './open-refund.ts';
import { settleRefund } from './settle-refund.ts';
import { voidRefund } from './void-refund.ts';

/** Handlers of the calls in `shared/contract/refunds.ts`. */
export const refundsHandlers: Handlers<typeof refundsCalls> = {
  'refunds.list': listRefunds,
  'refunds.initiate': initiateRefund,
  'refunds.initiateMany': initiateRefunds,
  'refunds.settle': settleRefund,
  'refunds.fail': failRefund,
  'refunds.void': voidRefund,
  'refunds.open': openRefund,
};
