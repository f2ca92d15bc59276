import { BrowserWindow, nativeTheme, screen } from 'electron';
import type { Log } from '../app/context.ts';
import { addressAfter, bringWindowBack } from './bring-window-back.ts';
import type { MachineStore } from './machine-store.ts';
import { backgroundOf, boundsOnScreen, shopWindowOptions } from './security/window-options.ts';

type ShopWindowOptions = {
  readonly isPackaged: boolean;
  readonly preload: string;
  /** What the window shows now: the shop, or the page of trouble. Asked again after a crash. */
  readonly page: () => string;
  readonly machine: MachineStore;
  readonly clock: () => number;
  readonly log: Log;
};

/** Opens the shop's window where it was last, and brings its page back whenever it dies. */
export function openShopWindow(options: ShopWindowOptions): BrowserWindow {
  const { isPackaged, preload, machine, page, clock, log } = options;
  const screens = screen.getAllDisplays().map((display) => display.workArea);
  const bounds = boundsOnScreen(machine.get('windowBounds') ?? null, screens);
  const isDark = nativeTheme.shouldUseDarkColors;
  const window = new BrowserWindow(shopWindowOptions({ isPackaged, preload, bounds, isDark }));
  const { windowAtStart } = machine.settings();
  if (windowAtStart === 'full-screen') window.setFullScreen(true);
  else if (windowAtStart === 'maximized' || machine.get('isMaximized')) window.maximize();
  window.once('ready-to-show', () => window.show());
  nativeTheme.on('updated', () => {
    if (!window.isDestroyed()) window.setBackgroundColor(backgroundOf(nativeTheme.shouldUseDarkColors));
  });
  rememberPlace(window, machine);
  bringWindowBack({ window, clock, log, load: (end) => loadPage(window, addressAfter(page(), end), log) });
  loadPage(window, page(), log);
  return window;
}

/** Shows a page in the window; a page that cannot be shown is logged, the next try is the person's. */
export function loadPage(window: BrowserWindow, page: string, log: Log): void {
  window.loadURL(page).catch((error: unknown) => {
    // A page that is replaced while it loads says so here too.
    if (!window.isDestroyed()) log.error('A page could not be shown', { page, error: String(error) });
  });
}

function rememberPlace(window: BrowserWindow, machine: MachineStore): void {
  const remember = (): void => {
    if (!window.isFullScreen()) machine.set('isMaximized', window.isMaximized());
    if (!window.isMaximized() && !window.isMinimized() && !window.isFullScreen()) {
      machine.set('windowBounds', window.getBounds());
    }
  };
  window.on('close', remember);
}
