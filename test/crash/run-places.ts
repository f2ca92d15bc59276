import { rmSync } from 'node:fs';
import { fullDisk, heldByAnother, missingForPlaces, type PlaceReport, pulledAway } from './places.ts';
import { prepareShop } from './prepare-shop.ts';

/**
 * A full disk, files pulled away under the open shop, and another program that holds the file: `node
 * test/crash/run-places.ts`. What acknowledges a sale that is not on disk must be noticed.
 */
let passed = 0;
let failed = 0;
function check(name: string, problems: readonly string[]): void {
  if (problems.length === 0) passed += 1;
  else failed += 1;
  process.stdout.write(`${problems.length === 0 ? 'pass' : 'FAIL'}  ${name}\n`);
  for (const problem of problems.slice(0, 5)) process.stdout.write(`      ${problem}\n`);
}

function notices(name: string, { failures }: PlaceReport): void {
  check(`${name} notices sales that only seem to be on disk (${failures.length} findings)`, [
    ...(failures.length > 0 ? [] : ['it does not']),
  ]);
}

const shop = await prepareShop();
try {
  const missing = missingForPlaces();
  if (missing) {
    process.stdout.write(`skipped  a full disk: ${missing}\n`);
  } else {
    const full = await fullDisk(shop);
    check(
      `a full disk: ${full.acknowledged} sales acknowledged, ${full.refused} refused, none lost`,
      full.failures,
    );
    notices('the full disk', await fullDisk(shop, 'swallow'));
  }
  if (process.platform === 'win32') {
    process.stdout.write('skipped  files pulled away: Windows lets nobody do that to an open file\n');
  } else {
    const pulled = await pulledAway(shop);
    check(`files pulled away in 5 ways: ${pulled.refused} of 100 sales refused`, pulled.failures);
    notices('pulling files away', await pulledAway(shop, 'swallow'));
  }
  check('a file that another program holds: refused, then sold', (await heldByAnother(shop)).failures);
} finally {
  rmSync(shop, { recursive: true, force: true });
}
process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 ? 0 : 1;
