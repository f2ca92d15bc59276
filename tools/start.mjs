/** `npm start`: installs what is missing, builds what is out of date, opens Orderlla. */
import { existsSync } from 'node:fs';
import { electronOrNull, hasDisplay, standinProgram } from './electron-host.mjs';
import { ensureBrowser, ensureBuild, ensureDependencies, giveUp, root, run, say } from './fresh-machine.mjs';

if (!hasDisplay()) {
  giveUp(
    'There is no display here (DISPLAY and WAYLAND_DISPLAY are empty), so no window can open.',
    'To see Orderlla at work on this machine run: npm run tour (it leaves a numbered screenshot of each step)',
  );
}

ensureDependencies();
await ensureBuild();
const args = process.argv.slice(2);
const electron = await electronOrNull();
if (electron) {
  const asRoot = process.platform === 'linux' && process.getuid() === 0;
  if (asRoot) say('Started as root, where Chromium has no sandbox: use an ordinary account for a real shop.');
  process.exitCode = await run(electron, [root, ...(asRoot ? ['--no-sandbox'] : []), ...args]);
} else if (process.platform === 'win32' || !existsSync(standinProgram)) {
  giveUp(
    'Electron could not be downloaded. With a network, run: npx install-electron, then npm start again.',
  );
} else {
  ensureBrowser();
  say(
    'Electron could not be downloaded, so Orderlla opens in Chromium, by the stand-in in tools/electron-standin.',
  );
  process.exitCode = await run(standinProgram, [root, ...args]);
}
