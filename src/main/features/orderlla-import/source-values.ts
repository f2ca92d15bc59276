import {
  businessDateOf,
  type CalendarDate,
  isCalendarDate,
  startOfBusinessDate,
} from '../../../shared/domain/calendar.ts';
import { type Money, money, mostMoney } from '../../../shared/domain/money.ts';
import { mostQuantity, type Quantity, quantity } from '../../../shared/domain/quantity.ts';
import { decimalToInteger } from '../../../shared/domain/typed-decimal.ts';
import { cutText } from '../csv/cut-text.ts';

/** A row's number: whole, above zero, also where it was kept as REAL. Null for anything else. */
export function readId(value: string | null | undefined): number | null {
  const digits = /^(\d{1,15})(?:\.0+)?$/.exec(value?.trim() ?? '')?.[1];
  const id = digits === undefined ? 0 : Number(digits);
  return id > 0 ? id : null;
}

/** Text without unprintable characters and half characters, no longer than the shop's own field. */
export function readText(value: string | null | undefined, most: number): string {
  const clean = (value ?? '')
    .replace(/[^\P{Cc}\n\r\t]/gu, '')
    .toWellFormed()
    .trim();
  return cutText(clean, most).trim();
}

/** A decimal by its digits, times ten to `decimals`; never through a float. */
function readDecimal(value: string | null | undefined, decimals: number) {
  const found = /^([+-]?)(\d{0,15})(?:\.(\d{0,20}))?$/.exec(value?.trim() ?? '');
  const [, sign, whole = '', fraction = ''] = found ?? [];
  if (found === null || whole + fraction === '') return null;
  return decimalToInteger({ negative: sign === '-', whole: whole || '0', fraction }, decimals);
}

/** An amount as the currency has it; null where there is none, or one beyond what any shop sells. */
export function readAmount(
  value: string | null | undefined,
  exponent: number,
): { readonly amount: Money; readonly rounded: boolean } | null {
  const read = readDecimal(value, exponent);
  if (read === null || Math.abs(read.value) > mostMoney) return null;
  return { amount: money(read.value), rounded: read.rounded };
}

/** A quantity in thousandths; null where there is none. */
export function readQuantity(value: string | null | undefined): Quantity | null {
  const read = readDecimal(value, 3);
  if (read === null || Math.abs(read.value) > mostQuantity) return null;
  return quantity(read.value);
}

/** A day of the shop, and the instant where the file knows it. */
export type SourceTime = {
  readonly date: CalendarDate;
  readonly at: number | null;
  /** `offset`: said with its distance from UTC. `local`: without, and so by the shop's clock. */
  readonly form: 'day' | 'offset' | 'local';
};

type Place = { readonly timeZone: string; readonly dayStartMinutes: number };

const stamp =
  /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?\s*(Z|[+-]\d\d(?::?\d\d)?)?)?$/i;

/** A day or a time stamp in one of the forms that Orderlla wrote; null for none or any other. */
export function readTime(
  value: string | null | undefined,
  { timeZone, dayStartMinutes }: Place,
): SourceTime | null {
  const found = stamp.exec(value?.trim() ?? '');
  if (found === null) return null;
  const [, year, month, day, hour, minute, second = '0', fraction = '0', offset] = found;
  const date = Number(`${year}${month}${day}`);
  if (!isCalendarDate(date) || date < 19800101 || date > 21991231) return null;
  if (hour === undefined || minute === undefined) return { date, at: null, form: 'day' };
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return null;
  const minutes = Number(hour) * 60 + Number(minute);
  const rest = Number(second) * 1000 + Number(fraction.padEnd(3, '0').slice(0, 3));
  const zone = offset === undefined ? timeZone : 'UTC';
  const ahead = offset === undefined ? 0 : offsetMinutes(offset) * 60_000;
  const at = startOfBusinessDate(date, zone, minutes) + rest - ahead;
  const form = offset === undefined ? 'local' : 'offset';
  return { date: businessDateOf(at, timeZone, dayStartMinutes), at, form };
}

function offsetMinutes(offset: string): number {
  const [, sign, hours = '0', minutes = '0'] = /^([+-])(\d\d):?(\d\d)?$/.exec(offset) ?? [];
  return (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1);
}

/** Noon of a day by the shop's clock: when something happened of which only the day is known. */
export function noonOf(date: CalendarDate, timeZone: string): number {
  return startOfBusinessDate(date, timeZone, 720);
}
