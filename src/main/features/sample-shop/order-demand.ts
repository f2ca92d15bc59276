import { type CalendarDate, dateParts, dayOfWeek } from '../../../shared/domain/calendar.ts';
import type { SampleProduct } from './sample-catalogue.ts';
import type { SeededRandom } from './seeded-random.ts';

/** Orders on an average day of the week, Monday first. */
const byWeekday = [17, 17, 18, 20, 25, 32, 21] as const;

/** How busy a month is, January first: quiet after the holidays, full before them. */
const byMonth = [0.86, 0.88, 0.95, 1, 1.04, 1.03, 0.97, 0.92, 1, 1.04, 1.08, 1.26] as const;

/** Growth of the shop over the year that is generated. */
const yearlyGrowth = 0.12;

/** How likely each half hour from 07:30 to 18:30 is. At the weekend people come later. */
const weekdayHours = [6, 10, 11, 8, 6, 5, 5, 6, 8, 10, 9, 6, 5, 5, 6, 7, 6, 5, 5, 6, 5, 3] as const;
const weekendHours = [1, 3, 5, 8, 10, 11, 11, 10, 9, 9, 8, 7, 6, 6, 6, 5, 4, 3, 3, 2, 1, 1] as const;
const opensAtSecond = 7.5 * 3600;

/** How many orders a day brings. `share` is how far through the year it lies, 0 to 1. */
export function ordersOn(date: CalendarDate, share: number, random: SeededRandom): number {
  const { month, day } = dateParts(date);
  if (month === 1 && day === 1) return 0;
  const usual = (byWeekday[dayOfWeek(date) - 1] ?? 0) * (byMonth[month - 1] ?? 1);
  const weather = 0.86 + 0.28 * random.next();
  return Math.floor(usual * (1 + yearlyGrowth * (share - 0.5)) * weather + 0.5);
}

/** The times of a day's orders, in seconds after midnight, earliest first. */
export function orderTimes(date: CalendarDate, count: number, random: SeededRandom): number[] {
  const hours = dayOfWeek(date) >= 6 ? weekendHours : weekdayHours;
  const times = Array.from(
    { length: count },
    () => opensAtSecond + random.weighted(hours) * 1800 + random.whole(0, 1799),
  );
  return times.sort((a, b) => a - b);
}

/** Appetite for a category in the morning, at midday, in the afternoon and before closing. */
const byDaypart: Readonly<Record<string, readonly [number, number, number, number]>> = {
  coffee: [3.2, 1.8, 2.2, 0.8],
  bread: [2.6, 1.6, 1, 1],
  cakes: [0.7, 1.2, 2.4, 1],
  cold: [0.6, 1.8, 1.3, 1],
  beans: [0.7, 0.8, 1, 1.2],
  deli: [0.5, 0.9, 1, 1.6],
  kitchen: [0.35, 0.6, 0.8, 0.7],
  linen: [0.3, 0.6, 0.7, 0.6],
};

const warmMonths = [0.5, 0.5, 0.7, 1, 1.4, 1.8, 2, 1.9, 1.3, 0.9, 0.6, 0.5] as const;
const coldMonths = [1.8, 1.7, 1.3, 0.9, 0.6, 0.4, 0.3, 0.3, 0.7, 1.1, 1.5, 1.9] as const;
const giftMonths = [0.7, 0.8, 0.8, 0.9, 1, 0.9, 0.9, 0.8, 0.9, 1, 1.4, 2.6] as const;

const seasons: Readonly<Record<string, readonly number[]>> = {
  cold: warmMonths,
  'iced-latte': warmMonths,
  lemonade: warmMonths,
  'hot-chocolate': coldMonths,
  'drinking-chocolate': coldMonths,
  kitchen: giftMonths,
  linen: giftMonths,
};

/** 0 before 11:00, 1 before 14:00, 2 before 17:00, 3 after. */
export function daypart(secondOfDay: number): 0 | 1 | 2 | 3 {
  if (secondOfDay < 11 * 3600) return 0;
  if (secondOfDay < 14 * 3600) return 1;
  return secondOfDay < 17 * 3600 ? 2 : 3;
}

/** How likely each product is to be bought (Zipf by its rank), at that time of the day and year. */
export function appetite(
  products: readonly SampleProduct[],
  part: 0 | 1 | 2 | 3,
  month: number,
): readonly number[] {
  return products.map(({ key, category, demandRank }) => {
    const season = (seasons[key] ?? seasons[category])?.[month - 1] ?? 1;
    return (demandRank ** -0.85 * (byDaypart[category]?.[part] ?? 1) * season) as number;
  });
}
