import { type CalendarDate, calendarDate } from '../../../shared/domain/calendar.ts';

type Details = Readonly<Record<string, unknown>>;

/** A text that says something, null for anything else. */
export function textIn(details: Details, field: string): string | null {
  const value = details[field];
  return typeof value === 'string' && value.trim() !== '' ? value : null;
}

/** A whole number, null for anything else. */
export function numberIn(details: Details, field: string): number | null {
  const value = details[field];
  return typeof value === 'number' && Number.isSafeInteger(value) ? value : null;
}

/** Details within details; empty where there are none. */
export function recordIn(details: Details, field: string): Details {
  const value = details[field];
  return isRecord(value) ? value : {};
}

/** A line whose quantity was changed; 0 is none. */
type LineChange = { readonly name: string; readonly from: number; readonly to: number };

/** The lines that an edit changed, as far as they can be read. */
export function changesIn({ changes }: Details): readonly LineChange[] {
  if (!Array.isArray(changes)) return [];
  return changes.filter(isRecord).flatMap((change) => {
    const name = textIn(change, 'name');
    const [from, to] = [numberIn(change, 'from') ?? 0, numberIn(change, 'to') ?? 0];
    return name === null || from === to ? [] : [{ name, from, to }];
  });
}

type Destination = { readonly date: CalendarDate | null; readonly words: readonly string[] };

/** Where an order went before it was rescheduled, and where it goes since; of the latter only what is new. */
export function movedIn(details: Details): { readonly before: Destination; readonly after: Destination } {
  const delivery = recordIn(details, 'delivery');
  const [before, after] = [recordIn(delivery, 'before'), recordIn(delivery, 'after')];
  const words = ['name', 'phone', 'address'].flatMap((field) => {
    const now = textIn(after, field);
    return now === null || now === textIn(before, field) ? [] : [now];
  });
  const dateIn = (one: Details) => asCalendarDate(numberIn(one, 'date'));
  return { before: { date: dateIn(before), words: [] }, after: { date: dateIn(after), words } };
}

function asCalendarDate(written: number | null): CalendarDate | null {
  try {
    return written === null ? null : calendarDate(written);
  } catch {
    return null;
  }
}

function isRecord(value: unknown): value is Details {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
