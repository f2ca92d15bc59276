import { describe, expect, it } from 'vitest';
import { refundStates } from '../../../shared/domain/refund-state.ts';
import { mayInitiate, nextStep, otherSteps } from './refund-steps.ts';

describe('what can be done about a refund', () => {
  it('hands out cash, sends the rest to the bank, and settles what is on its way', () => {
    const next = (tenderKind: 'cash' | 'card') =>
      refundStates.map((state) => nextStep({ state, tenderKind }));
    // awaiting, initiated, settled, failed, voided
    expect(next('card')).toEqual(['initiate', 'settle', null, 'initiate', null]);
    expect(next('cash')).toEqual(['hand-out', 'settle', null, 'hand-out', null]);
  });

  it('offers every other lawful step, and none for what is over', () => {
    const others = (tenderKind: 'cash' | 'card') =>
      refundStates.map((state) => otherSteps({ state, tenderKind }).join(' '));
    expect(others('card')).toEqual(['settle other-way void', 'fail', '', 'settle other-way void', '']);
    expect(others('cash')).toEqual(['other-way void', 'fail', '', 'other-way void', '']);
  });

  it('takes along only what has not been initiated', () => {
    expect(refundStates.filter((state) => mayInitiate({ state }))).toEqual(['awaiting', 'failed']);
  });
});
