import { z } from 'zod';
import { type CalendarDate, isCalendarDate } from '../domain/calendar.ts';
import type { Money } from '../domain/money.ts';
import type { Quantity } from '../domain/quantity.ts';
import type { Rate } from '../domain/rate.ts';
import { units } from '../domain/unit.ts';

/** The kinds of value that calls are made of. All are plain JSON. */

const isSafe = (value: unknown): boolean => Number.isSafeInteger(value) && !Object.is(value, -0);

/** Minor units of the shop's currency. */
export const money = z.custom<Money>(isSafe, 'not an amount');
/** Minor units, none below zero. */
export const positiveMoney = z.custom<Money>((value) => isSafe(value) && Number(value) >= 0, 'not an amount');
/** Thousandths. */
export const quantity = z.custom<Quantity>(isSafe, 'not a quantity');
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

/** One line or more of text that a person typed: trimmed, no control characters but line breaks. */
export function text(maximum: number): z.ZodType<string, string> {
  return z
    .string()
    .max(maximum)
    .refine((value) => !hasControls(value), 'has unprintable characters')
    .transform((value) => value.trim());
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

/** A page of a list: where the next one starts, or null at the end. */
export function page<T extends z.ZodType>(item: T) {
  return z.strictObject({ items: z.array(item), next: z.string().nullable() });
}

export const nothing = z.strictObject({});
export const done = z.strictObject({});
