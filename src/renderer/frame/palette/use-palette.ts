import { type KeyboardEvent, useEffect, useState } from 'react';
import { useScanner } from '../../ui/use-scanner.ts';
import { isExact } from './found-items.tsx';
import type { PaletteGroup, PaletteItem } from './palette-item.ts';
import { stepTo } from './step-to.ts';
import { type PaletteUse, usePaletteItems } from './use-palette-items.tsx';
import { noteUse } from './used-before.ts';

export type PaletteState = {
  readonly typed: string;
  readonly type: (words: string) => void;
  readonly groups: readonly PaletteGroup[];
  readonly count: number;
  /** The place of the row that Enter takes, in the whole list. */
  readonly at: number;
  readonly isSettled: boolean;
  readonly hasFailed: boolean;
  /** What was scanned, while it stands in the field. */
  readonly scanned: string | null;
  readonly pick: (item: PaletteItem) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
};

/** What is typed, where the arrows are, and what Enter, a press or a scan does. */
export function usePalette(use: PaletteUse & { readonly onClose: () => void }): PaletteState {
  const [typed, setTyped] = useState('');
  const [walked, setWalked] = useState<string | null>(null);
  const [awaiting, setAwaiting] = useState<'first' | 'code' | null>(null);
  const [scanned, setScanned] = useState<string | null>(null);
  const { groups, isSettled, hasFailed } = usePaletteItems(typed, use);
  const items = groups.flatMap((group) => group.items);
  const walkedAt = items.findIndex((item) => item.key === walked);
  const at = Math.max(0, walkedAt);
  const first = items[at];
  const type = (words: string) => {
    setTyped(words);
    setWalked(null);
    setAwaiting(null);
    setScanned(null);
  };
  const pick = (item: PaletteItem) => {
    noteUse(use.session.staffId, item.key);
    use.onClose();
    afterFocusIsBack(item.run);
  };
  // Enter that came before the answer opens what the answer puts first, not what stood there before. A scan opens
  // what it is the code of, and nothing else that may look like it.
  useEffect(() => {
    if (awaiting === null || !isSettled) return;
    setAwaiting(null);
    if (first && (awaiting === 'first' || isExact(first))) pick(first);
  });
  useScanner((code) => {
    type(code);
    setScanned(code);
    setAwaiting('code');
  });
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const isEnter = event.key === 'Enter';
    const to = isEnter ? null : stepTo(event, groups, at);
    if (!isEnter && to === null) return;
    event.preventDefault();
    if (to !== null) setWalked(items[to]?.key ?? null);
    else if (!isSettled) setAwaiting('first');
    else if (first && !event.repeat) pick(first);
  };
  return { typed, type, groups, count: items.length, at, isSettled, hasFailed, scanned, pick, onKeyDown };
}

/** Whatever opens now gives the focus back to where it was before the palette, so it must be there first. */
function afterFocusIsBack(run: () => void): void {
  requestAnimationFrame(() => requestAnimationFrame(run));
}
