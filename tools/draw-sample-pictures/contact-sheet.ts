import { join } from 'node:path';
import type { Page } from 'playwright';
import type { Svg } from './svg.ts';

/** Screenshots of all pictures with their keys, 24 to a sheet: `sheet-1.png` and on, in `folder`. */
export async function contactSheet(page: Page, all: ReadonlyMap<string, Svg>, folder: string): Promise<void> {
  const perSheet = 24;
  const entries = [...all];
  await page.setViewportSize({ width: 1500, height: 1040 });
  for (let first = 0; first < entries.length; first += perSheet) {
    const tiles = entries
      .slice(first, first + perSheet)
      .map(
        ([key, svg]) =>
          `<figure><img src="data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}"><figcaption>${key}</figcaption></figure>`,
      );
    await page.setContent(
      `<style>body{margin:8px;font:13px sans-serif;display:grid;grid-template-columns:repeat(6,1fr);gap:8px}figure{margin:0}img{width:100%;display:block;border-radius:8px}</style>${tiles.join('')}`,
    );
    await page.screenshot({ path: join(folder, `sheet-${first / perSheet + 1}.png`) });
  }
}
