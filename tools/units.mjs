/**
 * Unit and use-case tests. `node tools/units.mjs`, used by the long tests, passes its arguments on to vitest and ends
 * with the counts.
 */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { forget, judged, total, vitestCounts } from './counts.mjs';
import { cacheFolder, runTool } from './fresh-machine.mjs';
import { memoryDiskEnv } from './memory-disk.mjs';

/** Runs the tests that vitest finds by these arguments and returns their counts. */
export async function runUnits(args) {
  const report = join(cacheFolder('results'), 'unit.json');
  forget(report);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const code = await runTool('vitest', ['run', ...reporters, ...args], memoryDiskEnv());
  return judged('The unit tests', vitestCounts(report), code);
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  process.exitCode = total([['unit and use-case tests', await runUnits(process.argv.slice(2))]]);
}
