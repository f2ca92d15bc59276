import { z } from 'zod';
import { csvSchedules } from './csv-tables.ts';
import { flag, instant, money } from './fields.ts';

/** What calls about backups are made of. */

/** Why a backup was made. */
export const backupCauses = ['automatic', 'by-hand', 'before-upgrade', 'before-restore'] as const;
export type BackupCause = (typeof backupCauses)[number];

/**
 * `verified`: opened and checked after it was made. `damaged`: a later check found fault with it. `unknown`: it lies
 * among the backups, but nothing that this application wrote vouches for it.
 */
export const backupStates = ['verified', 'damaged', 'unknown'] as const;

/** What is in a shop file. */
export const shopFacts = z.strictObject({
  shop: z.string(),
  /** The number of its schema. */
  schema: z.int(),
  orders: z.int(),
  /** Sum of the totals of all orders that were not cancelled, in minor units of its currency. */
  sales: money,
  /** How amounts of that shop are written: it may be another than the one that is open. */
  currency: z.string(),
  currencyExponent: z.int(),
  lastOrder: z.strictObject({ number: z.string(), at: instant, total: money }).nullable(),
  products: z.int(),
  customers: z.int(),
});
export type BackupFacts = z.output<typeof shopFacts>;

/** A backup's file without its ending: `shop-20261122T210000Z`. */
export const backupName = z.string().regex(/^[a-z]+-\d{8}T\d{6}Z(?:-\d{1,3})?$/);
export const token = z.string().regex(/^[0-9a-f]{32}$/);
export const passphrase = z.string().min(1).max(256);
export const recoveryCode = z.string().min(1).max(100);

export const backupRow = z.strictObject({
  name: backupName,
  madeAt: instant,
  cause: z.enum(backupCauses),
  state: z.enum(backupStates),
  /** When it was last opened and found whole. */
  verifiedAt: instant.nullable(),
  /** Nothing in the shop had changed by then: the backup is as good as one made at that time. */
  stillTrueAt: instant.nullable(),
  encrypted: flag,
  bytes: z.int(),
  /** Where it lies. */
  places: z.array(z.enum(['first', 'second'])),
  /** For what it is kept: the newest of an hour, a day, a month; until a day. */
  keptAs: z.array(z.enum(['hour', 'day', 'month'])),
  /** Null where nothing tells without opening it. */
  facts: shopFacts.nullable(),
});
export type BackupRow = z.output<typeof backupRow>;

export const warnings = z.array(z.enum(['synced', 'network', 'same-disk']));

const place = z.strictObject({
  path: z.string(),
  /** Null where the place is not there: a stick that was taken out. */
  freeBytes: z.int().nullable(),
  warnings,
});

/** What was found wrong with a shop file, added up by what was looked at. */
export const foundProblems = z.array(
  z.strictObject({
    check: z.enum(['file', 'references', 'schema', 'money', 'stock', 'numbers', 'chain', 'seals', 'counts']),
    count: z.int(),
  }),
);
export type FoundProblems = z.output<typeof foundProblems>;

/** The system's words for why something failed, or the code of the refusal that says it. */
const reason = z.string();

export const backupsState = z.strictObject({
  /** When a backup was last verified that holds the shop as it was then, or since when it is still true. */
  verifiedAt: instant.nullable(),
  /** `old`: more than a day; `bad`: more than three days, or none, or the last rehearsal failed and none was verified since. */
  level: z.enum(['good', 'old', 'bad']),
  /** The last time that the newest backup was brought back into a scratch file. */
  rehearsal: z
    .strictObject({
      ...{ at: instant, name: z.string() },
      /** Or it did not, and a backup was verified since: then only `problem` still tells. */
      isBalanced: flag,
      /** Why it could not be brought back, in the system's words, or a code. */
      problem: z.string().nullable(),
      /** What did not balance. */
      problems: foundProblems,
    })
    .nullable(),
  /** The last backup that could not be made; null once one was. */
  failure: z.strictObject({ at: instant, reason }).nullable(),
  /** Why the last shop that was to be brought back was not, the call having been answered; until it was read. */
  restoreFailure: z.strictObject({ at: instant, reason }).nullable(),
  /** What is being done now. */
  running: z.enum(['backup', 'check', 'rehearsal', 'copy', 'csv', 'shop']).nullable(),
  /** Nobody asked for it: it gives way to what a person wants. */
  isByItself: flag,
  automatic: flag,
  isEncrypted: flag,
  first: place,
  second: place
    .extend({
      /** Verified backups that are not there yet. */
      waiting: z.int(),
      lastCopyAt: instant.nullable(),
      failure: z.strictObject({ at: instant, reason }).nullable(),
    })
    .nullable(),
  /** The shop as CSV by itself: how often, the last one, and why one could not be made. */
  csv: z.strictObject({
    schedule: z.enum(csvSchedules),
    last: z
      .strictObject({
        at: instant,
        bytes: z.int(),
        /** Nothing that it holds had changed by then, so that none was made in its stead. */
        stillTrueAt: instant.nullable(),
      })
      .nullable(),
    failure: z.strictObject({ at: instant, reason }).nullable(),
  }),
});
export type BackupsState = z.output<typeof backupsState>;
