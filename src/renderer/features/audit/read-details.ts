import { type FieldKind, fieldKind } from './detail-kinds.ts';

export type Details = Readonly<Record<string, unknown>>;

/** One field of an entry as it was written down. */
export type Fact = { readonly field: string; readonly kind: FieldKind; readonly value: unknown };
/** One field that was changed; absent on one side where there was nothing. */
export type Change = {
  readonly field: string;
  readonly kind: FieldKind;
  readonly before: unknown;
  readonly after: unknown;
};
/** A field that holds fields of its own, once or several times. */
export type Listed = { readonly field: string; readonly rows: readonly (readonly Fact[])[] };

export type ReadDetails = {
  readonly changes: readonly Change[];
  readonly facts: readonly Fact[];
  readonly lists: readonly Listed[];
};

type Named = { readonly field: string; readonly kind: FieldKind };

/** What `before` and `after`, or `from` and `to`, are of, where they are single values. */
const changedByCall: Readonly<Record<string, Named>> = {
  'stock.adjust': { field: 'onHand', kind: 'quantity' },
  'staff.rename': { field: 'name', kind: 'text' },
  'staff.setRole': { field: 'role', kind: 'word' },
  'staff.setRights': { field: 'overrides', kind: 'rights' },
  'orders.edit': { field: 'total', kind: 'money' },
  'orders.cancelLines': { field: 'total', kind: 'money' },
};

const span: Readonly<Record<string, Named>> = {
  from: { field: 'fromDate', kind: 'day' },
  to: { field: 'toDate', kind: 'day' },
};

/** Names that mean something else in one call than in the others. */
const namedByCall: Readonly<Record<string, Readonly<Record<string, Named>>>> = {
  'payments.take': { left: { field: 'openAfter', kind: 'money' } },
  'audit.saveCsv': span,
  'reports.saveCsv': span,
  'reports.savePdf': span,
  'reports.savePicture': span,
  'reports.print': span,
  'backups.exportCsv': span,
};

/** What a field of a call is called, and how its value is written. */
export function fieldOf(call: string, name: string): Named {
  return namedByCall[call]?.[name] ?? { field: name, kind: fieldKind(name) };
}

/** Fields that say in two halves what changed. */
const pairs = [
  ['before', 'after', null],
  ['from', 'to', 'status'],
  ['ceilingBefore', 'ceilingAfter', 'discountCeiling'],
] as const;

/**
 * Sorts what an entry says into what changed, what else it says, and what holds fields of its own. Entries were
 * written by whatever version ran then, so anything may be missing or of another form; nothing of it is lost but
 * what is hidden.
 */
export function readDetails(call: string, details: Details): ReadDetails {
  const changes: Change[] = [];
  const covered = new Set<string>();
  for (const [first, second, field] of pairs) {
    if (!(first in details && second in details) || namedByCall[call]?.[first]) continue;
    covered.add(first).add(second);
    changes.push(...changesOf(call, field, details[first], details[second]));
  }
  for (const { field } of changes) covered.add(field);
  const facts: Fact[] = [];
  const lists: Listed[] = [];
  for (const [name, value] of Object.entries(details)) {
    if (covered.has(name)) continue;
    const named = fieldOf(call, name);
    if (named.kind === 'hidden' || isNothing(value)) continue;
    const rows = rowsOf(value);
    if (rows) lists.push({ field: named.field, rows });
    else facts.push({ ...named, value });
  }
  return { changes, facts, lists };
}

function changesOf(call: string, field: string | null, before: unknown, after: unknown): readonly Change[] {
  if (isRecord(before) || isRecord(after)) {
    const [was, is] = [isRecord(before) ? before : {}, isRecord(after) ? after : {}];
    const fields = [...new Set([...Object.keys(was), ...Object.keys(is)])];
    return fields
      .filter((name) => fieldKind(name) !== 'hidden' && !isSame(was[name], is[name]))
      .map((name) => ({ field: name, kind: fieldKind(name), before: was[name], after: is[name] }));
  }
  if (isSame(before, after)) return [];
  const byCall = field === 'discountCeiling' ? undefined : changedByCall[call];
  const named = byCall ?? { field: field ?? 'value', kind: fieldKind(field ?? 'value') };
  return [{ ...named, before, after }];
}

/** The fields within a value, once for each of its records; null for a value that has none. */
function rowsOf(value: unknown): readonly (readonly Fact[])[] | null {
  const records = Array.isArray(value) ? value : [value];
  if (!records.some(isRecord)) return null;
  return records.map((record) => (isRecord(record) ? factsOf(record) : [textFact(record)]));
}

function factsOf(record: Details, path = ''): readonly Fact[] {
  return Object.entries(record).flatMap(([name, value]): readonly Fact[] => {
    const kind = fieldKind(name);
    if (kind === 'hidden' || isNothing(value)) return [];
    if (isRecord(value)) return factsOf(value, name);
    if (Array.isArray(value) && value.some(isRecord)) {
      return value.flatMap((one) => (isRecord(one) ? factsOf(one, name) : [textFact(one)]));
    }
    // What is simply called "amount" or "kind" is so of the field that holds it.
    return [{ field: name === 'kind' && path !== '' ? path : name, kind, value }];
  });
}

function textFact(value: unknown): Fact {
  return { field: '', kind: 'text', value };
}

function isNothing(value: unknown): boolean {
  return (
    value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
  );
}

function isSame(before: unknown, after: unknown): boolean {
  return JSON.stringify(before ?? null) === JSON.stringify(after ?? null);
}

function isRecord(value: unknown): value is Details {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
