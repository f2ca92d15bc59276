import { assertNever } from '../../../shared/domain/assert-never.ts';
import type { RefundState } from '../../../shared/domain/refund-state.ts';
import type { AppText } from '../../../shared/text/english.ts';
import type { RefundStep } from './refund-steps.ts';

/** The verb of a step, short enough for a row. */
export function stepWords(step: RefundStep, state: RefundState, text: AppText): string {
  switch (step) {
    case 'initiate':
      return text(state === 'failed' ? 'refunds.initiate-again' : 'refunds.initiate');
    case 'hand-out':
      return text('refunds.hand-out');
    case 'settle':
      return text('refunds.settle');
    default:
      return longStepWords(step, state, text);
  }
}

/** The verb with its object, for the panel and its menu. */
export function longStepWords(step: RefundStep, state: RefundState, text: AppText): string {
  switch (step) {
    case 'initiate':
      return text(state === 'failed' ? 'refunds.initiate-again' : 'refunds.initiate-refund');
    case 'hand-out':
      return text('refunds.hand-out-title');
    case 'settle':
      return text('refunds.settle-refund');
    case 'other-way':
      return text('refunds.other-way');
    case 'fail':
      return text('refunds.mark-failed');
    case 'void':
      return text('refunds.void');
    default:
      return assertNever(step);
  }
}

/** The key of a step, wherever a refund is chosen: in the list, by its panel, or several of them. */
export const stepKeys: Readonly<Record<RefundStep, string>> = {
  initiate: 'I',
  'hand-out': 'I',
  settle: 'S',
  'other-way': 'W',
  fail: 'F',
  void: 'V',
};
