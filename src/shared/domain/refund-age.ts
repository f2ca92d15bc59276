import { type CalendarDate, dayOfWeek, daysBetween } from './calendar.ts';

/** Customers are told that their money is on its way within so many working days. */
const promisedWorkingDays = 2;

export type RefundAge = {
  /** Business dates that went by since it was opened; 0 on the same one. */
  readonly days: number;
  /** Whether it waits for longer than customers are told. */
  readonly late: boolean;
};

/** How long money back has been waiting. Weekends count as days, but keep nobody from a promise. */
export function refundAge(opened: CalendarDate, today: CalendarDate): RefundAge {
  return {
    days: Math.max(0, daysBetween(opened, today)),
    late: workingDaysBetween(opened, today) > promisedWorkingDays,
  };
}

/** Mondays to Fridays after one date, up to the other and with it. */
function workingDaysBetween(from: CalendarDate, to: CalendarDate): number {
  const days = Math.max(0, daysBetween(from, to));
  const weeks = Math.floor(days / 7);
  let working = weeks * 5;
  // What is left of the last week falls on the days of the week that follow the first date's.
  for (let rest = days - weeks * 7, day = dayOfWeek(from); rest > 0; rest -= 1) {
    day = (day % 7) + 1;
    if (day <= 5) working += 1;
  }
  return working;
}
