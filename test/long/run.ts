import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/**
 * The long tests: `npm run test:long`, and with `--ci` in the sizes that each submission can afford.
 * Kills and power cuts on the real order command; every failure names its seed.
 */
const isCi = process.argv.includes('--ci');
const [kills, images] = isCi ? [100, 400] : [1000, 5000];
const harness = join(import.meta.dirname, '../crash/run.ts');
const { status } = spawnSync(process.execPath, [harness, String(kills), String(images)], {
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
