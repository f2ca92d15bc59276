import type { Page } from 'playwright';

/** Turns the till over as a person does, and waits for the customers' page. */
export async function turnOver(page: Page): Promise<void> {
  await page.evaluate(() => {
    window.location.hash = '/turn-over';
  });
  await page.getByRole('button', { name: 'Turn over screen' }).click();
  await atKiosk(page);
}

export async function atKiosk(page: Page): Promise<void> {
  await page.waitForURL(/\/kiosk\.html/u);
  await page.locator('body[data-app="ready"]').waitFor({ state: 'attached' });
}
