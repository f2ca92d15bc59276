/**
 * `npm run check`: everything that can be said of the code without running the application, and the packages.
 * Each check is run even when one before it failed; each counts as one, the package checks as many as they are.
 */
import { join } from 'node:path';
import { forget, judged, total, writtenCounts } from './counts.mjs';
import {
  cacheFolder,
  ensureBrowser,
  ensureBuild,
  ensureDependencies,
  runNode,
  runTool,
} from './fresh-machine.mjs';

const checks = [
  ['format and lint', () => runTool('@biomejs/biome', ['ci', '--error-on-warnings', '.'])],
  ['types', () => runTool('typescript', ['-b'])],
  ['unused code and dependencies', () => runTool('knip', [])],
  ['walls, bans, cycles, orphans, file sizes', () => runNode(['tools/check-source.ts'])],
  ['docs/schema.sql is the migrated schema', () => runNode(['tools/schema.ts'])],
  ['pages and their links', () => runNode(['tools/check-docs.ts'])],
  ['the built files', () => runNode(['tools/check-out.ts'])],
];

async function checkPackages() {
  const report = join(cacheFolder('results'), 'packages.json');
  forget(report);
  const code = await runNode(['tools/package-check/check-packages.ts']);
  return judged('The package checks', writtenCounts(report), code);
}

ensureDependencies();
if (process.platform === 'linux') ensureBrowser();
await ensureBuild();
const stages = [];
for (const [name, check] of checks) {
  const code = await check();
  stages.push([name, { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 }]);
}
stages.push(['packages for Linux, Windows and macOS', await checkPackages()]);
process.exitCode = total(stages);
