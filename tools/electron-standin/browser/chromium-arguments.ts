import { statfsSync } from 'node:fs';
import { join } from 'node:path';

/** Below this much shared memory Chromium must use ordinary files, or pages crash. */
const SHARED_MEMORY_NEEDED = 1 << 30;

function isSharedMemoryScarce(): boolean {
  try {
    const { bavail, bsize } = statfsSync('/dev/shm');
    return bavail * bsize < SHARED_MEMORY_NEEDED;
  } catch {
    return process.platform === 'linux';
  }
}

const ALWAYS: ReadonlyMap<string, string> = new Map([
  ['disable-gpu', ''],
  ['disable-quic', ''],
  ['no-first-run', ''],
  ['no-default-browser-check', ''],
  ['disable-background-networking', ''],
  ['disable-background-timer-throttling', ''],
  ['disable-backgrounding-occluded-windows', ''],
  ['disable-renderer-backgrounding', ''],
  ['disable-client-side-phishing-detection', ''],
  ['disable-component-update', ''],
  ['disable-default-apps', ''],
  ['disable-sync', ''],
  ['disable-breakpad', ''],
  ['disable-extensions', ''],
  ['disable-infobars', ''],
  ['disable-popup-blocking', ''],
  ['disable-search-engine-choice-screen', ''],
  ['metrics-recording-only', ''],
  ['password-store', 'basic'],
  ['use-mock-keychain', ''],
  ['force-color-profile', 'srgb'],
  [
    'disable-features',
    'Translate,MediaRouter,OptimizationHints,HttpsUpgrades,BlockInsecurePrivateNetworkRequests',
  ],
]);

/** What decides Chromium's command line. */
export type ChromiumOptions = {
  readonly profile: string;
  readonly headless: boolean;
  readonly locale: string;
  /** Null when nobody but this process drives the browser. */
  readonly debuggingPort: string | null;
  readonly switches: ReadonlyMap<string, string>;
};

/** Switches whose values add up; any other switch of the application replaces ours. */
const LISTS = new Set(['disable-features', 'enable-features']);

function joined(options: ChromiumOptions): Map<string, string> {
  const all = new Map(ALWAYS);
  for (const [name, value] of options.switches) {
    const ours = all.get(name);
    all.set(name, LISTS.has(name) && ours ? `${ours},${value}` : value);
  }
  return all;
}

/** Chromium's command line. The debugging pipe is always there; the port only for Playwright. */
export function chromiumArguments(options: ChromiumOptions): readonly string[] {
  const all = joined(options);
  all.set('lang', options.locale);
  if (options.headless) {
    all.set('headless', '');
    all.set('screen-info', '{1920x1080}');
    all.set('hide-scrollbars', '');
    all.set('mute-audio', '');
  }
  if (process.getuid?.() === 0) {
    all.set('no-sandbox', '');
    all.set('test-type', '');
  }
  if (isSharedMemoryScarce()) all.set('disable-dev-shm-usage', '');
  else all.delete('disable-dev-shm-usage');
  all.set('user-data-dir', join(options.profile, 'standin-chromium'));
  all.set('no-startup-window', '');
  all.set('keep-alive-for-test', '');
  all.set('remote-debugging-pipe', '');
  if (options.debuggingPort !== null) all.set('remote-debugging-port', options.debuggingPort);
  return [...all].map(([name, value]) => (value === '' ? `--${name}` : `--${name}=${value}`));
}
