import { businessDateOf, type CalendarDate } from './calendar.ts';

export type DayStartClash = {
  /** The business date as it is, and as it would be this minute. */
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  /** From this minute of the day on the two agree, until the next midnight. */
  readonly afterMinutes: number;
};

/**
 * Why the start of the day may not change right now, or null. Events keep the business date they were given, so the
 * only danger is that the date jumps: back to a day that was closed already, or ahead in the middle of one. Where
 * both starts give the present moment the same date, every event before it has that date or an earlier one, and
 * every event after it that date or a later one.
 */
export function dayStartClash(
  now: number,
  timeZone: string,
  present: number,
  wanted: number,
): DayStartClash | null {
  const from = businessDateOf(now, timeZone, present);
  const to = businessDateOf(now, timeZone, wanted);
  return from === to ? null : { from, to, afterMinutes: Math.max(present, wanted) };
}
