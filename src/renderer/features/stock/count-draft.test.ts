import { describe, expect, it } from 'vitest';
import { pieces, quantity } from '../../../shared/domain/quantity.ts';
import { type FiguresAction, figuresReducer, noFigures, readFigure } from './count-draft.ts';

describe('readFigure', () => {
  it('reads whole pieces, parts of what is measured, sums, and nothing', () => {
    expect(readFigure('12', false, '.')).toEqual({ counted: pieces(12) });
    expect(readFigure(' 0 ', false, '.')).toEqual({ counted: 0 });
    expect(readFigure('12+3', false, '.')).toEqual({ counted: pieces(15) });
    expect(readFigure('0,5+0,25', true, ',')).toEqual({ counted: quantity(750) });
    expect(readFigure('0.5+0.5', false, '.')).toEqual({ counted: pieces(1) });
    expect(readFigure('  ', false, '.')).toEqual({ counted: null });
  });

  it('says what is wrong', () => {
    expect(readFigure('1.5', false, '.')).toEqual({ problem: 'whole' });
    expect(readFigure('-2', false, '.')).toEqual({ problem: 'below-zero' });
    expect(readFigure('12+', false, '.')).toEqual({ problem: 'unreadable' });
    expect(readFigure('a dozen', false, '.')).toEqual({ problem: 'unreadable' });
    expect(readFigure('4006381333931', false, '.')).toEqual({ problem: 'too-large' });
  });
});

describe('figures of a sheet', () => {
  const figuresAfter = (...actions: readonly FiguresAction[]) => actions.reduce(figuresReducer, noFigures);
  const mug = 7;
  const typed = { type: 'typed', productId: mug, text: '12' } as const;
  const sent = { type: 'sent', productId: mug, counted: pieces(12) } as const;
  const entered = { type: 'entered', productId: mug, counted: pieces(12), expected: pieces(10) } as const;

  it('are shown from the first key until the sheet says them', () => {
    expect(figuresAfter(typed).get(mug)).toEqual({ stage: 'typed', typed: '12' });
    expect(figuresAfter(typed, sent, entered).get(mug)).toMatchObject({
      stage: 'entered',
      expected: pieces(10),
    });
    const listed = (count: number) =>
      ({ type: 'listed', lines: [{ productId: mug, counted: pieces(count) }] }) as const;
    expect(figuresAfter(typed, sent, entered, listed(9)).has(mug)).toBe(true);
    expect(figuresAfter(typed, sent, listed(12)).has(mug)).toBe(true);
    expect(figuresAfter(typed, sent, entered, listed(12)).has(mug)).toBe(false);
  });

  it('take no answer to what was typed before', () => {
    const again = { type: 'typed', productId: mug, text: '21' } as const;
    expect(figuresAfter(typed, sent, again, entered).get(mug)).toEqual({ stage: 'typed', typed: '21' });
    const resent = { type: 'sent', productId: mug, counted: pieces(21) } as const;
    expect(figuresAfter(typed, sent, again, resent, entered).get(mug)).toMatchObject({
      stage: 'sent',
      counted: pieces(21),
    });
  });

  it('come back as they were typed when they are refused', () => {
    const refused = { type: 'refused', productId: mug, counted: pieces(12), text: '12' } as const;
    expect(figuresAfter(typed, sent, refused).get(mug)).toEqual({ stage: 'refused', typed: '12' });
    expect(figuresAfter(typed, { type: 'judged', productId: mug }).get(mug)).toEqual({
      stage: 'refused',
      typed: '12',
    });
    expect(figuresAfter(typed, { type: 'left', productId: mug }).size).toBe(0);
  });
});
