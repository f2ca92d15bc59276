/**
 * What the scripts need before any dependency is there: so only Node's own modules, and nothing newer than
 * Node 20. Installs the dependencies, builds what is out of date, looks for a browser and for Electron.
 * The same on Windows, macOS and Linux: no shell is used except to reach `npm.cmd`.
 */
import { spawn, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

const windows = process.platform === 'win32';
const buildStamp = join(root, 'out', '.built');

/** One line to the person who started the script. */
export function say(line) {
  process.stderr.write(`${line}\n`);
}

/** Says why the script cannot go on, and ends it with code 1. */
export function giveUp(...lines) {
  for (const line of lines) say(line);
  process.exit(1);
}

/** The Node that everything of the project runs on: its own 24, whatever the machine has. */
export function projectNode() {
  const own = join(root, 'node_modules', 'node', 'bin', windows ? 'node.exe' : 'node');
  if (existsSync(own)) return own;
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  return giveUp(
    `Node 24 is needed and node_modules has none (this is ${process.version}).`,
    'npm was probably told to ignore install scripts. Run: npm rebuild node --ignore-scripts=false',
  );
}

/** Environment of child processes: the project's own Node first, so that nothing falls back to the machine's. */
function childEnv(extra = {}) {
  const key = Object.keys(process.env).find((name) => name.toUpperCase() === 'PATH') ?? 'PATH';
  const first = [dirname(projectNode()), join(root, 'node_modules', '.bin')];
  const env = { ...process.env, [key]: [...first, process.env[key]].join(windows ? ';' : ':'), ...extra };
  delete env.ELECTRON_RUN_AS_NODE;
  return env;
}

/** Runs a program in the project's folder with this terminal. Resolves to its exit code; a signal counts as 1. */
export function run(command, args, env = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, stdio: 'inherit', env: childEnv(env) });
    const stop = (signal) => child.kill(signal);
    const signals = ['SIGINT', 'SIGTERM'];
    for (const signal of signals) process.on(signal, stop);
    const done = (code) => {
      for (const signal of signals) process.off(signal, stop);
      resolve(code);
    };
    child.on('error', (error) => {
      say(`${command} could not be started: ${error.message}`);
      done(1);
    });
    child.on('exit', (code) => done(code ?? 1));
  });
}

/** Runs a script (or TypeScript file) of the project under its own Node. */
export function runNode(args, env = {}) {
  return run(projectNode(), args, env);
}

/** Runs a command-line tool out of node_modules, by package name: no `.cmd` files, no PATH. */
export function runTool(name, args, env = {}) {
  const folder = join(root, 'node_modules', name);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file =
    typeof bin === 'string' ? bin : (bin[name] ?? bin[name.split('/').at(-1)] ?? Object.values(bin)[0]);
  return runNode([join(folder, file), ...args], env);
}

function lockedPackages(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : null;
}

/**
 * True when what lies in node_modules is what the lock file asks for, whoever installed it. npm writes its own
 * list last, so an installation that was broken off has none; packages of other systems are optional.
 */
function isInstalled() {
  const installed = lockedPackages(join(root, 'node_modules', '.package-lock.json'));
  if (!installed) return false;
  const wanted = Object.entries(lockedPackages(join(root, 'package-lock.json')));
  return wanted.every(([path, { version, optional }]) => {
    const found = installed[path];
    return path === '' || (found ? found.version === version : Boolean(optional));
  });
}

function npm(args) {
  const cli = process.env.npm_execpath;
  const options = {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ELECTRON_SKIP_BINARY_DOWNLOAD: '1' },
  };
  if (cli && /npm-cli\.c?js$/u.test(cli)) return spawnSync(process.execPath, [cli, ...args], options).status;
  return spawnSync(windows ? 'npm.cmd' : 'npm', args, { ...options, shell: windows }).status;
}

