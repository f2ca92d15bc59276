declare const calendarDateBrand: unique symbol;

/** A day of the Gregorian calendar as the integer yyyymmdd (20261122), years 1000 to 9999. */
export type CalendarDate = number & { readonly [calendarDateBrand]: 'CalendarDate' };

/** Checks yyyymmdd. Throws RangeError unless the calendar has that day. */
export function calendarDate(yyyymmdd: number): CalendarDate {
  if (!isCalendarDate(yyyymmdd)) throw new RangeError(`${yyyymmdd} is not a day`);
  return yyyymmdd;
}

export function isCalendarDate(value: number): value is CalendarDate {
  if (!Number.isInteger(value) || value < 10000101 || value > 99991231) return false;
  const { year, month, day } = splitDate(value);
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** The year, month (1 to 12) and day (1 to 31) of a date. */
export function dateParts(date: CalendarDate): {
  readonly year: number;
  readonly month: number;
  readonly day: number;
} {
  return splitDate(date);
}

export function addDays(date: CalendarDate, days: number): CalendarDate {
  return dateOfDayNumber(dayNumber(date) + days);
}

/** The same day `months` later (or earlier), or the month's last where it has no such day. */
export function addMonths(date: CalendarDate, months: number): CalendarDate {
  const { year, month, day } = splitDate(date);
  const count = year * 12 + month - 1 + months;
  const newYear = Math.floor(count / 12);
  const newMonth = count - newYear * 12 + 1;
  return calendarDate(newYear * 10000 + newMonth * 100 + Math.min(day, daysInMonth(newYear, newMonth)));
}

/** Days from one date to the other: 1 from today to tomorrow. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** ISO day of the week: 1 is Monday, 7 is Sunday. */
export function dayOfWeek(date: CalendarDate): number {
  return ((((dayNumber(date) + 3) % 7) + 7) % 7) + 1;
}

export function firstOfMonth(date: CalendarDate): CalendarDate {
  return calendarDate(date - (date % 100) + 1);
}

export function lastOfMonth(date: CalendarDate): CalendarDate {
  const { year, month } = splitDate(date);
  return calendarDate(date - (date % 100) + daysInMonth(year, month));
}

/** "2026-11-22", for files and form fields; what people read is formatted by locale. */
export function isoDate(date: CalendarDate): string {
  const digits = String(date);
  return `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`;
}

/** Reads "2026-11-22", null for anything else. */
export function parseIsoDate(text: string): CalendarDate | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  const value = Number(text.replaceAll('-', ''));
  return isCalendarDate(value) ? value : null;
}

/** Days since 1970-01-01, negative before. Counts years from March, so that the leap day comes last. */
export function dayNumber(date: CalendarDate): number {
  const { year, month, day } = splitDate(date);
  const marchYear = month <= 2 ? year - 1 : year;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  return (
    era * 146097 +
    yearOfEra * 365 +
    Math.floor(yearOfEra / 4) -
    Math.floor(yearOfEra / 100) +
    dayOfYear -
    719468
  );
}

/** The date of a number of days since 1970-01-01. Throws RangeError outside of the years 1000 to 9999. */
export function dateOfDayNumber(days: number): CalendarDate {
  const shifted = days + 719468;
  const era = Math.floor(shifted / 146097);
  const dayOfEra = shifted - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1;
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return calendarDate(year * 10000 + month * 100 + day);
}

