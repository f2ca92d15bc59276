import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createReport } from '../crash/report.ts';
import { seededRandom } from '../crash/seeded-random.ts';
import { type CrashBug, type CrashReport, crashWindows } from '../e2e/crashes/crash-rounds.ts';
import { launchOrderlla } from '../e2e/host.ts';

/**
 * Crashes of the built application's window: `node test/long/run-window-crashes.ts [crashes]`. What it must notice comes
 * last, or it proves nothing.
 */
const rounds = Number(process.argv[2] ?? 5);
const seed = Number(process.env.SEED ?? 20261129);
const report = createReport();

/** The goal, milliseconds. A busy machine may miss it, which is told. */
const goal = 2000;
/** From when the page is there, which is Chromium's part, until the cart is: this much is a fault on any machine. */
const bound = 30_000;

async function crash(count: number, bug?: CrashBug): Promise<CrashReport> {
  const profile = mkdtempSync(join(tmpdir(), 'orderlla-crashes-'));
  try {
    const random = seededRandom(seed);
    return await crashWindows({
      ...{ launch: launchOrderlla, profile, rounds: count, random },
      ...(bug ? { bug } : {}),
    });
  } finally {
    rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

function spread(times: readonly number[]): string {
  const rising = times.map(Math.ceil).sort((a, b) => a - b);
  return `${rising[rising.length >> 1]} ms at the median, ${rising.at(-1)} ms at most`;
}

function words({ backAfter, sold, stillInCart }: CrashReport): string {
  const carts = backAfter.map(({ cart }) => cart);
  return [
    `${carts.length} crashes of the window: its cart was back after ${spread(carts)}`,
    `${carts.filter((time) => time > goal).length} of them later than 2 s`,
    `its page was there after ${spread(backAfter.map(({ page }) => page))}`,
    `of those as the order was placed, ${sold} had sold it and ${stillInCart} had it in the cart`,
  ].join('; ');
}

const crashed = await crash(rounds);
const late = crashed.backAfter.filter(({ page, cart }) => cart - page > bound);
report.tell(
  words(crashed),
  [...crashed.failures, ...late.map(({ cart }) => `the cart took ${Math.ceil(cart)} ms`)].map(
    (failure) => `${failure} (seed ${seed})`,
  ),
);
for (const bug of ['a cart that is not kept', 'an order that is placed twice'] as const) {
  const { failures } = await crash(2, bug);
  report.tell(
    `the harness notices ${bug} (${failures.length} findings)`,
    failures.length > 0 ? [] : ['it does not'],
  );
}
report.end();