/** Installs the locked dependencies when they are missing or the lock file has changed since. */
export function ensureDependencies() {
  if (isInstalled()) return;
  say('Installing the dependencies (npm ci). This takes a minute or two, once.');
  const inUse = process.execPath.startsWith(join(root, 'node_modules') + sep);
  // Windows cannot replace the node.exe that is running; there only what differs is installed.
  const args = windows && inUse ? ['install', '--no-save'] : ['ci'];
  if (npm([...args, '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']) !== 0) {
    giveUp('npm could not install the dependencies; its message is above.');
  }
  projectNode();
}

function newestChange(path) {
  const info = statSync(path);
  if (!info.isDirectory()) return info.mtimeMs;
  const names = readdirSync(path).filter((name) => !/\.test\.tsx?$/u.test(name));
  return Math.max(info.mtimeMs, ...names.map((name) => newestChange(join(path, name))));
}

/** True when `out/` is older than anything it is made of. */
function buildIsStale() {
  const parts = ['out/main/index.js', 'out/preload/index.cjs', 'out/renderer/index.html'];
  if (!existsSync(buildStamp) || parts.some((part) => !existsSync(join(root, part)))) return true;
  const sources = ['src', 'electron.vite.config.ts', 'package-lock.json', 'tsconfig.base.json'];
  return Math.max(...sources.map((name) => newestChange(join(root, name)))) > statSync(buildStamp).mtimeMs;
}

/** Builds main, preload and window into `out/` when a source is newer than the last build. */
export async function ensureBuild() {
  if (!buildIsStale()) return;
  say('Building.');
  const begun = new Date();
  if ((await runTool('electron-vite', ['build', '--logLevel', 'warn'])) !== 0) giveUp('The build failed.');
  writeFileSync(buildStamp, '');
  utimesSync(buildStamp, begun, begun);
}

/** A Chromium or Chrome on this machine, or null. `CHROMIUM_PATH` names one that is somewhere else. */
export function findBrowser() {
  const onPath = [
    'chromium',
    'chromium-headless-shell',
    'chromium-browser',
    'google-chrome',
    'google-chrome-stable',
    'microsoft-edge',
  ];
  const folders = (process.env.PATH ?? '').split(windows ? ';' : ':').filter(Boolean);
  const programs = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA];
  const places = [
    process.env.CHROMIUM_PATH,
    ...(windows ? [] : folders.flatMap((folder) => onPath.map((name) => join(folder, name)))),
    '/snap/bin/chromium',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    ...programs
      .filter(Boolean)
      .map((folder) => join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe')),
  ];
  return places.find((path) => path && existsSync(path)) ?? null;
}

/** How Debian's packages are installed here; null where this is another system, or nobody may. */
export function debianPackages() {
  if (process.platform !== 'linux' || !existsSync('/etc/debian_version')) return null;
  const asRoot = process.getuid() === 0;
  if (!asRoot && spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status !== 0) return null;
  const apt = (...args) => {
    const command = ['env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-qq', '-y', ...args];
    const [program, ...rest] = asRoot ? command : ['sudo', '-n', ...command];
    return spawnSync(program, rest, { stdio: ['ignore', 'inherit', 'inherit'] }).status === 0;
  };
  return {
    update: () => apt('update'),
    install: (...packages) => apt('install', '--no-install-recommends', ...packages),
  };
}

function installChromium() {
  const debian = debianPackages();
  if (!debian) return;
  say('No Chromium here: installing the one of the distribution (apt-get install chromium).');
  if (!debian.install('chromium')) {
    debian.update();
    debian.install('chromium');
  }
  // Starts faster and ran steadier in long series; where the distribution has none, the full browser does.
  debian.install('chromium-headless-shell');
}

/** Makes sure that there is a browser for the stand-in; installs Debian's where it may, else says what to do. */
export function ensureBrowser() {
  if (!findBrowser()) installChromium();
  const browser = findBrowser();
  if (browser) return browser;
  return giveUp(
    'A browser is needed in place of Electron, and none was found.',
    'Install Chromium or Google Chrome (Debian: sudo apt-get install chromium), or set CHROMIUM_PATH to its path.',
  );
}

/** Makes a folder under `.cache/`, where scripts keep what may be thrown away. */
export function cacheFolder(name) {
  const path = join(root, '.cache', name);
  mkdirSync(path, { recursive: true });
  return path;
}
