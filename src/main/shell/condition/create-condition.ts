import { join } from 'node:path';
import type { BrowserWindow } from 'electron';
import type { Log } from '../../app/context.ts';
import type { Keeper } from '../../keeper/jobs.ts';
import type { BackupDesk } from '../backups/backup-desk.ts';
import { dayOf } from '../backups/create-backups.ts';
import { tellWindows } from '../ipc.ts';
import type { MachineStore } from '../machine-store.ts';
import type { RunningShop } from '../running-shop.ts';
import { ConditionDesk } from './condition-desk.ts';

type CreateCondition = {
  /** The application's own folder. */
  readonly folder: string;
  /** Where migrations/ is. */
  readonly root: string;
  readonly machine: MachineStore;
  readonly keeper: Keeper;
  readonly backups: Pick<BackupDesk, 'turns'>;
  readonly clock: () => number;
  readonly log: Log;
};

type ConditionShell = { readonly shop: RunningShop; readonly window: BrowserWindow | null };

/** Puts together what watches over the shop file of this computer. */
export function createCondition(options: CreateCondition, shell: () => ConditionShell): ConditionDesk {
  const { root, machine, backups } = options;
  return new ConditionDesk({
    ...options,
    migrationsFolder: join(root, 'migrations'),
    turns: backups.turns,
    memory: {
      get: () => machine.get('condition') ?? {},
      set: (memory) => machine.set('condition', memory),
    },
    shop: () => shell().shop,
    day: () => dayOf(shell().shop),
    backupFailedAt: () => machine.get('backups')?.failure?.at ?? null,
    onChange() {
      const { window } = shell();
      if (window) tellWindows({ kind: 'changed', topics: ['condition'] }, [window.webContents]);
    },
  });
}
