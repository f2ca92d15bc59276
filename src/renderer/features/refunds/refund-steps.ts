import { mayMoveRefund, type RefundState } from '../../../shared/domain/refund-state.ts';
import type { TenderKind } from '../../../shared/domain/settle.ts';

/** What a person can do about a refund. Handing out cash initiates and settles it in one. */
export type RefundStep = 'initiate' | 'hand-out' | 'settle' | 'other-way' | 'fail' | 'void';

type Refund = { readonly state: RefundState; readonly tenderKind: TenderKind };

/** What is to be done next, one press in the row; null where nothing is. */
export function nextStep({ state, tenderKind }: Refund): RefundStep | null {
  if (mayMoveRefund(state, 'initiated')) return tenderKind === 'cash' ? 'hand-out' : 'initiate';
  return mayMoveRefund(state, 'settled') ? 'settle' : null;
}

/** What else can be done, in the order in which it is offered. */
export function otherSteps(refund: Refund): readonly RefundStep[] {
  const { state, tenderKind } = refund;
  const mayInitiate = mayMoveRefund(state, 'initiated');
  const all: readonly (readonly [RefundStep, boolean])[] = [
    // A bank that pays out while one waits: no need to come back for it.
    ['settle', mayInitiate && tenderKind !== 'cash' && mayMoveRefund(state, 'settled')],
    ['other-way', mayInitiate],
    ['fail', mayMoveRefund(state, 'failed')],
    ['void', mayMoveRefund(state, 'voided')],
  ];
  return all.flatMap(([step, may]) => (may ? [step] : []));
}

/** Whether it goes along when several are initiated at once. */
export function mayInitiate({ state }: Pick<Refund, 'state'>): boolean {
  return mayMoveRefund(state, 'initiated');
}
