import type { OrderDetail } from '../contract/order-views.ts';
import type { ShopView } from '../contract/setup.ts';
import { addMoney } from '../domain/money.ts';
import { orderCode } from '../domain/order-code.ts';
import { isLiveRefund } from '../domain/refund-state.ts';
import type { DocumentBlock, DocumentRow } from './document-block.ts';
import { markBlocks } from './document-marks.ts';
import {
  amountBlock,
  type DocumentWords,
  given,
  orderNumber,
  shopFooter,
  shopHeader,
} from './document-parts.ts';
import { reasonWords } from './refund-rows.ts';

type Refund = OrderDetail['refunds'][number];

/**
 * Money that goes back: how much, by which tender, how far it is, under which reference, of which order. `printed`
 * is how often this slip was printed before.
 */
export function refundSlipBlocks(
  refund: Refund,
  shop: ShopView,
  words: DocumentWords,
  printed: number,
): readonly DocumentBlock[] {
  const { text, format } = words;
  const { amount, rounding, state, orderId, tenderName, tenderKind } = refund;
  const isDead = !isLiveRefund(state);
  return [
    shopHeader(shop, words),
    ...markBlocks({ shop, printed }, words),
    ...(isDead ? [{ kind: 'mark', text: text(`documents.refund-is-${state}`) } as const] : []),
    {
      kind: 'title',
      text: text('documents.refund-number', { number: String(refund.refundId) }),
      rows: refundFacts(refund, shop, words),
    },
    { kind: 'rule' },
    ...(rounding === 0
      ? []
      : [
          amountBlock(words, text('documents.refund-amount'), amount),
          amountBlock(words, text('documents.rounding'), rounding),
        ]),
    {
      kind: 'amount',
      weight: 'total',
      label: tenderName,
      value: format.money(addMoney(amount, rounding)),
    },
    ...(tenderKind === 'cash' && !isDead
      ? [{ kind: 'signature', labels: [text('documents.customer-signature')] } as const]
      : []),
    ...(orderId === null
      ? []
      : [{ kind: 'qr', content: orderCode(orderId), caption: text('documents.scan') } as const]),
    ...shopFooter(shop),
  ];
}

function refundFacts(
  refund: Refund,
  shop: ShopView,
  { text, format }: DocumentWords,
): readonly DocumentRow[] {
  const { orderId, returnId, settledAt, state } = refund;
  return [
    ...given(text('documents.order'), orderId === null ? null : orderNumber(shop, orderId)),
    ...given(text('documents.return'), returnId === null ? null : String(returnId)),
    { label: text('documents.opened-on'), value: format.dateTime(refund.openedAt) },
    { label: text('documents.state'), value: text(`documents.refund-is-${state}`) },
    ...given(text('documents.paid-out-on'), settledAt === null ? null : format.dateTime(settledAt)),
    ...given(text('documents.reference'), refund.reference),
    ...given(text('documents.reason'), reasonWords(refund.reason, text)),
    ...given(text('documents.served-by'), refund.staffName),
  ];
}
