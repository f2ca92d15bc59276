import { z } from 'zod';
import {
  backupName,
  backupRow,
  backupsState,
  foundProblems,
  passphrase,
  shopFacts,
  token,
  warnings,
} from './backup-fields.ts';
import { csvSchedules, csvTables } from './csv-tables.ts';
import { query, task } from './define.ts';
import { day, done, flag, nothing } from './fields.ts';

/** Backups: made, checked, kept in two places; and the shop as CSV. */

export const backupsCalls = {
  /** How safe the shop is: the newest verified backup, the last rehearsal, what runs, and where backups go. */
  'backups.state': task({
    needs: 'backup',
    input: nothing,
    output: backupsState,
    errors: [],
    reads: ['backups'],
  }),
  /** All backups that are kept, in both places, the newest first. */
  'backups.list': task({
    needs: 'backup',
    input: nothing,
    output: z.array(backupRow),
    errors: [],
    reads: ['backups'],
  }),
  /** Makes a backup now and checks it; with progress, can be stopped. */
  'backups.make': task({
    needs: 'backup',
    input: nothing,
    output: backupRow,
    errors: ['backup-running', 'backup-failed', 'no-room'],
    changes: ['backups'],
  }),
  /** Opens a backup once more and checks all of it; with progress, can be stopped. */
  'backups.check': task({
    needs: 'backup',
    input: z.strictObject({ name: backupName, passphrase: passphrase.nullable() }),
    output: z.strictObject({
      facts: shopFacts.nullable(),
      problems: foundProblems,
    }),
    errors: ['backup-running', 'backup-gone', 'wrong-passphrase', 'no-room'],
    changes: ['backups'],
    secrets: ['passphrase'],
  }),
  /** Stops what this window has running here: a backup, a check, the shop as CSV. */
  'backups.cancel': task({ needs: 'signed-in', input: nothing, output: done, errors: [] }),
  'backups.setSettings': task({
    needs: 'change-settings',
    input: z.strictObject({ automatic: flag, csv: z.enum(csvSchedules) }).partial(),
    output: done,
    errors: [],
    changes: ['backups'],
  }),
  /** Encrypts backups from now on with this passphrase; null: not any more. Kept ones stay as they are. */
  'backups.setPassphrase': task({
    needs: 'change-settings',
    asksPassword: true,
    input: z.strictObject({ passphrase: z.string().min(10).max(256).nullable() }),
    output: done,
    errors: [],
    changes: ['backups'],
    secrets: ['passphrase'],
  }),
  /** Asks for a folder for the second place; null when the person thought better of it. */
  'backups.chooseSecondPlace': task({
    needs: 'change-settings',
    input: nothing,
    output: z
      .strictObject({
        token: z.string(),
        path: z.string(),
        warnings,
        problem: z.enum(['same', 'not-writable', 'no-room']).nullable(),
      })
      .nullable(),
    errors: [],
  }),
  /** Copies backups there too from now on; null: nowhere. What lies there stays. */
  'backups.setSecondPlace': task({
    needs: 'change-settings',
    input: z.strictObject({ token: token.nullable() }),
    output: done,
    errors: ['choice-gone'],
    changes: ['backups'],
  }),
  /** Shows the folder of the backups in the system's own window of files. */
  'backups.showFolder': task({
    needs: 'backup',
    input: z.strictObject({ place: z.enum(['first', 'second', 'csv']) }),
    output: done,
    errors: ['not-found'],
  }),
  /** The tables that can be saved by themselves; those with a day can be cut to a range. */
  'backups.csvTables': query({
    needs: 'backup',
    input: nothing,
    output: z.array(z.strictObject({ table: z.enum(csvTables), hasDays: flag })),
    errors: [],
    reads: [],
  }),
  /**
   * Saves the shop as CSV where the person says; with progress, can be stopped. All of it: a set that a shop is made
   * from again. Some tables: one as a CSV file, several as a zip. Takes the right to export as well.
   */
  'backups.exportCsv': task({
    needs: 'backup',
    input: z.discriminatedUnion('what', [
      z.strictObject({ what: z.literal('all') }),
      z.strictObject({
        what: z.literal('some'),
        tables: z.array(z.enum(csvTables)).min(1).max(csvTables.length),
        /** Business dates, both included; null is open-ended. Tables without days are saved whole. */
        from: day.nullable(),
        to: day.nullable(),
      }),
    ]),
    output: z.strictObject({ saved: flag, fileName: z.string(), rows: z.int(), bytes: z.int() }),
    errors: ['backup-running', 'range-upside-down', 'no-room', 'save-failed'],
  }),
};
