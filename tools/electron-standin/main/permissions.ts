import { toBrowserUrl } from '../browser/scheme-map.ts';
import { quietly } from '../debug.ts';
import { originOf } from './frame.ts';
import { currentBrowser } from './state.ts';
import type { StandinWebContents } from './web-contents.ts';

type RequestHandler = Parameters<Electron.Session['setPermissionRequestHandler']>[0];
type CheckHandler = Parameters<Electron.Session['setPermissionCheckHandler']>[0];
type PermissionName = Parameters<NonNullable<RequestHandler>>[1];

let requestHandler: RequestHandler = null;
let checkHandler: CheckHandler = null;

/** `session.setPermissionRequestHandler` */
export function setPermissionRequestHandler(handler: RequestHandler): void {
  requestHandler = handler;
}

/** `session.setPermissionCheckHandler` */
export function setPermissionCheckHandler(handler: CheckHandler): void {
  checkHandler = handler;
}

/** Chromium's names for what Electron names; none where the browser itself never asks. */
const CHROMIUM_NAMES: Readonly<Record<string, readonly string[]>> = {
  geolocation: ['geolocation'],
  media: ['camera', 'microphone'],
  camera: ['camera'],
  microphone: ['microphone'],
  'clipboard-read': ['clipboard-read'],
  'clipboard-write': ['clipboard-write'],
  midi: ['midi'],
  notifications: ['notifications'],
  'screen-wake-lock': ['screen-wake-lock'],
};

/** As in Electron, everything is granted to a page while the application has set no handler. */
function decide(
  contents: StandinWebContents,
  kind: 'request' | 'check',
  permission: PermissionName,
  origin: string,
): Promise<boolean> {
  const pageContents = contents as unknown as Electron.WebContents;
  if (kind === 'check') {
    const details = { isMainFrame: true, requestingUrl: contents.getURL() };
    return Promise.resolve(checkHandler?.(pageContents, permission, origin, details) ?? true);
  }
  const handler = requestHandler;
  if (!handler) return Promise.resolve(true);
  const details = { isMainFrame: true, requestingUrl: contents.getURL() };
  return new Promise((resolve) => handler(pageContents, permission, resolve, details));
}

/** Asks the application, and tells Chromium the answer so that the page's own call ends accordingly. */
export async function askPermission(
  contents: StandinWebContents,
  kind: 'request' | 'check',
  permission: string,
): Promise<boolean> {
  const origin = originOf(contents.getURL());
  const granted = await decide(contents, kind, permission as PermissionName, origin);
  const browserOrigin = originOf(toBrowserUrl(contents.getURL()));
  for (const name of CHROMIUM_NAMES[permission] ?? []) {
    const setting = granted ? 'granted' : 'denied';
    const told = currentBrowser()?.session.send('Browser.setPermission', {
      permission: { name },
      setting,
      origin: browserOrigin,
    });
    // A name that this Chromium does not know stays as the browser has it.
    await told?.catch((error: unknown) => quietly(Promise.reject(error)));
  }
  return granted;
}
