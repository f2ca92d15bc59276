import { type ReactNode, useLayoutEffect, useState } from 'react';
import { createHotkeyLayer, HotkeyLayerContext, pushHotkeyLayer } from './hotkeys.ts';

/** While it is mounted, only hotkeys used inside it work: a dialog shadows the screen under it. */
export function HotkeyScope({ children }: { readonly children: ReactNode }) {
  const [layer] = useState(createHotkeyLayer);
  useLayoutEffect(() => pushHotkeyLayer(layer), [layer]);
  return <HotkeyLayerContext value={layer}>{children}</HotkeyLayerContext>;
}
