import type { Locator, Page } from 'playwright';
import { expect } from 'playwright/test';

/** The first-run wizard as a person works it. */
export type SetupWizard = {
  readonly heading: Locator;
  readonly shopName: Locator;
  readonly ownerName: Locator;
  readonly password: Locator;
  readonly next: Locator;
  readonly openShop: Locator;
  readonly kept: Locator;
  readonly field: (name: string) => Locator;
  /** Types part of a name into a list and takes what is found first. */
  readonly choose: (field: string, typed: string) => Promise<void>;
  /** Presses the digits on the pad. */
  readonly touchPin: (pin: string) => Promise<void>;
  /** The recovery code as it stands on the screen, in groups with dashes. */
  readonly recoveryCode: () => Promise<string>;
};

export function setupWizard(page: Page): SetupWizard {
  const field = (name: string) => page.getByRole('textbox', { name });
  return {
    heading: page.getByRole('heading', { level: 1 }),
    shopName: field('Shop name'),
    ownerName: field('Your name'),
    password: page.getByRole('textbox', { name: 'Password' }),
    next: page.getByRole('button', { name: 'Continue' }),
    openShop: page.getByRole('button', { name: 'Open the shop' }),
    kept: page.getByText('I have written the code down or printed it'),
    field,
    choose: async (name, typed) => {
      const box = page.getByRole('combobox', { name });
      await box.click();
      await box.fill(typed);
      await expect(page.getByRole('option').first()).toBeVisible();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
    },
    touchPin: async (pin) => {
      for (const digit of pin) await page.getByRole('button', { name: digit, exact: true }).click();
    },
    recoveryCode: async () => {
      const paper = page.getByRole('heading', { name: 'Recovery code', exact: true }).locator('..');
      const groups = await paper.locator('p').first().locator('span').allTextContents();
      return groups.join('-');
    },
  };
}
