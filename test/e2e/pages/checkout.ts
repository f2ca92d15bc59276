import type { Locator, Page } from 'playwright';

/** Paying, and the receipt that follows. */
export type Checkout = {
  readonly dialog: Locator;
  readonly due: Locator;
  readonly open: Locator;
  readonly change: Locator;
  readonly amount: Locator;
  readonly tender: (name: string) => Locator;
  /** An amount that a customer is likely to hand over. */
  readonly cash: (amount: string) => Locator;
  readonly reference: Locator;
  readonly finish: Locator;
  /** Where something was taken already, the way out that says so. */
  readonly leave: Locator;
  /** "Order 12 is paid", with the receipt. */
  readonly paid: Locator;
  readonly receipt: Locator;
  readonly print: Locator;
  readonly savePdf: Locator;
  readonly newSale: Locator;
  readonly openOrder: Locator;
};

export function checkout(page: Page): Checkout {
  const dialog = page.getByRole('dialog');
  const button = (name: string | RegExp, exact = false) => dialog.getByRole('button', { name, exact });
  return {
    dialog,
    due: dialog.getByRole('status', { name: 'To pay' }),
    open: dialog.getByRole('status', { name: 'Still open' }),
    change: dialog.getByRole('status', { name: 'Change' }),
    amount: dialog.getByRole('textbox', { name: 'Amount' }),
    tender: (name) => dialog.getByRole('region', { name: 'How do they pay?' }).getByRole('button', { name }),
    cash: (amount) => dialog.getByLabel('Cash given').getByRole('button', { name: amount, exact: true }),
    reference: dialog.getByRole('textbox', { name: /^Reference of/u }),
    finish: button('Finish sale'),
    leave: page.getByRole('button', { name: 'Leave and give it back' }),
    paid: dialog.getByRole('heading', { name: /^Order \d+ is paid$/u }),
    receipt: dialog.getByRole('article'),
    print: button('Print receipt'),
    savePdf: button('Save as PDF'),
    newSale: button('New sale'),
    openOrder: button('Open order'),
  };
}
