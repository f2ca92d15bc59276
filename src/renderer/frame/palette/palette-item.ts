import type { ReactNode } from 'react';

/** The groups of the list, in the order they stand in where nothing is typed, or where two fit alike. */
export const groupKeys = [
  'recent',
  'here',
  'orders',
  'products',
  'customers',
  'actions',
  'screens',
  'settings',
] as const;
export type GroupKey = (typeof groupKeys)[number];

/** One row of the palette. */
export type PaletteItem = {
  /** The same whenever it is listed: what is kept of having used it. */
  readonly key: string;
  readonly group: GroupKey;
  readonly label: string;
  /** Beside the label, muted: of which customer, in which part. */
  readonly detail?: readonly string[] | undefined;
  /** Other words that somebody may look for it by. */
  readonly words?: string | undefined;
  /** An icon or a picture before it. */
  readonly lead: ReactNode;
  /** At the end of the row: a price, a status. */
  readonly aside?: ReactNode;
  /** Its own key. */
  readonly keys?: string | undefined;
  /** Somebody else's PIN is asked for on the way. */
  readonly asksManager?: boolean | undefined;
  /** How well main says that it fits; left out, its words say. */
  readonly fit?: number | undefined;
  /** Not listed before something is typed. */
  readonly typedOnly?: boolean | undefined;
  readonly run: () => void;
};

export type PaletteGroup = { readonly key: GroupKey; readonly items: readonly PaletteItem[] };
