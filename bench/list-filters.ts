import type { Parsed } from '../src/shared/contract/index.ts';
import { orderFilterFields as fields, orderTraits } from '../src/shared/contract/order-filter.ts';
import { calendarDate } from '../src/shared/domain/calendar.ts';
import { money } from '../src/shared/domain/money.ts';

type List = Parsed<'orders.list'>;
type Change = Partial<List>;

/** Every way in which the list of orders is narrowed, each alone; and some together. */
export const filters: Readonly<Record<string, Change>> = {
  everything: {},
  ...each('status', fields.status.options),
  ...each('kind', fields.kind.options),
  ...each('payment', fields.payment.unwrap().options),
  ...each('channel', fields.channel.unwrap().options),
  'a day': { fromDate: calendarDate(20261120), toDate: calendarDate(20261120) },
  'a month': { fromDate: calendarDate(20261001), toDate: calendarDate(20261031) },
  'a year': { fromDate: calendarDate(20250101), toDate: calendarDate(20251231) },
  'the best customer': { customerId: 1 },
  'a rare customer': { customerId: 190 },
  cash: { tenderId: 1 },
  voucher: { tenderId: 4 },
  'a person': { staffId: 3 },
  'small totals': { totalTo: money(300) },
  'large totals': { totalFrom: money(100_000) },
  'one total': { totalFrom: money(12_345), totalTo: money(12_345) },
  'no total': { totalFrom: money(99_999_999) },
  ...each(
    'has',
    orderTraits.map((trait) => [trait]),
  ),
  'for this week': { forFrom: calendarDate(20261115), forTo: calendarDate(20261122) },
  'for any day': { forFrom: calendarDate(20160101) },
  'the best product': { productId: 1 },
  'a rare product': { productId: 290 },
  'a number': { text: '700' },
  'an amount': { text: '123.45' },
  'a customer’s name': { text: 'velvet ember' },
  'a word that many have': { text: 'amber' },
  'a SKU': { text: 'SKU-000250' },
  'a word that nobody has': { text: 'qqzz' },
  'deliveries by card above 200': {
    kind: 'delivery',
    status: 'delivered',
    tenderId: 2,
    totalFrom: money(20_000),
  },
};

function each<K extends keyof List>(part: K, values: readonly unknown[]): Record<string, Change> {
  const narrow = values.filter((value) => value !== 'all');
  return Object.fromEntries(narrow.map((value) => [`${part} ${String(value)}`, { [part]: value }]));
}

export const orders: readonly Pick<List, 'sort' | 'descending'>[] = [
  { sort: 'placed', descending: true },
  { sort: 'placed', descending: false },
  { sort: 'total', descending: true },
  { sort: 'total', descending: false },
  { sort: 'for', descending: true },
];
