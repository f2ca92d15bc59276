import { homedir, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** What the application's package says about itself. */
export type AppIdentity = { name: string; version: string; appPath: string };

/** Filled by the start from the application's package.json. */
export const identity: AppIdentity = { name: 'Electron', version: '0.0.0', appPath: process.cwd() };

const overrides = new Map<string, string>();

function appData(): string {
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support');
  if (process.platform === 'win32') return process.env.APPDATA ?? join(homedir(), 'AppData', 'Roaming');
  return process.env.XDG_CONFIG_HOME ?? join(homedir(), '.config');
}

const HOME_FOLDERS: Readonly<Record<string, string>> = {
  desktop: 'Desktop',
  documents: 'Documents',
  downloads: 'Downloads',
  music: 'Music',
  pictures: 'Pictures',
  videos: 'Videos',
};

function defaultPath(name: string): string {
  const inHome = HOME_FOLDERS[name];
  if (inHome !== undefined) return join(homedir(), inHome);
  switch (name) {
    case 'home':
      return homedir();
    case 'appData':
      return appData();
    case 'userData':
      return join(appPath('appData'), identity.name);
    case 'sessionData':
      return appPath('userData');
    case 'logs':
      return join(appPath('userData'), 'logs');
    case 'crashDumps':
      return join(appPath('userData'), 'Crashpad');
    case 'temp':
      return tmpdir();
    case 'exe':
    case 'module':
      return process.env.STANDIN_EXECUTABLE ?? process.execPath;
    default:
      throw new Error(`Failed to get '${name}' path`);
  }
}

/** `app.getPath` */
export function appPath(name: string): string {
  return overrides.get(name) ?? defaultPath(name);
}

/** `app.setPath`: an absolute path, as Electron demands. */
export function setAppPath(name: string, path: string): void {
  defaultPath(name);
  if (resolve(path) !== path.replace(/(.)[\\/]+$/, '$1')) throw new Error('Path must be absolute');
  overrides.set(name, path);
}
