/** `npm run e2e`: the journeys through the built application. Arguments go on to Playwright. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { forget, judged, playwrightCounts, total } from './counts.mjs';
import { journeyEnv } from './electron-host.mjs';
import {
  cacheFolder,
  ensureBrowser,
  ensureBuild,
  ensureDependencies,
  runTool,
  say,
} from './fresh-machine.mjs';
import { memoryDiskEnv } from './memory-disk.mjs';

/** Runs the journeys and returns their counts. */
export async function runJourneys(args = []) {
  const report = join(cacheFolder('results'), 'journeys.json');
  forget(report);
  const env = journeyEnv();
  const host = env.E2E_HOST === 'electron' ? 'real Electron' : 'the stand-in (real Electron is not run here)';
  say(`Journeys on ${host}.`);
  const config = ['test', '-c', 'test/e2e/playwright.config.ts'];
  const code = await runTool('playwright', [...config, ...args], {
    ...memoryDiskEnv(),
    ...env,
    PLAYWRIGHT_JSON_OUTPUT_FILE: report,
  });
  return judged('The journeys', playwrightCounts(report), code);
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  ensureDependencies();
  if (journeyEnv().E2E_HOST === 'standin') ensureBrowser();
  await ensureBuild();
  process.exitCode = total([['journeys', await runJourneys(process.argv.slice(2))]]);
}
