import { z } from 'zod';
import { payKeyOf } from '../domain/pay-key.ts';
import { command, query } from './define.ts';
import { done, flag, id, instant, name, nothing } from './fields.ts';

const tenderKind = z.enum(['cash', 'card', 'upi', 'other']);

/** One letter or digit, kept in upper case. */
const payKey = z
  .string()
  .max(4)
  .refine((typed) => payKeyOf(typed) !== null, 'not a letter or digit')
  .transform((typed) => payKeyOf(typed) ?? '');

const tenderFields = z.strictObject({
  name: name(40),
  kind: tenderKind,
  /** Cash has no reference. */
  asksReference: flag,
  payKey: payKey.nullable(),
  /** Customers may choose it at the kiosk. */
  atKiosk: flag,
});

const askedSensibly = ({ kind, asksReference }: { kind: string; asksReference: boolean }): boolean =>
  kind !== 'cash' || !asksReference;

const tenderView = z.strictObject({
  id,
  name: z.string(),
  kind: tenderKind,
  asksReference: flag,
  payKey: z.string().nullable(),
  atKiosk: flag,
  archivedAt: instant.nullable(),
  revision: z.int(),
});
export type TenderView = z.output<typeof tenderView>;

const which = { tenderId: id, revision: z.int().min(0) };

/** Somebody else changed the tender since. `details`: name */
const meanwhile = 'changed-meanwhile' as const;
/** `details`: name, isArchived */
const taken = 'tender-name-taken' as const;
/** `details`: key, tender */
const keyTaken = 'pay-key-taken' as const;

/** The shop's own ways to pay. The one that the application keeps for exchanges is none of them. */
export const tendersCalls = {
  'tenders.list': query({
    needs: 'change-settings',
    input: nothing,
    output: z.array(tenderView),
    errors: [],
    reads: ['shop'],
  }),
  'tenders.create': command({
    needs: 'change-settings',
    input: tenderFields.refine(askedSensibly, 'cash has no reference'),
    output: z.strictObject({ tenderId: id }),
    errors: [taken, keyTaken, 'too-many-tenders'],
    changes: ['shop'],
  }),
  /** All fields of a tender. Its kind stays once money was taken by it: old payments would change theirs. */
  'tenders.change': command({
    needs: 'change-settings',
    input: tenderFields.extend(which).refine(askedSensibly, 'cash has no reference'),
    output: done,
    errors: [taken, keyTaken, 'tender-kind-used', meanwhile],
    changes: ['shop'],
  }),
  /** All tenders in a new order; `before` is the order that the person saw. */
  'tenders.reorder': command({
    needs: 'change-settings',
    input: z.strictObject({ before: z.array(id).max(200), after: z.array(id).max(200) }),
    output: done,
    errors: [meanwhile],
    changes: ['shop'],
  }),
  /** Offers it no longer; payments by it stay. The last one stays too. */
  'tenders.archive': command({
    needs: 'change-settings',
    input: z.strictObject(which),
    output: done,
    errors: ['last-tender', meanwhile],
    changes: ['shop'],
  }),
  /** Offers it again; without its key where another tender has that by now. */
  'tenders.restore': command({
    needs: 'change-settings',
    input: z.strictObject(which),
    output: z.strictObject({ payKey: z.string().nullable() }),
    errors: [meanwhile],
    changes: ['shop'],
  }),
};
