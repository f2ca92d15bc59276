import type { MergeChoice, MergeSide } from '../../../shared/contract/customer-records.ts';

export const mergeFields = ['name', 'phone', 'email', 'address', 'note'] as const;
export type MergeField = (typeof mergeFields)[number];

/** What stays unless somebody says otherwise: the kept one's, and the other's where that is empty. */
export function usualChoice(kept: MergeSide, merged: MergeSide): MergeChoice {
  const side = (field: MergeField) => (kept[field] === '' && merged[field] !== '' ? 'merged' : 'kept');
  const bothNotes = kept.note !== '' && merged.note !== '' && kept.note !== merged.note;
  return {
    name: side('name'),
    phone: side('phone'),
    email: side('email'),
    address: side('address'),
    note: bothNotes ? 'both' : side('note'),
    logIn: usualLogIn(kept, merged),
  };
}

/** Of two log-ins the one that somebody can sign in with. */
function usualLogIn(kept: MergeSide, merged: MergeSide): MergeChoice['logIn'] {
  if (kept.username === null) return 'merged';
  return !kept.hasPassword && merged.hasPassword ? 'merged' : 'kept';
}

/** Fields in which the two differ: only those are asked about. */
export function differing(kept: MergeSide, merged: MergeSide): readonly MergeField[] {
  return mergeFields.filter((field) => kept[field] !== merged[field]);
}

/** The log-in that stays and the one that goes; null where there is none. */
export function logInsAfter(kept: MergeSide, merged: MergeSide, choice: MergeChoice) {
  const isBoth = kept.username !== null && merged.username !== null;
  const stays = isBoth
    ? (choice.logIn === 'kept' ? kept : merged).username
    : (kept.username ?? merged.username);
  const goes = isBoth ? (choice.logIn === 'kept' ? merged : kept).username : null;
  return { stays, goes, moves: stays !== null && stays !== kept.username };
}
