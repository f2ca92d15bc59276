import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/**
 * The long tests: `npm run test:long`, and with `--ci` in the sizes that each submission can afford. Kills, power cuts
 * and damage on the real commands, random days of trading against the model and of reports against SQL, what both models
 * must notice, walks of the clock over the hourly timer, hostile input to every call, every hostile text in every field,
 * on every screen and paper, hours of selling, files that are made to break whoever reads them, and windows that crash;
 * every failure names its seed.
 */
const isCi = process.argv.includes('--ci');
const root = join(import.meta.dirname, '../..');

type Counts = { readonly passed: number; readonly failed: number };

/** Runs one of them, passing on what it says. What it counts itself counts here; otherwise it is one test. */
async function run(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Counts> {
  const child = spawn(process.execPath, [...args], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...env },
  });
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    process.stdout.write(text);
    said = `${said}${text}`.slice(-4000);
  });
  const [code] = await once(child, 'close');
  const counted = [...said.matchAll(/^(\d+) passed, (\d+) failed$/gmu)].at(-1);
  const counts = { passed: Number(counted?.[1] ?? (code === 0 ? 1 : 0)), failed: Number(counted?.[2] ?? 0) };
  return code === 0 || counts.failed > 0 ? counts : { ...counts, failed: 1 };
}

const crashes = ['test/crash/run.ts', ...(isCi ? ['100', '400'] : ['1000', '5000'])];
const units = 'tools/units.mjs';
const walks = [
  '.long.test.ts',
  'test/model/trading.test.ts',
  'src/main/app/clock-walks.test.ts',
  'src/main/app/hostile-input.test.ts',
];
const changes = ['test/crash/run-changes.ts', ...(isCi ? ['2', '--few'] : ['60'])];
const soak = ['test/long/run-soak.ts', ...(isCi ? ['2', '400'] : ['8', '5000'])];
const outcomes = [
  await run(crashes),
  await run(['test/crash/run-places.ts']),
  await run(['test/crash/run-damage.ts', isCi ? '200' : '1200']),
  await run(['test/crash/run-long-log.ts', isCi ? '16' : '64']),
  await run(['test/crash/run-disks.ts', isCi ? '3' : '20']),
  await run(['test/crash/run-backups.ts', isCi ? '6' : '200']),
  await run(['test/crash/run-large-backup.ts', isCi ? '10000' : '1000000']),
  await run(changes),
  await run(soak),
  await run(['test/long/run-bombs.ts', isCi ? '8' : '64']),
  await run(['test/long/run-window-crashes.ts', isCi ? '5' : '50']),
  // Beside each other, as one takes as long as the others together.
  await run([units, ...walks], {
    ORDERLLA_REPORT_RUNS: isCi ? '20' : '300',
    ORDERLLA_MODEL_RUNS: isCi ? '100' : '2000',
    ORDERLLA_CLOCK_WALKS: isCi ? '300' : '10000',
    ORDERLLA_HOSTILE_RUNS: isCi ? '25' : '1000',
  }),
];
if (!isCi) {
  outcomes.push(await run([units, 'src/main/features/csv/exact-cell'], { ORDERLLA_CSV_TABLES: '50000' }));
  outcomes.push(await run([units, 'src/main/keeper/csv-older'], { ORDERLLA_CSV_ROWS: '200000' }));
  outcomes.push(await run([units, 'src/main/app/hostile-texts.test.ts'], { ORDERLLA_HOSTILE_TEXTS: 'all' }));
  outcomes.push(await run([units, 'tools/gallery'], { ORDERLLA_LOOKS: 'all' }));
  outcomes.push(await run(['tools/e2e.mjs', 'screens', 'palette'], { ORDERLLA_LOOKS: 'all' }));
  outcomes.push(await run(['tools/e2e.mjs', 'hostile-texts'], { ORDERLLA_HOSTILE_TEXTS: 'all' }));
}
const sum = (kind: keyof Counts): number => outcomes.reduce((total, one) => total + one[kind], 0);
process.stdout.write(`${sum('passed')} passed, ${sum('failed')} failed\n`);
process.exitCode = sum('failed') === 0 ? 0 : 1;
