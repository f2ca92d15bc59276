import type { Locator, Page } from 'playwright';

/** The screen that loads products from a file. */
export type ImportPage = {
  /** By the button and the dialog of the system. */
  readonly choose: (path: string) => Promise<void>;
  /** By dragging it from the file manager. */
  readonly drop: (name: string, content: string) => Promise<void>;
  readonly seeChanges: Locator;
  readonly load: Locator;
  readonly sellNow: Locator;
  /** How many products are new, changed, as before; how many rows stay out. */
  readonly tally: (label: string) => Locator;
};

export function importPage(page: Page): ImportPage {
  const zone = page.getByRole('group', { name: 'Drop a product file here' });
  const button = (name: string | RegExp) => page.getByRole('button', { name });
  return {
    choose: async (path) => {
      const [chooser] = await Promise.all([
        page.waitForEvent('filechooser'),
        zone.getByRole('button').click(),
      ]);
      await chooser.setFiles(path);
    },
    drop: async (name, content) => {
      const dataTransfer = await page.evaluateHandle(
        ([fileName, text]) => {
          const transfer = new DataTransfer();
          transfer.items.add(new File([text], fileName, { type: 'text/csv' }));
          return transfer;
        },
        [name, content] as const,
      );
      for (const type of ['dragenter', 'dragover', 'drop']) await zone.dispatchEvent(type, { dataTransfer });
    },
    seeChanges: button('See what changes'),
    load: button(/^Load \d+ products?$/u),
    sellNow: button('Sell now'),
    tally: (label) => page.getByText(label, { exact: true }).locator('xpath=following-sibling::*[1]'),
  };
}
