/** `npm run dev`: the window reloads as its sources change; main restarts. On the stand-in where Electron is missing. */
import { electronOrNull, standinProgram } from './electron-host.mjs';
import { ensureBrowser, ensureDependencies, runTool, say } from './fresh-machine.mjs';

ensureDependencies();
const env = {};
if (!(await electronOrNull())) {
  ensureBrowser();
  say('Electron could not be downloaded: using the stand-in in tools/electron-standin.');
  env.ELECTRON_EXEC_PATH = standinProgram;
}
process.exitCode = await runTool('electron-vite', ['dev', '--watch', ...process.argv.slice(2)], env);
