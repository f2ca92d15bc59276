import { rmSync } from 'node:fs';
import { heldByAnother, immutable, missingForImmutable, readOnlyFolder } from './barred-places.ts';
import { failingDisk, missingForFailingDisk } from './failing-disk.ts';
import { missingForPlaces, type PlaceReport } from './place-shop.ts';
import { fullDisk, pulledAway } from './places.ts';
import { prepareShop } from './prepare-shop.ts';
import { createReport } from './report.ts';
import { reserveGivenUp } from './reserve-place.ts';
import { staleLog } from './stale-log.ts';

/**
 * A full disk, one that fails, files pulled away under the open shop, files and folders that nobody may write in, and
 * another program that holds the file: `node test/crash/run-places.ts`. What acknowledges a sale that is not on disk must be noticed.
 */
const report = createReport();

function notices(name: string, { failures }: PlaceReport): void {
  report.tell(`${name} notices sales that only seem to be on disk (${failures.length} findings)`, [
    ...(failures.length > 0 ? [] : ['it does not']),
  ]);
}

/** Each sale was refused or is in the file, and each refusal was in words. */
async function tryOut(name: string, missing: string | null, work: () => Promise<PlaceReport>): Promise<void> {
  if (missing) return report.skip(`${name}: ${missing}`);
  const { acknowledged, refused, failures } = await work();
  report.tell(`${name}: ${acknowledged} sales acknowledged, ${refused} refused, none lost`, failures);
}

const shop = await prepareShop();
try {
  const missing = missingForPlaces();
  await tryOut('a full disk', missing, () => fullDisk(shop));
  if (!missing) notices('the full disk', await fullDisk(shop, 'swallow'));
  await tryOut('a full disk and its reserve given up', missing, () => reserveGivenUp(shop));
  await tryOut('a folder that is read-only at start', missing, () => readOnlyFolder(shop));
  await tryOut('files that nobody may write', missingForImmutable(), () => immutable(shop));
  const isWindows = process.platform === 'win32';
  const onWindows = isWindows ? 'Windows lets nobody do that to an open file' : null;
  await tryOut('files pulled away in 5 ways', onWindows, () => pulledAway(shop));
  if (!isWindows) notices('pulling files away', await pulledAway(shop, 'swallow'));
  const missingFailing = missingForFailingDisk();
  await tryOut('a disk that fails to read, write or sync', missingFailing, () => failingDisk(shop));
  if (!missingFailing) notices('the failing disk', await failingDisk(shop, 'swallow'));
  await tryOut('a file that another process holds', null, () => heldByAnother(shop));
  const stale = await staleLog(shop);
  report.tell(
    `an old log of writes put beside a closed shop: told at the start in ${stale.refused} of 3 ways`,
    [...stale.failures],
  );
} finally {
  rmSync(shop, { recursive: true, force: true });
}
report.end();
