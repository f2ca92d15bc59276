import { utcText } from './clock.ts';

export type LogLevel = 'info' | 'error';

const secretNames = /pin|pass|secret|pepper|recovery|token|card|^key$|^keys$|^data$/iu;
/** What could be a card's number: 13 to 19 digits, as people write them. */
const longDigits = /\d(?:[ -]?\d){12,18}/gu;
const longest = 4000;

/**
 * One line of the log: JSON, so that a line break inside a text cannot pretend to be another entry. The time
 * is UTC. Secrets go by their names, and anything that could be a card's number by its look.
 */
export function logLine(at: number, level: LogLevel, message: string, details: unknown): string {
  const entry = { at: utcText(at), level, message: cleanText(message), ...cleanDetails(details) };
  return `${JSON.stringify(entry)}\n`;
}

function cleanDetails(details: unknown): Record<string, unknown> {
  if (details === undefined) return {};
  return { details: clean(details, 0) };
}

function clean(value: unknown, depth: number): unknown {
  if (typeof value === 'string') return cleanText(value);
  if (typeof value === 'bigint' || typeof value === 'symbol') return value.toString();
  if (value instanceof Error) return cleanText(value.stack ?? value.message);
  if (typeof value !== 'object' || value === null) return value;
  if (depth > 5) return '…';
  if (Array.isArray(value)) return value.slice(0, 50).map((item) => clean(item, depth + 1));
  return Object.fromEntries(
    Object.entries(value).map(([key, field]) => [
      key,
      secretNames.test(key) ? '(hidden)' : clean(field, depth + 1),
    ]),
  );
}

function cleanText(text: string): string {
  const cut = text.length > longest ? `${text.slice(0, longest)}…` : text;
  return cut.replace(longDigits, (digits) =>
    digits.replace(/\D/gu, '').length >= 13 ? '(digits hidden)' : digits,
  );
}
