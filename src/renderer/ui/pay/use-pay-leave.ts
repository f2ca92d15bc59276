import { useState } from 'react';
import type { LeaveGuard } from '../router.ts';
import type { TakenTender } from './pay-figures.ts';

/** The ways out of a payment's dialog, for whatever has one: the dialog itself, its buttons, what a refusal offers. */
export type PayLeave = {
  /** What was taken and is on no order yet: leaving forgets it. */
  readonly taken: readonly TakenTender[];
  /** Told by the payment while it is there. */
  readonly hold: (taken: readonly TakenTender[]) => void;
  /** Goes at once while nothing is taken; else asks first. */
  readonly leave: LeaveGuard;
  /** Where the person wants to go, while they are asked. */
  readonly wanted: (() => void) | null;
  readonly stay: () => void;
};

const nothing: readonly TakenTender[] = [];

/** Stands between the person and every way out of a payment that something was taken in. */
export function usePayLeave(): PayLeave {
  const [taken, hold] = useState(nothing);
  const [wanted, setWanted] = useState<(() => void) | null>(null);
  return {
    taken,
    hold,
    leave: (go) => (taken.length === 0 ? go() : setWanted(() => go)),
    wanted,
    stay: () => setWanted(null),
  };
}
