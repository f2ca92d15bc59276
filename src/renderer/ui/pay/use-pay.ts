import { type RefObject, useEffect, useReducer, useRef } from 'react';
import { type Money, money } from '../../../shared/domain/money.ts';
import { focusRefused } from '../focus-refused.ts';
import { type PayFigures, payFigures, type TakenTender } from './pay-figures.ts';
import { emptyPay, type PayState, payReducer, type TenderChoice } from './pay-reducer.ts';

type PayInput = {
  /** What is to be paid. */
  readonly total: Money;
  /** The shop's currency, its digits after the point, and the smallest coin that cash is rounded to. */
  readonly shop: {
    readonly currency: string;
    readonly currencyExponent: number;
    readonly cashRounding: Money;
  };
  readonly tenders: readonly TenderChoice[];
  readonly isPending: boolean;
  /** What the customer said they would pay by: ready to be taken, until something was. */
  readonly awaitedId?: number | null;
  /** Enter once nothing is open any more. */
  readonly onPaid: (taken: readonly TakenTender[]) => void;
};

/** What the parts of a payment share. */
export type Pay = Pick<PayInput, 'total' | 'shop' | 'tenders'> & {
  readonly state: PayState;
  readonly figures: PayFigures;
  /** The tender that what is typed is for: the one just asked about, else cash. */
  readonly chosen: TenderChoice | undefined;
  /** The tender that the customer announced, while nothing was taken. */
  readonly awaited: TenderChoice | undefined;
  readonly amountField: RefObject<HTMLInputElement | null>;
  readonly referenceField: RefObject<HTMLInputElement | null>;
  readonly typeAmount: (amount: Money | null) => void;
  readonly typeReference: (reference: string) => void;
  /** Takes this amount, else what is typed, else all that is open. */
  readonly take: (tender: TenderChoice, amount: Money | null) => void;
  readonly takeBack: (key: number) => void;
  /** Whatever comes next: takes what is typed, finishes what is paid, or asks for an amount. */
  readonly enter: () => void;
};

/** An amount beyond this is a barcode in the wrong field. */
export const mostAmount = money(99_999_999_999);

/** Takes money towards an amount by one tender or several, until nothing is open. */
export function usePay({ total, shop, tenders, isPending, awaitedId = null, onPaid }: PayInput): Pay {
  const [state, dispatch] = useReducer(payReducer, { ...emptyPay, tenderId: awaitedId });
  const amountField = useRef<HTMLInputElement>(null);
  const referenceField = useRef<HTMLInputElement>(null);
  const due = { total, cashIncrement: shop.cashRounding };
  const figures = payFigures(total, state.taken, due.cashIncrement);
  const cash = tenders.find((tender) => tender.kind === 'cash') ?? tenders[0];
  const chosen = tenders.find((tender) => tender.id === state.tenderId) ?? cash;
  const announced = state.taken.length === 0 ? tenders.find((tender) => tender.id === awaitedId) : undefined;
  // What cannot be read is not all that is open.
  const isRefused = () => focusRefused(amountField.current?.parentElement);
  const take = (tender: TenderChoice, amount: Money | null) => {
    if (amount === null && isRefused()) return;
    dispatch({ type: 'take', tender, amount, due });
  };
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
    total,
    shop,
    tenders,
    state,
    figures,
    chosen,
    awaited: announced,
    amountField,
    referenceField,
    take,
    typeAmount: (amount) => dispatch({ type: 'type-amount', amount }),
    typeReference: (reference) => dispatch({ type: 'type-reference', reference }),
    takeBack: (key) => dispatch({ type: 'take-back', key }),
    enter: () => {
      if (isPending || isRefused()) return;
      const isReady =
        state.typed !== null || hasReference || (announced !== undefined && chosen === announced);
      if (chosen && !figures.isSettled && isReady) take(chosen, state.typed);
      else if (figures.isSettled && state.typed === null) onPaid(state.taken);
      else dispatch({ type: 'ask-amount' });
    },
  };
}
