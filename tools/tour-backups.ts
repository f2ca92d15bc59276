import type { Page } from 'playwright';
import { expect } from 'playwright/test';
import { ask } from '../test/e2e/ask.ts';
import { showScreen } from '../test/e2e/open-shop.ts';

type Picture = (page: Page, name: string) => Promise<void>;

/** How safe the shop is, what is in a backup, and what bringing it back would mean. */
export async function seeBackups(page: Page, picture: Picture): Promise<void> {
  await ask(page, 'backups.make', {});
  await showScreen(page, '/backups');
  const list = page.getByRole('grid');
  await expect(list.getByRole('row').nth(1)).toBeVisible();
  await list.getByRole('row').nth(1).click();
  await expect(page.getByRole('complementary')).toBeVisible();
  await picture(page, '35-backups');
  await page
    .getByRole('button', { name: /^Bring this shop back/u })
    .first()
    .click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.locator('[role=dialog] [role=progressbar]').waitFor({ state: 'detached' });
  await picture(page, '36-restore');
  await page.keyboard.press('Escape');
}

/** What stands in the window's place where the shop file is damaged: the last that is seen of this shop. */
export async function seeRecovery(page: Page, picture: Picture): Promise<void> {
  await showScreen(page, '/dashboard');
  // The window goes with the answer.
  await ask(page, 'condition.recover', {}).catch(() => undefined);
  await expect(page.getByText('Newest verified backup')).toBeVisible();
  await picture(page, '37-recovery');
}
