import type { Desktop, PrintDocument } from '../../src/main/app/desktop.ts';
import type { MachineSettings } from '../../src/shared/contract/machine.ts';

/** A desktop that remembers what it was asked, and fails when told to. */
export type FakeDesktop = Desktop & {
  readonly printed: { readonly document: PrintDocument; readonly printer: string }[];
  readonly saved: { readonly name: string; readonly bytes: Uint8Array | PrintDocument }[];
  /** The next prints fail with these words. */
  printerTrouble: string | null;
  /** The person closes the dialog without choosing. */
  dismissDialogs: boolean;
};

export function createFakeDesktop(): FakeDesktop {
  let settings: MachineSettings = {
    theme: 'system',
    textSize: 'normal',
    language: 'en',
    receiptPrinter: '',
    printReceiptAfterSale: false,
  };
  const desktop: FakeDesktop = {
    printed: [],
    saved: [],
    printerTrouble: null,
    dismissDialogs: false,
    async print(document, printer) {
      if (desktop.printerTrouble) throw new Error(desktop.printerTrouble);
      desktop.printed.push({ document, printer });
    },
    async savePdf(document, suggestedName) {
      if (desktop.dismissDialogs) return { saved: false, fileName: '' };
      desktop.saved.push({ name: suggestedName, bytes: document });
      return { saved: true, fileName: suggestedName };
    },
    async saveFile(bytes, suggestedName) {
      if (desktop.dismissDialogs) return { saved: false, fileName: '' };
      desktop.saved.push({ name: suggestedName, bytes });
      return { saved: true, fileName: suggestedName };
    },
    printers: async () => [{ name: 'Receipt printer', isDefault: true }],
    machine: {
      get: () => settings,
      set: (change) => {
        settings = { ...settings, ...change };
      },
    },
    about: { version: '0.0.0', isPackaged: false, shopFile: 'shop.db' },
  };
  return desktop;
}
