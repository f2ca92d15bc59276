import { z } from 'zod';
import { backupName, passphrase, recoveryCode, shopFacts, token } from './backup-fields.ts';
import { command, task } from './define.ts';
import { done, flag, instant, nothing } from './fields.ts';

/**
 * Which shop is brought back: a backup of the list, a shop that was replaced by an earlier restore, or the file that
 * was chosen last.
 */
export const restoreSource = z.discriminatedUnion('from', [
  z.strictObject({ from: z.enum(['backup', 'replaced']), name: backupName }),
  z.strictObject({ from: z.literal('file'), token }),
]);
export type RestoreSource = z.output<typeof restoreSource>;

/** A file that somebody chose in the system's dialog to bring a shop back from. */
export const chosenBackup = z.strictObject({
  /** Empty where there is a problem. */
  token: z.string(),
  path: z.string(),
  bytes: z.int(),
  kind: z.enum(['shop-file', 'encrypted', 'csv']),
  problem: z
    .enum(['missing', 'newer', 'foreign', 'damaged', 'no-shop', 'altered', 'same', 'no-key-copy'])
    .nullable(),
  /** What exactly was found wrong in a CSV backup, as a sentence; null where the problem says all. */
  found: z.string().nullable(),
  /** Null where it is encrypted and its passphrase was not given yet, and where it cannot be read. */
  facts: shopFacts.nullable(),
  /** The time that the shop in it is as of. */
  asOf: instant.nullable(),
  /** It was made with the keys of another computer: the recovery code of its owner opens them. */
  needsRecoveryCode: flag,
});
export type ChosenBackup = z.output<typeof chosenBackup>;

const restoreErrors = [
  'backup-gone',
  'backup-damaged',
  'choice-gone',
  'wrong-passphrase',
  'wrong-recovery-code',
  'no-room',
  'backup-failed',
  'backup-running',
] as const;

const replacedShop = z.strictObject({
  name: backupName,
  replacedAt: instant,
  /** It is deleted after this. */
  keptUntil: instant,
  bytes: z.int(),
  /** As the backup that was made before says; null where none could be made. */
  facts: shopFacts.nullable(),
});
export type ReplacedShop = z.output<typeof replacedShop>;

/** Backups: brought back. */
export const backupsRestoreCalls = {
  /**
   * Brings a shop back. It is opened, checked and brought up to date first, with progress, and the shop as it is now is
   * kept for 30 days; then this is answered, the shop closes, and the window shows the other one. Whatever fails, the
   * shop goes on as it is.
   */
  'backups.restore': task({
    needs: 'restore',
    asksPassword: true,
    input: z.strictObject({
      source: restoreSource,
      passphrase: passphrase.nullable(),
      /** Of the shop in a file that was made with other keys. */
      recoveryCode: recoveryCode.optional(),
    }),
    output: done,
    errors: restoreErrors,
    changes: ['backups'],
    secrets: ['passphrase', 'recoveryCode'],
  }),
  /** Asks for a file in the system's dialog, and opens and checks a copy of it; null when nothing was chosen. */
  'backups.chooseFile': task({
    needs: 'restore',
    input: nothing,
    output: chosenBackup.nullable(),
    errors: ['no-room', 'backup-running'],
  }),
  /**
   * The same with a backup of the list for which nothing vouches: one that was made with other keys is brought back with
   * the recovery code from that time.
   */
  'backups.chooseKept': task({
    needs: 'restore',
    input: z.strictObject({ name: backupName }),
    output: chosenBackup,
    errors: ['backup-gone', 'no-room', 'backup-running'],
  }),
  /** What an encrypted file that was chosen holds. */
  'backups.openChosen': task({
    needs: 'restore',
    input: z.strictObject({ token, passphrase }),
    output: chosenBackup,
    errors: ['choice-gone', 'wrong-passphrase', 'no-room', 'backup-running'],
    secrets: ['passphrase'],
  }),
  /** Shops that were replaced by a restore, kept for 30 days. */
  'backups.replaced': task({
    needs: 'restore',
    input: nothing,
    output: z.array(replacedShop),
    errors: [],
    reads: ['backups'],
  }),
  /** That a shop was not brought back after all was read: it is told no longer. */
  'backups.seenRestoreFailure': task({
    needs: 'restore',
    input: nothing,
    output: done,
    errors: [],
    changes: ['backups'],
  }),
  /** What the application writes into the log of a shop that it brought back; nobody else can. */
  'backups.noteRestored': command({
    needs: 'restore',
    input: z.strictObject({
      /** The name of a backup, or of the file that was chosen; of what was salvaged, its time; the file of the keys. */
      source: z.strictObject({
        from: z.enum(['backup', 'replaced', 'file', 'salvage', 'keys']),
        name: z.string().max(255),
      }),
      /** Who asked for it, in the shop that was replaced; empty where there was none yet. */
      by: z.string().max(200),
      /** The time that the shop is as of. */
      asOf: instant.nullable(),
      /** The name under which the shop that was replaced is kept; null where there was none. */
      replaced: backupName.nullable(),
    }),
    output: done,
    errors: [],
    changes: ['backups'],
  }),
};

/** Before there is a shop: one is brought back instead of a new one being opened. Refused once there is one. */
export const setupRestoreCalls = {
  'setup.chooseBackup': task({
    needs: 'public',
    input: nothing,
    output: chosenBackup.nullable(),
    errors: ['already-open', 'no-room', 'backup-running'],
  }),
  'setup.openChosen': task({
    needs: 'public',
    input: z.strictObject({ token, passphrase }),
    output: chosenBackup,
    errors: ['already-open', 'choice-gone', 'wrong-passphrase', 'no-room', 'backup-running'],
    secrets: ['passphrase'],
  }),
  /** Stops what this window has running here: a file that is opened and looked through. */
  'setup.cancelRestore': task({ needs: 'public', input: nothing, output: done, errors: ['already-open'] }),
  /** As `backups.restore`, of the file that was chosen; the window shows its lock screen after it. */
  'setup.restore': task({
    needs: 'public',
    input: z.strictObject({ token, recoveryCode: recoveryCode.optional() }),
    output: done,
    errors: ['already-open', ...restoreErrors],
    secrets: ['recoveryCode'],
  }),
};
