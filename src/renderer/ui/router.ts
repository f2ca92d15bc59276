import { useEffect, useMemo, useRef, useSyncExternalStore } from 'react';

/** Where the window is: a path and what is filtered there. Lives behind `#`, so that Back works. */
export type Place = { readonly path: string; readonly query: Readonly<Record<string, string>> };

export type PathParameters<Pattern extends string> = {
  readonly [name in Names<Pattern>]: string;
};
type Names<Pattern extends string> = Pattern extends `${string}:${infer Name}/${infer Rest}`
  ? Name | Names<`/${Rest}`>
  : Pattern extends `${string}:${infer Name}`
    ? Name
    : never;

/** `#/orders/7?status=shipped` */
export function parsePlace(hash: string): Place {
  const [path = '', query = ''] = hash.replace(/^#/, '').split(/\?(.*)/s);
  return {
    path: `/${path.split('/').filter(Boolean).join('/')}`,
    query: Object.fromEntries(new URLSearchParams(query)),
  };
}

/** The address of a place, for `href`. Empty filters are left out. */
export function hrefOf(path: string, query: Readonly<Record<string, string | undefined>> = {}): string {
  const filled = Object.entries(query).filter((entry): entry is [string, string] => Boolean(entry[1]));
  const search = new URLSearchParams(filled).toString();
  return `#${path}${search === '' ? '' : `?${search}`}`;
}

/** The parameters of a path that fits a pattern (`/orders/:id`), or null. */
export function matchPath<Pattern extends string>(
  pattern: Pattern,
  path: string,
): PathParameters<Pattern> | null {
  const wanted = pattern.split('/');
  const given = path.split('/');
  if (wanted.length !== given.length) return null;
  const parameters: Record<string, string> = {};
  for (const [index, part] of wanted.entries()) {
    const value = given[index] ?? '';
    if (part.startsWith(':')) {
      if (value === '') return null;
      parameters[part.slice(1)] = decoded(value);
    } else if (part !== value) return null;
  }
  return parameters as PathParameters<Pattern>;
}

/** A path with its parameters filled in: `pathOf('/orders/:id', { id: '7' })`. */
export function pathOf<Pattern extends string>(
  pattern: Pattern,
  parameters: PathParameters<Pattern>,
): string {
  const values = parameters as Readonly<Record<string, string>>;
  return pattern.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(values[name] ?? ''));
}

type NavigateOptions = {
  readonly query?: Readonly<Record<string, string | undefined>>;
  /** Takes the place of the present entry: for filters, which Back should not undo one by one. */
  readonly replace?: boolean;
};

const listeners = new Set<() => void>();

/** Asked before the window goes to another path; calls `go` when the person agrees. */
export type LeaveGuard = (go: () => void) => void;

let guard: { readonly ask: LeaveGuard; readonly path: string; readonly href: string } | null = null;

/** Stands between the person and another place, where something typed would be lost. */
export function useLeaveGuard(ask: LeaveGuard, enabled: boolean): void {
  const latest = useRef(ask);
  latest.current = ask;
  useEffect(() => {
    if (!enabled) return;
    const href = window.location.hash;
    const own = { ask: (go: () => void) => latest.current(go), path: parsePlace(href).path, href };
    guard = own;
    return () => {
      if (guard === own) guard = null;
    };
  }, [enabled]);
}

export function navigate(path: string, options: NavigateOptions = {}): void {
  const held = guard;
  if (held === null || held.path === path) go(path, options);
  else {
    held.ask(() => {
      guard = null;
      go(path, options);
    });
  }
}

/** Back and forward have moved already when they are heard: move back, ask, and move again. */
function holdBack(): void {
  const held = guard;
  if (held === null || parsePlace(window.location.hash).path === held.path) return;
  const wanted = window.location.hash;
  window.history.pushState(null, '', held.href);
  held.ask(() => {
    guard = null;
    const { path, query } = parsePlace(wanted);
    go(path, { query });
  });
}

function go(path: string, { query = {}, replace = false }: NavigateOptions): void {
  const href = hrefOf(path, query);
  if (replace) window.history.replaceState(null, '', href);
  else if (href !== window.location.hash) window.history.pushState(null, '', href);
  for (const changed of listeners) changed();
}

/** Changes filters of the place where one is; undefined or empty removes one. */
export function changeQuery(change: Readonly<Record<string, string | undefined>>): void {
  const { path, query } = parsePlace(window.location.hash);
  navigate(path, { query: { ...query, ...change }, replace: true });
}

export function goBack(): void {
  window.history.back();
}

/** Where the window is; renders again when that changes. */
export function usePlace(): Place {
  const hash = useSyncExternalStore(subscribe, () => window.location.hash);
  return useMemo(() => parsePlace(hash), [hash]);
}

function subscribe(changed: () => void): () => void {
  const moved = () => {
    holdBack();
    changed();
  };
  listeners.add(changed);
  window.addEventListener('hashchange', moved);
  window.addEventListener('popstate', moved);
  return () => {
    listeners.delete(changed);
    window.removeEventListener('hashchange', moved);
    window.removeEventListener('popstate', moved);
  };
}

/** A path somebody typed or kept may be badly encoded. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
