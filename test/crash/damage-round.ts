import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CheckedShop, checkShopFile } from '../../src/main/app/check-shop-file.ts';
import { openChecked } from '../../src/main/database/checks/open-checked.ts';
import { readMigrations } from '../../src/main/database/migrate.ts';
import { migrationsFolder } from '../support/create-test-app.ts';
import { type Day, liveDay } from './damage-day.ts';
import { type DamageKind, damageKinds, damageShop, mapPages, type PageMap } from './damage-kinds.ts';
import { recover, salvage } from './damage-recovery.ts';
import { hashRows, type RowHashes, readingsOf, type Touched, touchedBy } from './damage-rows.ts';
import type { DamageShop } from './damage-shop.ts';
import { seededRandom } from './seeded-random.ts';
import { type StartedShop, startShop } from './started-shop.ts';

/** Who can notice damage: the start, an error in a call, the look at log and seals, proofs of figures, and the checks. */
export const watchers = [
  ...(['start', 'call', 'look', 'proof', 'backup'] as const),
  ...(['quick', 'integrity', 'references', 'seals', 'balance'] as const),
] as const;
export type Watcher = (typeof watchers)[number];

/** What became of one damaged file. */
export type Round = {
  readonly seed: number;
  readonly kind: DamageKind;
  readonly words: string;
  readonly touched: Touched;
  readonly noticed: ReadonlyMap<Watcher, string>;
  readonly end: 'sells' | 'recovery' | 'stopped';
  /** Questions that were answered otherwise than by the shop that is whole. */
  readonly differs: readonly string[];
  readonly failures: readonly string[];
};

type Whole = {
  readonly folder: string;
  readonly map: PageMap;
  readonly rows: RowHashes;
  readonly day: Day;
};

/** A shop that is to be damaged again and again, and how it is when it is whole. */
export type Bench = {
  readonly shop: DamageShop;
  readonly readings: ReturnType<typeof readingsOf>;
  readonly whole: { readonly closed: Whole; readonly killed: Whole };
};

const auditKey = Buffer.alloc(32, 2);
const migrations = readMigrations(migrationsFolder);
const products = 6;
const orders = 160;

export async function prepareBench(shop: DamageShop): Promise<Bench> {
  const readings = readingsOf(join(shop.closed, 'shop.db'));
  const wholeOf = async (folder: string): Promise<Whole> => {
    const rows = hashRows(folder, readings);
    const day = await onCopyOf(folder, (copy) => liveIn(copy, keptOf(shop, folder), shop.now));
    if (day.noticed.size > 0 || day.broken.length > 0)
      throw new Error(`a whole shop is not: ${JSON.stringify([...day.noticed, ...day.broken])}`);
    return { folder, map: mapPages(join(folder, 'shop.db')), rows, day };
  };
  return {
    shop,
    readings,
    whole: { closed: await wholeOf(shop.closed), killed: await wholeOf(shop.killed) },
  };
}

async function onCopyOf<T>(folder: string, work: (copy: string) => Promise<T>): Promise<T> {
  const copy = mkdtempSync(join(tmpdir(), 'orderlla-damaged-'));
  try {
    cpSync(folder, copy, { recursive: true });
    return await work(copy);
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

/** What the computer remembers of a shop that was killed. */
function keptOf({ kept, killed }: DamageShop, folder: string): DamageShop['kept'] {
  return folder === killed ? { ...kept, condition: { isOpen: true } } : kept;
}

async function liveIn(folder: string, kept: DamageShop['kept'], now: number): Promise<Day> {
  const started = await startShop(folder, kept, now);
  try {
    return await liveDay(started, products, orders);
  } finally {
    await started.shop.close();
  }
}

/** Damages a copy, has every check look at it, starts the application on it and lives through a day. */
export function damageRound(bench: Bench, seed: number): Promise<Round> {
  const dice = seededRandom(seed);
  const kind = damageKinds[seed % damageKinds.length] as DamageKind;
  const whole = dice() < 0.5 ? bench.whole.closed : bench.whole.killed;
  return onCopyOf(whole.folder, async (folder) => {
    const words = damageShop(folder, kind, whole.map, dice);
    const touched = touchedBy(whole.rows, hashRows(folder, bench.readings));
    const noticed = new Map<Watcher, string>(await onCopyOf(folder, checked));
    const started = await startShop(folder, keptOf(bench.shop, whole.folder), bench.shop.now);
    const day = await liveDay(started, products, orders);
    for (const [by, what] of day.noticed) noticed.set(by as Watcher, what);
    const differs = [...whole.day.answers]
      .filter(([question, answer]) => day.answers.get(question) !== answer)
      .map(([question]) => `${question} (${day.answers.get(question)?.slice(0, 60)})`);
    const end = endOf(started, day);
    const failures = [...day.broken, ...(await failuresOf(end, started, { bench, folder, noticed }))];
    await started.shop.close();
    return { seed, kind, words, touched, noticed, end, differs, failures };
  });
}

function endOf({ shop }: StartedShop, { answers }: Day): Round['end'] {
  if (shop.trouble() !== null) return 'recovery';
  return answers.get('sold')?.startsWith('{') ? 'sells' : 'stopped';
}

async function failuresOf(
  end: Round['end'],
  started: StartedShop,
  { bench, folder, noticed }: { bench: Bench; folder: string; noticed: Round['noticed'] },
): Promise<readonly string[]> {
  if (end === 'recovery') return recover(started, folder, bench.shop.backup);
  const failures = end === 'stopped' ? ['it does not sell, and no page says why'] : [];
  if (noticed.has('call')) failures.push(`it goes on although a call failed: ${noticed.get('call')}`);
  // What the checks found may be saved as well, from a file that still opens.
  return noticed.has('references') ? [...failures, ...(await salvage(started, folder, null))] : failures;
}

/** What each check says of the file, by itself. */
async function checked(folder: string): Promise<readonly (readonly [Watcher, string])[]> {
  const path = join(folder, 'shop.db');
  const deep = runThrough(checkShopFile(path, { migrations, auditKey, deep: true }));
  const said = (checks: readonly string[], { problems }: CheckedShop): string =>
    problems
      .filter(({ check }) => checks.includes(check))
      .map(({ what }) => what)
      .join('; ');
  const all: readonly (readonly [Watcher, string])[] = [
    ['quick', quickCheck(path)],
    ['integrity', said(['file', 'schema', 'counts'], deep)],
    ['references', said(['references'], deep)],
    ['seals', said(['chain', 'seals'], deep)],
    ['balance', said(['money', 'stock', 'numbers'], deep)],
  ];
  return all.filter(([, what]) => what !== '');
}

function quickCheck(path: string): string {
  try {
    const file = openChecked(path, migrations);
    try {
      return file.integrity(false).join('; ');
    } finally {
      file.close();
    }
  } catch (error) {
    return String(error);
  }
}

function runThrough<T>(steps: Generator<unknown, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
