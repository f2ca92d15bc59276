import {
  type CalendarDate,
  calendarDate,
  dateOfDayNumber,
  dayNumber,
  isCalendarDate,
} from '../../../shared/domain/calendar.ts';
import { plainDigits } from '../../../shared/domain/typed-decimal.ts';

/** In which order three numbers are year, month and day. */
export type DateOrder = 'ymd' | 'dmy' | 'mdy' | 'ydm';

/** A date, and the time of day where the cell has one. */
export type ReadDate = {
  readonly date: CalendarDate;
  /** Milliseconds since midnight. */
  readonly time: number | null;
  /** Minutes ahead of UTC, where the cell says so; otherwise it is the shop's clock. */
  readonly offset: number | null;
  /** How it is written, for people: "31/12/2019 23:59". */
  readonly form: string;
};

/** Years that a shop's history may have. */
const firstYear = 1980;
const lastYear = 2199;

const triple = /^(\d{1,4})([-/. ])\s?(\d{1,2})\2\s?(\d{1,4})(?:$|[T ,]+(.+)$)/;
const compact = /^(\d{4})(\d\d)(\d\d)(?:[T ]?(\d\d)(\d\d)(\d\d)?)?(Z)?$/;
const named =
  /^(?:\p{L}{2,10}\.?,?\s+)?(?:(\d{1,2})(?:st|nd|rd|th|\.)?[-/ ]+(?:de\s+)?(\p{L}{3,10})\.?|(\p{L}{3,10})\.?[-/ ]+(\d{1,2})(?:st|nd|rd|th)?),?[-/ ]+(?:de\s+)?(\d{4}|\d\d)(?:$|[T ,]+(.+)$)/u;
const yearNamed = /^(\d{4})([-/ ])(\p{L}{3,10})\2(\d{1,2})(?=$|[T ,])/u;
const clock =
  /^(\d{1,2})[:.h](\d\d)(?:[:.](\d\d)(?:[.,](\d{1,9}))?)?\s*([ap])?\.?(?:m\.?)?\s*(Z|(?:UTC|GMT)?[+-]\d\d:?\d\d|[+-]\d\d|[A-Z]{3,4})?(?: ?\([^()]*\))?$/i;

/** Minutes ahead of UTC of zones that programs write by their letters; others are not known to be one zone. */
const zones: Readonly<Record<string, number>> = {
  ...{
    UTC: 0,
    GMT: 0,
    WET: 0,
    WEST: 60,
    BST: 60,
    CET: 60,
    CEST: 120,
    MEZ: 60,
    MESZ: 120,
    EET: 120,
    EEST: 180,
  },
  ...{ EST: -300, EDT: -240, CST: -360, CDT: -300, MST: -420, MDT: -360, PST: -480, PDT: -420, AKST: -540 },
  ...{ AKDT: -480, HST: -600, AEST: 600, AEDT: 660, AWST: 480, NZST: 720, NZDT: 780, JST: 540 },
};

/** The first letters of the months as programs of a few languages write them. */
const months: readonly (readonly string[])[] = [
  ['jan', 'ene', 'gen'],
  ['feb', 'fev', 'fév'],
  ['mar', 'mär', 'mrt', 'maa'],
  ['apr', 'abr', 'avr'],
  ['may', 'mai', 'mei', 'mag', 'maj'],
  ['jun', 'juin', 'giu'],
  ['jul', 'juil', 'lug'],
  ['aug', 'ago', 'aou', 'aoû'],
  ['sep', 'set'],
  ['oct', 'okt', 'ott', 'out'],
  ['nov'],
  ['dec', 'dez', 'dic', 'déc'],
];

function monthOf(name: string): number {
  const lower = name.toLowerCase();
  const exact = months.findIndex((starts) =>
    starts.some((start) => start.length > 3 && lower.startsWith(start)),
  );
  if (exact >= 0) return exact + 1;
  return months.findIndex((starts) => starts.some((start) => lower.startsWith(start))) + 1;
}

