import { rmSync } from 'node:fs';
import { diskCuts } from './disk-cut.ts';
import { missingForLoopDisk } from './loop-disk.ts';
import { prepareShop } from './prepare-shop.ts';
import { createReport } from './report.ts';
import { missingForTrace, tracedSyncs } from './traced-syncs.ts';

/**
 * Power cuts on real file systems, and the syncs that the system itself counts: `node test/crash/run-disks.ts [cuts of
 * each file system]`; every failure names its seed. What does not wait for the disk must be noticed by both.
 */
const cuts = Number(process.argv[2] ?? 3);
const seed = Number(process.env.SEED ?? 20261122);
const report = createReport();

const shop = await prepareShop();
try {
  for (const system of ['ext4', 'xfs'] as const) {
    const missing = missingForLoopDisk(system);
    if (missing) {
      report.skip(`power cuts on ${system}: ${missing}`);
      continue;
    }
    const { deeds, failures } = await diskCuts(shop, system, { rounds: cuts, seed });
    report.tell(`${cuts} power cuts on ${system}, ${deeds} acknowledged deeds: none lost`, failures);
    const careless = await diskCuts(shop, system, { rounds: 20, seed, bug: 'normal' });
    report.tell(`${system} notices synchronous=NORMAL (in round ${careless.rounds})`, [
      ...(careless.failures.some((failure) => failure.includes(' lost')) ? [] : ['it does not']),
    ]);
  }
  await countSyncs();
} finally {
  rmSync(shop, { recursive: true, force: true });
}
report.end();

async function countSyncs(): Promise<void> {
  const missing = missingForTrace();
  if (missing) return report.skip(`syncs that the system counts: ${missing}`);
  const { syncs, deeds } = await tracedSyncs(shop, 200, 'none');
  report.tell(`the system counts ${syncs} syncs for ${deeds} deeds of 200 orders`, [
    ...(syncs >= deeds && deeds >= 200 ? [] : ['fewer syncs than deeds']),
  ]);
  const careless = await tracedSyncs(shop, 200, 'normal');
  report.tell(`counting them notices synchronous=NORMAL (${careless.syncs} syncs)`, [
    ...(careless.syncs < 200 ? [] : ['it does not']),
  ]);
}
