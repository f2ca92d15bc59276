import type { Money } from '../../shared/domain/money.ts';
import type { Quantity } from '../../shared/domain/quantity.ts';
import type { Rate } from '../../shared/domain/rate.ts';
import { errorsText } from '../../shared/text/en/errors.ts';
import type { AppText } from '../../shared/text/english.ts';
import type { Format } from '../../shared/text/format.ts';
import { type App, useApp } from './app-context.tsx';

/** A refusal as it comes: its code and what its sentence names. `ApiError` is one. */
export type Refusal = {
  readonly code: string;
  readonly details: Readonly<Record<string, unknown>>;
};

/** Turns whatever was thrown into the sentence that people read; never a code. */
export function useErrorText(): (thrown: unknown) => string {
  const app = useApp();
  return (thrown) => errorText(thrown, app);
}

/** The sentence of a refusal; a fault that nobody foresaw reads as an internal one. */
export function errorText(thrown: unknown, { text, format }: Pick<App, 'text' | 'format'>): string {
  const refusal = asRefusal(thrown);
  const key = `error.${refusal.code}`;
  const known = Object.hasOwn(errorsText, key) ? key : 'error.internal';
  const sentence = text as (key: string, named: Readonly<Record<string, string>>) => string;
  return sentence(known, named(refusal.details, text, format));
}

function asRefusal(thrown: unknown): Refusal {
  if (typeof thrown !== 'object' || thrown === null) return { code: 'internal', details: {} };
  const { code, details } = thrown as Partial<Refusal>;
  return {
    code: typeof code === 'string' ? code : 'internal',
    details: typeof details === 'object' && details !== null ? details : {},
  };
}

/** Details as words: amounts, shares and times are written as the shop writes them. */
function named(details: Refusal['details'], text: AppText, format: Format): Record<string, string> {
  const words: Record<string, string> = { reference: text('frame.no-reference') };
  for (const [name, value] of Object.entries(details)) {
    if (typeof value === 'string') words[name] = value;
    else if (typeof value === 'number') words[name] = wordOf(name, value, format);
  }
  if (typeof details.untilAt === 'number') words.time = format.time(details.untilAt);
  if (typeof details.afterMinutes === 'number') words.time = format.clock(details.afterMinutes);
  return words;
}

/** Details that are amounts of money. */
const amounts = new Set(['open', 'total', 'paid', 'cap', 'price', 'refundable', 'dueBack']);

function wordOf(name: string, value: number, format: Format): string {
  if (amounts.has(name)) return format.money(value as Money);
  if (name === 'left') return format.quantity(value as Quantity);
  if (name === 'ceiling') return format.percent(value as Rate);
  return format.number(value);
}
