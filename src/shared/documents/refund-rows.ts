import type { OrderDetail } from '../contract/order-views.ts';
import { negateMoney } from '../domain/money.ts';
import { isLiveRefund } from '../domain/refund-state.ts';
import { refundsText } from '../text/en/refunds.ts';
import type { AppText, TextKey } from '../text/english.ts';
import type { DocumentBlock } from './document-block.ts';
import { amountBlock, type DocumentWords } from './document-parts.ts';

type Refund = OrderDetail['refunds'][number];

/**
 * Money that went back, or is on its way, as rows of a paper; nothing for what failed or was voided. What rounding
 * to coins changed is a row of its own, so that the rows add up to what was handed out.
 */
export function refundBlocks(refund: Refund, words: DocumentWords): readonly DocumentBlock[] {
  const { text } = words;
  const { state, reference, amount, rounding, tenderName } = refund;
  if (!isLiveRefund(state)) return [];
  const tender = reference
    ? text('documents.tender-reference', { tender: tenderName, reference })
    : tenderName;
  const label = text(state === 'settled' ? 'documents.refunded-by' : 'documents.refund-pending', { tender });
  return [
    amountBlock(words, label, negateMoney(amount)),
    ...(rounding === 0 ? [] : [amountBlock(words, text('documents.rounding'), negateMoney(rounding))]),
  ];
}

type ReasonKey = Extract<TextKey, `refunds.reason-${string}`>;

/** The reason of a refund or a return as a person reads it: of the shop's own list in words, or as it was typed. */
export function reasonWords(reason: string, text: AppText): string | null {
  const key = `refunds.reason-${reason}`;
  if (reason !== '' && Object.hasOwn(refundsText, key)) return text(key as ReasonKey);
  return reason.trim() === '' ? null : reason;
}
