import {
  addDays,
  businessDateOf,
  type CalendarDate,
  localParts,
  startOfBusinessDate,
} from '../../../shared/domain/calendar.ts';
import type { QueryContext } from '../../app/context.ts';

/**
 * When the shop's clock showed on another business date what it shows now: what a day had sold "by this time".
 * Clock changes between the two are allowed for; after midnight the clock of a shop whose
 * day goes on shows the next calendar day.
 */
export function instantOnDate(ctx: Pick<QueryContext, 'now' | 'shop'>, date: CalendarDate): number {
  const { timeZone, dayStartMinutes } = ctx.shop;
  const { date: wallDate, hour, minute, second, millisecond } = localParts(ctx.now, timeZone);
  const businessDate = businessDateOf(ctx.now, timeZone, dayStartMinutes);
  const calendarDay = wallDate === businessDate ? date : addDays(date, 1);
  return startOfBusinessDate(calendarDay, timeZone, hour * 60 + minute) + second * 1000 + millisecond;
}
