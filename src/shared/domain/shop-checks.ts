import { addDays, type CalendarDate, daysBetween } from './calendar.ts';

/**
 * Why the shop file is looked through: it was not closed properly, a rule was broken that no command breaks, no backup
 * could be made of it, a week is over, a month is over, somebody asked.
 */
export type ShopCheckCause = 'unclean' | 'doubt' | 'suspect' | 'weekly' | 'monthly' | 'by-hand';

/** How the looking stands. Dates are business dates. */
export type ShopChecksStanding = {
  /** It was not closed properly, and has not been looked through since. */
  readonly isUnclean: boolean;
  /** A backup could not be made since it was last looked through. */
  readonly isSuspect: boolean;
  /** When it was last looked through quickly, and all of it; or since when it is known, where it never was. */
  readonly quick: CalendarDate;
  readonly deep: CalendarDate;
};

/** Days between two quick looks, and between two that see everything. */
const quickDays = 7;
const deepDays = 30;
/** Hours by the shop's clock at which hardly anybody sells: from the first on, before the second. */
const quiet = { from: 3, until: 6 };

/**
 * What is to be looked at now, if anything. At night; where the computer was off then, a day later at any hour. A look
 * at everything is a quick one as well. What was noted on a day that is yet to come says nothing: the clock was wrong.
 */
export function dueShopCheck(
  now: { readonly date: CalendarDate; readonly hour: number },
  { isUnclean, isSuspect, quick, deep }: ShopChecksStanding,
): Exclude<ShopCheckCause, 'by-hand' | 'doubt'> | null {
  if (isUnclean) return 'unclean';
  const isDue = (last: CalendarDate, days: number): boolean => {
    if (last > addDays(now.date, 1)) return true;
    const passed = daysBetween(last, now.date);
    const isQuiet = now.hour >= quiet.from && now.hour < quiet.until;
    return passed > days || (passed === days && isQuiet);
  };
  if (isDue(deep, deepDays)) return 'monthly';
  const last = deep > quick ? deep : quick;
  if (isDue(last, quickDays)) return 'weekly';
  // Once a day: whatever keeps backups from being made may last.
  return isSuspect && last !== now.date ? 'suspect' : null;
}
