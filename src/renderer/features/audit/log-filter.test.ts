import { describe, expect, it } from 'vitest';
import type { CalendarDate } from '../../../shared/domain/calendar.ts';
import { createEnglishText } from '../../../shared/text/english.ts';
import { createFormat } from '../../../shared/text/format.ts';
import { appliedFilters } from './applied-filters.ts';
import {
  isFiltered,
  type LogFilter,
  logFilterQuery,
  logInput,
  noFilter,
  readLogFilter,
} from './log-filter.ts';

const today = 20261123 as CalendarDate;
const text = createEnglishText('en-GB');
const format = createFormat({ locale: 'en-GB', currency: 'EUR', exponent: 2, timeZone: 'UTC' });
const names = new Map([[2, 'Carla']]);

const full: LogFilter = {
  text: ' product 12 ',
  person: 2,
  group: 'refunds',
  call: 'refunds.settle',
  outcome: 'refused',
  refusal: 'forbidden',
  order: '#1042',
  days: 'custom',
  from: 20261101 as CalendarDate,
  to: 20261120 as CalendarDate,
};

describe('the filter of the log', () => {
  it('comes back from an address as it went in', () => {
    expect(readLogFilter(logFilterQuery(full))).toEqual(full);
    expect(readLogFilter(logFilterQuery(noFilter))).toEqual(noFilter);
    const byKiosk: LogFilter = { ...noFilter, person: 'customer', days: 'week' };
    expect(readLogFilter(logFilterQuery(byKiosk))).toEqual(byKiosk);
  });

  it('asks main for what it narrows to', () => {
    expect(logInput(full, today)).toEqual({
      text: 'product 12',
      staffId: 2,
      actor: null,
      group: 'refunds',
      call: 'refunds.settle',
      orderId: 1042,
      outcome: 'refused',
      refusal: 'forbidden',
      from: 20261101,
      to: 20261120,
    });
    expect(logInput({ ...noFilter, person: 'system', days: 'week' }, today)).toMatchObject({
      staffId: null,
      actor: 'system',
      from: 20261117,
      to: today,
    });
  });

  it('puts swapped days right', () => {
    const swapped = { ...full, from: full.to, to: full.from };
    expect(logInput(swapped, today)).toMatchObject({ from: 20261101, to: 20261120 });
  });

  it('leaves out what an address says that it does not know', () => {
    const odd = {
      person: 'Carla',
      group: 'x',
      call: 'a b',
      outcome: 'y',
      days: 'z',
      from: '31',
      order: 'abc',
    };
    const read = readLogFilter(odd);
    expect(read).toEqual({ ...noFilter, order: 'abc' });
    expect(logInput(read, today).orderId).toBeNull();
    expect(isFiltered(noFilter)).toBe(false);
    expect(isFiltered(full)).toBe(true);
  });

  it('names everything that is applied, and takes each away alone', () => {
    const changes: Partial<LogFilter>[] = [];
    const applied = appliedFilters(full, (change) => changes.push(change), { text, format, names });
    expect(applied.map(({ label }) => label)).toEqual([
      'About “product 12”',
      'Carla',
      'Refunds',
      'Settled a refund',
      'Refused',
      'Refused: Your role does not allow this. Ask a manager or the owner.',
      'Order 1042',
      '1 Nov 2026 – 20 Nov 2026',
    ]);
    for (const { onRemove } of applied) onRemove();
    const left: LogFilter = Object.assign({ ...full }, ...changes);
    expect(left).toEqual(noFilter);
    expect(appliedFilters(noFilter, () => undefined, { text, format, names })).toEqual([]);
  });
});
