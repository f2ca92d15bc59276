/**
 * Which Electron starts the application here: the real one where its binary is or can be fetched, otherwise the
 * stand-in on an installed Chromium (`tools/electron-standin`). Plain Node 20, like all that runs before `npm ci`.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder, projectNode, root, say } from './fresh-machine.mjs';

const folder = join(root, 'node_modules', 'electron');
export const standinFolder = join(root, 'tools', 'electron-standin');
export const standinProgram = join(standinFolder, 'electron');

/** Path of the real Electron program, or null where it has not been downloaded. */
export function realElectron() {
  const pathFile = join(folder, 'path.txt');
  if (!existsSync(pathFile)) return null;
  const program = join(folder, 'dist', readFileSync(pathFile, 'utf8'));
  return existsSync(program) ? program : null;
}

/** True where a window can be shown. Windows and macOS always have a display. */
export function hasDisplay() {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/** Asks the download server for its headers only, so that a machine without the internet loses seconds, not minutes. */
async function downloadServerAnswers(version) {
  if (process.env.HTTPS_PROXY || process.env.https_proxy) return true;
  const mirror = process.env.ELECTRON_MIRROR ?? process.env.npm_config_electron_mirror;
  const url = mirror ?? `https://github.com/electron/electron/releases/tag/v${version}`;
  try {
    await fetch(url, { method: 'HEAD', redirect: 'manual', signal: AbortSignal.timeout(6000) });
    return true;
  } catch {
    return false;
  }
}

/**
 * The real Electron, downloaded by its own installer when it is missing. That is tried once for each version:
 * a failure is remembered in `.cache`, and `npx install-electron` tries again.
 */
export async function electronOrNull() {
  const found = realElectron();
  if (found || process.env.ELECTRON_SKIP_BINARY_DOWNLOAD) return found;
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const memory = join(cacheFolder('electron'), 'could-not-download');
  if (existsSync(memory) && readFileSync(memory, 'utf8') === version) return null;
  if (await downloadServerAnswers(version)) {
    say(`Downloading Electron ${version}.`);
    const options = { cwd: root, stdio: ['ignore', 'inherit', 'pipe'], timeout: 15 * 60_000 };
    spawnSync(projectNode(), [join(folder, 'install.js')], options);
  }
  if (!realElectron()) writeFileSync(memory, version);
  return realElectron();
}

/**
 * Environment for the journeys: the real Electron where it is. On Linux without a display that needs a virtual
 * one; where there is none the stand-in is used, and a sentence says so.
 */
export function journeyEnv() {
  const real = process.env.E2E_HOST ? process.env.E2E_HOST === 'electron' : realElectron() !== null;
  if (!real) return { E2E_HOST: 'standin' };
  if (hasDisplay()) return { E2E_HOST: 'electron' };
  say('Electron needs a display and there is none: the journeys run on the stand-in. (xvfb-run npm run e2e)');
  return { E2E_HOST: 'standin' };
}
