import { describe, expect, it } from 'vitest';
import { everyOrder } from '../../../../test/support/order-filters.ts';
import { calendarDate } from '../../../shared/domain/calendar.ts';
import { money } from '../../../shared/domain/money.ts';
import {
  daysSpan,
  isFiltered,
  isInQueue,
  noFilter,
  type OrderFilter,
  orderFilterInput,
  orderFilterQuery,
  queueFilter,
  queueOf,
  queues,
  readOrderFilter,
} from './order-filter.ts';

const today = calendarDate(20261122);

describe('readOrderFilter', () => {
  it('reads back what it wrote', () => {
    const filter: OrderFilter = {
      text: 'أحمد & co?',
      status: 'overdue',
      kind: 'delivery',
      payment: 'owing',
      days: 'custom',
      from: calendarDate(20260228),
      to: calendarDate(20260301),
      customer: 12,
      tender: 3,
      channel: 'kiosk',
      person: 2,
      least: money(1050),
      most: money(200_000),
      has: ['discount', 'return'],
      forFrom: calendarDate(20260301),
      forTo: calendarDate(20260302),
      product: 9,
    };
    expect(readOrderFilter(orderFilterQuery(filter))).toEqual(filter);
    expect(readOrderFilter(orderFilterQuery(noFilter))).toEqual(noFilter);
  });

  it('leaves out what nobody can have meant', () => {
    const read = readOrderFilter({
      text: 'x'.repeat(500),
      status: 'constructor',
      kind: 'Counter',
      days: '__proto__',
      payment: 'Owing',
      from: '2026-02-30',
      to: 'tomorrow',
      customer: '0x1f',
      tender: '-1',
      channel: 'web',
      person: '1e3',
      least: '-5',
      most: '99999999999999999999',
      has: 'discount2.toString',
      product: '1.5',
      'for-from': '2026-13-01',
    });
    expect(read).toEqual({ ...noFilter, text: 'x'.repeat(200) });
  });

  it('writes dates only for chosen days', () => {
    expect(orderFilterQuery({ ...noFilter, days: 'today', from: today })).toMatchObject({
      days: 'today',
      from: undefined,
    });
  });
});

describe('daysSpan', () => {
  const span = (days: OrderFilter['days'], from: number | null = null, to: number | null = null) =>
    daysSpan(
      {
        days,
        from: from === null ? null : calendarDate(from),
        to: to === null ? null : calendarDate(to),
      },
      today,
    );

  it('counts business dates with both ends', () => {
    expect(span('today')).toEqual({ fromDate: 20261122, toDate: 20261122 });
    expect(span('yesterday')).toEqual({ fromDate: 20261121, toDate: 20261121 });
    expect(span('week')).toEqual({ fromDate: 20261116, toDate: 20261122 });
    expect(span('days30')).toEqual({ fromDate: 20261024, toDate: 20261122 });
    expect(span('month')).toEqual({ fromDate: 20261101, toDate: 20261122 });
    expect(span('all')).toEqual({ fromDate: null, toDate: null });
  });

  it('takes open ends and puts swapped ones right', () => {
    expect(span('custom', 20261101)).toEqual({ fromDate: 20261101, toDate: null });
    expect(span('custom', 20261110, 20261101)).toEqual({ fromDate: 20261101, toDate: 20261110 });
  });
});

it('asks main for nothing that is not narrowed', () => {
  expect(orderFilterInput({ ...noFilter, text: '  ' }, today)).toEqual(everyOrder);
  expect(isFiltered({ ...noFilter, text: ' ' })).toBe(false);
  expect(isFiltered({ ...noFilter, status: 'due' })).toBe(true);
  expect(isFiltered({ ...noFilter, has: ['note'] })).toBe(true);
});

it('asks for spans from their lower end, whichever was typed first', () => {
  const swapped = {
    ...{ least: money(500), most: money(100) },
    ...{ forFrom: calendarDate(20261130), forTo: calendarDate(20261101) },
  };
  expect(orderFilterInput({ ...noFilter, ...swapped }, today)).toMatchObject({
    ...{ totalFrom: 100, totalTo: 500, forFrom: 20261101, forTo: 20261130 },
  });
});

it('knows the queue that a list is narrowed to, alone and among other filters', () => {
  for (const queue of queues) {
    expect(queueOf(queueFilter(queue))).toBe(queue);
    const narrower = { ...queueFilter(queue), kind: 'pickup' } as const;
    expect(queueOf(narrower)).toBeNull();
    expect(isInQueue(narrower, queue)).toBe(true);
    expect(isInQueue(noFilter, queue)).toBe(false);
  }
  expect(queueOf(noFilter)).toBeNull();
  expect(orderFilterInput(queueFilter('owing'), today)).toMatchObject({ status: 'all', payment: 'owing' });
});
