import { describe, expect, it } from 'vitest';
import { fitOf, folded } from './rank.ts';

const how = (label: string, typed: string, words = '') => fitOf({ label, words }, typed);

describe('how well a thing fits what was typed', () => {
  it('is best for its name, then its beginning, its words, its other words, a piece of it', () => {
    const fits = [
      how('Stock', 'stock'),
      how('Stock-take', 'stock'),
      how('Receive stock', 'stock'),
      how('Low goods', 'stock', 'stock'),
      how('Overstocked', 'stock'),
    ];
    expect(fits).toEqual([100, 90, 75, 60, 30]);
  });

  it('takes every word by its beginning, in any order, whatever case, accents and signs', () => {
    expect(how('Turn over to customers', 'cust turn')).toBe(75);
    expect(how('Crème brûlée', 'BRULEE')).toBe(75);
    expect(how('Stock-take', 'take')).toBe(75);
    expect(how('Lock the till', 'till sig', 'sign out')).toBe(60);
    expect(how('Lock the till', 'si', 'sign out')).toBeNull();
  });

  it('is none where a word is missing, nor for one letter inside a word', () => {
    expect(how('Receive stock', 'stock late')).toBeNull();
    expect(how('Orders', 'd')).toBeNull();
    expect(how('Orders', '')).toBe(0);
  });

  it('keeps letters of every script', () => {
    expect(folded('  Ärger — 顧客 ٣ #12')).toBe('arger 顧客 ٣ #12');
  });
});
