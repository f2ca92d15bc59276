import type { Page } from 'playwright';
import { expect, launchOrderlla } from '../test/e2e/host.ts';
import { importCsv } from '../test/e2e/import-csv.ts';
import { openShop } from '../test/e2e/open-shop.ts';
import { scan } from '../test/e2e/pages/scan.ts';
import { till } from '../test/e2e/pages/till.ts';
import { median, quantile } from './measure.ts';
import { inFrames, type Measured } from './measured.ts';

const products = 20_000;
const rounds = 40;

type Scanned = { readonly lines: number; readonly times: readonly number[] };

/**
 * From the last key of a scan to the new line on the screen, in the built window with 20,000 products: through
 * the preload, the door, SQLite and back, pricing and painting. The limit is one frame; a long cart is held
 * against a short one.
 */
export async function benchScan(): Promise<readonly Measured[]> {
  const { page, close } = await launchOrderlla();
  try {
    await page.addInitScript(watchScans);
    await openShop(page);
    await importCsv(page, catalogue());
    await page.reload();
    await expect(page.getByRole('option').first()).toBeVisible();
    const few = await scanOnto(page, 5);
    const many = await scanOnto(page, 200);
    const name = (what: string, { lines }: Scanned) =>
      `scan → line painted, ${lines} lines in the cart, ${what}`;
    return [
      ...[few, many].flatMap((one): readonly Measured[] => [
        { name: name('median', one), value: median(one.times), ...inFrames(2) },
        { name: name('95th in 100', one), value: quantile(one.times, 0.95), ...inFrames(4) },
      ]),
      {
        name: name('median', many),
        value: median(many.times),
        unit: 'ms',
        limit: median(few.times),
        limitName: `${few.lines} lines`,
        budget: 2,
      },
    ];
  } finally {
    await close();
  }
}

function codeOf(index: number): string {
  return String(2_000_000_000_000 + index);
}

function catalogue(): string {
  const rows = Array.from(
    { length: products },
    (_, index) => `Product ${index},S${index},${codeOf(index)},${1 + (index % 90)}.50`,
  );
  return `name,sku,barcode,price\n${rows.join('\n')}\n`;
}

/** Fills the cart, then scans one product more, takes it away again, and so on. */
async function scanOnto(page: Page, lines: number): Promise<Scanned> {
  const cart = till(page).lines;
  for (let index = await cart.count(); index < lines; index += 1) {
    await scan(page, codeOf(index));
    if (index % 20 === 19 || index === lines - 1) await expect(cart).toHaveCount(index + 1);
  }
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    await page.evaluate(() => delete window.lastScan);
    await scan(page, codeOf(1000 + round));
    const took = await page.waitForFunction(() => window.lastScan);
    times.push(Number(await took.jsonValue()));
    await page.keyboard.press('Delete');
    await expect(cart).toHaveCount(lines);
  }
  return { lines, times };
}

declare global {
  interface Window {
    /** Milliseconds from the last Enter to the frame that showed another number of cart lines. */
    lastScan?: number;
  }
}

/** Runs in the window before its own program: notes each Enter, and when the cart looked different after it. */
function watchScans(): void {
  let pressedAt = 0;
  let shown = 0;
  const countLines = () => document.querySelectorAll('[aria-label="Cart lines"] > li').length;
  window.addEventListener(
    'keydown',
    ({ key }) => {
      if (key === 'Enter') pressedAt = performance.now();
    },
    true,
  );
  const painted = new MessageChannel();
  painted.port1.onmessage = () => {
    window.lastScan = performance.now() - pressedAt;
  };
  const watcher = new MutationObserver(() => {
    const lines = countLines();
    // A message sent in a frame is heard when that frame has been painted.
    if (lines > shown) requestAnimationFrame(() => painted.port2.postMessage(null));
    shown = lines;
  });
  document.addEventListener('DOMContentLoaded', () =>
    watcher.observe(document.body, { childList: true, subtree: true }),
  );
}
