import type { backupsCalls } from '../../src/shared/contract/backups.ts';
import type { Input } from '../../src/shared/contract/index.ts';
import { chosenPlaceToken, oneBackup } from './fake-backups.ts';

/** What each call about backups is asked in earnest. */
export const backupInputs: { readonly [N in keyof typeof backupsCalls]: Input<N> } = {
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
};
