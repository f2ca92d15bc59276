import type { Input } from '../../../shared/contract/index.ts';
import { looksLikeCardNumber } from '../../../shared/domain/card-number.ts';
import { mostQuantity, type Quantity, quantity } from '../../../shared/domain/quantity.ts';

type AdjustReason = Input<'stock.adjust'>['reason'];

/** A figure that is put right, as it is typed: said as a difference or as the new figure, whichever came last. */
type AdjustDraft = {
  /** What the person saw on hand. */
  readonly seen: Quantity;
  readonly said: 'difference' | 'figure';
  readonly value: Quantity | null;
  readonly reason: AdjustReason | null;
  readonly note: string;
};

export type AdjustAction =
  | { readonly type: 'said'; readonly said: AdjustDraft['said']; readonly value: Quantity | null }
  | { readonly type: 'because'; readonly reason: AdjustReason }
  | { readonly type: 'noted'; readonly note: string }
  /** What is on hand changed meanwhile, and the person has seen it. */
  | { readonly type: 'seen'; readonly onHand: Quantity };

export function startOfAdjusting(onHand: Quantity): AdjustDraft {
  return { seen: onHand, said: 'difference', value: null, reason: null, note: '' };
}

export function adjustReducer(draft: AdjustDraft, action: AdjustAction): AdjustDraft {
  switch (action.type) {
    case 'said':
      return { ...draft, said: action.said, value: action.value };
    case 'because':
      return { ...draft, reason: action.reason };
    case 'noted':
      return { ...draft, note: action.note };
    case 'seen':
      return { ...draft, seen: action.onHand };
  }
}

/** The signed difference that the draft means; null while it means none. */
export function differenceOf({ said, value, seen }: AdjustDraft): Quantity | null {
  if (value === null) return null;
  return said === 'difference' ? value : quantity(value - seen);
}

/** What would be on hand. */
export function figureOf({ said, value, seen }: AdjustDraft): Quantity | null {
  if (value === null) return null;
  return said === 'figure' ? value : quantity(seen + value);
}

type AdjustProblems = Partial<{
  readonly figure: 'figure-missing' | 'figure-same';
  readonly reason: 'reason-missing';
  readonly note: 'card-number';
}>;

/** What keeps it from being sent, as `stock.<problem>` says it. Parts of whole pieces are left to the fields. */
export function adjustProblems(draft: AdjustDraft): AdjustProblems {
  const difference = differenceOf(draft);
  return {
    ...(difference === null ? { figure: 'figure-missing' as const } : {}),
    ...(difference === 0 ? { figure: 'figure-same' as const } : {}),
    ...(draft.reason === null ? { reason: 'reason-missing' as const } : {}),
    ...(looksLikeCardNumber(draft.note) ? { note: 'card-number' as const } : {}),
  };
}

/** Whether a quantity fits its unit and what main takes. */
export function fits(value: Quantity | null, measured: boolean): boolean {
  return value !== null && Math.abs(value) <= mostQuantity && (measured || value % 1000 === 0);
}
