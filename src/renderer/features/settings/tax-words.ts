import type { TaxChangeView, TaxClassView } from '../../../shared/contract/shop-taxes.ts';
import type { CalendarDate } from '../../../shared/domain/calendar.ts';
import { type Money, money } from '../../../shared/domain/money.ts';
import type { Rate } from '../../../shared/domain/rate.ts';
import type { Tax } from '../../../shared/domain/tax.ts';
import type { App } from '../../ui/app-context.tsx';

type Words = Pick<App, 'text' | 'format'>;

/** The first day of rates that hold from the shop's beginning. */
const beginning = 19000101;

/** "CGST 9 % + SGST 9 %", or that there is no tax. */
export function taxWords(
  taxes: readonly { readonly name: string; readonly rate: Rate | null }[],
  { text, format }: Words,
): string {
  if (taxes.length === 0) return text('taxes.none');
  return taxes
    .map(({ name, rate }) =>
      rate === null
        ? text('taxes.component-ended', { name })
        : text('taxes.component', { name, rate: format.percent(rate) }),
    )
    .reduce((first, second) => text('taxes.plus', { first, second }));
}

/** Since when a rate holds. */
export function startWords(startDate: CalendarDate, { text, format }: Words): string {
  if (startDate === beginning) return text('taxes.from-start');
  return text('taxes.from', { date: format.dateShort(startDate) });
}

/** What a class bears on a day. */
export function taxesOfDay({ changes }: TaxClassView, day: CalendarDate): readonly Tax[] {
  return changes.findLast(({ startDate }) => startDate <= day)?.taxes ?? [];
}

/** What it bears today. */
export function taxesNow({ changes }: TaxClassView): readonly Tax[] {
  return changes.find(({ state }) => state === 'now')?.taxes ?? [];
}

/** The first change that has not started, where one is entered. */
export function nextChange({ changes }: TaxClassView): TaxChangeView | undefined {
  return changes.find(({ state }) => state === 'future');
}

/** A hundred of the shop's currency: what examples are of. */
export function examplePrice(exponent: number): Money {
  return money(100 * 10 ** exponent);
}
