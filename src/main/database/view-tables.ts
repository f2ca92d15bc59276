import type { Generated } from 'kysely';
import type { Flag } from './kinds.ts';

/** The lists that views are saved of. */
export type ViewList = 'orders' | 'products' | 'customers';

/** A list's filters, order and columns under a name; `query` is JSON: the address's names and values. */
export type SavedViewsTable = {
  id: Generated<number>;
  list: ViewList;
  /** Who made it, and whose it is while it is not shared. */
  staffId: number;
  name: string;
  query: string;
  isShared: Flag;
  position: number;
  savedAt: number;
};

/** What a list opens with for a person: a saved view's number, or the name of one that is built in. */
export type ViewDefaultsTable = { staffId: number; list: ViewList; view: string };
