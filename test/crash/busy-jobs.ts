import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Caller } from '../../src/main/app/create-app.ts';
import { createHourlyTimer } from '../../src/main/app/hourly-timer.ts';
import { createLocalKeeper } from '../../src/main/keeper/jobs.ts';
import { businessDateOf } from '../../src/shared/domain/calendar.ts';
import { counterSale, line } from '../support/builders.ts';
import { migrationsFolder, ownerPassword, type TestApp } from '../support/create-test-app.ts';
import { sendHistory } from '../support/history-file.ts';

type Say = (deed: string) => void;
/** Does it once, for the `round`th time: says "begin" where it gets serious, and then what of it is done. */
type BusyJob = (test: TestApp, say: Say, round: number) => Promise<void>;

const system: Caller = { kind: 'system' };
const hour = 3_600_000;
/** Of the shop of `prepare-shop.ts`. */
const firstProduct = line(1, 1, 136);
/** Rows of one file that is brought in. */
const rows = 300;

/** What a shop does beside selling, that may be under way when its process is killed. */
export const busyJobs = { timer, close, import: importProducts, history, backup } satisfies Readonly<
  Record<string, BusyJob>
>;

export type BusyName = keyof typeof busyJobs;

/** An hour goes by, on its own clock: what is due is delivered, and the hour counts as covered. */
async function timer(test: TestApp, say: Say): Promise<void> {
  await signIn(test);
  const log = { info: () => undefined, error: (message: string) => fail(message) };
  const looking = createHourlyTimer({
    ...{ app: test.app, clock: () => test.now, log },
    every: () => () => undefined,
  });
  for (let count = 0; count < 5; count += 1) await sendOut(test);
  test.now += hour;
  say('begin');
  await looking.trigger('hour');
  looking.stop();
  say(`hour ${Math.floor(test.now / hour)}`);
}

/** A day ends, and is added up. */
async function close(test: TestApp, say: Say): Promise<void> {
  test.now += 24 * hour;
  await signIn(test);
  say('begin');
  for (;;) {
    const { closedThrough, days } = await test.ask('reports.close', {}, system);
    if (closedThrough !== null) say(`closed ${closedThrough}`);
    if (days === 0) return;
  }
}

async function importProducts(test: TestApp, say: Say, round: number): Promise<void> {
  const uploadId = `products-${process.pid}-${round}`;
  const lines = Array.from(
    { length: rows },
    (_, at) => `Brought ${round} ${at},IN-${round}-${at},${at % 90}.50`,
  );
  const data = Buffer.from(`name,sku,price\n${lines.join('\n')}\n`).toString('base64');
  await test.ask('import.upload', { uploadId, fileName: 'products.csv', offset: 0, data });
  await test.ask('import.preview', { uploadId });
  say('begin');
  const { importId } = await test.ask('import.run', { uploadId, updateExisting: true, setStock: false });
  say(`import ${importId}`);
}

async function history(test: TestApp, say: Say, round: number): Promise<void> {
  const lines = Array.from(
    { length: rows },
    (_, at) =>
      `H${round}-${Math.floor(at / 2)},2024-0${1 + (at % 9)}-${10 + (round % 18)},Old thing ${at % 7},1,2.50`,
  );
  const sales = `number,date,item,quantity,price\n${lines.join('\n')}\n`;
  const uploadId = await sendHistory(test, { sales });
  await test.ask('historyImport.preview', { uploadId, choices: {} });
  say('begin');
  const { importId } = await test.ask('historyImport.run', { uploadId });
  say(`history ${importId}`);
}

async function backup(test: TestApp, say: Say, round: number): Promise<void> {
  const folder = join(test.folder, 'backups');
  mkdirSync(folder, { recursive: true });
  const name = `shop-20261122T1130${String(round % 60).padStart(2, '0')}Z`;
  say('begin');
  const { problems } = await createLocalKeeper().run('make-backup', {
    ...{
      shopPath: join(test.folder, 'shop.db'),
      folder,
      name,
      cause: 'by-hand',
      now: test.now,
      app: '0.1.0',
    },
    ...{ migrationsFolder, auditKey: Buffer.alloc(32, 2), passphrase: null },
  });
  if (problems.length > 0) fail(JSON.stringify(problems));
  say(`backup ${name}`);
}

/** A delivery that is on its way and due today: the next hour finds it delivered. */
async function sendOut(test: TestApp): Promise<void> {
  const date = businessDateOf(test.now, 'Europe/London', 0);
  const delivery = { name: 'Ana', phone: '', address: '7 Lower Lane', date };
  const sale = counterSale([firstProduct], {
    kind: 'delivery',
    delivery,
    tenders: [],
    oversellAccepted: [1],
  });
  const { orderId } = await test.ask('orders.place', sale);
  const step = { from: 'received', to: 'in-transit', leaveUnpaid: true } as const;
  await test.ask('orders.advance', { orderId, tenders: [], ...step });
}

/** What is sold at the till meanwhile. */
export async function sellBeside(test: TestApp, say: Say): Promise<void> {
  for (let count = 0; count < 2; count += 1) {
    const { orderId } = await test.ask(
      'orders.place',
      counterSale([firstProduct], { oversellAccepted: [1] }),
    );
    say(`order ${orderId}`);
  }
}

/** Whoever was signed in may have been away for too long. */
async function signIn(test: TestApp): Promise<void> {
  await test.ask('session.signIn', { staffId: 1, password: ownerPassword });
}

function fail(what: string): never {
  throw new Error(what);
}
