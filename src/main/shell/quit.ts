import { app, type BrowserWindow } from 'electron';
import type { Log } from '../app/context.ts';
import type { RunningShop } from './running-shop.ts';

/** The window closes, the application ends: but only after what runs is done and the shop file is closed. */
export function closeTogether(shop: RunningShop, log: Log): void {
  let isClosed = false;
  app.on('window-all-closed', () => app.quit());
  app.on('will-quit', (event) => {
    if (isClosed) return;
    event.preventDefault();
    shop
      .close()
      .catch((error: unknown) => log.error('The shop file could not be closed', { error }))
      .finally(() => {
        isClosed = true;
        log.info('Orderlla ends');
        app.quit();
      });
  });
}

/** Brings the window to a person who started Orderlla a second time. */
export function comeToFront(window: BrowserWindow | null): void {
  if (!window || window.isDestroyed()) return;
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}
