import type { CalendarDate } from '../../../shared/domain/calendar.ts';
import type { Money } from '../../../shared/domain/money.ts';
import type { AppText } from '../../../shared/text/english.ts';
import type { Format } from '../../../shared/text/format.ts';
import type { AppliedFilter } from '../../ui/filter-bar.tsx';
import type { FilterNames } from './filter-names.ts';
import type { OrderFilter } from './order-filter.ts';

type Words = { readonly text: AppText; readonly format: Format; readonly names: FilterNames };

/** The parts of a filter as a person takes them away; named as main names them. */
export type FilterPart =
  | 'text'
  | 'status'
  | 'kind'
  | 'payment'
  | 'placed'
  | 'customer'
  | 'tender'
  | 'channel'
  | 'staff'
  | 'total'
  | 'has'
  | 'for'
  | 'product';

/** The words of a part that narrows, and the filter without it; a trait is a chip of its own. */
export type Applied = {
  readonly part: FilterPart;
  readonly key: string;
  readonly label: string;
  readonly without: Partial<OrderFilter>;
};

/** What is applied, in words, in the order of the filters. */
export function appliedParts(filter: OrderFilter, words: Words): readonly Applied[] {
  return [...plainParts(filter, words), ...namedParts(filter, words), ...spanParts(filter, words)];
}

/** The same as chips: pressing one takes it away. */
export function appliedFilters(
  parts: readonly Applied[],
  change: (changed: Partial<OrderFilter>) => void,
): readonly AppliedFilter[] {
  return parts.map(({ key, label, without }) => ({ key, label, onRemove: () => change(without) }));
}

function plainParts(filter: OrderFilter, { text }: Words): readonly Applied[] {
  const { status, kind, payment, channel, has } = filter;
  const typed = filter.text.trim();
  const parts: Applied[] = [];
  const add = (part: FilterPart, label: string, without: Partial<OrderFilter>, key: string = part) =>
    parts.push({ part, key, label, without });
  if (typed !== '') add('text', text('orders.containing', { words: typed }), { text: '' });
  if (status !== 'all') add('status', statusLabel(status, text), { status: 'all' });
  if (kind !== 'all') add('kind', text(`orders.kind-${kind}`), { kind: 'all' });
  if (payment !== 'all') add('payment', paymentLabel(payment, text), { payment: 'all' });
  if (channel !== 'all') add('channel', text(`orders.channel-${channel}`), { channel: 'all' });
  for (const trait of has) {
    const left = has.filter((one) => one !== trait);
    add('has', text(`orders.has-${trait}`), { has: left }, `has ${trait}`);
  }
  return parts;
}

function namedParts(filter: OrderFilter, { text, names }: Words): readonly Applied[] {
  const { customer, tender, person, product } = filter;
  const parts: Applied[] = [];
  if (customer !== null) {
    const name = names.customer ?? String(customer);
    parts.push({ part: 'customer', key: 'customer', label: name, without: { customer: null } });
  }
  if (tender !== null) {
    const label = text('orders.by-tender', { name: names.tender ?? String(tender) });
    parts.push({ part: 'tender', key: 'tender', label, without: { tender: null } });
  }
  if (person !== null) {
    const label = text('orders.sold-by', { name: names.person ?? String(person) });
    parts.push({ part: 'staff', key: 'person', label, without: { person: null } });
  }
  if (product !== null) {
    const label = text('orders.with-product', { name: names.product ?? String(product) });
    parts.push({ part: 'product', key: 'product', label, without: { product: null } });
  }
  return parts;
}

function spanParts(filter: OrderFilter, words: Words): readonly Applied[] {
  const { text, format } = words;
  const { days, least, most, forFrom, forTo } = filter;
  const parts: Applied[] = [];
  if (days !== 'all')
    parts.push({ part: 'placed', key: 'days', label: daysLabel(filter, words), without: { days: 'all' } });
  if (least !== null || most !== null) {
    const label = totalLabel(least, most, text, format);
    parts.push({ part: 'total', key: 'total', label, without: { least: null, most: null } });
  }
  if (forFrom !== null || forTo !== null) {
    const span = spanLabel(forFrom, forTo, words);
    const label = text('orders.for-days', { days: span });
    parts.push({ part: 'for', key: 'for', label, without: { forFrom: null, forTo: null } });
  }
  return parts;
}

export function statusLabel(status: OrderFilter['status'], text: AppText): string {
  switch (status) {
    case 'all':
    case 'open':
    case 'due':
    case 'overdue':
      return text(`orders.status-${status}`);
    default:
      return text(`ui.status-${status}`);
  }
}

export function paymentLabel(payment: OrderFilter['payment'], text: AppText): string {
  switch (payment) {
    case 'all':
    case 'owing':
    case 'awaiting':
    case 'refund-due':
      return text(`orders.payment-${payment}`);
    default:
      return text(`ui.payment-${payment}`);
  }
}

function daysLabel({ days, from, to }: OrderFilter, words: Words): string {
  return days === 'custom' ? spanLabel(from, to, words) : words.text(`orders.days-${days}`);
}

function spanLabel(from: CalendarDate | null, to: CalendarDate | null, { text, format }: Words): string {
  const [first, last] = from !== null && to !== null && from > to ? [to, from] : [from, to];
  if (first === null && last === null) return text('orders.days-all');
  if (first !== null && last === null) return text('orders.days-from', { from: format.dateShort(first) });
  if (first === null && last !== null) return text('orders.days-to', { to: format.dateShort(last) });
  if (first === null || last === null) return text('orders.days-all');
  if (first === last) return format.dateShort(first);
  return text('orders.days-span', { from: format.dateShort(first), to: format.dateShort(last) });
}

function totalLabel(least: Money | null, most: Money | null, text: AppText, format: Format): string {
  const [from, to] = least !== null && most !== null && least > most ? [most, least] : [least, most];
  if (from !== null && to !== null)
    return text('orders.total-span', { from: format.money(from), to: format.money(to) });
  if (from !== null) return text('orders.total-from', { from: format.money(from) });
  return to === null ? '' : text('orders.total-to', { to: format.money(to) });
}
