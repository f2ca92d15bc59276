import type { MachineSettings } from '../../shared/contract/machine.ts';
import type { DesktopBackups } from './desktop-backups.ts';
import type { DesktopCondition } from './desktop-condition.ts';
import type { DesktopDisk } from './desktop-disk.ts';
import type { DesktopLooks } from './desktop-looks.ts';
import type { DesktopRestore } from './desktop-restore.ts';

export type Paper = '58mm' | '80mm' | 'a4' | 'letter';

/** A page ready to print: our own HTML, escaped, with nothing that is fetched from elsewhere. */
export type PrintDocument = {
  readonly title: string;
  readonly html: string;
  readonly paper: Paper;
  /** A sheet on its side. */
  readonly isWide?: boolean;
  /** A PNG that was looked at byte by byte, drawn where the page has its picture block. */
  readonly picture?: Uint8Array | null;
};

export type SaveResult = { readonly saved: boolean; readonly fileName: string };

/** What is dangerous about a place for the shop file: copied to the cloud all day, or on another computer's disk. */
export type PlaceWarning = 'synced' | 'network';

/** Where the shop file is. */
export type ShopFilePlace = {
  readonly path: string;
  readonly bytes: number;
  readonly warnings: readonly PlaceWarning[];
  /** What became of the last change of place; null where there was none. */
  readonly last: LastShopFileChange | null;
};

export type LastShopFileChange = {
  readonly kind: 'moved' | 'opened';
  /** Milliseconds UTC. */
  readonly at: number;
  readonly from: string;
  readonly to: string;
  /** Where the file that was left behind is now. */
  readonly left: string;
  /** Why it did not come to be, in the system's words; null when it did. */
  readonly problem: string | null;
};

/** A place that somebody chose in the system's dialog; the window gets a token for it, and the path to read. */
export type ChosenPlace = {
  readonly token: string;
  readonly path: string;
  readonly warnings: readonly PlaceWarning[];
  readonly problem: 'same' | 'exists' | 'not-writable' | 'no-room' | null;
};

/** A file that somebody chose, and the shop in it. */
export type ChosenShop = {
  readonly token: string;
  readonly path: string;
  readonly warnings: readonly PlaceWarning[];
  readonly problem:
    | 'same'
    | 'missing'
    | 'newer'
    | 'foreign'
    | 'damaged'
    | 'locked'
    | 'read-only'
    | 'no-shop'
    | 'altered'
    | 'other-keys'
    | null;
  readonly shop: {
    readonly name: string;
    readonly orders: number;
    readonly lastOrderAt: number | null;
  } | null;
};

/** What lies outside the shop file: printers, dialogs, this computer's own settings. Tests bring a fake. */
export type Desktop = {
  /** Prints without a dialog. @throws Error with the printer's own words when it fails. */
  print(document: PrintDocument, printer: string): Promise<void>;
  /**
   * Asks where, makes the document where it is not made yet, then writes the PDF; nothing of it once the signal has
   * stopped it. `fileName` is the name without its folder, empty when not saved.
   */
  savePdf(
    document: PrintDocument | (() => Promise<PrintDocument>),
    suggestedName: string,
    signal?: AbortSignal,
  ): Promise<SaveResult>;
  /** Asks where, then writes the bytes. */
  saveFile(bytes: Uint8Array, suggestedName: string): Promise<SaveResult>;
  /** Asks where, then writes what comes, piece by piece; where it ends with an error, there is no file. */
  savePieces(pieces: () => AsyncIterable<Uint8Array>, suggestedName: string): Promise<SaveResult>;
  printers(): Promise<readonly { readonly name: string; readonly isDefault: boolean }[]>;
  readonly machine: {
    get(): MachineSettings;
    set(change: Partial<MachineSettings>): void;
  };
  readonly shopFile: {
    place(): ShopFilePlace;
    /** Shows it in the system's own window of files. */
    show(): void;
    /** Asks for a folder; null when the person thought better of it. */
    chooseFolder(): Promise<ChosenPlace | null>;
    /** Asks for another shop's file. */
    chooseFile(): Promise<ChosenShop | null>;
    /** The place behind a token of the last choice, or null. */
    pathOf(token: string): string | null;
    /**
     * Once this call is answered: closes the shop, copies its file to the chosen folder, checks the copy, opens it
     * there. Where anything fails the shop goes on where it was. False for a token that is not known any more.
     */
    move(token: string): boolean;
    /** Once this call is answered: closes the shop and opens the chosen one. */
    open(token: string): boolean;
  };
  readonly backups: DesktopBackups;
  readonly restore: DesktopRestore;
  readonly disk: DesktopDisk;
  readonly condition: DesktopCondition;
  readonly looks: DesktopLooks;
  readonly about: { readonly version: string; readonly isPackaged: boolean };
};
