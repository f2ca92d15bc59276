import { businessDateOf, type CalendarDate } from '../../../shared/domain/calendar.ts';
import { type RefundAge, refundAge } from '../../../shared/domain/refund-age.ts';
import { refundsText } from '../../../shared/text/en/refunds.ts';
import type { AppText, TextKey } from '../../../shared/text/english.ts';
import type { Format } from '../../../shared/text/format.ts';
import type { RefundRow } from './use-refund-list.ts';

type ReasonKey = Extract<TextKey, `refunds.reason-${string}`>;

/** The reason as a person reads it: of the shop's own list in words, anything else as it was typed; null for none. */
export function reasonWords(reason: string, text: AppText): string | null {
  const key = `refunds.reason-${reason}`;
  if (reason !== '' && Object.hasOwn(refundsText, key)) return text(key as ReasonKey);
  return reason.trim() === '' ? null : reason;
}

/** "Order 1042", or "Return 7" where there was no receipt. */
export function sourceWords(row: Pick<RefundRow, 'orderId' | 'returnId'>, text: AppText): string {
  return row.orderId === null
    ? text('refunds.return-number', { number: String(row.returnId) })
    : text('refunds.order-number', { number: String(row.orderId) });
}

/** How a refund is called when it is read out. */
export function refundName(row: RefundRow, text: AppText, format: Format): string {
  const amount = format.money(row.amount);
  return row.orderId === null
    ? text('refunds.row-no-order', { amount, number: String(row.returnId) })
    : text('refunds.row', { amount, number: String(row.orderId) });
}

type ShopTime = { readonly timeZone: string; readonly dayStartMinutes: number };

/** How long it waits, by the shop's days; what is on its way, since it was initiated. */
export function ageOf(row: RefundRow, shop: ShopTime, today: CalendarDate): RefundAge {
  const since = row.state === 'initiated' ? (row.initiatedAt ?? row.openedAt) : row.openedAt;
  const age = refundAge(businessDateOf(since, shop.timeZone, shop.dayStartMinutes), today);
  // What the bank has is no longer in the shop's hands.
  return row.state === 'initiated' ? { ...age, late: false } : age;
}

/** "today", "3 days", "5 days, late". */
export function ageWords({ days, late }: RefundAge, text: AppText): string {
  if (late) return text('refunds.days-late', { count: days });
  return days === 0 ? text('refunds.today') : text('refunds.days', { count: days });
}
