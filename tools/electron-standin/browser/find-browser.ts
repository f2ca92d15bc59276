import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const HEADLESS_SHELL = [
  '/usr/lib/chromium/chromium-headless-shell',
  'chromium-headless-shell',
  'chrome-headless-shell',
];

const BROWSERS = [
  '/usr/lib/chromium/chromium',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
];

/** What to say where there is no browser; tests fail with this sentence. */
export const NO_BROWSER =
  'The Electron stand-in needs a Chromium. Install one (Debian, Ubuntu: `apt-get install -y chromium` or the ' +
  'faster `chromium-headless-shell`; elsewhere Chrome or Edge), or name one in CHROMIUM_PATH.';

function onPath(name: string): string | null {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const candidates = name.includes('/') ? [name] : folders.map((folder) => join(folder, name));
  for (const candidate of candidates) {
    try {
      accessSync(candidate, constants.X_OK);
      return candidate;
    } catch {
      // Not there, or not for us: try the next.
    }
  }
  return null;
}

/**
 * The browser to run: CHROMIUM_PATH first, then the headless shell (starts in half the time) where no
 * window is wanted, then any Chromium, Chrome or Edge. Null where there is none.
 */
export function findBrowser(headless: boolean): string | null {
  const named = process.env.CHROMIUM_PATH;
  if (named) return existsSync(named) ? named : null;
  for (const name of headless ? [...HEADLESS_SHELL, ...BROWSERS] : BROWSERS) {
    const found = onPath(name);
    if (found) return found;
  }
  return null;
}

/** Whether windows stay invisible: no display, or STANDIN_HEADLESS says so. */
export function isHeadless(): boolean {
  if (process.env.STANDIN_HEADLESS) return process.env.STANDIN_HEADLESS !== '0';
  return process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY;
}
