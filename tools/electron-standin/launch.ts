import type { ChildProcess } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { _electron, type ElectronApplication } from 'playwright';
import { findBrowser, NO_BROWSER } from './browser/find-browser.ts';

/** How long an application may take to start or to end on a busy machine. */
const START_TIMEOUT_MS = 120_000;
const CLOSE_TIMEOUT_MS = 30_000;

/** A started application, real Electron or stand-in. */
export type Launched = {
  readonly app: ElectronApplication;
  /** Everything the process has written so far, for the report of a failed test. */
  readonly output: () => string;
  /** Asks the application to quit, and ends it when it does not. */
  readonly close: () => Promise<void>;
};

/** What to start. `folder` holds the application's package.json. */
export type LaunchOptions = {
  readonly folder: string;
  readonly profile: string;
  /** Words before the application's folder, such as `-r` and a file to load first. */
  readonly before?: readonly string[];
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
};

/** E2E_HOST decides (`electron` or `standin`); else whether Electron's binary has been downloaded. */
export function usesRealElectron(): boolean {
  const asked = process.env.E2E_HOST;
  if (asked) return asked === 'electron';
  const folder = join(createRequire(import.meta.url).resolve('electron/package.json'), '..');
  return existsSync(join(folder, 'path.txt'));
}

/** Fails at once, with a sentence that helps, where the stand-in has no browser. */
function prepareStandIn(): void {
  if (findBrowser(true) === null) throw new Error(NO_BROWSER);
  process.env.ELECTRON_OVERRIDE_DIST_PATH = import.meta.dirname;
}

function environment(extra: Readonly<Record<string, string>>): Record<string, string> {
  const own = Object.entries(process.env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  // Windows that nobody looks at stay invisible, unless somebody wants to look (E2E_HEADED=1).
  const headless = process.env.E2E_HEADED === '1' ? {} : { STANDIN_HEADLESS: '1' };
  const { NODE_OPTIONS: _options, ELECTRON_RUN_AS_NODE: _asNode, ...rest } = Object.fromEntries(own);
  return { ...rest, ...headless, ...extra };
}

function collectOutput({ stdout, stderr }: ChildProcess): () => string {
  const chunks: string[] = [];
  for (const stream of [stdout, stderr]) stream?.on('data', (chunk: Buffer) => chunks.push(chunk.toString()));
  return () => chunks.join('');
}

async function closeOrKill(app: ElectronApplication, child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const timer = setTimeout(() => child.kill('SIGKILL'), CLOSE_TIMEOUT_MS);
  await Promise.race([app.close().catch(() => undefined), ended]);
  await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, CLOSE_TIMEOUT_MS))]);
  clearTimeout(timer);
}

/**
 * Starts an application on a private profile folder. The application must read `--profile=<folder>`
 * before it takes its lock. Playwright leaves the page's colours alone, so that `nativeTheme` decides.
 */
export async function launchElectron(options: LaunchOptions): Promise<Launched> {
  if (!usesRealElectron()) prepareStandIn();
  const app = await _electron.launch({
    cwd: options.folder,
    args: [...(options.before ?? []), '.', `--profile=${options.profile}`, ...(options.args ?? [])],
    env: environment(options.env ?? {}),
    colorScheme: null,
    timeout: START_TIMEOUT_MS,
  });
  // Taken now: Playwright forgets the process when it has ended.
  const child = app.process();
  return { app, output: collectOutput(child), close: () => closeOrKill(app, child) };
}

/** The version of the Electron package, for reports. */
export function electronVersion(): string {
  const path = createRequire(import.meta.url).resolve('electron/package.json');
  return (JSON.parse(readFileSync(path, 'utf8')) as { readonly version: string }).version;
}
