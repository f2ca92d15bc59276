import type { Chromium } from '../browser/chromium.ts';
import { toAppUrl } from '../browser/scheme-map.ts';
import { emitting } from '../guard.ts';
import { appPath } from './app-paths.ts';
import { createEvent } from './event.ts';
import { setPermissionCheckHandler, setPermissionRequestHandler } from './permissions.ts';
import { net, protocol } from './protocol.ts';
import { contentsOfFrame, currentBrowser } from './state.ts';
import { webRequest } from './web-request.ts';

let spellCheck = true;

async function clearEverything(): Promise<void> {
  const browser = currentBrowser();
  if (!browser) return;
  const { cookies } = await browser.session.send('Storage.getCookies');
  if (cookies.length > 0) await browser.session.send('Storage.clearCookies');
}

/** Handlers for devices that do not exist here: accepted, never called. */
const deviceHandlers = {
  setDevicePermissionHandler: () => undefined,
  setDisplayMediaRequestHandler: () => undefined,
  setUSBProtectedClassesHandler: () => undefined,
  setBluetoothPairingHandler: () => undefined,
  setCertificateVerifyProc: () => undefined,
} satisfies Partial<Electron.Session>;

/** `session.defaultSession`; there is no other. */
export const defaultSession = emitting('session', {
  ...deviceHandlers,
  protocol: protocol as Electron.Protocol,
  webRequest: webRequest as Electron.WebRequest,
  fetch: net.fetch as Electron.Session['fetch'],
  setPermissionRequestHandler,
  setPermissionCheckHandler,
  setSpellCheckerEnabled: (enable: boolean) => {
    spellCheck = enable;
  },
  isSpellCheckerEnabled: () => spellCheck,
  setSpellCheckerLanguages: () => undefined,
  setProxy: () => Promise.resolve(),
  resolveProxy: () => Promise.resolve('DIRECT'),
  closeAllConnections: () => Promise.resolve(),
  clearCache: () => Promise.resolve(),
  clearStorageData: clearEverything,
  clearData: clearEverything,
  flushStorageData: () => undefined,
  isPersistent: () => true,
  getStoragePath: () => appPath('sessionData'),
  getUserAgent: () => `Electron stand-in Chrome/${currentBrowser()?.version ?? ''}`,
  setDownloadPath: () => undefined,
} satisfies Partial<Electron.Session>);

/** `session` */
export const session = {
  defaultSession,
  fromPartition(partition: string): typeof defaultSession {
    throw new Error(
      `electron stand-in: session.fromPartition('${partition}') is not implemented; there is one session`,
    );
  },
};

/** Tells of downloads, all of which Chromium refuses here. */
export function watchDownloads(browser: Chromium): void {
  browser.session.on('Browser.downloadWillBegin', ({ url, suggestedFilename, frameId }) => {
    const item = {
      getURL: () => toAppUrl(url),
      getFilename: () => suggestedFilename,
      getState: () => 'cancelled',
      setSavePath: () => undefined,
      cancel: () => undefined,
      on: () => item,
      once: () => item,
    };
    defaultSession.emit('will-download', createEvent({}), item, contentsOfFrame(frameId));
  });
}
