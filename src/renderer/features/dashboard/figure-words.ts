import { addDays, addMonths, type CalendarDate, firstOfMonth } from '../../../shared/domain/calendar.ts';
import { type Metric, metrics } from '../../../shared/domain/kpi.ts';
import { type Money, money } from '../../../shared/domain/money.ts';
import type { AppText } from '../../../shared/text/english.ts';
import type { Format } from '../../../shared/text/format.ts';
import type { Comparison } from '../../ui/figure.tsx';
import { compareFigures } from './compare-figures.ts';
import type { Today } from './use-dashboard.ts';

/** What a figure is compared with, in words: "up 9% on Sun 15, this time". */

type Words = { readonly text: AppText; readonly format: Format };
type Pair = { readonly today: number; readonly before: number };

export function lastWeekComparison(
  metric: Metric,
  { today, before }: Pair,
  date: CalendarDate,
  { text, format }: Words,
): Comparison {
  const day = format.weekdayDay(addDays(date, -7));
  return compareFigures(
    {
      ...{ now: today, before, more: metrics[metric].more, write: written(metric, format) },
      comparedWith: text('dashboard.on-day', { day }),
      sameAs: text('dashboard.same-as-day', { day }),
    },
    format,
  );
}

function written(metric: Metric, format: Format): (difference: number) => string {
  return metrics[metric].unit === 'money'
    ? (difference) => format.money(money(difference))
    : (difference) => format.number(difference);
}

/** Open orders beside how many there were when yesterday ended. */
export function yesterdayComparison({ openOrders }: Today, { text, format }: Words): Comparison {
  return compareFigures(
    {
      ...{ now: openOrders.open, before: openOrders.yesterday, more: metrics.openOrders.more },
      write: (difference) => format.number(difference),
      asDifference: true,
      comparedWith: text('dashboard.on-yesterday'),
      sameAs: text('dashboard.same-as-yesterday'),
    },
    format,
  );
}

export function openNote({ openOrders: { due, overdue } }: Today, { text }: Words): string {
  if (overdue > 0 && due > 0) return text('dashboard.open-late-and-due', { overdue, due });
  if (overdue > 0) return text('dashboard.overdue', { count: overdue });
  return due > 0 ? text('dashboard.due-today', { count: due }) : text('dashboard.open-on-time');
}

/** This month's average beside the same days of last month and beside the whole of it: each where there is one. */
export function averageComparisons(data: Today, words: Words): readonly Comparison[] {
  const { month, sameDays, lastMonth } = data.averageOrder;
  if (month === null) return [];
  const { format } = words;
  const span = lastMonthDays(data.today, format);
  const whole = { month: format.month(firstOfMonth(addMonths(data.today, -1))) };
  return [
    ...comparedAverage(month, sameDays, words, ['on-span', 'same-as-span', span]),
    ...comparedAverage(month, lastMonth, words, ['on-whole', 'same-as-whole', whole]),
  ];
}

type AverageWords =
  | readonly ['on-span', 'same-as-span', { readonly from: string; readonly to: string }]
  | readonly ['on-whole', 'same-as-whole', { readonly month: string }];

function comparedAverage(
  now: Money,
  before: Money | null,
  { text, format }: Words,
  words: AverageWords,
): readonly Comparison[] {
  if (before === null) return [];
  const [comparedWith, sameAs] =
    words[0] === 'on-span'
      ? [text('dashboard.on-span', words[2]), text('dashboard.same-as-span', words[2])]
      : [text('dashboard.on-whole', words[2]), text('dashboard.same-as-whole', words[2])];
  const { more } = metrics.averageOrder;
  const write = (difference: number): string => format.money(money(difference));
  return [compareFigures({ now, before, more, write, comparedWith, sameAs }, format)];
}

/** The same days of last month, as main compares them. */
function lastMonthDays(today: CalendarDate, format: Format): { readonly from: string; readonly to: string } {
  const to = addMonths(today, -1);
  return { from: format.dayMonth(firstOfMonth(to)), to: format.dayMonth(to) };
}

/** Why an average is compared with less than it could be. */
export function averageNote(data: Today, { text, format }: Words): string | undefined {
  const { month, sameDays } = data.averageOrder;
  if (month === null) return text('dashboard.average-none');
  return sameDays === null ? text('dashboard.none-before', lastMonthDays(data.today, format)) : undefined;
}

/** How many refunds wait, and how many of them came back from the bank. */
export function awaitingNote({ awaitingRefund: { count, failed } }: Today, { text }: Words): string {
  if (count === 0) return text('dashboard.no-refunds');
  const waiting = text('dashboard.refunds-to-send', { count });
  return failed === 0 ? waiting : text('dashboard.refunds-and-failed', { waiting, failed });
}

/** Since when: the parts of the bar in words, those of nothing left out. */
export function waitingWords({ awaitingRefund: { waiting } }: Today, { text, format }: Words): string {
  const part = (key: 'today' | 'week' | 'longer'): readonly string[] =>
    waiting[key] === 0 ? [] : [text(`dashboard.waiting-${key}`, { amount: format.money(waiting[key]) })];
  return format.list([...part('longer'), ...part('week'), ...part('today')]);
}
