import { rmSync } from 'node:fs';
import { fullDisk, heldByAnother, missingForPlaces, type PlaceReport, pulledAway } from './places.ts';
import { prepareShop } from './prepare-shop.ts';
import { createReport } from './report.ts';

/**
 * A full disk, files pulled away under the open shop, and another program that holds the file: `node
 * test/crash/run-places.ts`. What acknowledges a sale that is not on disk must be noticed.
 */
const report = createReport();

function notices(name: string, { failures }: PlaceReport): void {
  report.tell(`${name} notices sales that only seem to be on disk (${failures.length} findings)`, [
    ...(failures.length > 0 ? [] : ['it does not']),
  ]);
}

const shop = await prepareShop();
try {
  const missing = missingForPlaces();
  if (missing) {
    report.skip(`a full disk: ${missing}`);
  } else {
    const full = await fullDisk(shop);
    report.tell(
      `a full disk: ${full.acknowledged} sales acknowledged, ${full.refused} refused, none lost`,
      full.failures,
    );
    notices('the full disk', await fullDisk(shop, 'swallow'));
  }
  if (process.platform === 'win32') {
    report.skip('files pulled away: Windows lets nobody do that to an open file');
  } else {
    const pulled = await pulledAway(shop);
    report.tell(`files pulled away in 5 ways: ${pulled.refused} of 100 sales refused`, pulled.failures);
    notices('pulling files away', await pulledAway(shop, 'swallow'));
  }
  report.tell('a file that another program holds: refused, then sold', (await heldByAnother(shop)).failures);
} finally {
  rmSync(shop, { recursive: true, force: true });
}
report.end();
