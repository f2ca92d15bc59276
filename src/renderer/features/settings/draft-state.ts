/** Fields by name, whatever they hold: plain values that compare by what they say. */
export type Fields = Readonly<Record<string, unknown>>;

/**
 * What somebody changed and did not save yet. `values` holds only the fields that differ from what they saw when they
 * began (`seen`); everything else is what the shop file says, even when another window changes it.
 */
export type DraftState = {
  readonly part: string;
  readonly values: Fields;
  readonly seen: Fields;
};

/** All drafts of the screen by key, so that they stay while one looks at another part. */
export type DraftStates = Readonly<Record<string, DraftState>>;

export type DraftAction =
  | {
      readonly kind: 'change';
      readonly key: string;
      readonly part: string;
      readonly change: Fields;
      /** What the shop file says now. */
      readonly kept: Fields;
    }
  /** Drops what was typed: all of it, these fields, or only fields that still hold what was saved. */
  | {
      readonly kind: 'forget';
      readonly key: string;
      readonly fields?: readonly string[];
      readonly saved?: Fields;
    }
  /** What somebody else saved meanwhile was read and is to be overwritten. */
  | { readonly kind: 'insist'; readonly key: string; readonly kept: Fields };

export function draftReducer(states: DraftStates, action: DraftAction): DraftStates {
  if (action.kind === 'change') return changed(states, action);
  const state = states[action.key];
  if (state === undefined) return states;
  if (action.kind === 'insist') {
    const seen = Object.fromEntries(Object.keys(state.values).map((field) => [field, action.kept[field]]));
    return withState(states, action.key, { ...state, seen });
  }
  const { fields, saved } = action;
  const keeps = (field: string): boolean => {
    if (saved !== undefined) return !(field in saved) || !isSame(state.values[field], saved[field]);
    return fields !== undefined && !fields.includes(field);
  };
  // What was typed on while it was saved stays, now beside what was saved.
  const seen = { ...state.seen, ...saved };
  return withState(states, action.key, { ...state, ...only(state.values, seen, keeps) });
}

function changed(
  states: DraftStates,
  { key, part, change, kept }: Extract<DraftAction, { kind: 'change' }>,
): DraftStates {
  const state = states[key] ?? { part, values: {}, seen: {} };
  const values = { ...state.values, ...change };
  const seen = {
    ...Object.fromEntries(Object.keys(change).map((field) => [field, kept[field]])),
    ...state.seen,
  };
  return withState(states, key, {
    part,
    ...only(values, seen, (field) => !isSame(values[field], seen[field])),
  });
}

function only(values: Fields, seen: Fields, keeps: (field: string) => boolean) {
  const pick = (from: Fields): Fields =>
    Object.fromEntries(Object.keys(values).flatMap((field) => (keeps(field) ? [[field, from[field]]] : [])));
  return { values: pick(values), seen: pick(seen) };
}

function withState(states: DraftStates, key: string, state: DraftState): DraftStates {
  const { [key]: _gone, ...others } = states;
  return Object.keys(state.values).length === 0 ? others : { ...others, [key]: state };
}

/** The fields that somebody else saved since this person began: what they would overwrite. */
export function overtakenFields(state: DraftState | undefined, kept: Fields): readonly string[] {
  if (state === undefined) return [];
  return Object.keys(state.values).filter(
    (field) => !isSame(kept[field], state.seen[field]) && !isSame(kept[field], state.values[field]),
  );
}

/** Main trims what it keeps: a blank at the end is no change. Lists and objects compare by what they hold. */
export function isSame(drafted: unknown, kept: unknown): boolean {
  if (typeof drafted === 'string' && typeof kept === 'string') return drafted.trim() === kept.trim();
  if (typeof drafted === 'object' && typeof kept === 'object') {
    return JSON.stringify(drafted) === JSON.stringify(kept);
  }
  return drafted === kept;
}
