import { EventEmitter } from 'node:events';
import { say } from '../debug.ts';
import { emitting, guarded, guardInstances } from '../guard.ts';
import type { PartOf } from '../part-of.ts';

/** `shell`: says what it would have opened. */
export const shell = guarded('shell', {
  openExternal: (url: string) => {
    say(`would open ${url}`);
    return Promise.resolve();
  },
  openPath: (path: string) => {
    say(`would open ${path}`);
    return Promise.resolve('');
  },
  showItemInFolder: (path: string) => say(`would show ${path}`),
  beep: () => undefined,
} satisfies Partial<Electron.Shell>);

let held = '';

/** `clipboard`: text kept in this process, so that tests never disturb a person's. */
export const clipboard = guarded('clipboard', {
  readText: () => Promise.resolve(held),
  writeText: (text: string) => {
    held = text;
    return Promise.resolve();
  },
  has: (type: string) => Promise.resolve(type === 'text/plain' && held !== ''),
  clear: () => {
    held = '';
  },
} satisfies Partial<Electron.Clipboard>);

/** `Notification`: tells that it was shown. */
export class StandinNotification extends EventEmitter implements PartOf<Electron.Notification> {
  title: string;
  subtitle: string;
  body: string;
  silent: boolean;

  constructor(options: Electron.NotificationConstructorOptions = {}) {
    super();
    this.title = options.title ?? '';
    this.subtitle = options.subtitle ?? '';
    this.body = options.body ?? '';
    this.silent = options.silent ?? false;
  }

  show(): void {
    say(`notification: ${this.title} — ${this.body}`);
    setImmediate(() => this.emit('show', {}));
  }

  close(): void {
    setImmediate(() => this.emit('close', {}));
  }

  static isSupported(): boolean {
    return true;
  }
}

guardInstances('Notification', StandinNotification.prototype);

/** `powerMonitor`: never tells of itself; a test emits `suspend`, `resume`, `lock-screen`, … */
export const powerMonitor = emitting('powerMonitor', {
  onBatteryPower: false,
  isOnBatteryPower: () => false,
  getSystemIdleState: () => 'active' as const,
  getSystemIdleTime: () => 0,
  getCurrentThermalState: () => 'unknown' as const,
} satisfies Partial<Electron.PowerMonitor>);

const blockers = new Set<number>();
let lastBlocker = 0;

/** `powerSaveBlocker` */
export const powerSaveBlocker = guarded('powerSaveBlocker', {
  start: () => {
    lastBlocker += 1;
    blockers.add(lastBlocker);
    return lastBlocker;
  },
  stop: (id: number) => blockers.delete(id),
  isStarted: (id: number) => blockers.has(id),
} satisfies Partial<Electron.PowerSaveBlocker>);

const shortcuts = new Map<string, () => void>();

/** `globalShortcut`: remembered, never pressed. */
export const globalShortcut = guarded('globalShortcut', {
  register: (accelerator: string, callback: () => void) => {
    shortcuts.set(accelerator, callback);
    return true;
  },
  registerAll: (accelerators: string[], callback: () => void) => {
    for (const accelerator of accelerators) shortcuts.set(accelerator, callback);
  },
  isRegistered: (accelerator: string) => shortcuts.has(accelerator),
  unregister: (accelerator: string) => {
    shortcuts.delete(accelerator);
  },
  unregisterAll: () => shortcuts.clear(),
} satisfies Partial<Electron.GlobalShortcut>);

/** `crashReporter`: there is nowhere to report to. */
export const crashReporter = guarded('crashReporter', {
  start: () => undefined,
  addExtraParameter: () => undefined,
  removeExtraParameter: () => undefined,
  getParameters: () => ({}),
  getLastCrashReport: () => null as unknown as Electron.CrashReport,
  getUploadedReports: () => [],
  getUploadToServer: () => false,
  setUploadToServer: () => undefined,
} satisfies Partial<Electron.CrashReporter>);
