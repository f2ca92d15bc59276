import { type GroupKey, groupKeys, type PaletteGroup, type PaletteItem } from './palette-item.ts';
import { fitOf } from './rank.ts';

/** No group is longer, so that the next one is in sight. */
const mostInGroup = 7;
/** How many of what was used before stand first. */
const mostRecent = 5;

type Fitting = { readonly item: PaletteItem; readonly fit: number };

/**
 * What the palette lists: with words, what fits them, best first, the group of the best first; without, what was used
 * before, then what can be done here and everywhere. `favourites` are keys of items, the first one first; among what
 * fits alike they come first too.
 */
export function groupItems(
  items: readonly PaletteItem[],
  typed: string,
  favourites: readonly string[],
): readonly PaletteGroup[] {
  return typed.trim() === '' ? untyped(items, favourites) : fitting(items, typed, favourites);
}

function untyped(items: readonly PaletteItem[], favourites: readonly string[]): readonly PaletteGroup[] {
  const byKey = new Map(items.map((item) => [item.key, item]));
  const recent = favourites.flatMap((key) => byKey.get(key) ?? []).slice(0, mostRecent);
  const isRecent = new Set(recent.map(({ key }) => key));
  const rest = items.filter((item) => !item.typedOnly && item.fit === undefined && !isRecent.has(item.key));
  const groups: PaletteGroup[] = groupKeys.map((key) => ({ key, items: itemsOf(rest, key) }));
  return [{ key: 'recent' as const, items: recent }, ...groups].filter((group) => group.items.length > 0);
}

function itemsOf(items: readonly PaletteItem[], group: GroupKey): readonly PaletteItem[] {
  return items.filter((item) => item.group === group);
}

function fitting(
  items: readonly PaletteItem[],
  typed: string,
  favourites: readonly string[],
): readonly PaletteGroup[] {
  const found = items.flatMap((item): Fitting[] => {
    const fit = item.fit ?? fitOf(item, typed);
    return fit === null ? [] : [{ item, fit: fit + bonusOf(item.key, favourites) }];
  });
  const groups = groupKeys.map((key) => {
    const own = found.filter(({ item }) => item.group === key).toSorted((a, b) => b.fit - a.fit);
    return { key, best: own[0]?.fit ?? 0, items: own.slice(0, mostInGroup).map(({ item }) => item) };
  });
  return groups
    .filter((group) => group.items.length > 0)
    .toSorted((a, b) => b.best - a.best)
    .map(({ key, items: own }) => ({ key, items: own }));
}

/** Less than the step between two kinds of fit, so that use decides only among what fits alike. */
function bonusOf(key: string, favourites: readonly string[]): number {
  const at = favourites.indexOf(key);
  return at < 0 ? 0 : Math.max(1, 9 - at);
}
