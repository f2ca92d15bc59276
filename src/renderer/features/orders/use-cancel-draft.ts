import { useState } from 'react';
import type { OrderDetail } from '../../../shared/contract/order-views.ts';
import { looksLikeCardNumber } from '../../../shared/domain/card-number.ts';
import { useShop } from '../../bridge/use-session.ts';
import { type CancelOutcome, cancelOutcome } from './cancel-outcome.ts';
import type { CancelReason } from './cancel-reasons.ts';

export type CancelDraft = {
  /** The lines that go; null takes the order whole. */
  readonly lineNos: ReadonlySet<number> | null;
  readonly reason: CancelReason | null;
  readonly note: string;
  readonly cashNow: boolean;
};

export type CancelForm = {
  readonly draft: CancelDraft;
  readonly set: (change: Partial<CancelDraft>) => void;
  /** Every line that is left goes: then the order goes with them. */
  readonly isWhole: boolean;
  readonly outcome: CancelOutcome;
  /** What keeps it from being done, once it was asked for. */
  readonly missing: { readonly lines: boolean; readonly reason: boolean };
  readonly isCard: boolean;
  /** Marks what is missing; true where nothing is. */
  readonly check: () => boolean;
};

/** What is chosen in the dialog that cancels, and what it would do. */
export function useCancelDraft(order: OrderDetail): CancelForm {
  const { cashRounding } = useShop();
  const [draft, setDraft] = useState<CancelDraft>({
    lineNos: null,
    reason: null,
    note: '',
    cashNow: false,
  });
  const [isAsked, setAsked] = useState(false);
  const { lineNos, reason, note } = draft;
  const isWhole = lineNos === null || lineNos.size === order.lines.length;
  const noLines = lineNos !== null && lineNos.size === 0;
  const isCard = looksLikeCardNumber(note);
  return {
    draft,
    set: (change) => setDraft({ ...draft, ...change }),
    isWhole,
    outcome: cancelOutcome(order, isWhole ? null : lineNos, cashRounding),
    missing: { lines: isAsked && noLines, reason: isAsked && reason === null },
    isCard,
    check: () => {
      setAsked(true);
      return reason !== null && !noLines && !isCard;
    },
  };
}
