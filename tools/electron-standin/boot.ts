import { existsSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Chromium } from './browser/chromium.ts';
import { isHeadless } from './browser/find-browser.ts';
import { commandLine, parseCommandLine, switchesForChromium } from './command-line.ts';
import { debug, say } from './debug.ts';
import { app, becomeReady } from './main/app.ts';
import { appPath, identity } from './main/app-paths.ts';
import { quit, quitFrom } from './main/quit.ts';
import { serveRequests } from './main/requests.ts';
import { watchDownloads } from './main/session.ts';
import { contentsOfTarget, currentBrowser, setBrowser } from './main/state.ts';

type Package = {
  readonly main?: string;
  readonly name?: string;
  readonly productName?: string;
  readonly version?: string;
};

const require = createRequire(import.meta.url);

function readPackage(folder: string): Package | null {
  const path = join(folder, 'package.json');
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Package) : null;
}

/** Finds the application's main file and notes who the application is. */
function findMain(application: string): string {
  const path = resolve(application);
  const isFolder = existsSync(path) && statSync(path).isDirectory();
  const folder = isFolder ? path : dirname(path);
  const described = readPackage(folder);
  identity.appPath = folder;
  identity.name = described?.productName ?? described?.name ?? 'Electron';
  identity.version = described?.version ?? '0.0.0';
  const main = isFolder ? join(folder, described?.main ?? 'index.js') : path;
  if (!existsSync(main)) throw new Error(`Unable to find Electron app at ${main}`);
  return main;
}

function becomeElectron(raw: readonly string[]): void {
  const electron = require('electron/package.json') as { readonly version: string };
  process.argv = [process.env.STANDIN_EXECUTABLE ?? process.execPath, ...raw];
  const properties = {
    type: 'browser',
    resourcesPath: join(import.meta.dirname, 'resources'),
    defaultApp: app.isPackaged ? undefined : true,
  };
  for (const [name, value] of Object.entries(properties))
    Object.defineProperty(process, name, { value, configurable: true });
  const versions = Object.create(null) as Record<string, string>;
  Object.assign(versions, process.versions, { electron: electron.version });
  Object.defineProperty(versions, 'chrome', { get: () => currentBrowser()?.version ?? '', enumerable: true });
  Object.defineProperty(process, 'versions', { value: Object.freeze(versions), configurable: true });
}

/** As Electron does: an error in main is told, and the application lives on. Before `ready` it cannot. */
function surviveErrors(): void {
  process.on('uncaughtException', (error) => {
    if (process.listenerCount('uncaughtException') > 1) return;
    console.error('A JavaScript error occurred in the main process\nUncaught Exception:\n', error);
    if (!app.isReady() && currentBrowser() === null) process.exit(1);
  });
}

function followPages(browser: Chromium): void {
  browser.on('popup', (page) => contentsOfTarget(page.openerId)?.popups.arrived(page));
  browser.on('destroyed', (targetId) => contentsOfTarget(targetId)?.owner?.gone());
  browser.on('crashed', (targetId, status, code) => contentsOfTarget(targetId)?.crashedWith(status, code));
  browser.on('gone', (text: string) => {
    say(text);
    process.exit(1);
  });
}

async function startBrowser(): Promise<void> {
  const port = commandLine.getSwitchValue('remote-debugging-port');
  const browser = new Chromium({
    profile: appPath('userData'),
    headless: isHeadless(),
    locale: app.getLocale(),
    debuggingPort: commandLine.hasSwitch('remote-debugging-port') ? port || '0' : null,
    switches: switchesForChromium(),
  });
  followPages(browser);
  serveRequests(browser);
  watchDownloads(browser);
  await browser.start();
  debug('chromium', browser.version);
  setBrowser(browser);
  becomeReady();
}

async function start(): Promise<void> {
  const raw = process.argv.slice(2);
  const line = parseCommandLine(raw);
  if (line.application === null) throw new Error('Give the folder of an application');
  becomeElectron(raw);
  surviveErrors();
  quitFrom(app);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, quit);
  const main = findMain(line.application);
  for (const module of line.requires) require(resolve(module));
  await import(pathToFileURL(main).href);
  await startBrowser();
}

start().catch((error: unknown) => {
  console.error('electron stand-in:', error);
  process.exit(1);
});
