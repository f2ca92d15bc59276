import { z } from 'zod';
import { customerRow } from './customers.ts';
import { command, query, task } from './define.ts';
import { done, flag, id, money, nothing } from './fields.ts';
import { username } from './kiosk.ts';
import { password } from './setup.ts';

/** A person's record as a whole: two that are one, the log-in, everything known as a file, and forgetting it. */

/** Whose value stays. */
const side = z.enum(['kept', 'merged']);

export const mergeChoice = z.strictObject({
  name: side,
  phone: side,
  email: side,
  address: side,
  /** `both` writes one under the other. */
  note: z.enum(['kept', 'merged', 'both']),
  logIn: side,
});
export type MergeChoice = z.output<typeof mergeChoice>;

/** One of two customers that may be one person. */
export const mergeSide = customerRow.extend({
  address: z.string(),
  note: z.string(),
  username: z.string().nullable(),
  hasPassword: flag,
  /** Goods brought back without their order. */
  returns: z.int(),
  notes: z.int(),
  /** Carts on hold or open at a till. */
  carts: z.int(),
});
export type MergeSide = z.output<typeof mergeSide>;

export const customerRecordsCalls = {
  /** Customers who share a telephone number, an e-mail address or a name: phone first, at most 100 groups of each. */
  'customers.duplicates': query({
    needs: 'edit-customers',
    input: nothing,
    output: z.strictObject({
      groups: z.array(
        z.strictObject({ by: z.enum(['phone', 'email', 'name']), customers: z.array(customerRow).min(2) }),
      ),
      /** There are more than are shown. */
      more: flag,
    }),
    errors: [],
    reads: ['customers', 'orders'],
  }),
  /** What merging two customers would move. */
  'customers.mergePreview': query({
    needs: 'edit-customers',
    input: z.strictObject({ keptId: id, mergedId: id }),
    output: z.strictObject({ kept: mergeSide, merged: mergeSide }),
    errors: ['same-customer'],
    reads: ['customers', 'orders', 'returns', 'carts'],
  }),
  /**
   * Makes two customers one: orders, returns, notes and carts of `mergedId` go over to `keptId`, whose fields become
   * those chosen. The merged number leads to the kept one from then on.
   */
  'customers.merge': command({
    needs: 'edit-customers',
    input: z.strictObject({ keptId: id, mergedId: id, choice: mergeChoice }),
    output: z.strictObject({ mergeId: id, orders: z.int() }),
    errors: ['same-customer', 'text-too-long'],
    changes: ['customers', 'orders', 'returns', 'carts'],
  }),
  /**
   * Takes the newest merge of a customer back: what went over goes back, what came since stays with the kept one, and
   * so do fields that somebody changed meanwhile.
   */
  'customers.undoMerge': command({
    needs: 'edit-customers',
    input: z.strictObject({ mergeId: id }),
    output: z.strictObject({ mergedId: id, orders: z.int() }),
    errors: ['merge-not-undoable'],
    changes: ['customers', 'orders', 'returns', 'carts'],
  }),
  /** Gives a customer a log-in for the customers' screen, or a new password for the one they have. */
  'customers.setLogIn': task({
    needs: 'reset-log-ins',
    input: z.strictObject({ customerId: id, username, password }),
    output: done,
    errors: ['username-taken', 'password-too-short', 'password-too-common'],
    changes: ['customers'],
    secrets: ['username', 'password'],
  }),
  /** Takes the log-in away; whoever is signed in with it is not any more. */
  'customers.removeLogIn': command({
    needs: 'reset-log-ins',
    input: z.strictObject({ customerId: id }),
    output: done,
    errors: [],
    changes: ['customers'],
  }),
  /**
   * Saves everything known of one person as one page that a browser opens, with the same as JSON inside it.
   * `saved` is false when they thought better of it.
   */
  'customers.saveData': task({
    needs: 'export',
    input: z.strictObject({ customerId: id }),
    output: z.strictObject({ saved: flag, fileName: z.string() }),
    errors: ['save-failed'],
  }),
  /** What erasing would touch, and what stands against it. */
  'customers.erasePreview': query({
    needs: 'erase-customers',
    input: z.strictObject({ customerId: id }),
    output: z.strictObject({
      orders: z.int(),
      /** Orders on their way: they must be delivered or cancelled first. */
      open: z.int(),
      owed: money,
      /** Refunds that are not settled. */
      refunds: z.int(),
      /** Invoices keep their buyer: the law wants them. */
      invoices: z.int(),
      notes: z.int(),
    }),
    errors: [],
    reads: ['customers', 'orders', 'refunds', 'returns'],
  }),
  /** Forgets who somebody is, for good. Orders stay, without a name; invoices keep theirs. */
  'customers.erase': command({
    needs: 'erase-customers',
    asksPassword: true,
    input: z.strictObject({ customerId: id }),
    output: z.strictObject({ orders: z.int(), invoices: z.int() }),
    errors: [
      /** `details`: count (open orders), open (what is owed), refunds */
      'customer-not-done',
    ],
    changes: ['customers', 'orders', 'returns', 'refunds', 'carts'],
  }),
};
