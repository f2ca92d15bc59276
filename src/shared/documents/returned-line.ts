import type { ReturnDetail } from '../contract/order-views.ts';
import type { Money } from '../domain/money.ts';
import type { DocumentBlock } from './document-block.ts';
import type { DocumentWords } from './document-parts.ts';
import { reasonWords } from './refund-rows.ts';

/** Something that came back: how much of it, why, and what it is worth; `amount` with the sign that the paper gives it. */
export function returnedLineBlock(
  { name, quantity, unit, reason }: ReturnDetail['lines'][number],
  amount: Money,
  { text, format }: DocumentWords,
): DocumentBlock {
  return {
    kind: 'line',
    name,
    detail: text('documents.quantity-and-reason', {
      quantity: format.quantity(quantity, unit),
      reason: reasonWords(reason, text) ?? '',
    }),
    amount: format.amount(amount),
    discount: null,
    note: null,
  };
}
