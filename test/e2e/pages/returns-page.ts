import type { Locator, Page } from 'playwright';

/** Taking goods back: the sale, its lines, new goods on the same ticket, settling. */
export type ReturnsPage = {
  readonly title: Locator;
  /** A sale that is offered, by what stands on it. */
  readonly sale: (words: string) => Locator;
  readonly quantity: (product: string) => Locator;
  /** Where the goods of a line go. */
  readonly goods: (product: string, option: string) => Promise<void>;
  readonly button: (name: string | RegExp) => Locator;
  readonly toGiveBack: Locator;
  readonly toPay: Locator;
  readonly newGoods: Locator;
  readonly newQuantity: (product: string) => Locator;
  readonly dialog: Locator;
  readonly inDialog: (name: string) => Locator;
  /** "Return 1 is done". */
  readonly done: (number: number) => Locator;
};

export function returnsPage(page: Page): ReturnsPage {
  const main = page.locator('#screen');
  const dialog = page.getByRole('dialog');
  return {
    title: page.getByRole('heading', { level: 1 }),
    sale: (words) => main.getByRole('option', { name: words }),
    quantity: (product) => main.getByRole('textbox', { name: `Quantity of ${product} that comes back` }),
    goods: async (product, option) => {
      await main.getByRole('button', { name: `The goods, ${product}` }).click();
      await page.getByRole('option', { name: option }).click();
    },
    button: (name) => main.getByRole('button', { name }),
    toGiveBack: main.getByRole('status', { name: 'To give back' }),
    toPay: main.getByRole('status', { name: 'To pay' }),
    newGoods: main.getByRole('searchbox', { name: 'Search or scan new goods' }),
    newQuantity: (product) => main.getByRole('textbox', { name: `Quantity of ${product}`, exact: true }),
    dialog,
    inDialog: (name) => dialog.getByRole('button', { name }),
    done: (number) => dialog.getByRole('heading', { name: `Return ${number} is done` }),
  };
}
