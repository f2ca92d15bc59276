import type { Input } from '../../../shared/contract/index.ts';
import type { OrderDetail } from '../../../shared/contract/order-views.ts';
import type { TakenTender } from '../../ui/pay/pay-figures.ts';
import type { EditDraft } from './edit-draft.ts';
import type { EditFigures } from './edit-figures.ts';

type EditInput = Input<'orders.edit'>;

type Settled = {
  readonly taken: readonly TakenTender[];
  readonly oversellAccepted: readonly number[];
};

/** The edit as it is sent: every line that stays, what was added, and the total that the person saw. */
export function editInput(
  order: OrderDetail,
  draft: EditDraft,
  figures: EditFigures,
  { taken, oversellAccepted }: Settled,
): EditInput {
  const { kept, added, revision, note, cashNow } = draft;
  return {
    orderId: order.id,
    revision,
    lines: order.lines.flatMap(({ lineNo }) => {
      const line = kept.get(lineNo);
      return !line || line.isRemoved || line.quantity === null ? [] : [{ lineNo, quantity: line.quantity }];
    }),
    added: added.flatMap((line): EditInput['added'] => {
      if (line.typed === null) return [];
      const { productId, name, unitPrice, priceOverridden, discount, taxClassId } = line;
      const facts = { productId, name, unitPrice, priceOverridden, discount, taxClassId };
      return [{ ...facts, quantity: line.typed, note: line.note }];
    }),
    tenders: taken.map(({ tenderId, amount, reference }) => ({ tenderId, amount, reference })),
    refundCashNow: cashNow && figures.cash > 0,
    expectedTotal: figures.total,
    note: note.trim(),
    oversellAccepted: [...oversellAccepted],
  };
}