const eastern = /^(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]\s?/u;

/** Digits and blanks in one spelling, and "2024年1月13日" as 2024-1-13. */
function plainDate(text: string): string {
  const isAscii = /^[ -~]*$/.test(text);
  return isAscii ? text : plainDigits(text).replace(eastern, '$1-$2-$3 ').trim();
}

/** Reads a time of day: milliseconds since midnight and its distance from UTC; null for anything else. */
export function readClock(text: string): { readonly time: number; readonly offset: number | null } | null {
  const found = clock.exec(plainDate(text).trim());
  if (found === null) return null;
  const [, hours = '', minutes = '', seconds = '0', fraction = '', half, zone] = found;
  let hour = Number(hours);
  if (half !== undefined) {
    if (hour < 1 || hour > 12) return null;
    hour = (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  }
  if (hour > 23 || Number(minutes) > 59 || Number(seconds) > 59) return null;
  const letters = /^[a-z]{3,4}$/i.test(zone ?? '') ? zones[zone?.toUpperCase() ?? ''] : undefined;
  if (zone !== undefined && /^[a-z]{3,4}$/i.test(zone) && letters === undefined) return null;
  const rest = Number(fraction.slice(0, 3).padEnd(3, '0'));
  return {
    time: ((hour * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000 + rest,
    offset: letters ?? offsetOf(zone),
  };
}

function offsetOf(zone: string | undefined): number | null {
  if (zone === undefined) return null;
  const [, sign, hours = '0', minutes = '0'] = /^(?:UTC|GMT)?([+-])(\d\d):?(\d\d)?$/i.exec(zone) ?? [];
  return sign === undefined ? 0 : (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1);
}

/** The three numbers of a date that does not name its month; null for any other. `hasYearFirst`: "2019-12-31". */
export function dateTriple(text: string) {
  const found = triple.exec(plainDate(text));
  if (found === null) return null;
  const [, a = '', mark = '', b = '', c = '', rest = ''] = found;
  if (a.length + c.length < 3 || a.length === 3 || c.length === 3 || (a.length === 4 && c.length > 2))
    return null;
  return {
    a: Number(a),
    b: Number(b),
    c: Number(c),
    mark,
    rest,
    hasYearFirst: a.length === 4,
    yearDigits: a.length === 4 ? 4 : c.length,
  };
}

/** Year, month and day out of three numbers in an order; null where the calendar has no such day. */
export function dateInOrder(
  a: number,
  b: number,
  c: number,
  order: DateOrder,
  thisYear: number,
): CalendarDate | null {
  switch (order) {
    case 'ymd':
      return dateOf(a, b, c, thisYear);
    case 'ydm':
      return dateOf(a, c, b, thisYear);
    case 'dmy':
      return dateOf(c, b, a, thisYear);
    case 'mdy':
      return dateOf(c, a, b, thisYear);
  }
}

/** Two digits are of the years up to the next one. */
function dateOf(year: number, month: number, day: number, thisYear: number): CalendarDate | null {
  const whole = year >= 100 ? year : year + (year <= (thisYear % 100) + 1 ? 2000 : 1900);
  if (whole < firstYear || whole > lastYear || month < 1 || month > 12) return null;
  const value = whole * 10_000 + month * 100 + day;
  return isCalendarDate(value) ? calendarDate(value) : null;
}

/**
 * Reads one cell as a date, with the time that may stand behind it. Numbers of three parts are taken in `order`, but for
 * those that begin with four digits; names of months, seconds since 1970 and a spreadsheet's day numbers say themselves.
 */
export function readDateCell(cell: string, order: DateOrder, thisYear: number): ReadDate | null {
  const text = plainDate(cell);
  const parts = dateTriple(text);
  if (parts !== null) return readTriple(parts, order, thisYear);
  if (/^\d+(?:\.\d+)?$/.test(text)) return readNumber(text, thisYear);
  const packed = compact.exec(text);
  if (packed !== null) return readNumber(text.replace(/\D/g, ''), thisYear);
  // "2024-Jan-25"
  const turned = yearNamed.exec(text);
  return readNamed(turned ? text.replace(yearNamed, '$4 $3 $1') : text, thisYear);
}

function readTriple(
  { a, b, c, mark, rest, hasYearFirst, yearDigits }: NonNullable<ReturnType<typeof dateTriple>>,
  order: DateOrder,
  thisYear: number,
): ReadDate | null {
  const inOrder = hasYearFirst ? (order === 'ydm' ? 'ydm' : 'ymd') : order === 'ydm' ? 'dmy' : order;
  if (inOrder !== 'ymd' && yearDigits < 2) return null;
  const date = dateInOrder(a, b, c, inOrder, thisYear);
  if (date === null) return null;
  const year = 'y'.repeat(yearDigits === 4 ? 4 : 2);
  const names = { y: year, m: 'm', d: 'd' };
  const form = [...inOrder].map((letter) => names[letter as 'y' | 'm' | 'd']).join(mark);
  return withClock(date, form, rest);
}

function withClock(date: CalendarDate, form: string, rest: string): ReadDate | null {
  if (rest.trim() === '') return { date, time: null, offset: null, form };
  const read = readClock(rest);
  if (read === null) return null;
  return { date, ...read, form: `${form} h:mm${read.offset === null ? '' : ' ±'}` };
}

function readNamed(text: string, thisYear: number): ReadDate | null {
  const found = named.exec(text);
  if (found === null) return null;
  const [, dayBefore, monthAfter, monthBefore, dayAfter, year = '', rest = ''] = found;
  const month = monthOf(monthAfter ?? monthBefore ?? '');
  const date = dateOf(Number(year), month, Number(dayBefore ?? dayAfter), thisYear);
  return date === null ? null : withClock(date, monthAfter === undefined ? 'mmm d yyyy' : 'd mmm yyyy', rest);
}

/** yyyymmdd, seconds or milliseconds since 1970, or the day number of a spreadsheet. */
function readNumber(digits: string, thisYear: number): ReadDate | null {
  const [whole = '', fraction = ''] = digits.split('.');
  if (fraction === '' && (whole.length === 8 || whole.length === 12 || whole.length === 14)) {
    return readPacked(whole, thisYear);
  }
  if (whole.length === 10 || (fraction === '' && whole.length === 13)) {
    const at = Number(whole) * (whole.length === 10 ? 1000 : 1);
    const days = Math.floor(at / 86_400_000);
    return ofDays(days, at - days * 86_400_000, 0, whole.length === 10 ? 'seconds' : 'milliseconds');
  }
  if (whole.length !== 5) return null;
  // Day 1 was 1 January 1900, and a spreadsheet believes in a 29 February of that year.
  const first = dayNumber(calendarDate(18991230));
  const parts = Number(`${fraction}00000000`.slice(0, 8));
  const seconds = Math.floor((parts * 864 + 500_000) / 1_000_000);
  return ofDays(first + Number(whole), fraction === '' ? null : seconds * 1000, null, 'day number');
}

function readPacked(digits: string, thisYear: number): ReadDate | null {
  const date = dateOf(
    Number(digits.slice(0, 4)),
    Number(digits.slice(4, 6)),
    Number(digits.slice(6, 8)),
    thisYear,
  );
  if (date === null) return null;
  if (digits.length === 8) return { date, time: null, offset: null, form: 'yyyymmdd' };
  const read = readClock(`${digits.slice(8, 10)}:${digits.slice(10, 12)}:${digits.slice(12) || '00'}`);
  return read === null ? null : { date, ...read, form: 'yyyymmddhhmm' };
}

function ofDays(days: number, time: number | null, offset: number | null, form: string): ReadDate | null {
  const date = dateOfDayNumber(days);
  const year = Math.floor(date / 10_000);
  if (year < firstYear || year > lastYear) return null;
  // Above midnight by rounding.
  return { date, time: time === null ? null : Math.min(time, 86_399_000), offset, form };
}
