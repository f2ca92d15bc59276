import type { BrowserWindowConstructorOptions } from 'electron';
import { webPreferences } from './web-preferences.ts';

export type Bounds = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

/** The size that every screen is drawn for, and the least that it fits into. */
const firstSize = { width: 1280, height: 800 } as const;
const leastSize = { width: 1024, height: 700 } as const;

/** The page's own background (`--surface` of tokens.css), shown until it has painted, so that nothing flashes. */
const backgrounds = { light: '#f4f5f8', dark: '#0e131e' } as const;

export function backgroundOf(isDark: boolean): string {
  return isDark ? backgrounds.dark : backgrounds.light;
}

type ShopWindow = {
  readonly isPackaged: boolean;
  readonly preload: string;
  /** Where the window was last; null the first time. */
  readonly bounds: Bounds | null;
  readonly isDark: boolean;
};

/** The shop's window: hidden until its first picture is ready. */
export function shopWindowOptions({
  isPackaged,
  preload,
  bounds,
  isDark,
}: ShopWindow): BrowserWindowConstructorOptions {
  return {
    ...(bounds ?? firstSize),
    minWidth: leastSize.width,
    minHeight: leastSize.height,
    show: false,
    title: 'Orderlla',
    backgroundColor: backgroundOf(isDark),
    autoHideMenuBar: true,
    webPreferences: webPreferences({ isPackaged, preload }),
  };
}

/** A page on its way to paper: never shown, no preload, as wide as the paper in CSS pixels. */
export function printWindowOptions(width: number): BrowserWindowConstructorOptions {
  return {
    width,
    height: 800,
    useContentSize: true,
    show: false,
    focusable: false,
    skipTaskbar: true,
    webPreferences: webPreferences({ isPackaged: true, preload: null }),
  };
}

/** Where a remembered window belongs now: null when no screen shows enough of it to grasp its title bar. */
export function boundsOnScreen(saved: Bounds | null, screens: readonly Bounds[]): Bounds | null {
  if (!saved) return null;
  const width = Math.max(saved.width, leastSize.width);
  const height = Math.max(saved.height, leastSize.height);
  const isReachable = screens.some(
    (screen) =>
      Math.min(saved.x + width, screen.x + screen.width) - Math.max(saved.x, screen.x) >= 200 &&
      saved.y >= screen.y &&
      saved.y + 40 <= screen.y + screen.height,
  );
  return isReachable ? { x: saved.x, y: saved.y, width, height } : null;
}
