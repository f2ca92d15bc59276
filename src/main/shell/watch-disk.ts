import type { BrowserWindow } from 'electron';
import type { Log } from '../app/context.ts';
import { DiskWatch } from './disk-watch.ts';
import { tellWindows } from './ipc.ts';
import type { MachineStore } from './machine-store.ts';
import type { RunningShop } from './running-shop.ts';

type WatchDisk = {
  /** The application's own folder, where backups lie first. */
  readonly folder: string;
  readonly machine: MachineStore;
  readonly log: Log;
};

type DiskShell = { readonly shop: Pick<RunningShop, 'path'>; readonly window: BrowserWindow | null };

/** Watches the disks of this computer's shop, and tells its window. */
export function watchDisk({ folder, machine, log }: WatchDisk, shell: () => DiskShell): DiskWatch {
  return new DiskWatch({
    log,
    shopPath: () => shell().shop.path(),
    backupPlaces() {
      const second = machine.get('backups')?.secondPlace ?? null;
      return [
        { place: 'first', folder },
        ...(second === null ? [] : [{ place: 'second' as const, folder: second }]),
      ];
    },
    onChange() {
      const { window } = shell();
      if (window) tellWindows({ kind: 'changed', topics: ['disk'] }, [window.webContents]);
    },
  });
}
