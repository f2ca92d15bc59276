import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eachPage, OutOfOrderError, stepTo } from './walk.ts';

const pagesOf = (ends: readonly (string | null)[]) => {
  const asked: (string | null)[] = [];
  const pages = eachPage((cursor) => {
    asked.push(cursor);
    return { next: ends[asked.length - 1] ?? null };
  });
  return { asked, pages };
};

describe('a walk by key', () => {
  it('goes on to what comes after', () => {
    expect(stepTo(4, 9)).toBe(9);
    expect(stepTo('', 'order')).toBe('order');
    expect(stepTo(['order', 7], ['return', 1])).toEqual(['return', 1]);
    expect(stepTo(['order', 7], ['order', 8])).toEqual(['order', 8]);
  });

  it('is one through a damaged file where it is led back, or stands still', () => {
    const steps: readonly (() => unknown)[] = [
      () => stepTo(9, 4),
      () => stepTo(9, 9),
      () => stepTo('return', 'order'),
      () => stepTo(['return', 1], ['order', 7]),
      () => stepTo(['order', 7], ['order', 7]),
    ];
    for (const step of steps) expect(step).toThrow(OutOfOrderError);
    expect(new OutOfOrderError('4 after 9')).toMatchObject({ problem: 'damaged' });
  });

  it('ends on whatever keys it is given', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1, maxLength: 40, size: 'max' }),
        (keys) => {
          let last = 0;
          let count = 0;
          try {
            for (let at = 0; ; at += 1) {
              last = stepTo(last, keys[at % keys.length] ?? 1);
              count += 1;
            }
          } catch {
            expect(count).toBeLessThanOrEqual(20);
          }
        },
      ),
    );
  });
});

describe('page after page', () => {
  it('asks for each from where the one before ended', () => {
    const { asked, pages } = pagesOf(['a', 'b', null]);
    expect([...pages]).toHaveLength(3);
    expect(asked).toEqual([null, 'a', 'b']);
  });

  it('stops where a page leads to where the list has been', () => {
    const { asked, pages } = pagesOf(['a', 'b', 'a', 'b', 'a']);
    expect(() => [...pages]).toThrow('a list comes back to itself');
    expect(asked).toEqual([null, 'a', 'b']);
  });
});
