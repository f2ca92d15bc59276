import { looksLikeCardNumber } from '../../../shared/domain/card-number.ts';
import type { Money } from '../../../shared/domain/money.ts';
import type { TenderKind } from '../../../shared/domain/settle.ts';
import { payFigures, type TakenTender } from './pay-figures.ts';

/** A way to pay that the shop offers. */
export type TenderChoice = {
  readonly id: number;
  readonly name: string;
  readonly kind: TenderKind;
  readonly asksReference: boolean;
  /** The letter (upper case) or digit that takes it; null for none. */
  readonly payKey: string | null;
};

/** Why a tender was not taken, said beside the field that mends it. */
export type PayProblem =
  | { readonly kind: 'amount-missing' }
  | { readonly kind: 'too-much'; readonly most: Money }
  | { readonly kind: 'nothing-open' }
  | { readonly kind: 'reference-missing'; readonly tender: string }
  | { readonly kind: 'card-number' };

/** Whether it is about the reference; all others are about the amount. */
export function isOfReference({ kind }: PayProblem): boolean {
  return kind === 'reference-missing' || kind === 'card-number';
}

export type PayState = {
  readonly taken: readonly TakenTender[];
  /** What is typed in the amount field; null is nothing. */
  readonly typed: Money | null;
  readonly reference: string;
  /** The tender that the typed amount and reference are for. */
  readonly tenderId: number | null;
  readonly problem: PayProblem | null;
};

/** What the tenders are held against. */
export type Due = { readonly total: Money; readonly cashIncrement: Money };

export type PayAction =
  | { readonly type: 'type-amount'; readonly amount: Money | null }
  | { readonly type: 'type-reference'; readonly reference: string }
  /** Takes an amount (what is typed, else all that is open) by this tender. */
  | { readonly type: 'take'; readonly tender: TenderChoice; readonly amount: Money | null; readonly due: Due }
  /** Enter with nothing to take. */
  | { readonly type: 'ask-amount' }
  | { readonly type: 'take-back'; readonly key: number };

export const emptyPay: PayState = {
  taken: [],
  typed: null,
  reference: '',
  tenderId: null,
  problem: null,
};

/** As many tenders as one order takes. */
const mostTenders = 12;

export function payReducer(state: PayState, action: PayAction): PayState {
  switch (action.type) {
    case 'type-amount':
      return { ...state, typed: action.amount, problem: null };
    case 'type-reference':
      return { ...state, reference: action.reference, problem: null };
    case 'take':
      return take(state, action.tender, action.amount, action.due);
    case 'ask-amount':
      return { ...state, problem: { kind: 'amount-missing' } };
    case 'take-back':
      return { ...state, taken: state.taken.filter((one) => one.key !== action.key), problem: null };
  }
}

function take(state: PayState, tender: TenderChoice, given: Money | null, due: Due): PayState {
  const { open, openInCash } = payFigures(due.total, state.taken, due.cashIncrement);
  const isCash = tender.kind === 'cash';
  const amount = given ?? state.typed ?? (isCash ? openInCash : open);
  const refuse = (problem: PayProblem): PayState => ({ ...state, tenderId: tender.id, problem });
  if (open === 0 || state.taken.length >= mostTenders) return refuse({ kind: 'nothing-open' });
  if (amount === 0) return refuse({ kind: 'amount-missing' });
  if (!isCash && amount > open) return refuse({ kind: 'too-much', most: open });
  const reference = isCash ? '' : state.reference.trim();
  if (tender.asksReference && reference === '')
    return {
      ...state,
      typed: amount,
      tenderId: tender.id,
      problem: { kind: 'reference-missing', tender: tender.name },
    };
  if (looksLikeCardNumber(reference)) return refuse({ kind: 'card-number' });
  const key = (state.taken.at(-1)?.key ?? 0) + 1;
  const one = { key, tenderId: tender.id, name: tender.name, kind: tender.kind, amount, reference };
  return {
    ...state,
    taken: [...state.taken, one],
    typed: null,
    reference: '',
    tenderId: null,
    problem: null,
  };
}
