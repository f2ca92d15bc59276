import { z } from 'zod';
import { command, query } from './define.ts';
import { id, instant, name, page, text } from './fields.ts';

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

export const customersCalls = {
  /** Customers by name, phone, e-mail or address; any word by its beginning, accents ignored. */
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
  'customers.get': query({
    needs: 'see-customers',
    input: z.strictObject({ customerId: id }),
    output: customerView,
    errors: [],
    reads: ['customers'],
  }),
  /** Creates a customer, from the till or the directory. */
  'customers.create': command({
    needs: 'edit-customers',
    input: z.strictObject({
      name: name(160),
      phone: text(60),
      email: text(160),
      address: text(400),
      note: text(1000),
    }),
    output: z.strictObject({ customerId: id }),
    errors: [],
    changes: ['customers'],
  }),
  /** Changes a customer. Placed orders keep what they were sent to. */
  'customers.update': command({
    needs: 'edit-customers',
    input: z.strictObject({
      customerId: id,
      name: name(160),
      phone: text(60),
      email: text(160),
      address: text(400),
      note: text(1000),
    }),
    output: z.strictObject({}),
    errors: [],
    changes: ['customers'],
  }),
};
