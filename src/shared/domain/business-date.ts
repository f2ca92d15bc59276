import { addDays, type CalendarDate, dateOfDayNumber, dayNumber } from './calendar.ts';

const minute = 60_000;
const day = 86_400_000;
const quarterHour = 900_000;
/** Before it some zones changed at odd instants; since then changes fall on quarter hours. */
const year1980 = 315_532_800_000;

type Zone = { readonly format: Intl.DateTimeFormat; readonly offsets: Map<number, number> };

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
  const bucket = Math.floor(instantMs / quarterHour);
  const known = zone.offsets.get(bucket);
  if (known !== undefined) return known;
  const offset = readOffset(bucket * quarterHour, zone.format);
  if (zone.offsets.size >= 20_000) zone.offsets.clear();
  zone.offsets.set(bucket, offset);
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
  const zone = { format, offsets: new Map<number, number>() };
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
