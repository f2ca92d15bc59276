import type { Locator, Page } from 'playwright';

/** The order book, and one order in full. */
export type OrdersPage = {
  readonly row: (number: number) => Locator;
  /** One order beside the list. */
  readonly panel: (number: number) => Locator;
  /** The number of the order that has the page for itself. */
  readonly title: Locator;
  /** A row of the sums of the order: what it is called and how much. */
  readonly sum: (label: string) => Locator;
};

export function ordersPage(page: Page): OrdersPage {
  return {
    row: (number) => page.getByRole('row', { name: new RegExp(`(?:^|\\s)${number}\\s`, 'u') }),
    panel: (number) => page.getByRole('complementary', { name: `Order ${number}` }),
    title: page.getByRole('heading', { level: 1 }),
    sum: (label) =>
      page.locator('dl[aria-label="Totals"] > div').filter({ has: page.getByText(label, { exact: true }) }),
  };
}
