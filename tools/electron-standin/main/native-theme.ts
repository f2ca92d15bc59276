import { emitting } from '../guard.ts';
import { setColorScheme } from './emulation.ts';
import { allContents } from './state.ts';

let source: Electron.NativeTheme['themeSource'] = 'system';

/** `nativeTheme`: `themeSource` decides what every page's `prefers-color-scheme` says. */
export const nativeTheme = emitting('nativeTheme', {
  get themeSource() {
    return source;
  },
  set themeSource(next: Electron.NativeTheme['themeSource']) {
    if (!['system', 'light', 'dark'].includes(next))
      throw new TypeError(`Cannot convert '${next}' to a theme source`);
    if (next === source) return;
    source = next;
    setColorScheme(next === 'system' ? null : next, allContents.values());
    setImmediate(() => nativeTheme.emit('updated'));
  },
  get shouldUseDarkColors() {
    return source === 'dark';
  },
  shouldUseDarkColorsForSystemIntegratedUI: false,
  shouldUseHighContrastColors: false,
  shouldUseInvertedColorScheme: false,
  inForcedColorsMode: false,
  prefersReducedTransparency: false,
} satisfies Partial<Electron.NativeTheme>);
