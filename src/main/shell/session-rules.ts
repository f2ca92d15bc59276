import type { Session } from 'electron';
import type { Log } from '../app/context.ts';
import type { WindowOrigin } from './security/addresses.ts';
import { permissionAnswers } from './security/permissions.ts';
import { isAllowedRequest } from './security/requests.ts';

/** Closes every way that a page's session has out of the application; Electron's own answers are mostly yes. */
export function closeSession(session: Session, devServer: WindowOrigin | null, log: Log): void {
  session.setPermissionRequestHandler((_contents, permission, answer) => {
    log.error('A page asked for a permission', { permission });
    answer(permissionAnswers.request);
  });
  session.setPermissionCheckHandler(() => permissionAnswers.check);
  session.setDevicePermissionHandler(() => permissionAnswers.device);
  session.setDisplayMediaRequestHandler((_request, answer) => answer(null));
  // Asked for the classes that pages may claim: the protected ones stay protected.
  session.setUSBProtectedClassesHandler(({ protectedClasses }) => [...protectedClasses]);
  session.setBluetoothPairingHandler((_details, answer) => answer({ confirmed: false }));
  session.on('will-download', (event, item) => {
    event.preventDefault();
    log.error('A download was refused', { url: item.getURL() });
  });
  session.webRequest.onBeforeRequest((details, answer) => {
    const isAllowed = isAllowedRequest(details.url, devServer);
    if (!isAllowed) log.error('A request was refused', { url: details.url });
    answer({ cancel: !isAllowed });
  });
  session.setSpellCheckerEnabled(false);
  session.setProxy({ mode: 'direct' }).catch((error: unknown) => {
    log.error('The proxy could not be switched off', { error: String(error) });
  });
}
