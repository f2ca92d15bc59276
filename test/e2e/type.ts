import type { Page } from 'playwright';

/** Types as fast as a quick person does. Faster keys that end in Enter are a scanner's, and lead to the till. */
export async function typeByHand(page: Page, words: string): Promise<void> {
  await page.keyboard.type(words, { delay: 60 });
}
