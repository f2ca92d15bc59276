import type { Desktop, PrintDocument } from '../../src/main/app/desktop.ts';
import type { MachineSettings } from '../../src/shared/contract/machine.ts';
import { createFakeBackups, type FakeBackups } from './fake-backups.ts';
import { createFakeCondition, type FakeCondition } from './fake-condition.ts';
import { createFakeDisk, type FakeDisk } from './fake-disk.ts';
import { createFakeLooks, type FakeLooks } from './fake-looks.ts';
import { createFakeRestore, type FakeRestore } from './fake-restore.ts';

/** A desktop that remembers what it was asked, and fails when told to. */
export type FakeDesktop = Desktop & {
  readonly shopFile: Desktop['shopFile'] & { readonly begun: string[] };
  readonly backups: FakeBackups;
  readonly restore: FakeRestore;
  readonly disk: FakeDisk;
  readonly condition: FakeCondition;
  readonly looks: FakeLooks;
  readonly printed: { readonly document: PrintDocument; readonly printer: string }[];
  readonly saved: { readonly name: string; readonly bytes: Uint8Array | PrintDocument }[];
  /** The next prints fail with these words. */
  printerTrouble: string | null;
  /** What writing a file fails with, where it does. */
  saveTrouble: Error | null;
  /** The person closes the dialog without choosing. */
  dismissDialogs: boolean;
  /** Called with each piece of a file that is written, and how many there are by then. */
  onPiece: ((count: number) => void) | null;
};

/** A place that can be chosen under one token; what was begun is remembered. */
function createFakePlaces(): FakeDesktop['shopFile'] {
  const begun: string[] = [];
  const known = (token: string) => token === chosenToken;
  return {
    begun,
    place: () => ({ path: '/shops/shop.db', bytes: 4096, warnings: [], last: null }),
    show: () => void begun.push('show'),
    chooseFolder: async () => ({
      token: chosenToken,
      path: '/new/shop.db',
      warnings: ['synced'],
      problem: null,
    }),
    chooseFile: async () => ({
      ...{ token: chosenToken, path: '/other/shop.db', warnings: [], problem: null },
      shop: { name: 'Other shop', orders: 7, lastOrderAt: null },
    }),
    pathOf: (token) => (known(token) ? '/new/shop.db' : null),
    move: (token) => known(token) && begun.push('move') > 0,
    open: (token) => known(token) && begun.push('open') > 0,
  };
}

export const chosenToken = 'a'.repeat(32);

export function createFakeDesktop(): FakeDesktop {
  let settings: MachineSettings = {
    theme: 'system',
    textSize: 'normal',
    language: 'en',
    receiptPrinter: '',
    printReceiptAfterSale: false,
    windowAtStart: 'as-left',
  };
  const desktop: FakeDesktop = {
    printed: [],
    saved: [],
    printerTrouble: null,
    saveTrouble: null,
    dismissDialogs: false,
    onPiece: null,
    async print(document, printer) {
      if (desktop.printerTrouble) throw new Error(desktop.printerTrouble);
      desktop.printed.push({ document, printer });
    },
    async savePdf(document, suggestedName, signal) {
      if (desktop.dismissDialogs) return { saved: false, fileName: '' };
      const made = typeof document === 'function' ? await document() : document;
      signal?.throwIfAborted();
      if (desktop.saveTrouble) throw desktop.saveTrouble;
      desktop.saved.push({ name: suggestedName, bytes: made });
      return { saved: true, fileName: suggestedName };
    },
    async saveFile(bytes, suggestedName) {
      if (desktop.dismissDialogs) return { saved: false, fileName: '' };
      if (desktop.saveTrouble) throw desktop.saveTrouble;
      desktop.saved.push({ name: suggestedName, bytes });
      return { saved: true, fileName: suggestedName };
    },
    async savePieces(pieces, suggestedName) {
      if (desktop.dismissDialogs) return { saved: false, fileName: '' };
      const parts: Uint8Array[] = [];
      for await (const part of pieces()) {
        parts.push(part);
        desktop.onPiece?.(parts.length);
      }
      if (desktop.saveTrouble) throw desktop.saveTrouble;
      desktop.saved.push({ name: suggestedName, bytes: Buffer.concat(parts) });
      return { saved: true, fileName: suggestedName };
    },
    printers: async () => [{ name: 'Receipt printer', isDefault: true }],
    machine: {
      get: () => settings,
      set: (change) => {
        settings = { ...settings, ...change };
      },
    },
    shopFile: createFakePlaces(),
    backups: createFakeBackups(),
    restore: createFakeRestore(),
    disk: createFakeDisk(),
    condition: createFakeCondition(),
    looks: createFakeLooks(),
    about: { version: '0.0.0', isPackaged: false },
  };
  return desktop;
}
