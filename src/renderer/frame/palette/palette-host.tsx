import { lazy, type ReactNode, Suspense, useEffect, useState } from 'react';
import type { Session } from '../../bridge/use-session.ts';
import { useText } from '../../ui/app-context.tsx';
import { isScreenShadowed, type ListedKeys, screenKeys, useHotkeys } from '../../ui/hotkeys.ts';
import { toast } from '../../ui/toast-queue.ts';
import { KeysPage } from './keys-page.tsx';
import { paletteKeys } from './palette-keys.ts';

const readPalette = () => import('./palette.tsx');
const Palette = lazy(async () => ({ default: (await readPalette()).Palette }));

type Shown = { readonly kind: 'palette' } | { readonly kind: 'keys'; readonly keys: ListedKeys };

type PaletteHostProps = {
  readonly session: Session;
  readonly onLock: () => void;
  /** What stands around the screens; it is told how to open the palette. */
  readonly children: (open: () => void) => ReactNode;
};

/** The palette and the page of keys, over whatever screen there is; never over a dialog, which is finished first. */
export function PaletteHost({ session, onLock, children }: PaletteHostProps) {
  const text = useText();
  const [shown, setShown] = useState<Shown | null>(null);
  const open = () => {
    if (isScreenShadowed()) toast(text('palette.finish-first'));
    else setShown({ kind: 'palette' });
  };
  const showKeys = () => setShown({ kind: 'keys', keys: screenKeys() });
  const close = () => setShown(null);
  useHotkeys([
    { keys: paletteKeys, label: text('palette.open-long'), run: open, everywhere: true, frame: true },
    { keys: 'F1', label: text('palette.show-keys'), run: showKeys, frame: true },
    { keys: '?', label: text('palette.show-keys'), run: showKeys, frame: true },
  ]);
  // Read ahead, so that the first letters typed after its key are not lost.
  useEffect(() => void readPalette().catch(() => undefined), []);
  return (
    <>
      {children(open)}
      {shown?.kind === 'palette' && (
        <Suspense fallback={null}>
          <Palette session={session} onLock={onLock} onShowKeys={showKeys} onClose={close} />
        </Suspense>
      )}
      {shown?.kind === 'keys' && <KeysPage keys={shown.keys} onClose={close} />}
    </>
  );
}
