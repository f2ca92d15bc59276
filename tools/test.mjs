/**
 * `npm test`: installs what is missing, a browser included, builds, runs the unit and use-case tests and the daily
 * journeys. What takes longer: `npm run e2e` (all journeys) and `npm run test:long`.
 * Real Electron is used where `npm start` or `npx install-electron` has fetched it; tests download nothing.
 */
import { total } from './counts.mjs';
import { runJourneys } from './e2e.mjs';
import { journeyEnv } from './electron-host.mjs';
import { ensureBrowser, ensureBuild, ensureDependencies } from './fresh-machine.mjs';
import { runUnits } from './units.mjs';

ensureDependencies();
if (journeyEnv().E2E_HOST === 'standin') ensureBrowser();
await ensureBuild();
const units = await runUnits(['--project=node', '--project=window']);
const journeys = await runJourneys(['--grep=@daily']);
process.exitCode = total([
  ['unit and use-case tests', units],
  ['daily journeys', journeys],
]);
