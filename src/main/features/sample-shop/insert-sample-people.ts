import type { CommandContext } from '../../app/context.ts';
import { query } from '../../database/query.ts';
import { indexCustomer } from '../customers/index-customer.ts';
import type { SampleCatalogue, SampleCustomer } from './sample-catalogue.ts';

/** Adds the customers; answers their ids in the catalogue's order. */
export function insertSampleCustomers(
  ctx: CommandContext,
  customers: readonly SampleCustomer[],
): readonly number[] {
  return customers.map((customer) => {
    const row = { ...customer, createdAt: ctx.now, archivedAt: null };
    const customerId = ctx.db.run(query.insertInto('customers').values(row)).lastId;
    indexCustomer(ctx.db, customerId);
    return customerId;
  });
}

/**
 * Adds the people who sold through the year. They have no PIN, so that nobody can sign in as one of them until
 * the owner sets one: nothing here has a secret that everybody knows.
 */
export function insertSampleStaff(ctx: CommandContext, staff: SampleCatalogue['staff']): readonly number[] {
  return staff.map(({ name, role }, index) => {
    const row = { name, role, colour: index + 1, pinHash: null, passwordHash: null, disabledAt: null };
    return ctx.db.run(query.insertInto('staff').values({ ...row, createdAt: ctx.now })).lastId;
  });
}
