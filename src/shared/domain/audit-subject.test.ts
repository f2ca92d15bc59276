import { describe, expect, it } from 'vitest';
import { parseSubject } from './audit-subject.ts';

describe('what an entry of the log is about', () => {
  it.each([
    ['order 1042', { kind: 'order', id: 1042, name: '1042' }],
    ['stock-take 2', { kind: 'stock-take', id: 2, name: '2' }],
    ['stock check 9', { kind: 'stock-check', id: 9, name: '9' }],
    ['bulk edit 3', { kind: 'bulk-edit', id: 3, name: '3' }],
    ['till till-1', { kind: 'till', id: null, name: 'till-1' }],
    ['shop', { kind: 'other', id: null, name: 'shop' }],
    ['3 orders', { kind: 'other', id: null, name: '3 orders' }],
  ])('reads %s', (subject, read) => {
    expect(parseSubject(subject)).toEqual(read);
  });

  it('takes no number for one that is none', () => {
    for (const name of ['0', '-4', '1.5', '007', '1042; --', '99999999999999999999', '9007199254740993']) {
      expect(parseSubject(`order ${name}`)).toEqual({ kind: 'order', id: null, name });
    }
  });

  it('reads nothing from nothing', () => {
    expect([parseSubject(null), parseSubject('')]).toEqual([null, null]);
  });

  it('knows no kind by its beginning alone', () => {
    expect(parseSubject('orders')).toEqual({ kind: 'other', id: null, name: 'orders' });
    expect(parseSubject('orderly 4')).toEqual({ kind: 'other', id: null, name: 'orderly 4' });
  });
});
