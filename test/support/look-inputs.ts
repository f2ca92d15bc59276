import type { backupsLookCalls } from '../../src/shared/contract/backups-look.ts';
import type { Input } from '../../src/shared/contract/index.ts';
import { oneBackup } from './fake-backups.ts';
import { lookToken } from './fake-looks.ts';

const one = { source: { from: 'backup', name: oneBackup.name }, passphrase: null } as const;

/** What each call about looking into a backup is asked in earnest. */
export const lookInputs: { readonly [N in keyof typeof backupsLookCalls]: Input<N> } = {
  'backups.compare': one,
  'backups.look': one,
  'backups.lookAsk': { token: lookToken, call: 'orders.get', input: { orderId: 1 } },
  'backups.endLook': { token: lookToken },
};
