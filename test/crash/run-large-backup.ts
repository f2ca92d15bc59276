import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { shopOfSize } from '../../bench/make-shop.ts';
import {
  cutDestination,
  fullDestination,
  noticesWrongCopies,
  takenDestination,
  unpluggedDestination,
} from './backup-places.ts';
import { backupInImport, backupWhileSelling, type LargeBackup } from './backup-while-selling.ts';
import { missingForLoopDisk } from './loop-disk.ts';
import { missingForPlaces } from './place-shop.ts';
import { createReport } from './report.ts';

/**
 * A backup of a large shop that sells, and places for backups that fail meanwhile: `node test/crash/run-large-backup.ts
 * [orders]`. A million orders are 2 GB; such a shop is made once and kept in the temp folder.
 */
const orders = Number(process.argv[2] ?? 10_000);
const seed = Number(process.env.SEED ?? 20261122);
const smallest = { orders: 10_000, products: 5000, customers: 5000 };
const size = orders > 100_000 ? { orders, products: 20_000, customers: 50_000 } : { ...smallest, orders };
const report = createReport();

function words({ bytes, copied, all, idle, meanwhile, caught }: LargeBackup): string {
  const seconds = (ms: number): string => `${Math.ceil(ms / 100) / 10} s`;
  return [
    `a backup of ${orders} orders, ${Math.floor(bytes / 1e6)} MB: copied in ${seconds(copied)}, verified in ${seconds(all)}`,
    `${meanwhile.orders} orders meanwhile, ${caught} of them in it`,
    `longest wait ${meanwhile.longest} ms (${idle.longest} with nothing else), 99 of 100 ${meanwhile.p99} (${idle.p99})`,
  ].join('; ');
}

const sold = await backupWhileSelling(size, seed);
report.tell(words(sold), sold.failures);
report.tell(
  'a backup while an import is open: made, verified, nothing of it inside',
  await backupInImport(smallest),
);
const shop = await shopOfSize(smallest);
const missing = missingForPlaces();
if (missing) {
  report.skip(`places for backups that are full or unplugged: ${missing}`);
} else {
  report.tell('a full place for backups: refused in words, nothing left', await fullDestination(shop));
  report.tell('a place that is unplugged: refused in words, nothing left', await unpluggedDestination(shop));
}
for (const system of ['ext4', 'xfs'] as const) {
  const none = missingForLoopDisk(system);
  if (none) report.skip(`a place for backups without power: ${none}`);
  else
    report.tell(
      `a place on ${system} that loses its power: what is said to be made is there`,
      await cutDestination(shop, system),
    );
}
report.tell('names that are taken: nothing is written over', await takenDestination());
const place = mkdtempSync(join(tmpdir(), 'orderlla-place-'));
const isNoticed = await noticesWrongCopies(shop, place);
rmSync(place, { recursive: true, force: true });
report.tell('copies that are not what their manifest says are noticed', isNoticed ? [] : ['they are not']);
report.end();
