import { rmSync } from 'node:fs';
import { type BusyName, busyJobs } from './busy-jobs.ts';
import { killInLanes } from './kill-lanes.ts';
import { missingForPowerCut, powerCutImages, recordSale, withoutCommitSyncs } from './power-cut.ts';
import { powerCutInLanes } from './power-cut-lanes.ts';
import { prepareShop } from './prepare-shop.ts';
import { createReport } from './report.ts';

/**
 * Kills and power cuts on the real commands: placing, sending, cancelling, refunding, returning, receiving. `node test/crash/run.ts [kills] [images]`; every failure
 * names its seed. Each harness is also run against seeded bugs that it must notice, or it proves nothing.
 */
const kills = Number(process.argv[2] ?? 100);
const images = Number(process.argv[3] ?? 400);
const seed = Number(process.env.SEED ?? 20261122);

const report = createReport();

const shop = await prepareShop();
try {
  const killed = await killInLanes(shop, kills, seed);
  report.tell(
    `${kills} kills, ${killed.deeds} acknowledged deeds: none lost, nothing broken`,
    killed.failures,
  );
  for (const bug of ['early', 'notx'] as const) {
    const caught = (await killInLanes(shop, 12, seed, { bug })).failures.length;
    report.tell(
      `the kill harness notices the bug '${bug}' (${caught} findings in 12 kills)`,
      caught > 0 ? [] : ['it does not'],
    );
  }
  for (const job of Object.keys(busyJobs) as BusyName[]) {
    const busy = await killInLanes(shop, Math.ceil(kills / 20), seed, { job });
    report.tell(
      `${busy.rounds} kills beside '${job}', ${busy.deeds} acknowledged deeds: none lost, nothing half done`,
      busy.failures,
    );
  }
  const half = (await killInLanes(shop, 8, seed, { bug: 'notx', job: 'import' })).failures;
  const isNoticed = half.some((failure) => failure.includes('products came in'));
  report.tell(`the kill harness notices half an import (${half.length} findings in 8 kills)`, [
    ...(isNoticed ? [] : ['it does not']),
  ]);
  const missing = missingForPowerCut();
  if (missing) {
    report.skip(`power cuts: ${missing}`);
  } else {
    const cut = await powerCutInLanes(shop, 60, images, seed);
    report.tell(`${images} power-cut images of ${cut.deeds} deeds: none lost, nothing broken`, cut.failures);
    const { syncs, deeds } = await powerCutImages(await recordSale(shop, 200, 'none'), 0, seed);
    report.tell(`every deed reached the disk: ${syncs} syncs for ${deeds} deeds of 200 orders`, [
      ...(syncs >= deeds && deeds >= 200 ? [] : ['fewer syncs than deeds']),
    ]);
    const teeth = {
      early: await recordSale(shop, 60, 'early'),
      'synchronous=NORMAL': withoutCommitSyncs(await recordSale(shop, 60, 'none')),
    };
    for (const [bug, recording] of Object.entries(teeth)) {
      const caught = (await powerCutImages(recording, 60, seed)).failures.length;
      report.tell(
        `the power cut notices the bug '${bug}' (${caught} findings in 60 images)`,
        caught > 0 ? [] : ['it does not'],
      );
    }
  }
} finally {
  rmSync(shop, { recursive: true, force: true });
}
report.end();
