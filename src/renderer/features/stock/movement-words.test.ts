import { describe, expect, it } from 'vitest';
import { calendarDate } from '../../../shared/domain/calendar.ts';
import { pieces } from '../../../shared/domain/quantity.ts';
import { createEnglishText } from '../../../shared/text/english.ts';
import { createFormat } from '../../../shared/text/format.ts';
import { type Movement, movementPlace, movementWords } from './movement-words.ts';

const text = createEnglishText('en-GB');
const format = createFormat({ locale: 'en-GB', currency: 'GBP', exponent: 2, timeZone: 'Europe/London' });
const movement = (change: Partial<Movement>): Movement => ({
  movementNo: 1,
  type: 'sale',
  onHandChange: pieces(-1),
  reservedChange: pieces(0),
  onHandAfter: pieces(4),
  reservedAfter: pieces(0),
  unitCost: null,
  sourceType: 'order',
  sourceId: 1042,
  reversalOf: null,
  reason: null,
  staffName: null,
  at: 0,
  businessDate: calendarDate(20261122),
  ...change,
});
const words = (change: Partial<Movement>) => movementWords(movement(change), { text, format, unit: 'piece' });

describe('movementWords', () => {
  it('tells every kind by what caused it', () => {
    expect(words({})).toBe('Sold, order 1042');
    expect(words({ type: 'reserve', reservedChange: pieces(2) })).toBe('Reserved 2 for order 1042');
    expect(words({ type: 'release', reservedChange: pieces(-2) })).toBe('Released 2, order 1042');
    expect(words({ type: 'customer-return' })).toBe('Back from order 1042');
    expect(words({ type: 'customer-return', sourceType: 'return', sourceId: 7 })).toBe('Came back, return 7');
    expect(words({ type: 'receipt', sourceType: 'receipt', sourceId: 3 })).toBe('Received, receipt 3');
    expect(words({ type: 'opening', sourceType: 'product' })).toBe('Opening stock');
    expect(words({ type: 'opening', sourceType: 'import' })).toBe('Opening stock, from a file');
    expect(words({ type: 'adjust', sourceType: 'import' })).toBe('Set by a file');
    expect(words({ type: 'count', sourceType: 'count', sourceId: 2 })).toBe('Stock-take 2');
  });

  it('adds the reason: in words where it is one of the list, else as it was written', () => {
    const adjusted = { type: 'adjust', sourceType: 'adjustment' } as const;
    expect(words({ ...adjusted, reason: 'miscounted' })).toBe('Adjusted: Miscounted before');
    expect(words({ type: 'write-off', sourceType: 'adjustment', reason: 'damaged' })).toBe(
      'Written off: Damaged',
    );
    expect(words({ ...adjusted, reason: 'behind the shelf' })).toBe('Adjusted: behind the shelf');
    expect(words({ ...adjusted, reason: 'missing' })).toBe('Adjusted: missing');
    expect(words({ ...adjusted, reason: ' ' })).toBe('Adjusted');
  });
});

describe('movementPlace', () => {
  it('leads to orders, returns and stock-takes', () => {
    expect(movementPlace(movement({}))).toBe('/orders/1042');
    expect(movementPlace(movement({ sourceType: 'return', sourceId: 7 }))).toBe('/returns/7');
    expect(movementPlace(movement({ sourceType: 'count', sourceId: 2 }))).toBe('/stock/counts/2');
    expect(movementPlace(movement({ sourceType: 'receipt' }))).toBe(null);
  });
});
