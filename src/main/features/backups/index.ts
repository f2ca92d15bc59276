import type { backupsCalls } from '../../../shared/contract/backups.ts';
import type { backupsRestoreCalls, setupRestoreCalls } from '../../../shared/contract/backups-restore.ts';
import type { Handlers } from '../../app/context.ts';
import { exportCsv, listCsvTables } from './export-csv.ts';
import { getBackupsState, listBackups } from './list-backups.ts';
import { cancelBackup, checkBackup, makeBackup } from './make-backup.ts';
import {
  cancelFirst,
  chooseFile,
  chooseFirst,
  chooseKept,
  listReplaced,
  noteRestored,
  openChosen,
  openFirst,
  restore,
  restoreFirst,
  seenRestoreFailure,
} from './restore.ts';
import { chooseSecondPlace, setPassphrase, setSecondPlace, setSettings, showFolder } from './set-backups.ts';

export const backupsHandlers: Handlers<
  typeof backupsCalls & typeof backupsRestoreCalls & typeof setupRestoreCalls
> = {
  'backups.state': getBackupsState,
  'backups.list': listBackups,
  'backups.make': makeBackup,
  'backups.check': checkBackup,
  'backups.cancel': cancelBackup,
  'backups.setSettings': setSettings,
  'backups.setPassphrase': setPassphrase,
  'backups.chooseSecondPlace': chooseSecondPlace,
  'backups.setSecondPlace': setSecondPlace,
  'backups.showFolder': showFolder,
  'backups.csvTables': listCsvTables,
  'backups.exportCsv': exportCsv,
  'backups.restore': restore,
  'backups.replaced': listReplaced,
  'backups.noteRestored': noteRestored,
  'backups.chooseFile': chooseFile,
  'backups.chooseKept': chooseKept,
  'backups.seenRestoreFailure': seenRestoreFailure,
  'backups.openChosen': openChosen,
  'setup.chooseBackup': chooseFirst,
  'setup.openChosen': openFirst,
  'setup.cancelRestore': cancelFirst,
  'setup.restore': restoreFirst,
};

export { backupsLookHandlers } from './look.ts';
