import { type MachineSettings, machineSettings } from '../../shared/contract/machine.ts';
import type { LastShopFileChange } from '../app/desktop.ts';
import { type BackupMemory, isBackupMemory } from './backups/backup-memory.ts';
import { type ConditionMemory, isConditionMemory } from './condition/condition-memory.ts';
import type { Bounds } from './security/window-options.ts';

/** What is kept for this computer alone, in `machine.json` beside the shop file. */
export type MachineFile = {
  readonly settings?: MachineSettings;
  readonly windowBounds?: Bounds;
  readonly isMaximized?: boolean;
  /** Where the shop file is; absent: in the application's own folder. */
  readonly shopFile?: string;
  /** What became of the last change of its place. */
  readonly lastChange?: LastShopFileChange;
  /** A shop was opened in that file: from now on a missing file is trouble, never a new shop. */
  readonly isShopOpened?: boolean;
  /** The till belonged to customers when the shop was last open. */
  readonly isKiosk?: boolean;
  /** What is known of backups beside the backups themselves. */
  readonly backups?: BackupMemory;
  /** What is known of the shop file itself. */
  readonly condition?: ConditionMemory;
};

/** The part of electron-store that is used, so that tests need no Electron. */
export type KeptFile = {
  get(key: string): unknown;
  set(key: string, value: unknown): void;
};

export type MachineStore = {
  settings(): MachineSettings;
  change(change: Partial<MachineSettings>): MachineSettings;
  get<K extends keyof MachineFile>(key: K): MachineFile[K] | undefined;
  set<K extends keyof MachineFile>(key: K, value: NonNullable<MachineFile[K]>): void;
};

const firstSettings: MachineSettings = {
  theme: 'system',
  textSize: 'normal',
  language: 'en',
  receiptPrinter: '',
  printReceiptAfterSale: false,
  windowAtStart: 'as-left',
};

/** A file that a person or another version wrote cannot stop the till: what does not fit counts as not there. */
export function createMachineStore(file: KeptFile): MachineStore {
  const settings = (): MachineSettings => {
    const kept = file.get('settings');
    const fields = typeof kept === 'object' && kept !== null ? Object.entries(kept) : [];
    const usable = fields.filter(([key, value]) => {
      const field = machineSettings.shape[key as keyof MachineSettings];
      return Object.hasOwn(machineSettings.shape, key) && field.safeParse(value).success;
    });
    return { ...firstSettings, ...(Object.fromEntries(usable) as Partial<MachineSettings>) };
  };
  return {
    settings,
    change(change) {
      const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
      const changed = { ...settings(), ...given };
      file.set('settings', changed);
      return changed;
    },
    get: (key) => checked(key, file.get(key)),
    set: (key, value) => file.set(key, value),
  };
}

function checked<K extends keyof MachineFile>(key: K, value: unknown): MachineFile[K] | undefined {
  const fits: Record<keyof MachineFile, boolean> = {
    settings: typeof value === 'object',
    windowBounds: isBounds(value),
    isMaximized: typeof value === 'boolean',
    shopFile: typeof value === 'string' && value.length > 0,
    lastChange: isLastChange(value),
    isShopOpened: typeof value === 'boolean',
    isKiosk: typeof value === 'boolean',
    backups: isBackupMemory(value),
    condition: isConditionMemory(value),
  };
  return fits[key] ? (value as MachineFile[K]) : undefined;
}

function isLastChange(value: unknown): value is LastShopFileChange {
  if (typeof value !== 'object' || value === null) return false;
  const { kind, at, from, to, left, problem } = value as Partial<LastShopFileChange>;
  return (
    (kind === 'moved' || kind === 'opened') &&
    Number.isSafeInteger(at) &&
    [from, to, left].every((part) => typeof part === 'string') &&
    (problem === null || typeof problem === 'string')
  );
}

function isBounds(value: unknown): value is Bounds {
  if (typeof value !== 'object' || value === null) return false;
  const { x, y, width, height } = value as Partial<Bounds>;
  return [x, y, width, height].every((part) => Number.isSafeInteger(part));
}
