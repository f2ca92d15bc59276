import { describe, expect, it } from 'vitest';
import { covered } from './covered.ts';

const now = Date.UTC(2026, 10, 22, 11, 30);
const at = (...[month, day, hour]: [number, number, number]) => Date.UTC(2026, month - 1, day, hour, 5);
const once = (from: number) => ({ from, to: from });
const marks = (...asked: Parameters<typeof covered>) =>
  covered(...asked)
    .map((is) => (is ? '#' : '.'))
    .join('');

describe('what backups cover', () => {
  it('is nothing without one', () => {
    expect(marks('hour', 6, [], now)).toBe('......');
  });

  it('is the hour, the day and the month of each, the newest last', () => {
    const backups = [once(at(11, 22, 11)), once(at(11, 22, 9)), once(at(11, 20, 9)), once(at(1, 2, 3))];
    expect(marks('hour', 6, backups, now)).toBe('...#.#');
    expect(marks('day', 6, backups, now)).toBe('...#.#');
    expect(marks('month', 12, backups, now)).toBe('.#.........#');
  });

  it('is also every hour in which nothing had changed since', () => {
    expect(marks('hour', 6, [{ from: at(11, 22, 8), to: at(11, 22, 10) }], now)).toBe('..###.');
    expect(marks('hour', 6, [{ from: at(11, 20, 8), to: at(11, 22, 7) }], now)).toBe('##....');
  });

  it('leaves out what lies before, and what a clock that was set back left ahead', () => {
    expect(marks('hour', 6, [once(at(11, 22, 5)), once(at(11, 22, 13))], now)).toBe('......');
  });
});
