import type { CalendarDate } from '../../../shared/domain/calendar.ts';
import { isoDate, localParts } from '../../../shared/domain/calendar.ts';
import type { Money } from '../../../shared/domain/money.ts';
import type { Quantity } from '../../../shared/domain/quantity.ts';
import { decimalString } from '../../../shared/text/format-number.ts';
import type { TaskContext } from '../../app/context.ts';
import { type DocumentWords, documentWords } from '../documents/document-words.ts';

/** Values as a file holds them: plain decimals and ISO dates, the same in every country, empty for none. */
export type CellWords = DocumentWords & {
  /** `1234.50` */
  money(amount: Money | null): string;
  /** `0.355` */
  quantity(amount: Quantity): string;
  /** `2026-11-22` */
  day(date: CalendarDate | null): string;
  /** `2026-11-22 14:05:00` by the shop's clock. */
  instant(at: number | null): string;
};

export function cellWords(ctx: Pick<TaskContext, 'shop' | 'desktop'>): CellWords {
  const { currencyExponent, timeZone } = ctx.shop;
  return {
    ...documentWords(ctx),
    money: (amount) => (amount === null ? '' : decimalString(amount, currencyExponent)),
    quantity: plainQuantity,
    day: (date) => (date === null ? '' : isoDate(date)),
    instant(at) {
      if (at === null) return '';
      const { date, hour, minute, second } = localParts(at, timeZone);
      const clock = [hour, minute, second].map((hand) => String(hand).padStart(2, '0')).join(':');
      return `${isoDate(date)} ${clock}`;
    },
  };
}

/** Thousandths without the zeros at the end. */
function plainQuantity(amount: Quantity): string {
  return decimalString(amount, 3).replace(/\.?0+$/, '');
}
