import type { backupsCalls } from '../../../shared/contract/backups.ts';
import type { backupsRestoreCalls } from '../../../shared/contract/backups-restore.ts';
import type { Handlers } from '../../app/context.ts';
import { getBackupsState, listBackups } from './list-backups.ts';
import { cancelBackup, checkBackup, makeBackup } from './make-backup.ts';
import { listReplaced, noteRestored, restore } from './restore.ts';
import { chooseSecondPlace, setPassphrase, setSecondPlace, setSettings, showFolder } from './set-backups.ts';

export const backupsHandlers: Handlers<typeof backupsCalls & typeof backupsRestoreCalls> = {
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
  'backups.restore': restore,
  'backups.replaced': listReplaced,
  'backups.noteRestored': noteRestored,
};
