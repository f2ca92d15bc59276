import type { Locator, Page } from 'playwright';

/** One order with the page for itself, and what can be done with it. */
export type OrderPage = {
  readonly title: Locator;
  /** How the order and its money stand: "Shipped", "Unpaid". */
  readonly pill: (words: string) => Locator;
  readonly button: (name: string | RegExp) => Locator;
  /** Chooses from the menu of rarer changes. */
  readonly more: (name: string) => Promise<void>;
  /** What happened, oldest first. */
  readonly events: Locator;
  readonly event: (words: string | RegExp) => Locator;
  readonly refunds: Locator;
  readonly sum: (label: string) => Locator;
  readonly dialog: Locator;
  /** Chooses one of a dialog's list. */
  readonly choose: (field: string, option: string) => Promise<void>;
};

export function orderPage(page: Page): OrderPage {
  const main = page.locator('#screen');
  const dialog = page.getByRole('dialog');
  const card = (title: string) =>
    main.locator('section').filter({ has: page.getByRole('heading', { name: title, exact: true }) });
  const events = card('What happened').getByRole('listitem');
  return {
    title: page.getByRole('heading', { level: 1 }),
    pill: (words) => main.locator('header').getByText(words, { exact: true }),
    button: (name) => main.getByRole('button', { name }),
    more: async (name) => {
      await main.getByRole('button', { name: 'More', exact: true }).click();
      await page.getByRole('menuitem', { name }).click();
    },
    events,
    event: (words) => events.filter({ hasText: words }),
    refunds: card('Refunds').getByRole('listitem'),
    sum: (label) =>
      page.locator('dl[aria-label="Totals"] > div').filter({ has: page.getByText(label, { exact: true }) }),
    dialog,
    choose: async (field, option) => {
      await dialog.getByRole('button', { name: new RegExp(field, 'u') }).click();
      await page.getByRole('option', { name: option }).click();
    },
  };
}
