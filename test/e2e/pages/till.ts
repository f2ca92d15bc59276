import type { Locator, Page } from 'playwright';
import { expect } from 'playwright/test';

/** The till: products at the start, the cart at the end. */
export type Till = {
  readonly search: Locator;
  /** A product among the pictures, by its name. */
  readonly product: (name: string) => Locator;
  /** A kind of a product in the dialog that asks which. */
  readonly variant: (name: string) => Locator;
  readonly lines: Locator;
  readonly line: (name: string) => Locator;
  readonly total: Locator;
  /** Leads to the payment. */
  readonly pay: Locator;
  readonly notices: Locator;
  /** Types part of a name and adds the best match with Enter, as a cashier does. */
  readonly add: (words: string) => Promise<void>;
};

export function till(page: Page): Till {
  const search = page.getByRole('searchbox', { name: 'Search products' });
  const lines = page.getByRole('list', { name: 'Cart lines' }).getByRole('listitem');
  return {
    search,
    product: (name) => page.getByRole('option', { name }),
    variant: (name) => page.getByRole('dialog').getByRole('button', { name: new RegExp(`^${name}`, 'u') }),
    lines,
    line: (name) => lines.filter({ hasText: name }),
    total: page.getByRole('status', { name: 'Total' }),
    // With the amount: the till also offers to take goods back.
    pay: page.getByRole('button', { name: /^Take .*\d/u }),
    notices: page.getByRole('region', { name: 'Notices' }),
    add: async (words) => {
      await search.fill(words);
      await search.press('Enter');
      // What is typed before the till has taken the last word would be cleared with it.
      await expect(search).toHaveValue('');
    },
  };
}
