import type { AppText } from '../../../shared/text/english.ts';
import type { Format } from '../../../shared/text/format.ts';
import type { AppliedFilter } from '../../ui/filter-bar.tsx';
import { actionWords } from './action-words.ts';
import { type LogFilter, noFilter, typedOrder } from './log-filter.ts';
import { refusalWords } from './refusal-words.ts';
import type { Names } from './subject-words.ts';

type Words = { readonly text: AppText; readonly format: Format; readonly names: Names };
type Change = (changed: Partial<LogFilter>) => void;

/** What is applied, in words; pressing one takes it away. */
export function appliedFilters(filter: LogFilter, change: Change, words: Words): readonly AppliedFilter[] {
  const labels = labelsOf(filter, words);
  return Object.entries(labels).flatMap(([key, label]) =>
    label === null ? [] : [{ key, label, onRemove: () => change(without(key as keyof typeof labels)) }],
  );
}

function labelsOf(filter: LogFilter, { text, format, names }: Words) {
  const { group, call, outcome, refusal, person } = filter;
  const words = filter.text.trim();
  const number = typedOrder(filter);
  return {
    text: words === '' ? null : text('audit.containing', { words }),
    person: person === null ? null : personLabel(person, text, names),
    group: group === null ? null : text(`audit.group-${group}`),
    call: call === null ? null : actionWords({ call, outcome: 'ok' }, text),
    outcome: outcome === 'any' ? null : text(`audit.outcome-${outcome}`),
    refusal:
      refusal === null
        ? null
        : text('audit.only-refusal', { reason: refusalWords(refusal, {}, { text, format }) }),
    order: number === null ? null : text('audit.of-order', { number: String(number) }),
    days: filter.days === 'all' ? null : daysLabel(filter, text, format),
  };
}

function without(key: keyof ReturnType<typeof labelsOf>): Partial<LogFilter> {
  return key === 'days' ? { days: 'all', from: null, to: null } : { [key]: noFilter[key] };
}

function personLabel(person: NonNullable<LogFilter['person']>, text: AppText, names: Names): string {
  if (typeof person === 'string') return text(`audit.actor-${person}`);
  return names.get(person) ?? text('audit.person-number', { number: String(person) });
}

function daysLabel({ days, from, to }: LogFilter, text: AppText, format: Format): string | null {
  if (days !== 'custom') return text(`audit.days-${days}`);
  const [first, last] = from !== null && to !== null && from > to ? [to, from] : [from, to];
  if (first === null) return last === null ? null : text('audit.days-to', { to: format.dateShort(last) });
  if (last === null) return text('audit.days-from', { from: format.dateShort(first) });
  return text('audit.days-span', { from: format.dateShort(first), to: format.dateShort(last) });
}
