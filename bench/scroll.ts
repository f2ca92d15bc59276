import type { CDPSession, Page } from 'playwright';
import { expect, launchOrderlla } from '../test/e2e/host.ts';
import { importCsv } from '../test/e2e/import-csv.ts';
import { openShop, showScreen } from '../test/e2e/open-shop.ts';
import { median, quantile } from './measure.ts';
import { frame, inFrames, type Measured } from './measured.ts';

/** Frames that are scrolled through, each by as many pixels: 150 rows a second, the quickest that a wheel is turned. */
const frames = 900;
const pixels = 100;

type Scrolled = {
  /** Milliseconds between frames. */
  readonly times: readonly number[];
  readonly mostNodes: number;
  readonly rows: number;
};

/**
 * The catalogue's table of so many products in the built window: scrolled for fifteen seconds through pages that are
 * read on the way. The limit is one frame, and the frames of the same window at rest; how many nodes the page holds at
 * most and how much memory it grows by are exact, whatever else the machine does.
 */
export async function benchScroll(products: number): Promise<readonly Measured[]> {
  const { page, close } = await launchOrderlla();
  try {
    await openShop(page);
    for (const csv of catalogues(products)) await importCsv(page, csv);
    await page.reload();
    await showScreen(page, '/products');
    await expect(page.getByRole('grid').getByRole('row').nth(3)).toBeVisible();
    const sorted = await sortTimes(page);
    const atRest = await page.evaluate(scrollInside, { frames: 120, pixels: 0 });
    const session = await page.context().newCDPSession(page);
    // The thread's own time: what the machine does beside it does not count.
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    const before = await costOf(session);
    const scrolled: Scrolled = await page.evaluate(scrollInside, { frames, pixels });
    const after = await costOf(session);
    const late = scrolled.times.filter((time) => time > 2 * frame + 1).length;
    const name = `the table of ${products} products`;
    return [
      {
        name: `${name}, the window's own work for a frame of scrolling`,
        value: (after.worked - before.worked) / frames,
        ...inFrames(1),
      },
      {
        name: `${name}, a frame of scrolling`,
        value: median(scrolled.times),
        ...inFrames(1.1, median(atRest.times)),
      },
      { name: `${name}, 95th frame in 100`, value: quantile(scrolled.times, 0.95), ...inFrames(2) },
      {
        name: `${name}, frames later than two`,
        value: (100 * late) / frames,
        unit: '% of them',
        limit: 5,
        limitName: 'a twentieth',
        budget: 1,
      },
      { name: `${name}, nodes of the page at most`, value: scrolled.mostNodes, unit: 'nodes', goal: 2000 },
      {
        name: `${name}, memory for ${scrolled.rows} rows read`,
        value: (after.heap - before.heap) / 1_048_576,
        unit: 'MB',
        goal: 30,
      },
      { name: `${name}, another order → first rows painted`, value: median(sorted), ...inFrames(6) },
    ];
  } finally {
    await close();
  }
}

/** As files that one upload can carry. */
function catalogues(products: number): readonly string[] {
  const each = 15_000;
  return Array.from({ length: Math.ceil(products / each) }, (_, file) => {
    const count = Math.min(each, products - file * each);
    const rows = Array.from({ length: count }, (_row, at) => {
      const index = file * each + at;
      return `Product ${index},S${index},${2_000_000_000_000 + index},${1 + (index % 90)}.50,${index % 40}`;
    });
    return `name,sku,barcode,price,stock\n${rows.join('\n')}\n`;
  });
}

/** Milliseconds that the window's main thread has worked, and bytes that it holds once what it does not need is gone. */
async function costOf(session: CDPSession): Promise<{ readonly worked: number; readonly heap: number }> {
  const { metrics } = await session.send('Performance.getMetrics');
  const tasks = metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN;
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  return { worked: tasks * 1000, heap: usedSize };
}

/** Runs inside the window: scrolls the table by so many pixels a frame, and notes each frame. */
async function scrollInside({
  frames: count,
  pixels: by,
}: {
  frames: number;
  pixels: number;
}): Promise<Scrolled> {
  const grid = document.querySelector('[role="grid"]');
  let scroller: Element | null = grid;
  while (scroller && scroller.scrollHeight <= scroller.clientHeight + 1) scroller = scroller.parentElement;
  if (!grid || !scroller) throw new Error('there is no table that scrolls');
  const nextFrame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
  const times: number[] = [];
  let mostNodes = 0;
  let last = await nextFrame();
  for (let at = 0; at < count; at += 1) {
    scroller.scrollTop += by;
    const now = await nextFrame();
    times.push(now - last);
    last = now;
    if (at % 20 === 0) mostNodes = Math.max(mostNodes, document.querySelectorAll('*').length);
  }
  const [row] = grid.querySelectorAll('[role="row"][aria-rowindex]:not([aria-rowindex="1"])');
  return { times, mostNodes, rows: Math.round(scroller.scrollTop / (row?.clientHeight ?? Number.NaN)) };
}

/** From a press on a column's head to the frame that shows other rows. */
async function sortTimes(page: Page): Promise<readonly number[]> {
  const times: number[] = [];
  for (const column of ['Price', 'Price', 'SKU', 'SKU', 'Price', 'Price', 'SKU', 'SKU']) {
    const head = page.getByRole('columnheader', { name: column }).getByRole('button');
    times.push(await head.evaluate(sortInside));
    await page.waitForTimeout(200);
  }
  return times;
}

/** Runs inside the window, on the button of a column's head. */
async function sortInside(button: HTMLElement | SVGElement): Promise<number> {
  const shown = () =>
    [...document.querySelectorAll('[role="row"] [role="gridcell"]')].map((cell) => cell.textContent).join();
  const before = shown();
  const start = performance.now();
  (button as HTMLElement).click();
  while (shown() === before) {
    if (performance.now() - start > 5000) throw new Error('no other rows came');
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
  return performance.now() - start;
}
