import { randomBytes } from 'node:crypto';
import type { Chromium } from '../browser/chromium.ts';
import type { StandinBrowserWindow } from './browser-window.ts';
import type { StandinWebContents } from './web-contents.ts';

/** Names the events and bindings of this run; unknown to pages. */
export const SECRET = `standin${randomBytes(8).toString('hex')}`;

/** All living windows and pages, by their numbers. */
export const windows = new Map<number, StandinBrowserWindow>();
export const allContents = new Map<number, StandinWebContents>();

let started: (browser: Chromium) => void = () => undefined;

/** The running Chromium; a window made before `ready` waits for it. */
export const browserReady = new Promise<Chromium>((resolve) => {
  started = resolve;
});

let running: Chromium | null = null;

/** Tells everyone that Chromium runs. */
export function setBrowser(browser: Chromium): void {
  running = browser;
  started(browser);
}

/** The running Chromium, or null before it has started. */
export function currentBrowser(): Chromium | null {
  return running;
}

/** The page that a frame of Chromium belongs to. */
export function contentsOfFrame(frameId: string): StandinWebContents | null {
  for (const contents of allContents.values()) if (contents.hasFrame(frameId)) return contents;
  return null;
}

/** The page of a Chromium target. */
export function contentsOfTarget(targetId: string): StandinWebContents | null {
  for (const contents of allContents.values()) if (contents.targetId === targetId) return contents;
  return null;
}
