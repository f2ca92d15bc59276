import { type CalendarDate, dateOfDayNumber, dayOfWeek } from '../../src/shared/domain/calendar.ts';
import { type Chance, weighted } from './chance.ts';
import { dayMs, nowMs, todayNumber, tradingDays } from './size.ts';

const dates = new Map<number, CalendarDate>();

/** The business date of an instant; the shop trades between its midnights. */
export function dateOf(at: number): CalendarDate {
  const day = Math.floor(at / dayMs);
  const kept = dates.get(day);
  if (kept !== undefined) return kept;
  const date = dateOfDayNumber(day);
  dates.set(day, date);
  return date;
}

/** Monday first: Saturday is the busiest. */
const weekdays = [0.85, 0.8, 0.9, 1, 1.25, 1.6, 0.6];
/** January first: December is the busiest, August the quietest. */
const months = [0.8, 0.8, 0.9, 0.95, 1, 1, 0.9, 0.75, 0.95, 1.05, 1.2, 1.8];
/** From eight in the morning to half past seven in the evening, each half hour. */
const openedAt = 8;
const halfHours = weighted([2, 3, 4, 5, 6, 7, 8, 9, 11, 12, 10, 8, 7, 6, 6, 7, 8, 10, 12, 11, 9, 6, 4, 2]);

/** How many orders each day has, the first day first: it grows by 8 % a year, with its weeks and seasons. */
export function ordersByDay(orders: number): readonly number[] {
  const weights = Array.from({ length: tradingDays }, (_, day) => {
    const date = dateOf((todayNumber - tradingDays + 1 + day) * dayMs);
    const [month, weekday] = [Math.floor(date / 100) % 100, dayOfWeek(date)];
    const season = (months[month - 1] ?? 1) * (weekdays[weekday - 1] ?? 1);
    // Today is not over.
    return season * 1.08 ** (day / 365) * (day === tradingDays - 1 ? 0.3 : 1);
  });
  const all = weights.reduce((sum, one) => sum + one, 0);
  let [reached, taken] = [0, 0];
  return weights.map((weight) => {
    reached += (weight / all) * orders;
    const count = Math.floor(reached + 0.000_001) - taken;
    taken += count;
    return count;
  });
}

/** The instants of a day's orders, the first day at 0, in their order. */
export function instantsOfDay(chance: Chance, day: number, count: number): readonly number[] {
  const midnight = (todayNumber - tradingDays + 1 + day) * dayMs;
  const isToday = day === tradingDays - 1;
  const at = (): number => {
    const ms = openedAt * 3_600_000 + halfHours(chance) * 1_800_000 + chance.whole(0, 1_799_999);
    return isToday ? openedAt * 3_600_000 + (ms % (nowMs - midnight - openedAt * 3_600_000)) : ms;
  };
  return Array.from({ length: count }, () => midnight + at()).sort((a, b) => a - b);
}
