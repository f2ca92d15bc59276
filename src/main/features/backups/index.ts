import type { backupsCalls } from '../../../shared/contract/backups.ts';
import type { Handlers } from '../../app/context.ts';
import { getBackupsState, listBackups } from './list-backups.ts';
import { cancelBackup, checkBackup, makeBackup } from './make-backup.ts';
import { chooseSecondPlace, setPassphrase, setSecondPlace, setSettings, showFolder } from './set-backups.ts';

export const backupsHandlers: Handlers<typeof backupsCalls> = {
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
};
