import { rmSync } from 'node:fs';
import { createTimerLook } from '../src/main/app/look-at-timer.ts';
import type { TestApp } from '../test/support/create-test-app.ts';
import { atMost, type Line } from './line.ts';
import { copyOfShop, type ShopSize } from './make-shop.ts';
import { loggedPages, median, timed } from './measure.ts';
import { openShop } from './sale/recording.ts';

/** One look of the hourly timer, each minute, where nothing is due: what it takes, and that it writes nothing. */
export async function benchTimer(sizes: readonly ShopSize[]): Promise<readonly Line[]> {
  const values: number[] = [];
  let pages = 0;
  for (const size of sizes) {
    const folder = await copyOfShop(size);
    const test = await openShop(folder);
    const { time, written } = await looks(test, folder);
    values.push(time);
    pages += written;
    await test.close();
    rmSync(folder, { recursive: true });
  }
  return [
    {
      ...{ no: '17', what: 'a look of the timer, nothing due', unit: 'ms', values },
      budgets: [atMost(values.at(-1) ?? 0, 1, 'ms')],
    },
    {
      ...{ no: '17', what: 'pages that such looks write', unit: 'pages', values: [pages] },
      budgets: [{ text: '= 0', isKept: pages === 0, isExact: true }],
    },
  ];
}

async function looks(
  test: TestApp,
  folder: string,
): Promise<{ readonly time: number; readonly written: number }> {
  const log = { info: () => undefined, error: () => undefined };
  const look = createTimerLook({ app: test.app, clock: () => test.now, log });
  // The first looks deliver what is due, close days and compare the stock.
  for (let at = 0; at < 3; at += 1) await look('hour');
  const before = loggedPages(folder);
  const times: number[] = [];
  for (let at = 0; at < 50; at += 1) {
    test.now += 100;
    times.push(await timed(() => look('hour')));
  }
  return { time: median(times), written: loggedPages(folder) - before };
}
