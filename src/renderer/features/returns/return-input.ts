import type { Input } from '../../../shared/contract/index.ts';
import { money } from '../../../shared/domain/money.ts';
import type { TakenTender } from '../../ui/pay/pay-figures.ts';
import { type GiveBackPart, partsToSend } from './give-back-plan.ts';
import type { ReturnDraft, Sale } from './return-draft.ts';
import { chosenLines, type ReturnFigures } from './return-figures.ts';

type CreateInput = Input<'returns.create'>;

type Settling = {
  readonly figures: ReturnFigures;
  /** Towards what the new goods cost on top. */
  readonly taken: readonly TakenTender[];
  readonly parts: readonly GiveBackPart[];
  readonly cashNow: boolean;
  readonly oversellAccepted: readonly number[];
};

/** The return as it is sent: what comes back, what the person saw it come to, and how the difference is settled. */
export function returnInput(sale: Sale, draft: ReturnDraft, settling: Settling): CreateInput {
  const { figures, parts, cashNow } = settling;
  return {
    orderId: sale.orderId,
    lines: chosenLines(sale, draft).map(({ line, back }) => ({
      lineNo: line.lineNo,
      quantity: back.quantity ?? line.sold,
      reason: back.reason,
      disposition: back.disposition,
      giveMoneyBack: back.giveMoneyBack,
    })),
    note: draft.note,
    refunds: figures.toGiveBack > 0 ? partsToSend(parts) : [],
    cashNow,
    expectedCredit: money(figures.credit),
    exchange: draft.fresh.lines.length === 0 ? null : exchangeOf(draft, settling),
  };
}

function exchangeOf(
  draft: ReturnDraft,
  { figures, taken, oversellAccepted }: Settling,
): CreateInput['exchange'] {
  return {
    lines: draft.fresh.lines.map(
      ({ productId, name, quantity, unitPrice, priceOverridden, discount, note, taxClassId }) => {
        return { productId, name, quantity, unitPrice, priceOverridden, discount, note, taxClassId };
      },
    ),
    orderDiscount: null,
    tenders: taken.map(({ tenderId, amount, reference }) => ({ tenderId, amount, reference })),
    expectedTotal: figures.newGoods.total,
    oversellAccepted: [...oversellAccepted],
  };
}
