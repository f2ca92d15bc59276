import { appendFileSync, closeSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { WriteDb } from '../../src/main/database/connection.ts';
import type { ShopFile } from '../../src/main/database/open-shop-file.ts';
import { createTestApp, ownerPassword } from '../support/create-test-app.ts';
import { type BusyName, busyJobs, sellBeside } from './busy-jobs.ts';
import { sellDay } from './sell-day.ts';

/**
 * Sells without end in an existing shop file, and says each deed only after its commit: what a customer holding a
 * receipt knows. Killed, or cut off, by whoever started it.
 *
 * `node seller.ts <folder> <bug> <checkpoint pages> <orders, 0 for no end> [what else is done between orders]`. The bugs, `early` (says an order's number
 * before the commit) and `notx` (commits each statement alone), exist only here: they show that the harness
 * would notice.
 */
const [folder = '', bug = 'none', checkpoint = '1000', most = '0', job = ''] = process.argv.slice(2);
const acknowledgements = openSync(join(folder, 'acks.log'), 'a');

function acknowledge(deed: string): void {
  writeSync(acknowledgements, `${deed}\n`);
  writeSync(1, `${deed}\n`);
}

/** The same file with every statement in a transaction of its own. */
function withoutTransactions(file: ShopFile): ShopFile {
  let bare: WriteDb | undefined;
  file.transaction((db) => {
    bare = db;
  });
  return {
    ...file,
    transaction: (work) => {
      if (!bare) throw new Error('no handle');
      return work(bare);
    },
    longTransaction: async (work, onStep) => {
      if (!bare) throw new Error('no handle');
      const steps = work(bare);
      let step = steps.next();
      for (; !step.done; step = steps.next()) {
        onStep(step.value);
        await new Promise((resolve) => setImmediate(resolve));
      }
      return step.value;
    },
  };
}

function sellAll(count: number): Promise<void> {
  return sellDay(test, { acknowledge, isEarly: bug === 'early', most: count });
}

async function sellAndWork(work: (typeof busyJobs)[BusyName]): Promise<void> {
  for (let round = 1; ; round += 1) {
    await Promise.all([work(test, acknowledge, round), sellBeside(test, acknowledge)]);
  }
}

const test = createTestApp({ folder, ...(bug === 'notx' ? { wrapFile: withoutTransactions } : {}) });
test.file.transaction((db) => db.statement(`PRAGMA wal_autocheckpoint = ${Number(checkpoint)}`).all());
await test.ask('session.signIn', { staffId: 1, password: ownerPassword });
try {
  await (job === '' ? sellAll(Number(most)) : sellAndWork(busyJobs[job as BusyName]));
  closeSync(acknowledgements);
} catch (error) {
  appendFileSync(join(folder, 'seller-error.txt'), String(error));
  process.exitCode = 1;
}
// No tidy close: a power cut closes nothing.
process.exit();
