import type { CalendarDate } from '../../../shared/domain/calendar.ts';
import { type DateOrder, dateInOrder, dateTriple, readDateCell } from './date-forms.ts';

const orders = ['dmy', 'mdy', 'ymd'] as const;
type ShortOrder = (typeof orders)[number];

/** What the cells of one column say of how it writes dates. */
export type DateVotes = {
  /** Cells that are a date in any way. */
  dates: number;
  filled: number;
  /** Of three numbers that do not begin with a year: how many there are, and how many are a day in each order. */
  short: number;
  readonly fits: Record<ShortOrder, number>;
  /** How often the day before was later: files are mostly sorted. */
  readonly backs: Record<ShortOrder, number>;
  readonly last: Record<ShortOrder, number>;
  /** Of those that begin with a year. */
  yearFirst: number;
  yearFirstFits: number;
  yearDayFits: number;
  readonly examples: string[];
};

export function dateVotes(): DateVotes {
  return {
    ...{ dates: 0, filled: 0, short: 0, yearFirst: 0, yearFirstFits: 0, yearDayFits: 0 },
    fits: { dmy: 0, mdy: 0, ymd: 0 },
    backs: { dmy: 0, mdy: 0, ymd: 0 },
    last: { dmy: 0, mdy: 0, ymd: 0 },
    examples: [],
  };
}

const mostExamples = 5;

/** Without the time of day, so that examples are of days and not of minutes. */
const dayPart = (text: string): string => text.replace(/(?<=^.{6,})[T ,]+\d{1,2}[:.h]\d\d.*$/, '');

/** Counts what one cell says. A column where nearly nothing is a date is not looked at for ever. */
export function countDate(votes: DateVotes, text: string, thisYear: number): void {
  votes.filled += 1;
  if (votes.filled > 500 && votes.dates * 20 < votes.filled) return;
  const parts = text.length <= 40 ? dateTriple(text) : null;
  if (parts === null) {
    // Codes and prices are numbers too: those alone make no column of dates.
    if (text.length > 60 || readDateCell(text, 'ymd', thisYear) === null) return;
    votes.dates += 1;
  } else if (!(parts.hasYearFirst ? countYearFirst : countShort)(votes, parts, thisYear)) return;
  else votes.dates += 1;
  if (votes.examples.length < mostExamples && !votes.examples.some((one) => dayPart(one) === dayPart(text)))
    votes.examples.push(text);
}

type Parts = NonNullable<ReturnType<typeof dateTriple>>;

function countYearFirst(votes: DateVotes, { a, b, c }: Parts, thisYear: number): boolean {
  const isDay = dateInOrder(a, b, c, 'ymd', thisYear) !== null;
  const isTurned = dateInOrder(a, b, c, 'ydm', thisYear) !== null;
  votes.yearFirst += 1;
  if (isDay) votes.yearFirstFits += 1;
  if (isTurned) votes.yearDayFits += 1;
  return isDay || isTurned;
}

function countShort(votes: DateVotes, { a, b, c, yearDigits }: Parts, thisYear: number): boolean {
  let fits = false;
  votes.short += 1;
  for (const order of orders) {
    // "31/12/2019" does not begin with a year of two digits.
    const isYear = order === 'ymd' ? yearDigits < 4 : yearDigits > 1;
    const date: CalendarDate | null = isYear ? dateInOrder(a, b, c, order, thisYear) : null;
    if (date === null) continue;
    fits = true;
    votes.fits[order] += 1;
    if (date < votes.last[order]) votes.backs[order] += 1;
    votes.last[order] = date;
  }
  return fits;
}

export type DecidedOrder = { readonly order: DateOrder; readonly isUnsure: boolean };

/** Countries that write the month first. */
const monthFirst = /-(?:US|PH|BZ|FM|PW)$/;
/** So many dates in order are no chance. */
const sorted = 30;

/**
 * In which order a column writes its dates, by all of them: an order in which more of them are days of the calendar; of
 * equals the one in which the file is sorted; at last the one of the shop's country, which a person then has to confirm.
 */
export function decideOrder(votes: DateVotes, locale: string): DecidedOrder {
  if (votes.short === 0) {
    const order = votes.yearDayFits > votes.yearFirstFits ? 'ydm' : 'ymd';
    return { order, isUnsure: false };
  }
  const most = Math.max(...orders.map((order) => votes.fits[order]));
  const best = orders.filter((order) => votes.fits[order] === most);
  const [only] = best;
  if (only !== undefined && best.length === 1) return { order: only, isUnsure: false };
  const fewest = Math.min(...best.map((order) => votes.backs[order]));
  const inOrder = best.filter((order) => votes.backs[order] === fewest);
  const [first] = inOrder;
  if (first !== undefined && inOrder.length === 1) {
    const others = best.filter((order) => order !== first).map((order) => votes.backs[order]);
    const isSure = fewest === 0 && votes.short >= sorted && Math.min(...others) > 0;
    return { order: first, isUnsure: !isSure };
  }
  const usual: ShortOrder = monthFirst.test(locale) ? 'mdy' : 'dmy';
  return { order: inOrder.includes(usual) ? usual : (first ?? usual), isUnsure: true };
}
