import { type ChildProcess, fork } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import type { LongReader } from '../src/main/app/long-read.ts';
import { createReaderProcess } from '../src/main/shell/reader-process.ts';
import { owner, type TestApp } from '../test/support/create-test-app.ts';
import { everyOrder } from '../test/support/order-filters.ts';
import { backupOf, startKeeper } from './keeper.ts';
import type { Line } from './line.ts';
import { copyOfShop, type ShopSize } from './make-shop.ts';
import { openShop, place, salesOf } from './sale/recording.ts';

const script = join(import.meta.dirname, '../test/support/reader-child.ts');

type Sold = { readonly perSecond: number; readonly p99: number; readonly longest: number };

/**
 * Sales every four milliseconds in this process while the helper process works on a report of ten years, the keeper makes
 * a backup and a file of all orders is written here, beside the same sales with nothing else going on.
 */
export async function benchBlocking(size: ShopSize): Promise<readonly Line[]> {
  const folder = await copyOfShop(size);
  const test = await openShop(folder);
  const sales = salesOf(test, 4000)[Symbol.iterator]();
  const { reader, end } = startReader(folder);
  const idle = await sellFor(test, sales, sleep(4000));
  const busy = await sellFor(test, sales, everythingElse(test, reader, folder));
  reader.close();
  end();
  await test.close();
  rmSync(folder, { recursive: true });
  const limit = { of: 'nothing else going on', value: idle.longest };
  return [
    {
      ...{ no: '18', what: 'longest wait of the main process, with report, export and backup', unit: 'ms' },
      ...{ values: [busy.longest], limit },
      budgets: [{ text: '≤ idle + 50 ms', isKept: busy.longest <= idle.longest + 50 }],
    },
    {
      ...{ no: '18', what: '99 of 100 waits, likewise', unit: 'ms', values: [busy.p99] },
      limit: { of: 'nothing else going on', value: idle.p99 },
      budgets: [{ text: '≤ 16 ms', isKept: busy.p99 <= 16 }],
    },
    {
      ...{ no: '18', what: 'sales a second, likewise', unit: 'a second', values: [busy.perSecond] },
      limit: { of: 'nothing else going on', value: idle.perSecond },
      budgets: [{ text: '≥ 0.8 × idle', isKept: busy.perSecond >= 0.8 * idle.perSecond }],
    },
  ];
}

/** Sells until something else is done. */
async function sellFor(
  test: TestApp,
  sales: Iterator<Parameters<typeof place>[1]>,
  until: Promise<unknown>,
): Promise<Sold> {
  let isOver = false;
  const other = until.finally(() => {
    isOver = true;
  });
  const waits = monitorEventLoopDelay({ resolution: 1 });
  waits.enable();
  const start = performance.now();
  let sold = 0;
  while (!isOver) {
    const next = sales.next();
    if (next.done) break;
    await place(test, next.value);
    sold += 1;
    await sleep(4);
  }
  const seconds = (performance.now() - start) / 1000;
  waits.disable();
  await other;
  return { perSecond: sold / seconds, p99: waits.percentile(99) / 1e6, longest: waits.max / 1e6 };
}

async function everythingElse(test: TestApp, reader: LongReader, folder: string): Promise<void> {
  const ask = { from: 20_161_123, to: 20_261_122, by: 'month', compare: 'previous', sort: null, limit: 100 };
  const question = (report: string) => ({
    ...{ name: 'reports.run', input: { ...ask, report }, actor: { kind: 'system' } as const },
    ...{ now: test.now, till: 'till-1' },
  });
  const never = new AbortController().signal;
  const reports = ['products', 'customers', 'stock-movements'].map((report) =>
    reader.read(question(report), () => undefined, never),
  );
  const ending = new AbortController();
  const backup = startKeeper()
    .run('make-backup', backupOf(folder, 'backup'), () => undefined, ending.signal)
    .catch((error: unknown) => {
      // One that takes longer than there are sales is stopped; any other end is not what was to be measured.
      if (!ending.signal.aborted) throw error;
    });
  // What is written goes nowhere: the disk is measured elsewhere.
  test.desktop.savePieces = async (pieces, name) => {
    for await (const _part of pieces()) void 0;
    return { saved: true, fileName: name };
  };
  const file = test.app.ask(owner, 'lists.export', {
    ...{ list: 'orders', filter: everyOrder, sort: 'placed', descending: true },
    ...{ columns: ['number', 'customer', 'total'], lineColumns: ['product', 'quantity', 'line-total'] },
  });
  // A file of a large shop takes longer than there are sales to make.
  await Promise.race([Promise.all([...reports, file, backup]), sleep(12_000)]);
  ending.abort(new Error('Enough was sold'));
  await test.app.ask(owner, 'lists.cancelExport', {});
  await Promise.all([...reports, file, backup]);
}

function startReader(folder: string): { readonly reader: LongReader; readonly end: () => void } {
  const children: ChildProcess[] = [];
  const begin = () => {
    const child = fork(script, [join(folder, 'shop.db')], { serialization: 'advanced', execArgv: [] });
    children.push(child);
    return {
      postMessage: (message: unknown) => void child.send(message as object),
      kill: () => child.kill(),
      on: (event: string, listener: (value: never) => void) => child.on(event, listener as never),
    };
  };
  const reader = createReaderProcess({
    fork: begin as never,
    log: { info: () => undefined, error: () => undefined },
  });
  return { reader, end: () => children.forEach((child) => void child.kill()) };
}
