import type { backupsCalls } from '../../src/shared/contract/backups.ts';
import type { backupsRestoreCalls, setupRestoreCalls } from '../../src/shared/contract/backups-restore.ts';
import type { Input } from '../../src/shared/contract/index.ts';
import { chosenPlaceToken, oneBackup } from './fake-backups.ts';
import { chosenBackupToken } from './fake-restore.ts';

/** What each call about backups is asked in earnest. */
export const backupInputs: {
  readonly [N in keyof (typeof backupsCalls &
    typeof backupsRestoreCalls &
    typeof setupRestoreCalls)]: Input<N>;
} = {
  'backups.state': {},
  'backups.list': {},
  'backups.make': {},
  'backups.check': { name: oneBackup.name, passphrase: null },
  'backups.cancel': {},
  'backups.setSettings': { automatic: false },
  'backups.setPassphrase': { passphrase: 'larch otter lantern' },
  'backups.chooseSecondPlace': {},
  'backups.setSecondPlace': { token: chosenPlaceToken },
  'backups.showFolder': { place: 'first' },
  'backups.csvTables': {},
  'backups.exportCsv': { what: 'some', tables: ['orders', 'orderLines'], from: null, to: null },
  'backups.restore': { source: { from: 'backup', name: oneBackup.name }, passphrase: null },
  'backups.replaced': {},
  'backups.noteRestored': {
    ...{ source: { from: 'backup', name: oneBackup.name }, by: 'Alex', asOf: null },
    replaced: 'shop-20261122T120000Z',
  },
  'backups.chooseFile': {},
  'backups.chooseKept': { name: oneBackup.name },
  'backups.seenRestoreFailure': {},
  'backups.openChosen': { token: chosenBackupToken, passphrase: 'larch otter lantern' },
  'setup.chooseBackup': {},
  'setup.cancelRestore': {},
  'setup.openChosen': { token: chosenBackupToken, passphrase: 'larch otter lantern' },
  'setup.restore': { token: chosenBackupToken },
};
