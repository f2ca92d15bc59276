import { rmSync } from 'node:fs';
import { sellAfterLongLog, wished } from './long-log.ts';
import { prepareShop } from './prepare-shop.ts';
import { createReport } from './report.ts';

/**
 * How soon a shop sells again that was killed with a long log of writes beside it: `node test/crash/run-long-log.ts
 * [MiB]`.
 */
const mib = 1024 * 1024;
const length = Number(process.argv[2] ?? 64);
const report = createReport();

const shop = await prepareShop();
try {
  const { deeds, logBytes, openAfter, soldAfter, failures } = await sellAfterLongLog(shop, length * mib);
  const goal = soldAfter <= wished ? 'within' : 'not within';
  report.tell(
    `killed after ${deeds} deeds with a log of ${Math.ceil(logBytes / mib)} MiB: open after ${openAfter} ms, ` +
      `first sale after ${soldAfter} ms (${goal} the ${wished} ms wished for), nothing lost`,
    failures,
  );
} finally {
  rmSync(shop, { recursive: true, force: true });
}
report.end();
