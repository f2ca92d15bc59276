import { closeSync, existsSync, fdatasyncSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { setPragmas, writerPragmas } from '../../src/main/database/pragmas.ts';
import { atMost, atMostTimes, growsAtMost, type Line } from '../line.ts';
import { copyOfShop, type ShopSize } from '../make-shop.ts';
import { loggedPages, median, timed } from '../measure.ts';
import { native, noCompiler } from '../native.ts';
import {
  openShop,
  place,
  record,
  replayer,
  type Sale,
  type Step,
  salesOf,
  writeReplay,
} from './recording.ts';

/** Where a sync costs nothing, so that what is left is the work of the processor. */
const memoryDisk = '/dev/shm';
const count = 300;
const rounds = 3;

/** Medians in milliseconds: through the door, the same statements raw, and in C. */
type SaleTimes = { readonly door: number; readonly raw: number; readonly inC: number | null };

/**
 * What a sale costs: `orders.place` through the door, the very same statements with the same values prepared once and
 * run raw on better-sqlite3, and the same in C; in turn on copies of one file, of the smallest and of the largest shop in
 * one run; on a memory disk for the processor's part, and durable as a till runs.
 */
export async function benchSales(sizes: readonly ShopSize[]): Promise<readonly Line[]> {
  const measured: { readonly memory: SaleTimes | null; readonly disk: SaleTimes }[] = [];
  for (const size of sizes) {
    const sales = await recorded(size);
    const memory = existsSync(memoryDisk) ? await saleTimes(size, memoryDisk, sales) : null;
    measured.push({ memory, disk: await saleTimes(size, tmpdir(), sales) });
  }
  const ofMemory = (pick: (times: SaleTimes) => number | null) =>
    measured.map(({ memory }) => (memory === null ? null : pick(memory)));
  const last = measured.at(-1);
  if (!last) return [];
  return [
    inCLine(ofMemory),
    doorLine(ofMemory),
    durableLine(
      measured.map(({ disk }) => disk.door),
      last.memory?.door ?? null,
    ),
  ];
}

type Pick = (pick: (times: SaleTimes) => number | null) => readonly (number | null)[];

function inCLine(ofMemory: Pick): Line {
  const values = ofMemory(({ raw }) => raw);
  const [limit, value] = [ofMemory(({ inC }) => inC).at(-1), values.at(-1)];
  const what = "a sale's statements, prepared, memory disk";
  if (limit == null || value == null)
    return { no: '3', what, unit: 'ms', values, budgets: [], note: noCompiler };
  const budgets = [atMostTimes(value, 1.6, limit, 'the same in C')];
  return { no: '3', what, unit: 'ms', values, limit: { of: 'the same in C', value: limit }, budgets };
}

function doorLine(ofMemory: Pick): Line {
  const values = ofMemory(({ door }) => door);
  const [limit, value] = [ofMemory(({ raw }) => raw).at(-1) ?? 1, values.at(-1) ?? 0];
  const of = 'the same statements raw';
  const budgets = [atMostTimes(value, 2, limit, of), growsAtMost(values, 1.25)];
  return {
    no: '5',
    what: 'a sale through the door, memory disk',
    unit: 'ms',
    values,
    limit: { of, value: limit },
    budgets,
  };
}

/** Budgeted as in the design: what the processor does, and four times a bare write of 64 KiB to the disk. */
function durableLine(values: readonly number[], atRest: number | null): Line {
  const bare = median(bareSyncs());
  const value = values.at(-1) ?? 0;
  const most = (atRest ?? 0) + 4 * bare;
  const within = bare <= 1 ? [atMost(value, 5, 'ms')] : [];
  return {
    ...{ no: '4', what: 'a durable sale through the door', unit: 'ms', values },
    limit: { of: 'memory disk + 4 × fdatasync of 64 KiB', value: most },
    budgets: [atMostTimes(value, 1, most, 'its limit'), ...within],
    note: `a bare fdatasync of 64 KiB: ${bare.toFixed(2)} ms`,
  };
}

type Recorded = { readonly sales: readonly Sale[]; readonly steps: readonly (readonly Step[])[] };

async function recorded(size: ShopSize): Promise<Recorded> {
  const master = await copyOfShop(size);
  const test = await openShop(master);
  const sales = salesOf(test, count);
  await test.close();
  const steps = await record(master, sales);
  rmSync(master, { recursive: true });
  return { sales, steps };
}

/** A third of the sales through the door, the same raw, the same in C; then the next third. */
async function saleTimes(size: ShopSize, disk: string, { sales, steps }: Recorded): Promise<SaleTimes> {
  const compiled = native();
  const [ours, bare] = [await copyOfShop(size, disk), await copyOfShop(size, disk)];
  const third = compiled ? await copyOfShop(size, disk) : null;
  for (const folder of [bare, third]) if (folder !== null) await (await openShop(folder)).close();
  const test = await openShop(ours);
  const database = new BetterSqlite3(join(bare, 'shop.db'));
  setPragmas(database, writerPragmas);
  const replay = replayer(database);
  const times = { door: [] as number[], raw: [] as number[], inC: [] as number[] };
  const each = Math.ceil(sales.length / rounds);
  for (let from = 0; from < sales.length; from += each) {
    const part = steps.slice(from, from + each);
    for (const sale of sales.slice(from, from + each)) times.door.push(await timed(() => place(test, sale)));
    for (const order of part) times.raw.push(await timed(() => replay(order)));
    if (compiled && third !== null) {
      writeReplay(join(third, 'replay'), part);
      const path = join(third, 'shop.db');
      times.inC.push(
        ...compiled.limits('replay', path, join(third, 'replay'), 'FULL').map((us) => us / 1000),
      );
    }
  }
  database.close();
  await test.close();
  for (const folder of [ours, bare, third]) if (folder !== null) rmSync(folder, { recursive: true });
  return { door: median(times.door), raw: median(times.raw), inC: compiled ? median(times.inC) : null };
}

/** Milliseconds that the disk takes to keep 64 KiB over bytes that are there, as a write-ahead log does. */
function bareSyncs(): readonly number[] {
  const path = join(tmpdir(), `orderlla-sync-${process.pid}`);
  const file = openSync(path, 'w');
  const block = Buffer.alloc(65_536, 1);
  for (let at = 0; at < 64; at += 1) writeSync(file, block, 0, block.length, at * block.length);
  fdatasyncSync(file);
  const times = Array.from({ length: 64 }, (_, at) => {
    writeSync(file, block, 0, block.length, at * block.length);
    const start = process.hrtime.bigint();
    fdatasyncSync(file);
    return Number(process.hrtime.bigint() - start) / 1e6;
  });
  closeSync(file);
  rmSync(path);
  return times;
}

/** How many pages a sale writes, over 300 of them without a checkpoint: exact, whatever else the machine does. */
export async function benchPages(sizes: readonly ShopSize[], orderllasPages: number): Promise<Line> {
  const values: number[] = [];
  for (const size of sizes) values.push(await pagesPerSale(size));
  const first = values[0] ?? 0;
  return {
    ...{ no: '1', what: 'pages of the log of writes for a sale', unit: 'pages', values },
    limit: { of: "Orderlla's, which has no index", value: orderllasPages },
    // What a sale writes beside the prototype's 14 pages, and why: decisions/0008.
    budgets: [atMost(first, 20, 'pages at first', true), growsAtMost(values, 1.03, true)],
    note: 'the design’s prototype, without taxes, timeline, requests and log, had ≤ 14',
  };
}

async function pagesPerSale(size: ShopSize): Promise<number> {
  const folder = await copyOfShop(size);
  const test = await openShop(folder);
  const sales = salesOf(test, count);
  test.file.transaction((db) => db.statement('PRAGMA wal_autocheckpoint = 0').all());
  test.file.checkpoint();
  const before = loggedPages(folder);
  for (const sale of sales) await place(test, sale);
  const pages = (loggedPages(folder) - before) / sales.length;
  await test.close();
  rmSync(folder, { recursive: true });
  return pages;
}
