import { z } from 'zod';
import { command, query } from './define.ts';
import { day, done, flag, id, instant, name, nothing, share } from './fields.ts';

const taxes = z.array(z.strictObject({ name: name(40), rate: share })).max(8);

/** The components of a class as a person gives them: two of one name, case aside, are one too many. */
const typedTaxes = taxes.refine(
  (list) => new Set(list.map((one) => one.name.toLowerCase())).size === list.length,
  'two taxes of one name',
);

const change = z.strictObject({
  startDate: day,
  /** All that the class bears from that day on. */
  taxes: z.array(z.strictObject({ name: z.string(), rate: share })),
  state: z.enum(['past', 'now', 'future']),
  /** What was entered for this very day before, and corrected; a null rate ended the component. */
  replaced: z.array(z.strictObject({ name: z.string(), rate: share.nullable() })),
});

const taxClass = z.strictObject({
  id,
  name: z.string(),
  isDefault: flag,
  archivedAt: instant.nullable(),
  revision: z.int(),
  /** Products that bear it, archived ones included: so many move when it is archived. */
  products: z.int(),
  /** Earliest first. Empty for a class that never bore a tax. */
  changes: z.array(change),
});
export type TaxClassView = z.output<typeof taxClass>;
export type TaxChangeView = TaxClassView['changes'][number];

/** Which class, and how it was when the person looked at it. */
const which = { taxClassId: id, revision: z.int().min(0) };

/** Somebody else changed the class since. `details`: name */
const meanwhile = 'changed-meanwhile' as const;

export const taxesCalls = {
  /** All tax classes with every rate that they bear, bore and will bear. */
  'taxes.list': query({
    needs: 'change-settings',
    input: nothing,
    output: z.array(taxClass),
    errors: [],
    reads: ['shop', 'products'],
  }),
  /** A new class; its rates hold from the shop's beginning, as those that the shop opened with. */
  'taxes.create': command({
    needs: 'change-settings',
    input: z.strictObject({ name: name(60), rates: typedTaxes }),
    output: z.strictObject({ taxClassId: id }),
    /** `details`: name, isArchived */
    errors: ['tax-class-name-taken', 'too-many-tax-classes'],
    changes: ['shop'],
  }),
  'taxes.rename': command({
    needs: 'change-settings',
    input: z.strictObject({ ...which, name: name(60) }),
    output: done,
    errors: ['tax-class-name-taken', meanwhile],
    changes: ['shop', 'products'],
  }),
  /** What new products and custom items bear. */
  'taxes.setDefault': command({
    needs: 'change-settings',
    input: z.strictObject(which),
    output: done,
    errors: ['tax-class-gone', meanwhile],
    changes: ['shop'],
  }),
  /** All classes in a new order; `before` is the order that the person saw. */
  'taxes.reorder': command({
    needs: 'change-settings',
    input: z.strictObject({ before: z.array(id).max(200), after: z.array(id).max(200) }),
    output: done,
    errors: [meanwhile],
    changes: ['shop'],
  }),
  /**
   * What the class bears from a day on, today at the earliest, until its next change. A rate that holds or held is
   * never changed: a correction is a new one, and orders keep what they were placed at.
   */
  'taxes.setRates': command({
    needs: 'change-settings',
    input: z.strictObject({ ...which, startDate: day, rates: typedTaxes }),
    output: done,
    /** `rate-in-past` `details`: today */
    errors: ['rate-in-past', 'rates-same', 'tax-class-gone', meanwhile],
    changes: ['shop', 'products'],
  }),
  /** Takes back a change of rates that has not started yet; later ones stay what they are. */
  'taxes.removeChange': command({
    needs: 'change-settings',
    input: z.strictObject({ ...which, startDate: day }),
    output: done,
    errors: ['rate-in-force', meanwhile],
    changes: ['shop', 'products'],
  }),
  /**
   * Puts a class aside. Products that bear it move to another one: as many as the person was shown, or nothing
   * happens.
   */
  'taxes.archive': command({
    needs: 'change-settings',
    input: z.strictObject({ ...which, products: z.int().min(0), moveTo: id.nullable() }),
    output: z.strictObject({ moved: z.int() }),
    errors: [
      'tax-class-is-default',
      /** `details`: products */
      'tax-class-in-use',
      'tax-class-gone',
      meanwhile,
    ],
    changes: ['shop', 'products'],
  }),
  'taxes.restore': command({
    needs: 'change-settings',
    input: z.strictObject(which),
    output: done,
    errors: [meanwhile],
    changes: ['shop'],
  }),
};
