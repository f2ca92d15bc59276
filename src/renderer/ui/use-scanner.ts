import { useEffect, useRef } from 'react';
import { useMountOrder } from './mount-order.ts';
import { expireScanner, feedScanner, idleScanner, type ScannerState, scannerGap } from './scanner.ts';
import { type FieldSnapshot, insertTyped, restoreField, snapshotField } from './typed-field.ts';

export type OnScan = (code: string) => void;

type Handler = { readonly order: number; readonly onScan: { current: OnScan } };

const handlers = new Set<Handler>();
let stopListening: (() => void) | undefined;

/**
 * Gets every barcode that is scanned while the component is mounted, wherever the focus is.
 *
 * The component mounted last (the inner one of two) gets it alone, so that a dialog may take scans from the screen under it. Keys
 * are gathered outside React; a field that had the focus keeps the text it had before.
 */
export function useScanner(onScan: OnScan, enabled = true): void {
  const order = useMountOrder();
  const latest = useRef(onScan);
  latest.current = onScan;
  useEffect(() => {
    if (!enabled) return;
    const handler: Handler = { order, onScan: latest };
    handlers.add(handler);
    stopListening ??= listenForScans(giveToTop);
    return () => {
      handlers.delete(handler);
      if (handlers.size > 0) return;
      stopListening?.();
      stopListening = undefined;
    };
  }, [order, enabled]);
}

function giveToTop(code: string): void {
  const top = [...handlers].sort((a, b) => b.order - a.order)[0];
  top?.onScan.current(code);
}

/** Listens on the whole window until the returned function is called. */
function listenForScans(onScan: OnScan): () => void {
  let state: ScannerState = idleScanner;
  let before: FieldSnapshot | null = null;
  let timer: number | undefined;

  const expire = () => {
    timer = undefined;
    // A timer fires after its time, never before; keys that wait in the queue carry their own times.
    const expired = expireScanner(state, state.lastAt + scannerGap + 1);
    state = expired.state;
    insertTyped(expired.replay);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing || isSecret(event.target)) return;
    const fed = feedScanner(state, {
      at: event.timeStamp,
      key: keyOf(event),
      digit: event.shiftKey ? null : (/^(?:Digit|Numpad)(\d)$/.exec(event.code)?.[1] ?? null),
    });
    state = fed.state;
    const { verdict } = fed;
    if (verdict.swallow) {
      event.preventDefault();
      event.stopImmediatePropagation();
    }
    insertTyped(verdict.replay);
    if (verdict.begins) before = snapshotField(event.target);
    if (timer !== undefined) clearTimeout(timer);
    timer = state.held === '' ? undefined : window.setTimeout(expire, scannerGap * 2);
    if (verdict.code !== null) {
      restoreField(before);
      onScan(verdict.code);
    }
  };
  window.addEventListener('keydown', onKeyDown, true);
  return () => {
    window.removeEventListener('keydown', onKeyDown, true);
    if (timer !== undefined) clearTimeout(timer);
    insertTyped(state.held);
  };
}

/** A key held down repeats as fast as a scanner types; a shortcut is no character. GS1 separators come as Ctrl+]. */
function keyOf(event: KeyboardEvent): string {
  if (event.repeat) return 'Repeat';
  if (event.ctrlKey && event.key === ']') return '\u001d';
  const shortcut = (event.ctrlKey || event.metaKey || event.altKey) && !event.getModifierState('AltGraph');
  return shortcut && event.key.length === 1 ? 'Shortcut' : event.key;
}

/** Password managers type as fast as scanners do. */
function isSecret(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement && target.type === 'password';
}
