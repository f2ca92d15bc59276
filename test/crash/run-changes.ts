import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fixtures, layFixture } from '../support/fixtures.ts';
import type { ChangeJob } from './change-jobs.ts';
import { buildStopper, everything, killAtChanges } from './kill-at-change.ts';
import { missingForPowerCut } from './power-cut.ts';
import { createReport } from './report.ts';

/**
 * What changes of a file leave behind, while a shop is upgraded, backed up, restored and moved: `node
 * test/crash/run-changes.ts [real kills a job]` looks at every single one, with `--few` at some that the seed chooses.
 * Bugs that the harness must notice come last, or it proves nothing.
 */
const [kills = 4] = process.argv.slice(2).map(Number).filter(Number.isFinite);
const seed = Number(process.env.SEED ?? 20261122);
const few = process.argv.includes('--few');
const size = { ...(few ? { every: 6, states: 4 } : everything), kills, seed };
const report = createReport();
const withSeed = (failure: string): string => `${failure} (seed ${seed})`;

const missing = missingForPowerCut();
if (missing) {
  report.skip(`kills at every change of a file: ${missing}`);
} else {
  const tools = mkdtempSync(join(tmpdir(), 'orderlla-stopper-'));
  try {
    await runAll(buildStopper(tools));
  } finally {
    rmSync(tools, { recursive: true, force: true });
  }
}
report.end();

async function runAll(library: string): Promise<void> {
  const all = fixtures();
  const newest = all.at(-1);
  const older = all.find(({ schema }) => schema === 9);
  if (!newest || !older) throw new Error('there are no fixtures');
  const good = async (job: ChangeJob, words: string, lay: (folder: string) => void): Promise<void> => {
    const { changes, states, failures } = await killAtChanges(library, job, lay, size);
    report.tell(
      `${words}: ${changes} changes, ${states} states, each the old shop whole or the new one`,
      failures.map(withSeed),
    );
  };
  for (const fixture of all) {
    await good('upgrade', `an upgrade from schema ${fixture.schema}`, (folder) =>
      layFixture(fixture, folder),
    );
  }
  await good('backup', 'a backup', (folder) => layFixture(newest, folder));
  await good('move', 'a move', (folder) => layFixture(newest, folder));
  await good('restore', 'a restore', (folder) => {
    layFixture(older, folder);
    cpSync(join(folder, 'shop.db'), join(folder, 'backup.db'));
    layFixture(newest, folder);
  });
  const seeded = [
    'two renames',
    'migrating in place without a transaction',
    'a backup that has its name too soon',
  ] as const;
  for (const bug of seeded) {
    const { failures } = await killAtChanges(library, bug, (folder) => layFixture(older, folder), {
      ...size,
      kills: 0,
    });
    report.tell(
      `the harness notices ${bug} (${failures.length} findings)`,
      failures.length > 0 ? [] : ['it does not'],
    );
  }
}
