import type { CalendarDate } from './calendar.ts';
import type { Rate } from './rate.ts';
import type { Tax } from './tax.ts';

/**
 * One entry of a tax class's rates: from `startDate` on the component bears `rate`, or is no longer part of the class
 * (null). Entries are never changed; of one component and start date the highest `entryNo` holds.
 */
export type RateEntry = {
  readonly name: string;
  readonly startDate: CalendarDate;
  readonly rate: Rate | null;
  readonly entryNo: number;
};

/** A day on which the taxes of a class change, with all that hold from then on. */
export type TaxChange = {
  readonly startDate: CalendarDate;
  readonly taxes: readonly Tax[];
  /** `now`: holds today. `future` ones may be removed; what holds or held never is. */
  readonly state: 'past' | 'now' | 'future';
  /** What was entered for this very day before, and corrected. */
  readonly replaced: readonly { readonly name: string; readonly rate: Rate | null }[];
};

/** Names of components as the shop file tells them apart. */
export function sameTaxName(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

/** The components that a class bears on a day, by name. */
export function taxesOn(entries: readonly RateEntry[], day: CalendarDate): readonly Tax[] {
  const latest = new Map<string, RateEntry>();
  for (const entry of entries) {
    if (entry.startDate > day) continue;
    const known = latest.get(entry.name);
    if (!known || isLater(entry, known)) latest.set(entry.name, entry);
  }
  return [...latest.values()]
    .flatMap(({ name, rate }) => (rate === null ? [] : [{ name, rate }]))
    .sort((a, b) => byName(a.name, b.name));
}

function isLater(one: RateEntry, other: RateEntry): boolean {
  if (one.startDate !== other.startDate) return one.startDate > other.startDate;
  return one.entryNo > other.entryNo;
}

/** The order of SQLite's own comparison, so that a cart and main list components alike. */
function byName(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

/** The days on which the taxes of a class change, earliest first. */
export function taxTimeline(entries: readonly RateEntry[], today: CalendarDate): readonly TaxChange[] {
  const days = [...new Set(entries.map((entry) => entry.startDate))].sort((a, b) => a - b);
  const current = days.findLast((startDate) => startDate <= today);
  return days.map((startDate) => ({
    startDate,
    taxes: taxesOn(entries, startDate),
    state: startDate > today ? 'future' : startDate === current ? 'now' : 'past',
    replaced: replacedOn(entries, startDate),
  }));
}

function replacedOn(entries: readonly RateEntry[], startDate: CalendarDate) {
  const sameDay = entries.filter((entry) => entry.startDate === startDate);
  return sameDay
    .filter((entry) => sameDay.some((other) => other.name === entry.name && isLater(other, entry)))
    .sort((a, b) => a.entryNo - b.entryNo)
    .map(({ name, rate }) => ({ name, rate }));
}

/**
 * What must be entered so that the class bears exactly `wanted` from `startDate` until its next change, which stays
 * what it is. Empty where the class bears that already.
 */
export function entriesToChange(
  entries: readonly RateEntry[],
  startDate: CalendarDate,
  wanted: readonly Tax[],
): readonly RateEntry[] {
  const changed = entriesOf(entries, startDate, wanted);
  return changed.length === 0 ? [] : [...changed, ...kept(entries, [...entries, ...changed], startDate)];
}

/** What must be entered when a change is taken away, so that the later ones stay what they are. */
export function entriesToRemove(
  entries: readonly RateEntry[],
  startDate: CalendarDate,
): readonly RateEntry[] {
  const left = entries.filter((entry) => entry.startDate !== startDate);
  return kept(entries, left, startDate);
}

/** Keeps each change after a day what it was before something was entered or taken away on that day. */
function kept(before: readonly RateEntry[], after: readonly RateEntry[], day: CalendarDate) {
  const later = [...new Set(before.map((entry) => entry.startDate))].filter((startDate) => startDate > day);
  const added: RateEntry[] = [];
  for (const startDate of later.sort((a, b) => a - b)) {
    added.push(...entriesOf([...after, ...added], startDate, taxesOn(before, startDate)));
  }
  return added;
}

function entriesOf(
  entries: readonly RateEntry[],
  startDate: CalendarDate,
  wanted: readonly Tax[],
): readonly RateEntry[] {
  const present = taxesOn(entries, startDate);
  const written = wanted.map((tax) => ({ ...tax, name: nameAsEntered(entries, tax.name) }));
  const ended = present.filter(({ name }) => !written.some((tax) => tax.name === name));
  const changed = written.filter(
    (tax) => !present.some((one) => one.name === tax.name && one.rate === tax.rate),
  );
  return [...changed, ...ended.map(({ name }) => ({ name, rate: null }))].map(({ name, rate }) => ({
    name,
    rate,
    startDate,
    entryNo: nextEntryNo(entries, name, startDate),
  }));
}

/** "vat" is the "VAT" that the class had already: one component, one history. */
function nameAsEntered(entries: readonly RateEntry[], name: string): string {
  return entries.find((entry) => sameTaxName(entry.name, name))?.name ?? name;
}

function nextEntryNo(entries: readonly RateEntry[], name: string, startDate: CalendarDate): number {
  const numbers = entries
    .filter((entry) => entry.name === name && entry.startDate === startDate)
    .map((entry) => entry.entryNo);
  return Math.max(-1, ...numbers) + 1;
}
