import type { Locator, Page } from 'playwright';

/** A file as it is dropped: its name and what stands in it. */
export type DroppedFile = { readonly name: string; readonly content: string };

/** The screen that brings in sales history. */
export type HistoryPage = {
  /** By the button and the dialog of the system. */
  readonly choose: (paths: readonly string[]) => Promise<void>;
  /** By dragging them from the file manager, all at once. */
  readonly drop: (files: readonly DroppedFile[]) => Promise<void>;
  readonly see: Locator;
  readonly bringIn: Locator;
  readonly compare: Locator;
  /** A figure of what comes in. */
  readonly figure: (label: string) => Locator;
};

export function historyPage(page: Page): HistoryPage {
  const zone = page.locator('main [class*="zone"]');
  const button = (name: string | RegExp) => page.getByRole('button', { name });
  return {
    choose: async (paths) => {
      const [chooser] = await Promise.all([
        page.waitForEvent('filechooser'),
        zone.getByRole('button').click(),
      ]);
      await chooser.setFiles([...paths]);
    },
    drop: async (files) => {
      const dataTransfer = await page.evaluateHandle((dropped) => {
        const transfer = new DataTransfer();
        for (const { name, content } of dropped) {
          transfer.items.add(new File([content], name, { type: 'text/csv' }));
        }
        return transfer;
      }, files);
      for (const type of ['dragenter', 'dragover', 'drop']) await zone.dispatchEvent(type, { dataTransfer });
    },
    see: button(/^See what comes in/u),
    bringIn: button(/^Bring in \d/u),
    compare: button('Compare with the file'),
    figure: (label) => page.getByText(label, { exact: true }).locator('xpath=following-sibling::*[1]'),
  };
}
