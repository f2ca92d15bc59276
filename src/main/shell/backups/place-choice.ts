import { randomBytes } from 'node:crypto';
import type { ChosenSecondPlace } from '../../app/desktop-backups.ts';
import { beginPlace, lookAtPlace } from './second-place.ts';

/** The choice of a second place: the window gets a token for it, and never says a path itself. */
export type PlaceChoice = {
  choose(): Promise<ChosenSecondPlace | null>;
  /** The place behind the token of the last choice, made and marked; null where it cannot be. Once. */
  take(token: string): string | null;
};

type PlaceChoiceOptions = {
  readonly first: string;
  readonly askFolder: () => Promise<string | null>;
  /** Bytes that a backup takes. */
  readonly neededBytes: () => number;
};

export function createPlaceChoice({ first, askFolder, neededBytes }: PlaceChoiceOptions): PlaceChoice {
  let last: { readonly token: string; readonly path: string } | null = null;
  return {
    async choose() {
      const chosen = await askFolder();
      if (chosen === null) return null;
      const looked = lookAtPlace(chosen, first, neededBytes());
      last = looked.problem === null ? { token: randomBytes(16).toString('hex'), path: looked.path } : null;
      return { ...looked, token: last?.token ?? '' };
    },
    take(token) {
      const path = last?.token === token ? last.path : null;
      if (path === null) return null;
      last = null;
      try {
        beginPlace(path);
      } catch {
        return null;
      }
      return path;
    },
  };
}