function splitDate(value: number): { year: number; month: number; day: number } {
  return { year: Math.floor(value / 10000), month: Math.floor(value / 100) % 100, day: value % 100 };
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

const minute = 60_000;
const day = 86_400_000;
const quarterHour = 900_000;
/** Before it some zones changed at odd instants; since then changes fall on quarter hours. */
const year1980 = 315_532_800_000;

type Zone = {
  readonly format: Intl.DateTimeFormat;
  /** The offset that holds through a whole day in UTC, null where clocks change in it. */
  readonly days: Map<number, number | null>;
  /** Offsets by quarter hour, on the days on which clocks change. */
  readonly quarterHours: Map<number, number>;
};

const zones = new Map<string, Zone>();

/** A wall clock's reading: the day, the milliseconds since its midnight, and the hands. */
export type LocalParts = {
  readonly date: CalendarDate;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly millisecond: number;
};

/** True for a zone name that this machine knows ("Europe/Paris"). */
export function isTimeZone(name: string): boolean {
  try {
    zoneOf(name);
    return true;
  } catch {
    return false;
  }
}

/** What a clock on the wall shows in a zone at an instant. Throws RangeError for an unknown zone. */
export function localParts(instantMs: number, timeZone: string): LocalParts {
  const wall = instantMs + offsetAt(instantMs, timeZone);
  const days = Math.floor(wall / day);
  const rest = wall - days * day;
  return {
    date: dateOfDayNumber(days),
    hour: Math.floor(rest / 3_600_000),
    minute: Math.floor(rest / minute) % 60,
    second: Math.floor(rest / 1000) % 60,
    millisecond: rest % 1000,
  };
}

/**
 * The shop's day that an instant belongs to.
 *
 * The day begins at `dayStartMinutes` after midnight (0 to 1439; 240 for 04:00), when the wall clock first
 * shows that time: where clocks go back, the repeated hour never belongs to the day before again.
 */
export function businessDateOf(instantMs: number, timeZone: string, dayStartMinutes: number): CalendarDate {
  const shifted = instantMs + offsetAt(instantMs, timeZone) - dayStartMinutes * minute;
  const days = Math.floor(shifted / day);
  const date = dateOfDayNumber(days);
  // Clocks never go back by more than three hours, so only then can the next day have begun already.
  if (shifted - days * day < day - 3 * 3_600_000) return date;
  const next = addDays(date, 1);
  return instantMs >= startOfBusinessDate(next, timeZone, dayStartMinutes) ? next : date;
}

/** The first instant of a business date: when the wall clock first shows its start, or passes it. */
export function startOfBusinessDate(date: CalendarDate, timeZone: string, dayStartMinutes: number): number {
  const wall = dayNumber(date) * day + dayStartMinutes * minute;
  const before = offsetAt(wall - day, timeZone);
  const after = offsetAt(wall + day, timeZone);
  const early = wall - before;
  if (before === after || offsetAt(early, timeZone) === before) return early;
  const late = wall - after;
  if (offsetAt(late, timeZone) === after) return late;
  return skippedTo(late, early, before, timeZone);
}

/** The instant in (from, to] at which the zone leaves `offset`: that wall time is skipped there. */
function skippedTo(from: number, to: number, offset: number, timeZone: string): number {
  let low = from;
  let high = to;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetAt(middle, timeZone) === offset) low = middle;
    else high = middle;
  }
  return high;
}

/** Milliseconds that the zone's wall clock is ahead of UTC at an instant. */
export function offsetAt(instantMs: number, timeZone: string): number {
  const zone = zoneOf(timeZone);
  if (instantMs < year1980) return readOffset(instantMs, zone.format);
  const days = Math.floor(instantMs / day);
  let ofDay = zone.days.get(days);
  if (ofDay === undefined) {
    const first = readOffset(days * day, zone.format);
    ofDay = first === readOffset((days + 1) * day, zone.format) ? first : null;
    zone.days.set(days, ofDay);
  }
  return ofDay ?? offsetOfQuarterHour(instantMs, zone);
}

function offsetOfQuarterHour(instantMs: number, zone: Zone): number {
  const bucket = Math.floor(instantMs / quarterHour);
  const known = zone.quarterHours.get(bucket);
  if (known !== undefined) return known;
  const offset = readOffset(bucket * quarterHour, zone.format);
  zone.quarterHours.set(bucket, offset);
  return offset;
}

function zoneOf(timeZone: string): Zone {
  const known = zones.get(timeZone);
  if (known !== undefined) return known;
  const format = new Intl.DateTimeFormat('en-US-u-ca-gregory-nu-latn', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  const zone: Zone = { format, days: new Map(), quarterHours: new Map() };
  zones.set(timeZone, zone);
  return zone;
}

function readOffset(instantMs: number, format: Intl.DateTimeFormat): number {
  const hands: Record<string, number> = {};
  for (const part of format.formatToParts(instantMs)) hands[part.type] = Number(part.value);
  const { year = 0, month = 0, day: dayOfMonth = 0, hour = 0, minute: minutes = 0, second = 0 } = hands;
  const date = (year * 10000 + month * 100 + dayOfMonth) as CalendarDate;
  const wall = dayNumber(date) * day + hour * 3_600_000 + minutes * minute + second * 1000;
  return wall - Math.floor(instantMs / 1000) * 1000;
}
