import { type Money, money } from '../../../shared/domain/money.ts';
import type { AppText } from '../../../shared/text/english.ts';
import type { Format } from '../../../shared/text/format.ts';

type Choice = { readonly key: string; readonly label: string };

/** Steps of cash in minor units, by the currency's decimals: what shops round to where small coins are gone. */
const roundingSteps: Readonly<Record<number, readonly number[]>> = {
  0: [5, 10, 50, 100, 500],
  2: [5, 10, 20, 50, 100],
  3: [5, 10, 25, 50, 100],
};

const lockSteps = [30, 60, 120, 300, 600, 900, 1800, 3600] as const;

/** What cash totals can be rounded to; the present step is there even where it is none of the usual. */
export function roundingChoices(present: Money, text: AppText, format: Format): readonly Choice[] {
  const steps = [0, ...(roundingSteps[format.exponent] ?? [5, 10, 50, 100]), present];
  return inOrder(steps).map((step) => ({
    key: String(step),
    label: step === 0 ? text('settings.cash-rounding-none') : format.money(money(step)),
  }));
}

/** After how long without a touch the till locks. */
export function lockChoices(present: number, text: AppText): readonly Choice[] {
  return inOrder([...lockSteps, present]).map((seconds) => ({
    key: String(seconds),
    label: durationWords(seconds, text),
  }));
}

const idleSteps = [30, 45, 60, 90, 120, 180, 300, 600] as const;

/** After how long without a touch the kiosk forgets who was there. */
export function idleChoices(present: number, text: AppText): readonly Choice[] {
  return inOrder([...idleSteps, present]).map((seconds) => ({
    key: String(seconds),
    label: durationWords(seconds, text),
  }));
}

/** When the business day may begin: every half hour from midnight to noon, and the present minute. */
export function dayStartChoices(present: number, text: AppText, format: Format): readonly Choice[] {
  const halfHours = Array.from({ length: 25 }, (_, index) => index * 30);
  return inOrder([...halfHours, present]).map((minutes) => ({
    key: String(minutes),
    label: dayStartWords(minutes, text, format),
  }));
}

function dayStartWords(minutes: number, text: AppText, format: Format): string {
  if (minutes === 0) return text('settings.day-start-midnight');
  return minutes === 720 ? text('settings.day-start-noon') : format.clock(minutes);
}

function durationWords(seconds: number, text: AppText): string {
  if (seconds % 3600 === 0) return text('settings.lock-hours', { count: seconds / 3600 });
  if (seconds % 60 === 0) return text('settings.lock-minutes', { count: seconds / 60 });
  return text('settings.lock-seconds', { count: seconds });
}

function inOrder(numbers: readonly number[]): readonly number[] {
  return [...new Set(numbers)].sort((a, b) => a - b);
}
