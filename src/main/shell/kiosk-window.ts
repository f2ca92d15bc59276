import type { App, BrowserWindow } from 'electron';
import type { Log } from '../app/context.ts';
import { isKeptFromKiosk } from './security/kiosk-keys.ts';

type KioskWindow = {
  readonly app: Pick<App, 'on'>;
  readonly window: Pick<BrowserWindow, 'on' | 'setKiosk' | 'setMenuBarVisibility'> & {
    readonly webContents: Pick<BrowserWindow['webContents'], 'on' | 'setZoomFactor'>;
  };
  /** Whether the till belongs to customers now. */
  readonly isOn: () => boolean;
  /** The page of whoever the till belongs to now. */
  readonly page: () => string;
  /** Loads that page. */
  readonly load: () => void;
  readonly log: Log;
};

/**
 * Holds a window that customers use: the whole screen, no key of the browser, no closing. What keeps staff and owner
 * safe is the door, which answers such a till nothing else; this keeps the screen where it is. The answered function
 * is called whenever the till changed hands.
 */
export function holdKioskWindow({ app, window, isOn, page, load, log }: KioskWindow): () => void {
  let isQuitting = false;
  // The computer goes down, or the application is ended from outside: that is not for customers to decide.
  app.on('before-quit', () => {
    isQuitting = true;
  });
  window.on('session-end', () => {
    isQuitting = true;
  });
  window.on('close', (event) => {
    if (isQuitting || !isOn()) return;
    event.preventDefault();
    log.error('Customers wanted to close their window');
  });
  window.webContents.on('before-input-event', (event, input) => {
    if (isOn() && isKeptFromKiosk(input)) event.preventDefault();
  });
  // Going back in the history asks nobody: whoever got to another page is brought back.
  window.webContents.on('did-navigate', (_event, address) => {
    if (!isOn() || placeOf(address) === placeOf(page())) return;
    log.error('Customers came to another page', { address: placeOf(address) });
    load();
  });
  window.webContents.on('context-menu', (event) => {
    if (isOn()) event.preventDefault();
  });
  let isHeld = false;
  const apply = (): void => {
    const on = isOn();
    if (on === isHeld) return;
    isHeld = on;
    window.setKiosk(on);
    window.setMenuBarVisibility(!on);
    window.webContents.setZoomFactor(1);
  };
  apply();
  return apply;
}

/** An address without what follows it. */
function placeOf(address: string): string | undefined {
  return address.split(/[?#]/u, 1)[0];
}
