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
 * before the commit), `notx` (commits each statement alone) and `normal` (does not wait for the disk) exist only here:
 * they show that the harness would notice.
 */
const [folder = '', bug = 'none', checkpoint = '1000', most = '0', job = ''] = process.argv.slice(2);
const acknowledgements = openSync(join(folder, 'acks.log'), 'a');

function acknowledge(deed: string): void {
  // Whoever listens hears it first: the disk that the list lies on may be gone.
  writeSync(1, `${deed}\n`);
  writeSync(acknowledgements, `${deed}\n`);
}

/** The handle of a file outside any transaction. */
function bareHandle(file: ShopFile): WriteDb {
  let bare: WriteDb | undefined;
  file.transaction((db) => {
    bare = db;
  });
  if (!bare) throw new Error('no handle');
  return bare;
}

/** The same file with every statement in a transaction of its own. */
function withoutTransactions(file: ShopFile): ShopFile {
  const bare = bareHandle(file);
  return {
    ...file,
    transaction: (work) => work(bare),
    longTransaction: async (work, onStep) => {
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

/** The same file as the driver would open it: a commit returns before it is on the disk. */
function withoutSyncs(file: ShopFile): ShopFile {
  bareHandle(file).statement('PRAGMA synchronous = NORMAL').run();
  return file;
}

const bugs: Readonly<Record<string, (file: ShopFile) => ShopFile>> = {
  notx: withoutTransactions,
  normal: withoutSyncs,
};

function sellAll(count: number): Promise<void> {
  return sellDay(test, { acknowledge, isEarly: bug === 'early', most: count });
}

async function sellAndWork(work: (typeof busyJobs)[BusyName]): Promise<void> {
  for (let round = 1; ; round += 1) {
    await Promise.all([work(test, acknowledge, round), sellBeside(test, acknowledge)]);
  }
}

const wrapFile = bugs[bug];
const test = createTestApp({ folder, ...(wrapFile ? { wrapFile } : {}) });
test.file.transaction((db) => db.statement(`PRAGMA wal_autocheckpoint = ${Number(checkpoint)}`).all());
await test.ask('session.signIn', { staffId: 1, password: ownerPassword });
try {
  await (job === '' ? sellAll(Number(most)) : sellAndWork(busyJobs[job as BusyName]));
  closeSync(acknowledgements);
} catch (error) {
  writeSync(2, `${error}\n`);
  appendFileSync(join(folder, 'seller-error.txt'), String(error));
  process.exitCode = 1;
}
// No tidy close: a power cut closes nothing.
process.exit();
