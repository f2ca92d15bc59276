/** Filters, order and columns as a list's address writes them. */
export type ViewQuery = Readonly<Record<string, string>>;

export type SavedView = {
  readonly id: number;
  readonly name: string;
  readonly query: ViewQuery;
  readonly shared: boolean;
  /** The person may rename, change, move and delete it. */
  readonly mine: boolean;
  readonly staffName: string;
};

/** A view that every shop has. One of them asks for nothing: the whole list. */
export type BuiltInView = { readonly key: string; readonly name: string; readonly query: ViewQuery };

/** The saved views of a list and what can be done to them; each change answers once it is kept. */
export type ViewsModel = {
  readonly views: readonly SavedView[];
  /** A saved view's number or a built-in one's key; null where the list opens with all of it. */
  readonly opensWith: string | null;
  readonly isReady: boolean;
  readonly mayShare: boolean;
  readonly isBusy: boolean;
  readonly create: (name: string, query: ViewQuery, shared: boolean) => Promise<number>;
  readonly update: (
    viewId: number,
    change: { readonly name?: string; readonly query?: ViewQuery; readonly shared?: boolean },
  ) => Promise<void>;
  readonly move: (viewId: number, by: -1 | 1) => Promise<void>;
  readonly remove: (viewId: number) => Promise<void>;
  readonly openWith: (view: string | null) => Promise<void>;
};

/** Where the list stands: on a view as it is, on a saved one that was changed since, or on none. */
export type ViewPlace =
  | { readonly kind: 'built-in'; readonly view: BuiltInView }
  | { readonly kind: 'saved'; readonly view: SavedView; readonly isChanged: boolean }
  | { readonly kind: 'none' };

/** What a query says once empty fields are left out. */
export function filled(query: Readonly<Record<string, string | undefined>>): ViewQuery {
  return Object.fromEntries(
    Object.entries(query).filter((entry): entry is [string, string] => Boolean(entry[1])),
  );
}

export function isSameQuery(one: ViewQuery, other: ViewQuery): boolean {
  const written = (query: ViewQuery) =>
    JSON.stringify(Object.entries(query).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  return written(one) === written(other);
}

type PlaceFacts = {
  readonly builtIn: readonly BuiltInView[];
  readonly saved: readonly SavedView[];
  /** The number of the view that the address names. */
  readonly named: string | undefined;
  /** What the list shows now. */
  readonly shown: ViewQuery;
  /** Leaves out what the list does not know, so that views of an older version compare. */
  readonly clean: (query: ViewQuery) => ViewQuery;
};

/** The view that a list shows: the one its address names, or any that asks for just the same. */
export function viewPlace({ builtIn, saved, named, shown, clean }: PlaceFacts): ViewPlace {
  const isShown = ({ query }: { readonly query: ViewQuery }) => isSameQuery(clean(query), shown);
  const byName = saved.find(({ id }) => String(id) === named);
  if (byName) return { kind: 'saved', view: byName, isChanged: !isShown(byName) };
  const view = builtIn.find(isShown);
  if (view) return { kind: 'built-in', view };
  const same = saved.find(isShown);
  return same ? { kind: 'saved', view: same, isChanged: false } : { kind: 'none' };
}
