import type { Output } from '../../../shared/contract/index.ts';
import { assertNever } from '../../../shared/domain/assert-never.ts';
import { addMoney } from '../../../shared/domain/money.ts';
import { useApp } from '../../ui/app-context.tsx';
import type { RefundRow } from './use-refund-list.ts';

type Moved = Output<'refunds.initiate'>;

/** What became of a refund, in a sentence that names it. */
export function useMovedWords(): (row: RefundRow, moved: Moved, tender: string) => string {
  const { text, format } = useApp();
  return (row, { state, amount, rounding }, tender) => {
    const whom =
      row.orderId === null
        ? text('refunds.whom-return', { number: String(row.returnId) })
        : text('refunds.whom-order', { number: String(row.orderId) });
    const named = { amount: format.money(amount), whom };
    switch (state) {
      case 'awaiting':
      case 'initiated':
        return text('refunds.done-initiated', { ...named, tender });
      case 'settled':
        // Only what goes through the bank is initiated first.
        return row.state === 'initiated' || tender === ''
          ? text('refunds.done-settled', named)
          : text('refunds.done-handed-out', { whom, amount: format.money(addMoney(amount, rounding)) });
      case 'failed':
        return text('refunds.done-failed', named);
      case 'voided':
        return text('refunds.done-voided', named);
      default:
        return assertNever(state);
    }
  };
}
