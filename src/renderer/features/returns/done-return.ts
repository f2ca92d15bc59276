import type { Output } from '../../../shared/contract/index.ts';
import { countItems } from '../../../shared/domain/count-items.ts';
import type { Money } from '../../../shared/domain/money.ts';
import { type Disposition, dispositions } from '../../../shared/domain/return-line.ts';
import type { AppText } from '../../../shared/text/english.ts';
import type { Format } from '../../../shared/text/format.ts';

type Outcome = Output<'returns.create'>;

/** A return that is booked, as it is told. */
export type DoneReturn = {
  readonly outcome: Outcome;
  /** Null for a return without a receipt. */
  readonly orderId: number | null;
  /** Things by where they went, as a person counts them. */
  readonly items: Readonly<Record<Disposition, number>>;
  /** What only lowered what the order costs. */
  readonly lowered: Money;
};

type Goods = Parameters<typeof countItems>[0][number] & { readonly disposition: Disposition };

/** Things by where they went. */
export function itemsByDisposition(goods: readonly Goods[]): DoneReturn['items'] {
  const counted = dispositions.map((one) => [
    one,
    countItems(goods.filter((line) => line.disposition === one)),
  ]);
  return Object.fromEntries(counted) as DoneReturn['items'];
}

/** What happened, one sentence for each thing: goods first, then money. */
export function doneWords(done: DoneReturn, text: AppText, format: Format): readonly string[] {
  const { outcome, items, lowered } = done;
  const { exchangeOrderId, exchanged, refundedInCash, refundAwaiting, paid } = outcome;
  const number = String(exchangeOrderId);
  return [
    ...dispositions
      .filter((one) => items[one] > 0)
      .map((one) => text(`returns.done-${one}`, { count: items[one] })),
    ...(exchanged > 0 ? [text('returns.done-spent', { amount: format.money(exchanged), number })] : []),
    ...(exchangeOrderId !== null && exchanged === 0 ? [text('returns.done-exchange', { number })] : []),
    ...(paid > 0 ? [text('returns.done-paid', { amount: format.money(paid) })] : []),
    ...(refundedInCash > 0 ? [text('returns.done-in-cash', { amount: format.money(refundedInCash) })] : []),
    ...(refundAwaiting > 0 ? [text('returns.done-awaiting', { amount: format.money(refundAwaiting) })] : []),
    ...(lowered > 0 ? [text('returns.done-lowered', { amount: format.money(lowered) })] : []),
  ];
}
