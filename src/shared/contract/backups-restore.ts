import { z } from 'zod';
import { backupName, passphrase, shopFacts } from './backup-fields.ts';
import { command, task } from './define.ts';
import { done, instant, nothing } from './fields.ts';

/** Which shop is brought back: a backup of the list, or a shop that was replaced by an earlier restore. */
export const restoreSource = z.strictObject({ from: z.enum(['backup', 'replaced']), name: backupName });
export type RestoreSource = z.output<typeof restoreSource>;

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
    input: z.strictObject({ source: restoreSource, passphrase: passphrase.nullable() }),
    output: done,
    errors: [
      'backup-gone',
      'backup-damaged',
      'wrong-passphrase',
      'no-room',
      'backup-failed',
      'backup-running',
    ],
    changes: ['backups'],
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
  /** What the application writes into the log of a shop that it brought back; nobody else can. */
  'backups.noteRestored': command({
    needs: 'restore',
    input: z.strictObject({
      source: restoreSource,
      /** Who asked for it, in the shop that was replaced. */
      by: z.string().max(200),
      /** The time that the shop is as of. */
      asOf: instant.nullable(),
      /** The name under which the shop that was replaced is kept. */
      replaced: backupName,
    }),
    output: done,
    errors: [],
    changes: ['backups'],
  }),
};
