import type { AppText } from '../../../shared/text/english.ts';
import { folded } from './find-settings.ts';

/** What is set on a screen of its own, by the labels there: people look for it among the settings. */
const places = [
  { setting: 'frame.backups', part: 'kept' },
  { setting: 'backups.automatic', part: 'places' },
  { setting: 'backups.second', part: 'places' },
  { setting: 'backups.passphrase', part: 'places' },
] as const;

export type FoundElsewhere = (typeof places)[number] & { readonly label: string };

/** Settings of backups whose label, or the word itself, has all the words. */
export function findElsewhere(words: string, text: AppText): readonly FoundElsewhere[] {
  const wanted = folded(words).split(/\s+/u).filter(Boolean);
  const name = folded(text('frame.backups'));
  return places
    .map((place) => ({ ...place, label: text(place.setting) }))
    .filter(({ label }) => wanted.every((word) => `${folded(label)} ${name}`.includes(word)));
}
