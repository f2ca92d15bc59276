import { describe, expect, it } from 'vitest';
import { type DraftAction, type DraftStates, draftReducer, isSame, overtakenFields } from './draft-state.ts';

const kept = { name: 'Corner', phone: '1', rates: [1, 2] };
const change = (change: object, now: object = kept): DraftAction => ({
  ...{ kind: 'change', key: 'shop', part: 'shop' },
  change: change as never,
  kept: now as never,
});
const reduced = (...actions: readonly DraftAction[]): DraftStates => actions.reduce(draftReducer, {});

describe('drafts', () => {
  it('hold only what differs from what was seen', () => {
    expect(reduced(change({ name: 'Mine' }))).toEqual({
      shop: { part: 'shop', values: { name: 'Mine' }, seen: { name: 'Corner' } },
    });
    expect(reduced(change({ name: 'Mine' }), change({ name: 'Corner ' }))).toEqual({});
    expect(reduced(change({ rates: [1, 2] }))).toEqual({});
  });

  it('remember what was seen when a field was first changed', () => {
    const states = reduced(
      change({ name: 'Mine' }),
      change({ name: 'Mine too', phone: '2' }, { ...kept, name: 'Theirs', phone: '9' }),
    );
    expect(states.shop?.seen).toEqual({ name: 'Corner', phone: '9' });
    expect(overtakenFields(states.shop, { ...kept, name: 'Theirs', phone: '9' })).toEqual(['name']);
    expect(overtakenFields(states.shop, { ...kept, name: 'Mine too', phone: '9' })).toEqual([]);
    expect(overtakenFields(undefined, kept)).toEqual([]);
  });

  it('take what others saved as seen, once the person insists', () => {
    const theirs = { ...kept, name: 'Theirs' };
    const states = reduced(change({ name: 'Mine' }), { kind: 'insist', key: 'shop', kept: theirs });
    expect(states.shop?.seen).toEqual({ name: 'Theirs' });
    expect(overtakenFields(states.shop, theirs)).toEqual([]);
  });

  it('forget what was saved, and keep what was typed meanwhile', () => {
    const typed = reduced(change({ name: 'Mine', phone: '2' }), change({ name: 'Mine, longer' }));
    const saved = draftReducer(typed, { kind: 'forget', key: 'shop', saved: { name: 'Mine', phone: '2' } });
    expect(saved).toEqual({
      shop: { part: 'shop', values: { name: 'Mine, longer' }, seen: { name: 'Mine' } },
    });
    expect(draftReducer(typed, { kind: 'forget', key: 'shop' })).toEqual({});
    expect(draftReducer(typed, { kind: 'forget', key: 'shop', fields: ['phone'] }).shop?.values).toEqual({
      name: 'Mine, longer',
    });
    expect(draftReducer({}, { kind: 'forget', key: 'other' })).toEqual({});
  });

  it('compare by what is said, blanks at the ends aside', () => {
    expect([isSame(' a ', 'a'), isSame(null, 0), isSame({ a: 1 }, { a: 1 }), isSame(true, 1)]).toEqual([
      ...[true, false, true, false],
    ]);
  });
});
