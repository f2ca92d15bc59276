import { sql } from 'kysely';
import type { ReportPart } from '../../../shared/contract/reports.ts';
import type { Progress } from '../../app/context.ts';
import type { DayKind } from './day-kinds.ts';
import { type Sums, shareOf } from './formulas.ts';
import type { Asked, Cell, Column, Row, Table } from './report-parts.ts';
import { dayColumn, plainColumn } from './report-parts.ts';
import { readKeys } from './time-line.ts';

type Kinds = Readonly<Partial<Record<DayKind, DayKind>>>;

function keyRows(
  asked: Asked,
  kinds: Kinds,
  kind: ReportPart['kind'],
  names: (key: string) => readonly Cell[],
): Row[] {
  return [...readKeys(asked.reading, kinds, asked.span)].map(([key, sums]) => ({
    part: { kind, key },
    span: null,
    names: names(key),
    sums,
  }));
}

function namesOf({ ctx }: Asked, table: 'tenders' | 'staff'): ReadonlyMap<string, string> {
  const rows = ctx.db.all(sql<{ id: number; name: string }>`SELECT id, name FROM ${sql.table(table)}`);
  return new Map(rows.map(({ id, name }) => [String(id), name]));
}

const share = (key: string, name: string): Column => ({
  key,
  unit: 'share',
  metric: key === 'paidShare' ? 'paidShare' : null,
  value: (sums, all) => shareOf(sums[name] ?? 0, all[name] ?? 0),
});

/** Money in and back by each way to pay. */
export function* paymentTable(asked: Asked): Generator<Progress, Table> {
  yield { done: 0, total: 1 };
  const names = namesOf(asked, 'tenders');
  return {
    names: [{ key: 'name', unit: 'text' }],
    columns: [
      dayColumn('payments'),
      dayColumn('paid'),
      share('paidShare', 'payment.amount'),
      dayColumn('refunds'),
      dayColumn('refunded'),
    ],
    rows: keyRows(asked, { payment: 'payment', refund: 'refund' }, 'tender', (key) => [
      names.get(key) ?? null,
    ]),
    sort: '-paid',
    hasTotals: true,
  };
}

const taxed = (sums: Sums): number =>
  (sums['sale.amount'] ?? 0) - (sums['cancel.amount'] ?? 0) - (sums['return.amount'] ?? 0);

/** Each component of tax by its rate: what it was taken on, and what it came to. */
export function* taxTable(asked: Asked): Generator<Progress, Table> {
  yield { done: 0, total: 1 };
  const kinds: Kinds = { 'sale-tax': 'sale', 'cancel-tax': 'cancel', 'return-tax': 'return' };
  const name = (key: string): readonly Cell[] => {
    const cut = key.lastIndexOf('|');
    return [key.slice(0, cut), Number(key.slice(cut + 1))];
  };
  return {
    names: [
      { key: 'name', unit: 'text' },
      { key: 'rate', unit: 'share' },
    ],
    columns: [{ key: 'taxable', unit: 'money', metric: 'taxable', value: taxed }, dayColumn('tax')],
    rows: keyRows(asked, kinds, 'tax', name),
    sort: 'name',
    hasTotals: true,
  };
}

/** Settled refunds by why they were due. */
export function* refundTable(asked: Asked): Generator<Progress, Table> {
  yield { done: 0, total: 1 };
  return {
    names: [{ key: 'cause', unit: 'word' }],
    columns: [dayColumn('refunds'), dayColumn('refunded'), share('refundedShare', 'refund.amount')],
    rows: keyRows(asked, { 'refund-cause': 'refund' }, 'reason', (key) => [key]),
    sort: '-refunded',
    hasTotals: true,
  };
}

/** Goods that came back by why they did. */
export function* returnTable(asked: Asked): Generator<Progress, Table> {
  yield { done: 0, total: 1 };
  return {
    names: [{ key: 'reason', unit: 'word' }],
    columns: [
      dayColumn('returnedUnits'),
      dayColumn('returnedGoods'),
      share('returnedShare', 'return-goods.amount'),
    ],
    rows: keyRows(asked, { 'return-goods': 'return-goods' }, 'reason', (key) => [key]),
    sort: '-returnedGoods',
    hasTotals: true,
  };
}

/** Discounts on lines and on whole orders, by who gave them. */
export function* discountTable(asked: Asked): Generator<Progress, Table> {
  yield { done: 0, total: 1 };
  const names = namesOf(asked, 'staff');
  const name = (key: string): readonly Cell[] => {
    const [kind = '', staffId = ''] = key.split('|');
    return [kind, names.get(staffId) ?? null];
  };
  return {
    names: [
      { key: 'kind', unit: 'word' },
      { key: 'staff', unit: 'text' },
    ],
    columns: [
      plainColumn('discountedOrders', 'discount.count'),
      plainColumn('discounts', 'discount.discount'),
      share('discountsShare', 'discount.discount'),
    ],
    rows: keyRows(asked, { discount: 'discount' }, 'discount', name),
    sort: '-discounts',
    // An order with both kinds stands in two rows.
    hasTotals: false,
  };
}

/** What each person sold, and what of it was cancelled; returns are those that they took. */
export function* staffTable(asked: Asked): Generator<Progress, Table> {
  yield { done: 0, total: 1 };
  const names = namesOf(asked, 'staff');
  const kinds: Kinds = {
    'sale-staff': 'sale',
    'kept-staff': 'kept',
    'cancel-staff': 'cancel',
    'return-staff': 'return',
  };
  return {
    names: [{ key: 'name', unit: 'text' }],
    columns: [
      dayColumn('orders'),
      dayColumn('sales'),
      dayColumn('averageOrder'),
      dayColumn('discounts'),
      dayColumn('cancelled'),
      dayColumn('returned'),
    ],
    rows: keyRows(asked, kinds, 'staff', (key) => [names.get(key) ?? null]),
    sort: '-sales',
    hasTotals: true,
  };
}

/** Hours by weekdays: `7-11` is Sunday, from eleven to twelve by the shop's clock. */
export function* hourTable(asked: Asked): Generator<Progress, Table> {
  yield { done: 0, total: 1 };
  const place = (key: string): readonly Cell[] => key.split('-').map(Number);
  const rows = keyRows(asked, { 'sale-hour': 'sale' }, 'hour', place);
  return {
    names: [
      { key: 'weekday', unit: 'count' },
      { key: 'hour', unit: 'count' },
    ],
    columns: [dayColumn('orders'), dayColumn('sales')],
    rows: rows.toSorted((a, b) => placeOf(a) - placeOf(b)),
    sort: null,
    hasTotals: true,
  };
}

function placeOf({ names: [weekday, hour] }: Row): number {
  return Number(weekday) * 24 + Number(hour);
}
