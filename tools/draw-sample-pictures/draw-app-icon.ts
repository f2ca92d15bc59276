import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright';
import { appIcon, type IconGround, logo } from './app-icon.ts';
import { icns } from './icns.ts';
import { type IconImage, ico } from './ico.ts';
import { rasterise } from './rasterise.ts';

async function images(page: Page, ground: IconGround, sizes: readonly number[]): Promise<IconImage[]> {
  const drawn: IconImage[] = [];
  for (const size of sizes) {
    drawn.push({ size, png: await rasterise(page, appIcon(size, ground), size, 'image/png') });
  }
  return drawn;
}

/**
 * Draws the application's icon for Windows, macOS and Linux into `resources/icons`, and the window's logo.
 *
 * Run by hand (`node tools/draw-sample-pictures/draw-app-icon.ts`) after changing the mark; the result is
 * committed. Small sizes are drawn simpler, not shrunk.
 */
async function drawAppIcon(): Promise<void> {
  const root = join(import.meta.dirname, '../..');
  const folder = join(root, 'resources/icons');
  mkdirSync(join(folder, 'linux'), { recursive: true });
  mkdirSync(join(root, 'src/renderer/assets'), { recursive: true });
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
  try {
    const page = await browser.newPage();
    const linux = await images(page, 'full', [16, 24, 32, 48, 64, 128, 256, 512]);
    for (const { size, png } of linux) writeFileSync(join(folder, `linux/${size}x${size}.png`), png);
    writeFileSync(join(folder, 'icon.ico'), ico(linux.filter(({ size }) => size <= 256)));
    writeFileSync(
      join(folder, 'icon.icns'),
      icns(await images(page, 'airy', [16, 32, 64, 128, 256, 512, 1024])),
    );
    for (const { png } of await images(page, 'full', [1024])) writeFileSync(join(folder, 'icon.png'), png);
    writeFileSync(join(root, 'src/renderer/assets/logo.svg'), logo());
  } finally {
    await browser.close();
  }
}

await drawAppIcon();
