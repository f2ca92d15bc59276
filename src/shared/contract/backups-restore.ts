import { z } from 'zod';
import { backupName, passphrase, recoveryCode, shopFacts, token } from './backup-fields.ts';
import { task } from './define.ts';
import { done, flag, instant, money, nothing } from './fields.ts';

/** Backups: compared with the shop, looked into, brought back. */

/** How many there are of something in a backup and in the shop as it is now. */
const compared = z.strictObject({
  kind: z.enum([
    'orders',
    'payments',
    'returns',
    'refunds',
    'products',
    'customers',
    'staff',
    'stock-movements',
  ]),
  backup: z.int(),
  now: z.int(),
});

/** A file that somebody chose to bring a shop back from. */
export const chosenBackup = z.strictObject({
  /** Empty where there is a problem. */
  token: z.string(),
  path: z.string(),
  bytes: z.int(),
  kind: z.enum(['shop-file', 'encrypted', 'csv']),
  problem: z
    .enum(['missing', 'newer', 'foreign', 'damaged', 'locked', 'no-shop', 'altered', 'same', 'hostile'])
    .nullable(),
  /** Null before the passphrase is given, and where the file cannot be read. */
  facts: shopFacts.nullable(),
  /** Its keys are not this computer's: the recovery code is needed. Null while that cannot be told. */
  needsRecoveryCode: flag.nullable(),
});
export type ChosenBackup = z.output<typeof chosenBackup>;

const restoreInput = {
  passphrase: passphrase.nullable(),
  recoveryCode: recoveryCode.nullable(),
};
const restoreErrors = [
  'choice-gone',
  'backup-gone',
  'backup-damaged',
  'wrong-passphrase',
  'wrong-recovery-code',
  'needs-recovery-code',
  'no-room',
  'backup-failed',
  'backup-running',
] as const;
/** Which shop: a backup of the list, a shop that was replaced, or a file that was chosen. */
const restoreSource = z.discriminatedUnion('from', [
  z.strictObject({ from: z.literal('backup'), name: backupName }),
  z.strictObject({ from: z.literal('replaced'), name: z.string().max(200) }),
  z.strictObject({ from: z.literal('file'), token }),
]);
export type RestoreSource = z.output<typeof restoreSource>;

export const backupsRestoreCalls = {
  /** What is in it, beside the shop as it is now: what would be lost and what would come back. */
  'backups.compare': task({
    needs: 'restore',
    input: z.strictObject({ source: restoreSource, passphrase: passphrase.nullable() }),
    output: z.strictObject({
      facts: shopFacts,
      /** Of another shop than the one that is open. */
      isOtherShop: flag,
      counts: z.array(compared),
      /** Orders that the shop has now and that are not in it, the newest first, at most 50 of them. */
      lost: z.strictObject({
        count: z.int(),
        total: money,
        orders: z.array(
          z.strictObject({ number: z.string(), at: instant, customer: z.string().nullable(), total: money }),
        ),
      }),
      /** Other things done since then by what they were done to, from the log. */
      deeds: z.array(z.strictObject({ call: z.string(), count: z.int() })),
    }),
    errors: ['choice-gone', 'backup-gone', 'backup-damaged', 'wrong-passphrase', 'no-room'],
    secrets: ['passphrase'],
  }),
  /** Opens one to look inside; nothing in it can be changed. Ends with the window or when nobody asks any more. */
  'backups.look': task({
    needs: 'restore',
    input: z.strictObject({ source: restoreSource, passphrase: passphrase.nullable() }),
    output: z.strictObject({ token: z.string(), facts: shopFacts, madeAt: instant.nullable() }),
    errors: ['choice-gone', 'backup-gone', 'backup-damaged', 'wrong-passphrase', 'no-room'],
    secrets: ['passphrase'],
  }),
  /** Asks one of the application's own queries of the backup that is being looked into. */
  'backups.lookAsk': task({
    needs: 'restore',
    input: z.strictObject({
      token,
      call: z.enum(['orders.list', 'orders.get', 'catalog.list', 'customers.list', 'customers.get']),
      input: z.unknown(),
    }),
    output: z.unknown(),
    errors: ['choice-gone', 'invalid-input'],
  }),
  'backups.endLook': task({ needs: 'restore', input: z.strictObject({ token }), output: done, errors: [] }),
  /** Asks for a file of a backup in the system's dialog, and looks into it. */
  'backups.chooseFile': task({
    needs: 'restore',
    input: nothing,
    output: chosenBackup.nullable(),
    errors: [],
  }),
  /** What an encrypted file that was chosen holds, with its passphrase. */
  'backups.openChosen': task({
    needs: 'restore',
    input: z.strictObject({ token, passphrase }),
    output: chosenBackup,
    errors: ['choice-gone', 'wrong-passphrase', 'no-room'],
    secrets: ['passphrase'],
  }),
  /**
   * Brings a shop back. It is opened, checked and brought up to date first, with progress, and the shop as it is now is
   * kept for 30 days; then this is answered, the shop closes, and the window shows the other one. Whatever fails, the
   * shop goes on as it is.
   */
  'backups.restore': task({
    needs: 'restore',
    asksPassword: true,
    input: z.strictObject({ source: restoreSource, ...restoreInput }),
    output: done,
    errors: restoreErrors,
    changes: ['backups'],
    secrets: ['passphrase', 'recoveryCode'],
  }),
  /** Shops that were replaced by a restore, kept for 30 days. */
  'backups.replaced': task({
    needs: 'restore',
    input: nothing,
    output: z.array(
      z.strictObject({
        name: z.string(),
        replacedAt: instant,
        keptUntil: instant,
        bytes: z.int(),
        facts: shopFacts.nullable(),
      }),
    ),
    errors: [],
    reads: ['backups'],
  }),
  /** The last restore, so that the window can say what the shop is now; null after 24 hours. */
  'backups.lastRestore': task({
    needs: 'signed-in',
    input: nothing,
    output: z
      .strictObject({
        at: instant,
        /** The time that the shop is as of. */
        asOf: instant.nullable(),
        /** What was put in place was the file of a backup, a file that was chosen, or what could be salvaged. */
        from: z.enum(['backup', 'replaced', 'file', 'csv', 'salvage']),
        /** Why it did not come to be, in the system's words; null when it did. */
        problem: z.string().nullable(),
      })
      .nullable(),
    errors: [],
    reads: ['backups'],
  }),
};

/** Before there is a shop: bring one back instead of opening a new one. Refused once there is one. */
export const backupsSetupCalls = {
  'setup.chooseBackup': task({
    needs: 'public',
    input: nothing,
    output: chosenBackup.nullable(),
    errors: ['not-found'],
  }),
  'setup.openChosen': task({
    needs: 'public',
    input: z.strictObject({ token, passphrase }),
    output: chosenBackup,
    errors: ['choice-gone', 'wrong-passphrase', 'no-room'],
    secrets: ['passphrase'],
  }),
  'setup.restore': task({
    needs: 'public',
    input: z.strictObject({ token, ...restoreInput }),
    output: done,
    errors: restoreErrors,
    secrets: ['passphrase', 'recoveryCode'],
  }),
};
