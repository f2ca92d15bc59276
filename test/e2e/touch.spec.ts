import type { Page } from 'playwright';
import { ask } from './ask.ts';
import { expect, test } from './host.ts';
import { importCsv } from './import-csv.ts';
import { openShop } from './open-shop.ts';
import { plainCatalogue } from './own-catalogue.ts';
import { till } from './pages/till.ts';

/** As on a till with a touch screen: the window is told of fingers. */
async function touchScreen(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setTouchEmulationEnabled', { enabled: true, maxTouchPoints: 5 });
  await page.reload();
  await page.locator('body[data-app="ready"]').waitFor({ state: 'attached' });
}

/** Whether the library still hides what it has opened, ten frames after it came. */
async function isHiddenAfterTenFrames(page: Page): Promise<boolean> {
  await page.getByRole('dialog').waitFor({ state: 'attached' });
  return page.evaluate(async () => {
    for (let frame = 0; frame < 10; frame += 1) await new Promise(requestAnimationFrame);
    return document.querySelector('[style*="mask-image"]') !== null;
  });
}

test('on a touch screen what opens with a field is there at once', async ({ page }) => {
  await openShop(page);
  await importCsv(page, plainCatalogue);
  await touchScreen(page);

  await test.step('at the till', async () => {
    await till(page).add('harb');
    await page.keyboard.press('F4');
    expect(await isHiddenAfterTenFrames(page)).toBe(false);
  });

  await test.step('at the kiosk', async () => {
    await ask(page, 'kiosk.enter', {}).catch(() => null);
    await page.waitForURL(/\/kiosk\.html/u);
    await page.getByRole('button', { name: 'Staff' }).click();
    expect(await isHiddenAfterTenFrames(page)).toBe(false);
  });
});
