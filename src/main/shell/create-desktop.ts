import { app, type BrowserWindow, nativeTheme } from 'electron';
import type { Desktop } from '../app/desktop.ts';
import type { MachineStore } from './machine-store.ts';
import type { Printer } from './printer.ts';
import { saveFile } from './save-file.ts';

type DesktopOptions = {
  readonly machine: MachineStore;
  readonly printer: Printer;
  readonly window: () => BrowserWindow | null;
  readonly shopFile: Desktop['shopFile'];
  readonly backups: Desktop['backups'];
  readonly restore: Desktop['restore'];
  readonly disk: Desktop['disk'];
  readonly condition: Desktop['condition'];
  readonly looks: Desktop['looks'];
};

function pdfName(wanted: string): string {
  return /\.pdf$/iu.test(wanted) ? wanted : `${wanted}.pdf`;
}

/** The real desktop: this computer's printers, dialogs and settings. */
export function createDesktop(options: DesktopOptions): Desktop {
  const { machine, printer, window, shopFile, backups, disk, condition, restore, looks } = options;
  return {
    print: (document, deviceName) => printer.print(document, deviceName),
    savePdf: (document, suggestedName, signal) =>
      saveFile(window(), pdfName(suggestedName), async () => {
        const bytes = await printer.pdf(typeof document === 'function' ? await document() : document);
        signal?.throwIfAborted();
        return bytes;
      }),
    saveFile: (bytes, suggestedName) => saveFile(window(), suggestedName, async () => bytes),
    savePieces: (pieces, suggestedName) => saveFile(window(), suggestedName, pieces),
    async printers() {
      const found = (await window()?.webContents.getPrintersAsync()) ?? [];
      return found.map((one) => ({
        name: one.name,
        isDefault: 'isDefault' in one && one.isDefault === true,
      }));
    },
    machine: {
      get: () => machine.settings(),
      set(change) {
        nativeTheme.themeSource = machine.change(change).theme;
      },
    },
    shopFile,
    backups,
    restore,
    disk,
    condition,
    looks,
    about: { version: app.getVersion(), isPackaged: app.isPackaged },
  };
}
