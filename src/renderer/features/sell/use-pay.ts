import { type RefObject, useEffect, useReducer, useRef } from 'react';
import type { Money } from '../../../shared/domain/money.ts';
import { useApiQuery } from '../../bridge/api-query.ts';
import { type PayFigures, payFigures } from './pay-figures.ts';
import { emptyPay, type PayState, payReducer, type TenderChoice } from './pay-reducer.ts';
import { useSell } from './sell-context.ts';
import type { Placing } from './use-place-order.ts';

/** What the parts of the payment share. */
export type Pay = {
  readonly state: PayState;
  readonly figures: PayFigures;
  readonly tenders: readonly TenderChoice[];
  readonly tendersError: unknown;
  /** The tender that what is typed is for: the one just asked about, else cash. */
  readonly chosen: TenderChoice | undefined;
  readonly amountField: RefObject<HTMLInputElement | null>;
  readonly referenceField: RefObject<HTMLInputElement | null>;
  readonly typeAmount: (amount: Money | null) => void;
  readonly typeReference: (reference: string) => void;
  /** Takes this amount, else what is typed, else all that is open. */
  readonly take: (tender: TenderChoice, amount: Money | null) => void;
  readonly takeBack: (key: number) => void;
  /** Whatever comes next: takes what is typed, finishes what is paid, or asks for an amount. */
  readonly enter: () => void;
  /** Places the order with what was taken so far. */
  readonly place: () => void;
  /** The same, with the products that there are too few of. */
  readonly placeAnyway: (productIds: readonly number[]) => void;
};

const noTenders: readonly TenderChoice[] = [];

export function usePay(placing: Placing): Pay {
  const { pricing, shop } = useSell();
  const [state, dispatch] = useReducer(payReducer, emptyPay);
  const amountField = useRef<HTMLInputElement>(null);
  const referenceField = useRef<HTMLInputElement>(null);
  const answer = useApiQuery('shop.tenders', {});
  const tenders = answer.data ?? noTenders;
  const due = { total: pricing.total, cashIncrement: shop.cashRounding };
  const figures = payFigures(due.total, state.taken, due.cashIncrement);
  const cash = tenders.find((tender) => tender.kind === 'cash') ?? tenders[0];
  const chosen = tenders.find((tender) => tender.id === state.tenderId) ?? cash;

  const take = (tender: TenderChoice, amount: Money | null) =>
    dispatch({ type: 'take', tender, amount, due });
  const place = () => void placing.place(state.taken, state.oversellAccepted);
  const hasReference = chosen !== undefined && chosen.kind !== 'cash' && state.reference.trim() !== '';

  const wantsReference = state.problem?.kind === 'reference-missing';
  useEffect(() => {
    if (wantsReference) referenceField.current?.focus();
  }, [wantsReference]);
  const takenCount = state.taken.length;
  // biome-ignore lint/correctness/useExhaustiveDependencies: after each tender the keys go on in the amount
  useEffect(() => {
    amountField.current?.focus();
  }, [takenCount]);

  return {
    state,
    figures,
    tenders,
    tendersError: answer.error,
    chosen,
    amountField,
    referenceField,
    take,
    place,
    typeAmount: (amount) => dispatch({ type: 'type-amount', amount }),
    typeReference: (reference) => dispatch({ type: 'type-reference', reference }),
    takeBack: (key) => dispatch({ type: 'take-back', key }),
    enter: () => {
      if (placing.isPending) return;
      if (chosen && !figures.isSettled && (state.typed !== null || hasReference)) take(chosen, state.typed);
      else if (figures.isSettled && state.typed === null) place();
      else dispatch({ type: 'ask-amount' });
    },
    placeAnyway: (productIds) => {
      dispatch({ type: 'accept-oversell', productIds });
      void placing.place(state.taken, [...state.oversellAccepted, ...productIds]);
    },
  };
}
