import { join } from 'node:path';
import { readMigrations } from '../../../src/main/database/migrate.ts';
import { openShopFile } from '../../../src/main/database/open-shop-file.ts';
import { createRequestId } from '../../../src/renderer/bridge/request-id.ts';
import { checkRows } from '../../support/check-shop.ts';
import type { Orderlla, OrderllaOptions } from '../host.ts';
import { importCsv } from '../import-csv.ts';
import { openShop, showScreen } from '../open-shop.ts';
import {
  type CameBack,
  crashWhile,
  dropCart,
  fillCart,
  type Moment,
  moments,
  sellCart,
  type TillState,
  tillState,
} from './till-from-main.ts';

/** What the harness must notice. Both are done by the application's own calls, as a faulty window would. */
export type CrashBug = 'a cart that is not kept' | 'an order that is placed twice';

type Rounds = {
  readonly launch: (options: OrderllaOptions) => Promise<Orderlla>;
  readonly profile: string;
  readonly rounds: number;
  readonly random: () => number;
  readonly bug?: CrashBug;
};

export type CrashReport = {
  readonly backAfter: readonly CameBack[];
  /** Of the windows that died as the order was placed. */
  readonly sold: number;
  readonly stillInCart: number;
  readonly failures: readonly string[];
};

/** More than these, and the window is only loaded again after a pause. */
const crashesAStart = 3;

const shelf = `name,sku,price,stock
Almond tea,TEA-1,4.50,5000
Bread of rye,BREAD-1,3.20,5000
Candle,CANDLE-1,25.00,5000
`;
const cheapest = 450;

/**
 * Crashes the window at random moments of one sale after another. After each, the cart is there as main kept it, or its
 * order is, once; every third time the application is started again, every other of these after a kill.
 */
export async function crashWindows({ launch, profile, rounds, random, bug }: Rounds): Promise<CrashReport> {
  const backAfter: CameBack[] = [];
  const failures: string[] = [];
  const outcomes = { sold: 0, stillInCart: 0 };
  let sold = 0;
  for (let round = 0; round < rounds; ) {
    const orderlla = await launch({ profile });
    await openTill(orderlla, round === 0);
    failures.push(...judgeStart(await tillState(orderlla.app), sold));
    for (let crash = 0; crash < crashesAStart && round < rounds; crash += 1, round += 1) {
      const moment = bug ? momentOf[bug] : (moments[Math.floor(random() * moments.length)] ?? 'adding');
      const products = Array.from({ length: 1 + Math.floor(random() * 3) }, () => Math.floor(random() * 3));
      const before = await fillCart(orderlla.app, products);
      const after = bug ? 1500 : delayOf(moment, random());
      backAfter.push(await crashWhile(orderlla.app, moment, after));
      if (bug) await misbehave(orderlla, bug);
      const now = await tillState(orderlla.app);
      const wrong = judge(moment, before, now);
      failures.push(...wrong.map((words) => `crash ${round + 1}, ${moment}, after ${after} ms: ${words}`));
      sold = now.newest;
      if (moment === 'placing') outcomes[now.newest > before.newest ? 'sold' : 'stillInCart'] += 1;
    }
    if (round % 2 === 0) orderlla.app.process().kill('SIGKILL');
    await orderlla.close();
  }
  failures.push(...inspect(profile, sold));
  return { backAfter, ...outcomes, failures };
}

const momentOf: Readonly<Record<CrashBug, Moment>> = {
  'a cart that is not kept': 'paying',
  'an order that is placed twice': 'placing',
};

/** Mostly short, so that it falls into the middle of it on a quick machine as on a slow one. */
function delayOf(moment: Moment, chance: number): number {
  return Math.floor(moment === 'placing' ? chance ** 3 * 2000 : chance * 300);
}

async function openTill({ page }: Orderlla, isFirst: boolean): Promise<void> {
  if (isFirst) {
    await openShop(page);
    await importCsv(page, shelf);
  }
  await showScreen(page, '/sell');
  await page.getByRole('option').nth(2).waitFor();
}

async function misbehave({ app }: Orderlla, bug: CrashBug): Promise<void> {
  if (bug === 'a cart that is not kept') {
    await dropCart(app, createRequestId());
    return;
  }
  await fillCart(app, [0]);
  await sellCart(app);
}

function judgeStart(now: TillState, sold: number): readonly string[] {
  return [
    ...(now.newest === sold
      ? []
      : [`after a new start there are ${now.newest} orders, and ${sold} were sold`]),
    ...(now.kept === now.shown
      ? []
      : [`after a new start the cart shows ${now.shown}, and ${now.kept} is kept`]),
  ];
}

/** What is wrong with the till after a crash, in words. */
function judge(moment: Moment, before: TillState, now: TillState): readonly string[] {
  const { kept, shown, newest, newestTotal } = now;
  const more = newest - before.newest;
  if (kept !== shown) return [`the cart shows ${shown}, and ${kept} is kept`];
  if (more > 1) return [`the order was placed ${more} times`];
  if (more === 1) {
    if (moment !== 'placing') return ['something was sold that nobody had paid'];
    if (newestTotal !== before.kept) return [`sold for ${newestTotal}, and the cart came to ${before.kept}`];
    return kept === 0 ? [] : ['sold, and still in the cart'];
  }
  // What was added in the last moment may be there.
  const fine = moment === 'adding' ? [before.kept, before.kept + cheapest] : [before.kept];
  return fine.includes(kept) ? [] : [`the cart comes to ${kept}, and came to ${before.kept}`];
}

/** What the shop file says once everything has ended. */
function inspect(profile: string, sold: number): readonly string[] {
  const migrations = readMigrations(join(import.meta.dirname, '../../../migrations'));
  const file = openShopFile({ path: join(profile, 'shop.db'), migrations, create: false });
  try {
    const count = file.read.statement('SELECT count(*) AS orders FROM orders').get() as { orders: number };
    return [
      ...(count.orders === sold ? [] : [`${count.orders} orders in the file, and ${sold} were sold`]),
      ...checkRows(file.read),
    ];
  } finally {
    file.close();
  }
}
