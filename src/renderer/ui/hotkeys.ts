import { createContext, useContext, useEffect, useRef } from 'react';
import { comboOf, isPlainKey, parseKeys, takesTyping, usesKeyItself } from './hotkey-combo.ts';
import { useMountOrder } from './mount-order.ts';

/** A key that does something on this screen, said so that a help page and a screen reader can tell it. */
export type Hotkey = {
  /** `F2`, `Escape`, `?`, `Mod+K` (Ctrl, or Command on a Mac), `Alt+ArrowUp`. */
  readonly keys: string;
  /** What it does, as the help page says it. */
  readonly label: string;
  readonly run: () => void;
  readonly enabled?: boolean;
  /** Also while somebody types in a field. F-keys, Escape and keys with Mod or Alt always do. */
  readonly inFields?: boolean;
};

/** One layer of hotkeys: a screen, or a dialog over it. Only the top layer listens. */
export type HotkeyLayer = { readonly groups: Set<HotkeyGroup> };

type HotkeyGroup = { readonly order: number; readonly hotkeys: { current: readonly Hotkey[] } };

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
  const layer = useContext(HotkeyLayerContext);
  const order = useMountOrder();
  const latest = useRef(hotkeys);
  latest.current = hotkeys;
  useEffect(() => {
    const group: HotkeyGroup = { order, hotkeys: latest };
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
  if (!top) return [];
  const groups = [...top.groups].sort((a, b) => a.order - b.order);
  return groups.flatMap((group) => group.hotkeys.current).filter(isEnabled);
}

function isEnabled(hotkey: Hotkey): boolean {
  return hotkey.enabled !== false;
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
  if (!isPlainKey(event) || event.key === 'Escape') return true;
  if (usesKeyItself(event)) return false;
  return hotkey.inFields === true || !takesTyping(event.target);
}
