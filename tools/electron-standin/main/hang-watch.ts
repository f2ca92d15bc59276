import { quietly } from '../debug.ts';
import type { StandinBrowserWindow } from './browser-window.ts';

/** Generous, since a busy machine is no hung page; journeys set less. Read at each look. */
const patience = (): number => Number(process.env.STANDIN_UNRESPONSIVE_MS ?? 60_000);

/** How often a page is asked whether it is there, milliseconds. */
const pause = 500;

/**
 * Tells `unresponsive`, and `responsive` once it answers again, of a window whose page answers nothing. Chromium's own
 * watch needs a window that a person types into and tells nobody outside, so that the page is asked here.
 */
export function watchForHang(window: StandinBrowserWindow): void {
  let askedAt: number | null = null;
  let isHung = false;

  const answered = (): void => {
    askedAt = null;
    if (isHung && !window.isDestroyed() && !window.contents.isCrashed()) window.emit('responsive');
    isHung = false;
  };
  const look = (): void => {
    const page = window.contents.attached;
    if (page === null || window.contents.isCrashed()) return;
    if (askedAt === null) {
      askedAt = performance.now();
      // Refused counts too: the document was replaced, or has crashed.
      quietly(page.session.send('Runtime.evaluate', { expression: '0' }).finally(answered));
    } else if (!isHung && performance.now() - askedAt > patience()) {
      isHung = true;
      window.emit('unresponsive');
    }
  };
  const timer = setInterval(look, pause);
  timer.unref();
  window.once('closed', () => clearInterval(timer));
}
