import { rmSync, writeFileSync } from 'node:fs';
import { ShopFileError } from '../../src/main/database/migrate.ts';
import { diskFaults, type FailingDiskSaid } from './failing-disk.ts';
import { createTally, openShop, type PlaceBug, tries } from './place-shop.ts';

/**
 * Sells in an existing shop file while its disk fails now and then, in one process, and says at its end what came of it:
 * `node failing-disk-seller.ts <folder> <switch> <bug>`. It is killed by itself, as a power cut would end it.
 */
const [folder = '', faultSwitch = '', bug = 'none'] = process.argv.slice(2);
const rounds = 3;
const test = await openShop(folder, bug as PlaceBug);
const tally = createTally(() => test);

for (let round = 1; round <= rounds; round += 1) {
  for (const fault of diskFaults) {
    const when = `${fault}, round ${round}`;
    await tally.sellAll(`before the disk fails to ${when}`, tries);
    // What is in memory need not be read.
    if (fault === 'read') test.file.read.statement('PRAGMA shrink_memory').run();
    writeFileSync(`${faultSwitch}-${fault}`, '');
    if (fault === 'read') refuseToRead(when);
    else await tally.sellNone(`while the disk fails to ${when}`, tries);
    rmSync(`${faultSwitch}-${fault}`);
    await tally.sellAll(`after the disk failed to ${when}`, tries);
  }
}
const { acknowledged, refused, said, failures } = tally;
const words: FailingDiskSaid = { acknowledged, refused, said, failures };
writeFileSync(`${faultSwitch}-said`, JSON.stringify(words));
process.kill(process.pid, 'SIGKILL');

/** Whatever is read of the file meanwhile is refused as a file that cannot be read, and not taken for a damaged one. */
function refuseToRead(when: string): void {
  const tables = ['auditEntries', 'orderLines', 'requests', 'stockMovements', 'orderEvents'];
  let unread = 0;
  for (const table of tables) {
    try {
      test.file.read.statement(`SELECT count(*) FROM ${table} NOT INDEXED`).all();
    } catch (thrown) {
      if (thrown instanceof ShopFileError && thrown.problem === 'unreadable') unread += 1;
      else tally.fail(`${table}, while the disk fails to ${when}: ${thrown}`);
    }
  }
  if (unread === 0) tally.fail(`nothing was refused while the disk fails to ${when}`);
}
