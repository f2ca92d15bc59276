import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { contactSheet } from './contact-sheet.ts';
import { pictures } from './pictures.ts';
import { rasterise } from './rasterise.ts';
import { pictureSize } from './svg.ts';

/**
 * Draws every picture of the sample shop into `resources/sample-shop/pictures`, and a contact sheet of them
 * into the folder given as the first argument, for looking at.
 *
 * Run by hand (`node tools/draw-sample-pictures/draw-sample-pictures.ts`) after changing a drawing; the
 * result is committed, so that nobody needs a browser to build.
 */
async function drawSamplePictures(sheetFolder: string | undefined): Promise<void> {
  const folder = join(import.meta.dirname, '../../resources/sample-shop/pictures');
  const limit = 15 * 1024;
  mkdirSync(folder, { recursive: true });
  for (const old of readdirSync(folder)) rmSync(join(folder, old));
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
  try {
    const page = await browser.newPage();
    const all = pictures();
    let largest = 0;
    for (const [key, svg] of all) {
      const bytes = await rasterise(page, svg, pictureSize, 'image/webp', 0.84);
      if (bytes.length > limit) throw new Error(`${key}.webp is ${bytes.length} bytes, more than ${limit}`);
      largest = Math.max(largest, bytes.length);
      writeFileSync(join(folder, `${key}.webp`), bytes);
    }
    if (sheetFolder !== undefined) await contactSheet(page, all, sheetFolder);
    process.stdout.write(`${all.size} pictures, the largest ${largest} bytes\n`);
  } finally {
    await browser.close();
  }
}

await drawSamplePictures(process.argv[2]);
