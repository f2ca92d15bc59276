import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { app, protocol } from 'electron';
import { systemClock } from './clock.ts';
import { createLogFile } from './log-file.ts';
import { setMenu } from './menu.ts';
import { profileFolder } from './profile.ts';
import { runShop } from './run-shop.ts';
import { forbiddenSwitch } from './security/forbidden-switches.ts';
import { appSchemes } from './security/protocol-privileges.ts';

/** Starts the application: what must be decided before Electron is ready, then the shop and its window. */
export function start(): void {
  const refused = app.isPackaged ? forbiddenSwitch((name) => app.commandLine.hasSwitch(name)) : null;
  if (refused !== null) {
    process.stderr.write(`Orderlla does not start with --${refused}.\n`);
    app.exit(1);
    return;
  }
  const profile = profileFolder(process.argv, app.isPackaged);
  if (profile !== null) app.setPath('userData', profile);
  const folder = app.getPath('userData');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (process.platform !== 'win32') chmodSync(folder, 0o700);

  app.enableSandbox();
  if (!app.requestSingleInstanceLock()) {
    // The first one was told, and comes to the front.
    app.quit();
    return;
  }
  protocol.registerSchemesAsPrivileged(appSchemes());
  setMenu({ isPackaged: app.isPackaged, platform: process.platform });

  const log = createLogFile({
    folder: join(folder, 'logs'),
    clock: systemClock,
    ...(app.isPackaged ? {} : { echo: (line: string) => void process.stderr.write(line) }),
  });
  process.on('unhandledRejection', (error) => log.error('A promise failed unheard', { error }));
  process.on('uncaughtException', (error) => log.error('A fault was not caught', { error }));
  log.info('Orderlla starts', {
    version: app.getVersion(),
    platform: process.platform,
    packaged: app.isPackaged,
  });
  runShop({ folder, log, clock: systemClock }).catch((error: unknown) => {
    log.error('Orderlla could not start', { error });
    app.exit(1);
  });
}
