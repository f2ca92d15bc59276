import { randomBytes } from 'node:crypto';
import { accessSync, constants, existsSync, realpathSync, statfsSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { type AuditRow, chainHash } from '../app/audit.ts';
import type { ChosenPlace, ChosenShop, Desktop, LastShopFileChange } from '../app/desktop.ts';
import { inspectShopFile } from '../database/inspect-shop-file.ts';
import type { Migration } from '../database/migrate.ts';
import type { MachineStore } from './machine-store.ts';
import { placeWarnings } from './place-warnings.ts';

export type ShopPlacesOptions = {
  /** Where the shop file is now. */
  readonly path: () => string;
  readonly machine: () => MachineStore;
  readonly migrations: () => readonly Migration[];
  /** The key of the audit log, which lies outside the shop file: a shop of another computer has another. */
  readonly auditKey: () => Uint8Array | null;
  readonly askFolder: () => Promise<string | null>;
  readonly askFile: () => Promise<string | null>;
  readonly show: (path: string) => void;
  /** Changes the place once the call that asked for it is answered. */
  readonly begin: (kind: LastShopFileChange['kind'], to: string) => void;
};

/** What the window may do about where the shop file lies. Paths come from the system's dialogs alone. */
export function createShopPlaces(options: ShopPlacesOptions): Desktop['shopFile'] {
  const { path, machine } = options;
  const folders = createTokens();
  const files = createTokens();
  const begin = (kind: LastShopFileChange['kind'], to: string | null): boolean => {
    if (to === null) return false;
    options.begin(kind, to);
    return true;
  };
  return {
    place: () => ({
      path: path(),
      bytes: sizeOf(path()),
      warnings: placeWarnings(dirname(path())),
      last: machine().get('lastChange') ?? null,
    }),
    show: () => options.show(path()),
    async chooseFolder() {
      const folder = await options.askFolder();
      if (folder === null) return null;
      const to = join(folder, basename(path()));
      const problem = problemOfFolder(folder, to, path());
      const token = problem === null ? folders.make(to) : '';
      return { token, path: to, warnings: placeWarnings(folder), problem };
    },
    async chooseFile() {
      const file = await options.askFile();
      if (file === null) return null;
      const looked = lookInto(file, options);
      const token = looked.problem === null ? files.make(file) : '';
      return { token, path: file, warnings: placeWarnings(dirname(file)), ...looked };
    },
    pathOf: (token) => folders.look(token) ?? files.look(token),
    move: (token) => begin('moved', folders.take(token)),
    open: (token) => begin('opened', files.take(token)),
  };
}

/** With what was written and is not yet moved into the file itself. */
function sizeOf(path: string): number {
  const parts = [path, `${path}-wal`].map((part) => statSync(part, { throwIfNoEntry: false })?.size ?? 0);
  return parts.reduce((sum, size) => sum + size, 0);
}

/** Whether both lead to one file, by whatever way. */
export function isSame(one: string, other: string): boolean {
  const real = (path: string): string => {
    try {
      return realpathSync(path);
    } catch {
      return resolve(path);
    }
  };
  return real(one) === real(other);
}

/** The last choice alone counts, and once. */
function createTokens() {
  let last: { readonly token: string; readonly path: string } | null = null;
  const look = (token: string): string | null => (last?.token === token ? last.path : null);
  return {
    make(path: string): string {
      last = { token: randomBytes(16).toString('hex'), path };
      return last.token;
    },
    look,
    take(token: string): string | null {
      const found = look(token);
      if (found !== null) last = null;
      return found;
    },
  };
}

function problemOfFolder(folder: string, to: string, from: string): ChosenPlace['problem'] {
  if (isSame(to, from)) return 'same';
  if (existsSync(to)) return 'exists';
  try {
    accessSync(folder, constants.W_OK);
  } catch {
    return 'not-writable';
  }
  return hasRoom(folder, from) ? null : 'no-room';
}

/** The copy, its log of changes, and something to go on with. */
function hasRoom(folder: string, from: string): boolean {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize > sizeOf(from) * 1.2 + 100_000_000;
  } catch {
    return true;
  }
}

function lookInto(file: string, options: ShopPlacesOptions): Pick<ChosenShop, 'problem' | 'shop'> {
  if (isSame(file, options.path())) return { problem: 'same', shop: null };
  const inspected = inspectShopFile(file, options.migrations());
  if (!inspected.ok) return { problem: inspected.problem, shop: null };
  const { firstEntry, ...shop } = inspected.shop;
  const key = options.auditKey();
  const isOurs = key !== null && firstEntry !== null && isSignedWith(key, firstEntry);
  return { problem: isOurs ? null : 'other-keys', shop };
}

/** Whether the first entry of a log was signed with the key that this computer has: PINs are checked with its twin. */
export function isSignedWith(key: Uint8Array, entry: Readonly<Record<string, unknown>>): boolean {
  const absent = { till: null, windowId: null, requestId: null, customerId: null };
  const row = { ...absent, ...entry } as unknown as AuditRow;
  return chainHash(key, '', row) === row.hash;
}
