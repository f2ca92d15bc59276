/**
 * `npm test`: installs what is missing, a browser included, builds, runs every test and every journey.
 * Real Electron is used where `npm start` or `npx install-electron` has fetched it; tests download nothing.
 */
import { join } from 'node:path';
import { forget, judged, total, vitestCounts } from './counts.mjs';
import { runJourneys } from './e2e.mjs';
import { journeyEnv } from './electron-host.mjs';
import { cacheFolder, ensureBrowser, ensureBuild, ensureDependencies, runTool } from './fresh-machine.mjs';
import { memoryDiskEnv } from './memory-disk.mjs';

async function runUnits() {
  const report = join(cacheFolder('results'), 'unit.json');
  forget(report);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const code = await runTool('vitest', ['run', ...reporters], memoryDiskEnv());
  return judged('The unit tests', vitestCounts(report), code);
}

ensureDependencies();
if (journeyEnv().E2E_HOST === 'standin') ensureBrowser();
await ensureBuild();
const units = await runUnits();
const journeys = await runJourneys();
process.exitCode = total([
  ['unit and use-case tests', units],
  ['journeys', journeys],
]);
