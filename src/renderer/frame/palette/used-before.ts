/** How often somebody used a thing at this computer. */
type Use = { readonly key: string; readonly count: number };

/** More than that is forgotten, the longest unused first. */
const mostKept = 40;
/** How many of the last ones stand first, however seldom they were used. */
const lastOnes = 3;

/**
 * What a person used before, the last first. Kept by this computer for each person, so that it is theirs whoever was
 * at the till between. It holds keys and numbers only: what things are called is asked for each time, as the person's
 * rights and the shop file say.
 */
export function readUses(staffId: number): readonly Use[] {
  try {
    const kept: unknown = JSON.parse(window.localStorage.getItem(placeOf(staffId)) ?? '[]');
    return Array.isArray(kept) ? kept.filter(isUse).slice(0, mostKept) : [];
  } catch {
    return [];
  }
}

/** Notes that a thing was used. A computer that keeps nothing loses no more than the order of a list. */
export function noteUse(staffId: number, key: string): void {
  const uses = readUses(staffId);
  const count = (uses.find((use) => use.key === key)?.count ?? 0) + 1;
  const next = [{ key, count }, ...uses.filter((use) => use.key !== key)].slice(0, mostKept);
  try {
    window.localStorage.setItem(placeOf(staffId), JSON.stringify(next));
  } catch {
    // Full, or switched off.
  }
}

/** The keys worth offering first: the last few, then those used most. */
export function favourites(uses: readonly Use[]): readonly string[] {
  const [last, others] = [uses.slice(0, lastOnes), uses.slice(lastOnes)];
  return [...last, ...others.toSorted((a, b) => b.count - a.count)].map(({ key }) => key);
}

function placeOf(staffId: number): string {
  return `palette.${staffId}`;
}

function isUse(value: unknown): value is Use {
  if (typeof value !== 'object' || value === null) return false;
  const { key, count } = value as Partial<Record<keyof Use, unknown>>;
  return typeof key === 'string' && Number.isSafeInteger(count);
}
