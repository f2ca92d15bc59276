import { commandLine } from '../command-line.ts';
import { debug } from '../debug.ts';
import { emitting } from '../guard.ts';
import { appPath, identity, setAppPath } from './app-paths.ts';
import { exit, quit, relaunch } from './quit.ts';
import { hasLock, releaseLock, takeSingleInstanceLock } from './single-instance.ts';
import { currentBrowser, windows } from './state.ts';

let ready = false;
let resolveReady: () => void = () => undefined;
const readyPromise = new Promise<void>((resolve) => {
  resolveReady = resolve;
});
let badgeCount = 0;

function locale(): string {
  const asked = commandLine.getSwitchValue('lang');
  const system = (process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || '').replace(
    /\..*$/,
    '',
  );
  const found = asked || system.replace('_', '-');
  return /^[a-z]{2,3}(-[A-Za-z0-9]+)*$/.test(found) ? found : 'en-US';
}

function beforeReady(name: string): void {
  if (ready) throw new Error(`${name} cannot be called after app is ready`);
}

/** Settings of the desktop that nothing here acts on. */
const desktopSettings = {
  setAppUserModelId: () => undefined,
  setAboutPanelOptions: () => undefined,
  showAboutPanel: () => undefined,
  setLoginItemSettings: () => undefined,
  setAsDefaultProtocolClient: () => false,
  removeAsDefaultProtocolClient: () => false,
  isDefaultProtocolClient: () => false,
  addRecentDocument: () => undefined,
  clearRecentDocuments: () => undefined,
  setUserTasks: () => true,
  isEmojiPanelSupported: () => false,
  isAccessibilitySupportEnabled: () => false,
  setAccessibilitySupportEnabled: () => undefined,
  setBadgeCount: (count = 0) => {
    badgeCount = count;
    return true;
  },
  getBadgeCount: () => badgeCount,
} satisfies Partial<Electron.App>;

/** `app` */
export const app = emitting('app', {
  ...desktopSettings,
  commandLine,
  get name() {
    return identity.name;
  },
  set name(name: string) {
    identity.name = name;
  },
  isPackaged: process.env.STANDIN_PACKAGED === '1',
  // macOS only; applications ask with `app.dock?.`
  dock: undefined as unknown as Electron.Dock,
  userAgentFallback: 'Electron stand-in',
  accessibilitySupportEnabled: false,
  getName: () => identity.name,
  setName: (name: string) => {
    identity.name = name;
  },
  getVersion: () => identity.version,
  getAppPath: () => identity.appPath,
  getPath: (name: string) => appPath(name),
  setPath: (name: string, path: string) => setAppPath(name, path),
  setAppLogsPath: (path?: string) => setAppPath('logs', path ?? appPath('logs')),
  getLocale: () => locale(),
  getSystemLocale: () => locale(),
  getLocaleCountryCode: () => locale().split('-')[1] ?? '',
  getPreferredSystemLanguages: () => [locale()],
  isReady: () => ready,
  whenReady: () => readyPromise,
  quit,
  exit,
  relaunch,
  focus: () => [...windows.values()].at(-1)?.focus(),
  hide: () => undefined,
  show: () => undefined,
  isHidden: () => false,
  enableSandbox: () => beforeReady('app.enableSandbox()'),
  disableHardwareAcceleration: () => beforeReady('app.disableHardwareAcceleration()'),
  isHardwareAccelerationEnabled: () => false,
  requestSingleInstanceLock: (data?: Record<never, unknown>): boolean =>
    takeSingleInstanceLock(data, (letter) => {
      debug('second instance', letter.argv.join(' '));
      app.emit('second-instance', {}, letter.argv, letter.cwd, letter.data);
    }),
  hasSingleInstanceLock: hasLock,
  releaseSingleInstanceLock: releaseLock,
  getGPUFeatureStatus: () => ({}) as Electron.GPUFeatureStatus,
  setJumpList: () => 'ok' as const,
} satisfies Partial<Electron.App>);

/** Called once Chromium runs: `ready`. Playwright replaces `emit` and `whenReady`, hence by property. */
export function becomeReady(): void {
  if (ready || currentBrowser() === null) return;
  ready = true;
  app.emit('will-finish-launching');
  app.emit('ready', {}, {});
  resolveReady();
}
