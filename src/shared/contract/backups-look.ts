import { z } from 'zod';
import { passphrase, shopFacts, token } from './backup-fields.ts';
import { restoreSource } from './backups-restore.ts';
import { task } from './define.ts';
import { done, flag, instant, money } from './fields.ts';

/** What rows of two shops are counted of, side by side. */
export const comparedKinds = [
  'orders',
  'payments',
  'returns',
  'refunds',
  'products',
  'customers',
  'staff',
  'stock-movements',
] as const;

const comparedOrders = z.strictObject({
  count: z.int(),
  /** Of those that were not cancelled, in the currency of the shop that has them. */
  total: money,
});

/** A shop as it was, beside the shop as it is now. */
export const comparedShop = z.strictObject({
  facts: shopFacts,
  /** Of another shop than the one that is open. */
  isOtherShop: flag,
  counts: z.array(z.strictObject({ kind: z.enum(comparedKinds), was: z.int(), now: z.int() })),
  /** Orders that the shop has now and that are not in it, the newest first, at most 50 of them. */
  lost: comparedOrders.extend({
    orders: z.array(
      z.strictObject({ number: z.string(), at: instant, customer: z.string().nullable(), total: money }),
    ),
  }),
  /** Orders that are in it and that the shop does not have now. */
  back: comparedOrders,
  /** What else was done since by call, from the log: the most frequent first. */
  deeds: z.array(z.strictObject({ call: z.string(), count: z.int() })),
});
export type ComparedShop = z.output<typeof comparedShop>;

const openErrors = [
  'backup-gone',
  'choice-gone',
  'backup-damaged',
  'wrong-passphrase',
  'no-room',
  'backup-running',
] as const;
/** Looked at beside the shop that is open: whatever a shop can be brought back from. */
const asked = z.strictObject({ source: restoreSource, passphrase: passphrase.nullable() });

/** What may be asked of a shop that is looked into: questions that the application asks of its own. */
export const lookCalls = [
  'orders.list',
  'orders.get',
  'catalog.list',
  'customers.search',
  'customers.get',
] as const;
export type LookCall = (typeof lookCalls)[number];

/** Backups: looked into, and compared with the shop. */
export const backupsLookCalls = {
  /** What would be lost and what would come back, with progress; can be stopped. */
  'backups.compare': task({
    needs: 'restore',
    input: asked,
    output: comparedShop,
    errors: openErrors,
    secrets: ['passphrase'],
  }),
  /**
   * Opens a copy to look inside, with progress; nothing in it can be changed. It is over with the window, with the next
   * look, and when nobody asked it anything for a quarter of an hour.
   */
  'backups.look': task({
    needs: 'restore',
    input: asked,
    output: z.strictObject({
      token,
      facts: shopFacts,
      /** The time that the shop in it is as of. */
      asOf: instant.nullable(),
    }),
    errors: openErrors,
    secrets: ['passphrase'],
  }),
  /** Asks one of the application's own questions of the shop that is looked into. */
  'backups.lookAsk': task({
    needs: 'restore',
    input: z.strictObject({ token, call: z.enum(lookCalls), input: z.unknown() }),
    output: z.unknown(),
    errors: ['look-over'],
  }),
  'backups.endLook': task({
    needs: 'restore',
    input: z.strictObject({ token }),
    output: done,
    errors: [],
  }),
};
