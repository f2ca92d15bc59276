import { z } from 'zod';
import { command, query } from './define.ts';
import { day, done, flag, id, instant, money, name, page, quantity, text, unit } from './fields.ts';

export const customerView = z.strictObject({
  id,
  name: z.string(),
  phone: z.string(),
  email: z.string(),
  address: z.string(),
  note: z.string(),
  createdAt: instant,
});
export type CustomerView = z.output<typeof customerView>;

/** What a person writes down of a customer. */
const facts = { name: name(160), phone: text(60), email: text(160), address: text(400), note: text(1000) };

/** Fields that say who somebody is: the audit log never holds them, so that a person can be forgotten. */
export const personalFields = ['name', 'phone', 'email', 'address', 'note', 'username'] as const;

/** Figures of a customer's orders; cancelled orders count in none of them but `cancelled` and the dates. */
export const customerFigures = z.strictObject({
  /** Orders that were not cancelled. */
  orders: z.int(),
  cancelled: z.int(),
  /** What those orders cost now, less goods brought back without their order. */
  spent: money,
  /** What is still to be paid of them. */
  owed: money,
  firstDate: day.nullable(),
  lastDate: day.nullable(),
});

export const customerShow = z.enum(['all', 'owing', 'log-in', 'new', 'archived']);
export const customerSort = z.enum(['name', 'number', 'orders', 'spent', 'owed', 'last', 'created']);

const directory = { text: z.string().max(200), show: customerShow };

export const customerRow = customerFigures.extend({
  id,
  name: z.string(),
  phone: z.string(),
  email: z.string(),
  createdAt: instant,
  archivedAt: instant.nullable(),
});
export type CustomerRow = z.output<typeof customerRow>;

export const customerDetail = customerView.extend({
  archivedAt: instant.nullable(),
  erasedAt: instant.nullable(),
  /** The name they sign in by at the customers' screen; null without a log-in. */
  username: z.string().nullable(),
  /** A log-in brought in from Orderlla has a name and no password until one is set. */
  hasPassword: flag,
  /** Other numbers of the directory that turned out to be this customer. */
  mergedNumbers: z.array(id),
  figures: customerFigures.extend({
    /** Spent ÷ orders; null without an order. */
    average: money.nullable(),
    /** Orders of which something is to be paid. */
    owing: z.int(),
  }),
  /** Months in which they ordered, oldest first, each by its first day. */
  months: z.array(z.strictObject({ month: day, orders: z.int(), spent: money })),
  /** What they bought most, returns taken off, over their last 500 orders. */
  favourites: z.array(
    z.strictObject({ productId: id.nullable(), name: z.string(), unit, quantity, orders: z.int() }),
  ),
  notes: z.array(
    z.strictObject({ noteId: id, note: z.string(), staffName: z.string().nullable(), at: instant }),
  ),
  /** Merges into this customer that still stand, newest first; only the newest can be taken back. */
  merges: z.array(
    z.strictObject({ mergeId: id, mergedId: id, name: z.string(), at: instant, mayUndo: flag }),
  ),
});
export type CustomerDetail = z.output<typeof customerDetail>;

export const customersCalls = {
  /**
   * Customers by name, phone, e-mail, address, number or user name; any word by its beginning, accents ignored.
   * Archived ones are left out.
   */
  'customers.search': query({
    needs: 'see-customers',
    input: z.strictObject({
      text: z.string().max(200),
      cursor: z.string().max(400).nullable(),
      limit: z.int().min(1).max(100),
    }),
    output: page(customerView.extend({ orderCount: z.int() })),
    errors: [],
    reads: ['customers', 'orders'],
  }),
  /** The directory: searched, narrowed, put in order; by keyset. `new`: written down in this month. */
  'customers.directory': query({
    needs: 'see-customers',
    input: z.strictObject({
      ...directory,
      sort: customerSort,
      descending: flag,
      cursor: z.string().max(400).nullable(),
      limit: z.int().min(1).max(200),
    }),
    output: page(customerRow),
    errors: [],
    reads: ['customers', 'orders', 'returns', 'shop'],
  }),
  /** How many rows such a directory has. */
  'customers.count': query({
    needs: 'see-customers',
    input: z.strictObject(directory),
    output: z.strictObject({ count: z.int() }),
    errors: [],
    reads: ['customers', 'orders', 'returns', 'shop'],
  }),
  /** A customer; the number of one that was merged answers with whom it was merged into. */
  'customers.get': query({
    needs: 'see-customers',
    input: z.strictObject({ customerId: id }),
    output: customerView,
    errors: [],
    reads: ['customers'],
  }),
  /** Everything the directory knows of one customer. A merged number answers as `customers.get` does. */
  'customers.detail': query({
    needs: 'see-customers',
    input: z.strictObject({ customerId: id }),
    output: customerDetail,
    errors: [],
    reads: ['customers', 'orders', 'returns', 'staff'],
  }),
  /** Customers with the same telephone number or e-mail address: whoever types may be writing somebody down twice. */
  'customers.similar': query({
    needs: 'see-customers',
    input: z.strictObject({
      phone: z.string().max(60),
      email: z.string().max(160),
      /** Whoever is being changed. */
      exceptId: id.nullable(),
    }),
    output: z.array(
      z.strictObject({
        id,
        name: z.string(),
        phone: z.string(),
        email: z.string(),
        by: z.enum(['phone', 'email']),
      }),
    ),
    errors: [],
    reads: ['customers'],
  }),
  /** Creates a customer, from the till or the directory. */
  'customers.create': command({
    needs: 'edit-customers',
    input: z.strictObject(facts),
    output: z.strictObject({ customerId: id }),
    errors: [],
    changes: ['customers'],
    secrets: personalFields,
  }),
  /** Changes a customer. Placed orders keep what they were sent to. */
  'customers.update': command({
    needs: 'edit-customers',
    input: z.strictObject({ customerId: id, ...facts }),
    output: done,
    errors: [],
    changes: ['customers'],
    secrets: personalFields,
  }),
  /** Takes a customer out of the directory, or back into it. Orders stay; an archived one cannot sign in. */
  'customers.setArchived': command({
    needs: 'edit-customers',
    input: z.strictObject({ customerId: id, archived: flag }),
    output: done,
    errors: ['customer-merged'],
    changes: ['customers'],
  }),
  /** Writes a note with its day and writer. */
  'customers.addNote': command({
    needs: 'edit-customers',
    input: z.strictObject({ customerId: id, note: name(1000) }),
    output: z.strictObject({ noteId: id }),
    errors: ['card-number-in-text'],
    changes: ['customers'],
    secrets: personalFields,
  }),
  'customers.removeNote': command({
    needs: 'edit-customers',
    input: z.strictObject({ noteId: id }),
    output: done,
    errors: [],
    changes: ['customers'],
  }),
};
