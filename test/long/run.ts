import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/**
 * The long tests: `npm run test:long`, and with `--ci` in the sizes that each submission can afford, where the unit
 * tests have their own. Kills and power cuts on the real commands, random days of trading against the model, and of
 * reports against SQL, walks of the clock over the hourly timer, hostile input to every call, every hostile text in
 * every field, on every screen and paper, and hours of selling; every failure names its seed.
 */
const isCi = process.argv.includes('--ci');
const root = join(import.meta.dirname, '../..');

function run(args: readonly string[], env: Readonly<Record<string, string>> = {}): boolean {
  const options = { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } } as const;
  return spawnSync(process.execPath, [...args], options).status === 0;
}

const crashes = ['test/crash/run.ts', ...(isCi ? ['100', '400'] : ['1000', '5000'])];
const vitest = ['node_modules/vitest/vitest.mjs', 'run'];
const reports = [...vitest, 'test/model/reports-trading.test.ts'];
const changes = ['test/crash/run-changes.ts', ...(isCi ? ['2', '--few'] : ['60'])];
const soak = ['test/long/run-soak.ts', ...(isCi ? ['2', '400'] : ['8', '5000'])];
const outcomes = [
  run(crashes),
  run(['test/crash/run-places.ts']),
  run(['test/crash/run-backups.ts', isCi ? '6' : '200']),
  run(changes),
  run(soak),
  run(reports, { ORDERLLA_REPORT_RUNS: isCi ? '20' : '300' }),
];
if (!isCi) {
  outcomes.push(run([...vitest, 'test/model/trading.test.ts'], { ORDERLLA_MODEL_RUNS: '2000' }));
  outcomes.push(run([...vitest, 'src/main/features/csv/exact-cell'], { ORDERLLA_CSV_TABLES: '50000' }));
  outcomes.push(run([...vitest, 'src/main/keeper/csv-older'], { ORDERLLA_CSV_ROWS: '200000' }));
  outcomes.push(run([...vitest, 'src/main/app/clock-walks.test.ts'], { ORDERLLA_CLOCK_WALKS: '10000' }));
  outcomes.push(run([...vitest, 'src/main/app/hostile-input.test.ts'], { ORDERLLA_HOSTILE_RUNS: '1000' }));
  outcomes.push(run([...vitest, 'src/main/app/hostile-texts.test.ts'], { ORDERLLA_HOSTILE_TEXTS: 'all' }));
  outcomes.push(run(['tools/e2e.mjs', 'hostile-texts'], { ORDERLLA_HOSTILE_TEXTS: 'all' }));
}
const failed = outcomes.filter((isGood) => !isGood).length;
process.stdout.write(`${outcomes.length - failed} long tests passed, ${failed} failed\n`);
process.exitCode = failed === 0 ? 0 : 1;
