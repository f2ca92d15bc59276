import { z } from 'zod';
import { type CalendarDate, isCalendarDate } from '../domain/calendar.ts';
import { type Money, mostMoney } from '../domain/money.ts';
import { mostQuantity, type Quantity } from '../domain/quantity.ts';
import type { Rate } from '../domain/rate.ts';
import { units } from '../domain/unit.ts';

/** The kinds of value that calls are made of. All are plain JSON. */

const isSafe = (value: unknown): boolean => Number.isSafeInteger(value) && !Object.is(value, -0);

/** Minor units of the shop's currency. */
export const money = z.custom<Money>(isSafe, 'not an amount');
/** Minor units that came from a person: none below zero, none so large that sums leave the safe integers. */
export const positiveMoney = z.custom<Money>(
  (value) => isSafe(value) && Number(value) >= 0 && Number(value) <= mostMoney,
  'not an amount',
);
/** Thousandths. */
export const quantity = z.custom<Quantity>(isSafe, 'not a quantity');
/** Thousandths that came from a person, within the same bounds on either side of zero. */
export const typedQuantity = z.custom<Quantity>(
  (value) => isSafe(value) && Math.abs(Number(value)) <= mostQuantity,
  'not a quantity',
);
/** The same, none below zero. */
export const positiveQuantity = z.custom<Quantity>(
  (value) => isSafe(value) && Number(value) >= 0 && Number(value) <= mostQuantity,
  'not a quantity',
);
/** Parts per million, 0 to 100 %. */
export const share = z.custom<Rate>(
  (value) => isSafe(value) && Number(value) >= 0 && Number(value) <= 1_000_000,
  'not a percentage',
);
/** A day as yyyymmdd. */
export const day = z.custom<CalendarDate>(
  (value) => typeof value === 'number' && isCalendarDate(value),
  'not a day',
);
/** Milliseconds since 1970, UTC. */
export const instant = z.int().min(-8_640_000_000_000_000).max(8_640_000_000_000_000);
export const id = z.int().positive();
export const flag = z.boolean();
export const unit = z.enum(units);
export const colour = z.int().min(0).max(11);
export const oversell = z.enum(['block', 'warn', 'allow']);

/** One line or more of text that a person typed: trimmed, no control characters but line breaks, no half characters. */
export function text(maximum: number): z.ZodType<string, string> {
  return z
    .string()
    .max(maximum)
    .refine((value) => !hasControls(value), 'has unprintable characters')
    .transform((value) => value.toWellFormed().trim());
}

/** A text that must say something. */
export function name(maximum: number): z.ZodType<string, string> {
  return text(maximum).refine((value) => value.length > 0, 'is empty');
}

function hasControls(value: string): boolean {
  for (let index = 0; index < value.length; index += 1) {
    const code = value.charCodeAt(index);
    if ((code < 32 && code !== 10 && code !== 13 && code !== 9) || code === 127) return true;
  }
  return false;
}

/** A key that the window made up: printable ASCII without spaces, so that it reads back as it was written. */
export const key = z
  .string()
  .max(60)
  .regex(/^[!-~]+$/);

/** A language and region that this machine can write amounts and days in: "en-GB". */
export const locale = z.string().min(2).max(35).refine(isLocale, 'not a locale');

function isLocale(value: string): boolean {
  try {
    return Intl.getCanonicalLocales(value).length === 1;
  } catch {
    return false;
  }
}

/** A page of a list: where the next one starts, or null at the end. */
export function page<T extends z.ZodType>(item: T) {
  return z.strictObject({ items: z.array(item), next: z.string().nullable() });
}

export const nothing = z.strictObject({});
export const done = z.strictObject({});
