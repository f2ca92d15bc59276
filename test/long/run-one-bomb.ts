import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { sql } from 'kysely';
import { startKeeper } from '../../bench/keeper.ts';
import { AppError } from '../../src/shared/contract/errors.ts';
import { addProduct, counterSale, line } from '../support/builders.ts';
import { checkShop } from '../support/check-shop.ts';
import { createOpenShop, migrationsFolder, type TestApp } from '../support/create-test-app.ts';
import { type Bringing, bombs } from './bombs.ts';

/** What became of one bomb, as the process that met it says on its last line. */
export type BombReport = {
  readonly outcome: string;
  /** The most bytes that the application held, and the keeper's process beside it (0 where it had none). */
  readonly peak: number;
  readonly keeperPeak: number;
  /** The longest that the till was held, in milliseconds of its own work. */
  readonly held: number;
  readonly sold: number;
  readonly failures: readonly string[];
};

/** What the process can be made to do wrong, to see that it would be noticed. */
export type BombBug = 'none' | 'holds the till' | 'fills the memory' | 'leaves a file' | 'loses a sale';

/** One bomb in a process of its own, beside a till that sells: `node test/long/run-one-bomb.ts bomb bytes [bug]`. */
if (import.meta.main) {
  const [index, bytes, bug = 'none'] = process.argv.slice(2);
  const report = await meet(Number(index), Number(bytes), bug as BombBug);
  process.stdout.write(`${JSON.stringify(report)}\n`);
}

async function meet(index: number, bytes: number, bug: BombBug): Promise<BombReport> {
  // As the application runs: it does not check its own answers.
  const test = await createOpenShop({}, { strict: false });
  const productId = addProduct(test, { price: 450, stock: 1_000_000 });
  const scratch = join(test.folder, 'scratch');
  mkdirSync(scratch);
  await sell(test, productId);
  const before = filesOf(test.folder);
  const watch = watchTill(test, productId);
  const outcome = await outcomeOf(test, { index, bytes, scratch, begin: watch.begin });
  if (bug === 'holds the till')
    for (const end = process.cpuUsage().user + 3_000_000; process.cpuUsage().user < end; );
  const kept = bug === 'fills the memory' ? Buffer.alloc(2 ** 30, 1) : null;
  if (bug === 'leaves a file') writeFileSync(join(test.folder, 'left.part'), '');
  await setTimeout(50);
  const { held, sold, keeperPeak } = await watch.end();
  for (const name of ['whole.zip', 'bomb.zip']) rmSync(join(scratch, name), { force: true });
  const failures = [
    ...filesOf(test.folder).flatMap((name) => (before.includes(name) ? [] : [`${name} was left`])),
    ...notSold(test, sold + (bug === 'loses a sale' ? 1 : 0)),
    ...checkShop(test.file.read, Buffer.alloc(32, 2)),
  ];
  await test.close();
  const peak = Math.max(process.resourceUsage().maxRSS * 1024, kept?.length ?? 0);
  return { outcome, peak, keeperPeak, held, sold, failures };
}

type Meeting = Pick<Bringing, 'bytes' | 'scratch' | 'begin'> & { readonly index: number };

async function outcomeOf(test: TestApp, { index, ...bringing }: Meeting): Promise<string> {
  const openBackup = (from: string, to: string) => {
    const given = { from, to, isKept: true, passphrase: null, migrationsFolder, auditKey: null };
    return startKeeper().run('open-backup', { ...given, manifest: null });
  };
  try {
    return (await bombs[index]?.bring({ test, ...bringing, openBackup })) ?? 'no such bomb';
  } catch (error) {
    if (error instanceof AppError) return said(error.code, error.details);
    // As the application under test tells a refusal: "import.preview: too-many-rows {…}".
    const refused = /^[\w.]+: ([a-z-]+)/u.exec(error instanceof Error ? error.message : '');
    if (refused?.[1] === undefined) throw error;
    return refused[1];
  }
}

function said(code: string, details: AppError['details']): string {
  return details?.reason === undefined ? code : `${code}: ${details.reason}`;
}

async function sell(test: TestApp, productId: number): Promise<void> {
  test.now += 1_000;
  await test.ask('orders.place', counterSale([line(productId, 1, 450)]));
}

/** Sells all the time, and looks how long nothing else could be done. */
function watchTill(test: TestApp, productId: number) {
  let [held, sold, keeperPeak] = [0, 0, 0];
  let isOver = false;
  let last = process.threadCpuUsage();
  const tick = setInterval(() => {
    const { user, system } = process.threadCpuUsage(last);
    held = Math.max(held, (user + system) / 1000);
    last = process.threadCpuUsage();
    keeperPeak = Math.max(keeperPeak, ...childPeaks());
  }, 2);
  const selling = (async () => {
    while (!isOver) {
      await sell(test, productId);
      sold += 1;
      await setTimeout(20);
    }
  })();
  return {
    /** What was before does not count. */
    begin(): void {
      held = 0;
      last = process.threadCpuUsage();
    },
    async end() {
      isOver = true;
      await selling;
      clearInterval(tick);
      return { held, sold, keeperPeak };
    },
  };
}

/** The most bytes that each process begun by this one held; none where the system does not tell. */
function childPeaks(): readonly number[] {
  try {
    const children = readFileSync(`/proc/self/task/${process.pid}/children`, 'utf8').trim().split(' ');
    return children.filter(Boolean).map((pid) => {
      const peak = /VmHWM:\s+(\d+) kB/u.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
      return Number(peak ?? 0) * 1024;
    });
  } catch {
    return [];
  }
}

/** The first sale was before anything was watched. */
function notSold(test: TestApp, sold: number): readonly string[] {
  const { count } = test.file.read.get(sql<{ count: number }>`SELECT count(*) AS count FROM orders`) ?? {
    count: 0,
  };
  return [
    ...(count === sold + 1 ? [] : [`${sold + 1 - count} of ${sold + 1} sales are not there`]),
    ...(sold > 0 ? [] : ['nothing was sold meanwhile']),
  ];
}

function filesOf(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true }).map(String);
}
