import type { BrowserWindow } from 'electron';
import { type WindowEnd, windowEndParameter } from '../../shared/contract/window-end.ts';
import type { Log } from '../app/context.ts';
import { reloadPause } from './reload-pause.ts';

type Options = {
  readonly window: Pick<BrowserWindow, 'on' | 'isDestroyed'> & {
    readonly webContents: Pick<BrowserWindow['webContents'], 'on' | 'forcefullyCrashRenderer'>;
  };
  readonly clock: () => number;
  readonly log: Log;
  /** Loads the window's page again. */
  readonly load: (end: WindowEnd) => void;
};

/** Chromium waits for 15 seconds itself; a page that comes back in the next few keeps what was typed. */
const patience = 3000;

/**
 * Loads the window's page again whenever its process dies, and ends a page that answers nothing, so that it comes back by
 * the same way. The cart is in the shop file, so that it is there again.
 */
export function bringWindowBack({ window, clock, log, load }: Options): void {
  const { webContents } = window;
  let deaths: readonly number[] = [];
  let isFrozen = false;
  let waiting: NodeJS.Timeout | undefined;
  webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    clearTimeout(waiting);
    const end = isFrozen ? 'frozen' : 'crashed';
    isFrozen = false;
    if (reason === 'clean-exit' || window.isDestroyed()) return;
    const now = clock();
    const pause = reloadPause(deaths, now);
    deaths = [...deaths.slice(-9), now];
    log.error('The window died and is loaded again', { reason, exitCode, end, pause });
    setTimeout(() => {
      if (!window.isDestroyed()) load(end);
    }, pause);
  });
  window.on('unresponsive', () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      if (window.isDestroyed()) return;
      log.error('The window does not answer and is ended');
      isFrozen = true;
      webContents.forcefullyCrashRenderer();
    }, patience);
  });
  window.on('responsive', () => clearTimeout(waiting));
}

/** The page's address, with how the one before it ended; a page of main says by itself what is wrong. */
export function addressAfter(page: string, end: WindowEnd): string {
  return page.includes('?') ? page : `${page}?${windowEndParameter}=${end}`;
}
