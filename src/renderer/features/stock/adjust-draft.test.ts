import { describe, expect, it } from 'vitest';
import { pieces, quantity } from '../../../shared/domain/quantity.ts';
import {
  type AdjustAction,
  adjustProblems,
  adjustReducer,
  differenceOf,
  figureOf,
  fits,
  startOfAdjusting,
} from './adjust-draft.ts';

const draftAfter = (...actions: readonly AdjustAction[]) =>
  actions.reduce(adjustReducer, startOfAdjusting(pieces(12)));

describe('a figure that is put right', () => {
  it('is said as a difference or as the new figure, each telling the other', () => {
    const fewer = draftAfter({ type: 'said', said: 'difference', value: pieces(-2) });
    expect([differenceOf(fewer), figureOf(fewer)]).toEqual([pieces(-2), pieces(10)]);
    const counted = draftAfter({ type: 'said', said: 'figure', value: pieces(15) });
    expect([differenceOf(counted), figureOf(counted)]).toEqual([pieces(3), pieces(15)]);
    const neither = draftAfter();
    expect([differenceOf(neither), figureOf(neither)]).toEqual([null, null]);
  });

  it('keeps what was said when stock moves meanwhile: the difference, or the figure', () => {
    const sold = { type: 'seen', onHand: pieces(11) } as const;
    expect(figureOf(draftAfter({ type: 'said', said: 'difference', value: pieces(-2) }, sold))).toBe(
      pieces(9),
    );
    expect(differenceOf(draftAfter({ type: 'said', said: 'figure', value: pieces(15) }, sold))).toBe(
      pieces(4),
    );
  });

  it('says what is missing', () => {
    expect(adjustProblems(draftAfter())).toEqual({ figure: 'figure-missing', reason: 'reason-missing' });
    const same = draftAfter(
      { type: 'said', said: 'figure', value: pieces(12) },
      { type: 'because', reason: 'found' },
      { type: 'noted', note: 'card 4111 1111 1111 1111' },
    );
    expect(adjustProblems(same)).toEqual({ figure: 'figure-same', note: 'card-number' });
    expect(
      adjustProblems(
        draftAfter({ type: 'said', said: 'figure', value: pieces(1) }, { type: 'because', reason: 'other' }),
      ),
    ).toEqual({});
  });
});

describe('fits', () => {
  it('takes parts only of what is measured, and nothing that no shop has', () => {
    expect(fits(quantity(500), false)).toBe(false);
    expect(fits(quantity(500), true)).toBe(true);
    expect(fits(pieces(-3), false)).toBe(true);
    expect(fits(null, true)).toBe(false);
    expect(fits(quantity(1_000_000_000_001), true)).toBe(false);
  });
});
