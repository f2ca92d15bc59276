import type { AppText, TextKey } from '../../../shared/text/english.ts';
import type { PartKey } from './part-key.ts';
import type { SettingsPart } from './settings-parts.tsx';

export type FoundSetting = {
  readonly part: PartKey;
  readonly setting: TextKey;
  readonly label: string;
};

/** The settings whose label or part has all the words, wherever in it; those that begin with them first. */
export function findSettings(
  words: string,
  parts: readonly SettingsPart[],
  text: AppText,
): readonly FoundSetting[] {
  const wanted = folded(words).split(/\s+/u).filter(Boolean);
  const label = text as (key: string) => string;
  const found = parts.flatMap((part) => {
    const name = folded(text(`settings.part-${part.key}`));
    return part.settings
      .map((setting) => ({ part: part.key, setting, label: label(setting) }))
      .filter((one) => wanted.every((word) => `${folded(one.label)} ${name}`.includes(word)));
  });
  const first = wanted[0] ?? '';
  const startsSo = (one: FoundSetting) => (folded(one.label).startsWith(first) ? 0 : 1);
  return found.toSorted((a, b) => startsSo(a) - startsSo(b)).slice(0, 12);
}

/** Case and accents aside. */
export function folded(words: string): string {
  return words.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim();
}
