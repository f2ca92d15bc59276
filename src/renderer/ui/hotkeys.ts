import { createContext, useContext, useEffect, useRef } from 'react';
import { comboOf, isPlainKey, isTyped, parseKeys, takesTyping, usesKeyItself } from './hotkey-combo.ts';
import { useMountOrder } from './mount-order.ts';

/** Something that can be done on this screen: by its key where it has one, and by its name in the palette. */
export type Action = {
  /** `F2`, `Escape`, `?`, `Mod+K` (Ctrl, or Command on a Mac), `Alt+ArrowUp`. */
  readonly keys?: string;
  /** What it does, as the palette and the page of keys say it. */
  readonly label: string;
  readonly run: () => void;
  readonly enabled?: boolean;
  /** Also while somebody types in a field. F-keys, Escape and keys with Mod or Alt always do. */
  readonly inFields?: boolean;
  /** False where there is nothing to do it to just now: its key is taken all the same, the palette leaves it out. */
  readonly listed?: boolean;
  /** Of the frame and not of a screen: the palette lists it by itself, the page of keys under what works everywhere. */
  readonly frame?: boolean;
  /** Somebody else's PIN is asked for on the way. */
  readonly asksManager?: boolean;
  /** Its key works over dialogs too. */
  readonly everywhere?: boolean;
};

/** An action with a key. */
export type Hotkey = Action & { readonly keys: string };

/** One layer of hotkeys: a screen, or a dialog over it. Only the top layer listens. */
export type HotkeyLayer = { readonly groups: Set<HotkeyGroup> };

type HotkeyGroup = { readonly order: number; readonly actions: { current: readonly Action[] } };

export function createHotkeyLayer(): HotkeyLayer {
  return { groups: new Set() };
}

const screenLayer = createHotkeyLayer();
const layers: HotkeyLayer[] = [screenLayer];

export const HotkeyLayerContext = createContext<HotkeyLayer>(screenLayer);

/** Puts a layer on top until the returned function is called. */
export function pushHotkeyLayer(layer: HotkeyLayer): () => void {
  layers.push(layer);
  return () => {
    layers.splice(layers.lastIndexOf(layer), 1);
  };
}

/** Hotkeys of the component's layer while it is mounted. Of two, the one mounted last (the inner one) wins. */
export function useHotkeys(hotkeys: readonly Hotkey[]): void {
  useActions(hotkeys);
}

/** What can be done here while the component is mounted, with a key or without: the palette finds it by its label. */
export function useActions(actions: readonly Action[]): void {
  const layer = useContext(HotkeyLayerContext);
  const order = useMountOrder();
  const latest = useRef(actions);
  latest.current = actions;
  useEffect(() => {
    const group: HotkeyGroup = { order, actions: latest };
    layer.groups.add(group);
    const stop = listen();
    return () => {
      layer.groups.delete(group);
      stop();
    };
  }, [layer, order]);
}

/** The hotkeys that work right now, for a help page. */
export function activeHotkeys(): readonly Hotkey[] {
  const top = layers.at(-1);
  const isShadowed = top !== screenLayer;
  const under = isShadowed ? actionsOf(screenLayer).filter((action) => action.everywhere) : [];
  return [...under, ...(top ? actionsOf(top) : [])].filter(hasKeys);
}

/** Whether a dialog stands over the screen. */
export function isScreenShadowed(): boolean {
  return layers.at(-1) !== screenLayer;
}

/**
 * Everything that can be done on the screen now, the innermost part's first, each label and each key once: what the
 * palette lists. A dialog that is open does not hide it; whoever asks sees to that.
 */
export function screenActions(): readonly Action[] {
  const labels = new Set<string>();
  const taken = new Set<string>();
  const listed: Action[] = [];
  for (const action of groupsOf(screenLayer).toReversed().flatMap(enabledOf)) {
    const combo = action.keys === undefined ? null : parseKeys(action.keys);
    const isTaken = combo !== null && taken.has(combo);
    if (combo !== null) taken.add(combo);
    if (isTaken || !isListed(action) || labels.has(action.label)) continue;
    labels.add(action.label);
    listed.push(action);
  }
  return listed;
}

function groupsOf(layer: HotkeyLayer): readonly HotkeyGroup[] {
  return [...layer.groups].sort((a, b) => a.order - b.order);
}

function enabledOf(group: HotkeyGroup): readonly Action[] {
  return group.actions.current.filter((action) => action.enabled !== false);
}

function actionsOf(layer: HotkeyLayer): readonly Action[] {
  return groupsOf(layer).flatMap(enabledOf);
}

function hasKeys(action: Action): action is Hotkey {
  return action.keys !== undefined;
}

/** Keys that walk, close or confirm: what they do is no deed that somebody looks for by its name. */
const moving = /^(?:alt\+|shift\+)*(?:arrow\w+|escape|enter|space|tab|home|end|page\w+|[^a-z])$/u;

function isListed({ listed = true, frame = false, keys }: Action): boolean {
  return listed && !frame && (keys === undefined || !moving.test(parseKeys(keys)));
}

/** Keys that do the same. */
export type KeysOf = { readonly label: string; readonly keys: readonly string[] };

export type ListedKeys = { readonly screen: readonly KeysOf[]; readonly everywhere: readonly KeysOf[] };

/** Every key that works on the screen now, a dialog over it aside: for the page of keys. */
export function screenKeys(): ListedKeys {
  const taken = new Set<string>();
  const screen = new Map<string, string[]>();
  const everywhere = new Map<string, string[]>();
  for (const { keys, label, frame } of groupsOf(screenLayer)
    .toReversed()
    .flatMap(enabledOf)
    .filter(hasKeys)) {
    const combo = parseKeys(keys);
    if (taken.has(combo)) continue;
    taken.add(combo);
    const rows = frame ? everywhere : screen;
    rows.set(label, [...(rows.get(label) ?? []), keys]);
  }
  const listed = (rows: ReadonlyMap<string, string[]>) => [...rows].map(([label, keys]) => ({ label, keys }));
  return { screen: listed(screen), everywhere: listed(everywhere) };
}

let listeners = 0;

function listen(): () => void {
  if (listeners === 0) {
    window.addEventListener('keydown', runEarly, true);
    window.addEventListener('keydown', runLate);
  }
  listeners += 1;
  return () => {
    listeners -= 1;
    if (listeners > 0) return;
    window.removeEventListener('keydown', runEarly, true);
    window.removeEventListener('keydown', runLate);
  };
}

/** Keys that no control needs for itself are taken before any control can stop them. */
function runEarly(event: KeyboardEvent): void {
  if (!isPlainKey(event)) run(event);
}

/** All others only when no control used them. */
function runLate(event: KeyboardEvent): void {
  if (isPlainKey(event)) run(event);
}

function run(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing || event.repeat) return;
  const combo = comboOf(event);
  const hotkey = activeHotkeys().findLast((candidate) => parseKeys(candidate.keys) === combo);
  if (!hotkey || !mayRun(hotkey, event)) return;
  event.preventDefault();
  event.stopPropagation();
  hotkey.run();
}

function mayRun(hotkey: Hotkey, event: KeyboardEvent): boolean {
  if (!isPlainKey(event)) return !isTyped(event);
  if (event.key === 'Escape') return true;
  if (usesKeyItself(event)) return false;
  return hotkey.inFields === true || !takesTyping(event.target);
}
