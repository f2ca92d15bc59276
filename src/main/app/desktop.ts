import type { MachineSettings } from '../../shared/contract/machine.ts';

export type Paper = '58mm' | '80mm' | 'a4';

/** A page ready to print: our own HTML, escaped, with nothing that is fetched from elsewhere. */
export type PrintDocument = { readonly title: string; readonly html: string; readonly paper: Paper };

export type SaveResult = { readonly saved: boolean; readonly fileName: string };

/** What lies outside the shop file: printers, dialogs, this computer's own settings. Tests bring a fake. */
export type Desktop = {
  /** Prints without a dialog. @throws Error with the printer's own words when it fails. */
  print(document: PrintDocument, printer: string): Promise<void>;
  /** Asks where, then writes the PDF. `fileName` is the name without its folder, empty when not saved. */
  savePdf(document: PrintDocument, suggestedName: string): Promise<SaveResult>;
  /** Asks where, then writes the bytes. */
  saveFile(bytes: Uint8Array, suggestedName: string): Promise<SaveResult>;
  printers(): Promise<readonly { readonly name: string; readonly isDefault: boolean }[]>;
  readonly machine: {
    get(): MachineSettings;
    set(change: Partial<MachineSettings>): void;
  };
  readonly about: { readonly version: string; readonly isPackaged: boolean; readonly shopFile: string };
};
