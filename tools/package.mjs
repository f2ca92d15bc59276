/** `npm run package`: the installable application for this system, in `dist/`. Needs the network the first time. */
import { ensureBuild, ensureDependencies, runTool } from './fresh-machine.mjs';

ensureDependencies();
await ensureBuild();
process.exitCode = await runTool('electron-builder', ['--publish', 'never', ...process.argv.slice(2)]);
