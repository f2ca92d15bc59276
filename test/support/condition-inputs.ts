import type { conditionCalls } from '../../src/shared/contract/condition.ts';
import type { Input } from '../../src/shared/contract/index.ts';

/** What each call about the condition of the shop file is asked in earnest. */
export const conditionInputs: { readonly [N in keyof typeof conditionCalls]: Input<N> } = {
  'condition.state': {},
  'condition.lookAgain': {},
  'condition.check': {},
  'condition.recover': {},
};
