import { sql } from 'kysely';
import type { ReportPart } from '../../../shared/contract/reports.ts';
import { roundShares } from '../../../shared/domain/allocate.ts';
import { money } from '../../../shared/domain/money.ts';
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
  metric: null,
  value: (sums, all) => shareOf(sums[name] ?? 0, all[name] ?? 0),
});

/** Money in and back by each way to pay. */
export function* paymentTable(asked: Asked): Generator<Progress, Table> {
  yield { done: 0, total: 1 };
  const names = namesOf(asked, 'tenders');
  const rows = keyRows(asked, { payment: 'payment', refund: 'refund' }, 'tender', (key) => [
    names.get(key) ?? null,
  ]);
  return {
    names: [{ key: 'name', unit: 'text' }],
    columns: [
      dayColumn('payments'),
      dayColumn('paid'),
      {
        ...{ key: 'paidShare', unit: 'share', metric: 'paidShare' },
        value: (sums, all) => ((all[paidSum] ?? 0) <= 0 ? null : (sums.share ?? 0)),
      },
      dayColumn('refunds'),
      dayColumn('refunded'),
    ],
    rows: withShares(rows.toSorted((a, b) => Number(a.part.key) - Number(b.part.key))),
    sort: '-paid',
    hasTotals: true,
  };
}

const paidSum = 'payment.amount';
/** Parts per million in a tenth of a percent. */
const tenth = 1000;

/** Shares as they are read, in tenths of a percent, that together come to 100.0 %: what is cut off goes to those that lost most. */
function withShares(rows: readonly Row[]): readonly Row[] {
  const amounts = rows.map(({ sums }) => sums[paidSum] ?? 0);
  const whole = amounts.reduce((sum, amount) => sum + amount, 0);
  if (whole <= 0) return rows;
  const shares = roundShares(amounts, 1000, whole, money(1000));
  return rows.map((row, index) => ({ ...row, sums: { ...row.sums, share: (shares[index] ?? 0) * tenth } }));
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

/** Hours by weekdays: `7-11` is Sunday, from eleven to twelve by the shop's clock; in the order of the shop's day. */
export function* hourTable(asked: Asked): Generator<Progress, Table> {
  yield { done: 0, total: 1 };
  const firstHour = Math.floor(asked.ctx.shop.dayStartMinutes / 60);
  const place = (key: string): readonly Cell[] => key.split('-').map(Number);
  const rows = keyRows(asked, { 'sale-hour': 'sale' }, 'hour', place);
  return {
    names: [
      { key: 'weekday', unit: 'count' },
      { key: 'hour', unit: 'count' },
    ],
    columns: [dayColumn('orders'), dayColumn('sales')],
    rows: rows.toSorted((a, b) => placeOf(a, firstHour) - placeOf(b, firstHour)),
    sort: null,
    hasTotals: true,
  };
}

function placeOf({ names: [weekday, hour] }: Row, firstHour: number): number {
  return Number(weekday) * 24 + ((Number(hour) - firstHour + 24) % 24);
}
